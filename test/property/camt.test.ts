import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#shared/dates/civil.ts';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { bankFileSet } from '#shared/formats/bank/file-set.ts';
import { FormatRefusal, formatProblemText } from '#shared/formats/problem.ts';
import { documentLimits } from '#shared/formats/xml/limits.ts';
import { readXml, streamXml, type XmlHandler } from '#shared/formats/xml/read.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { sumOf } from '#shared/money/cents.ts';
import { balance, entry, message, money, statementHead, tag } from '../unit/camt-text.ts';
import fc from './draws.ts';
import { editsUpTo, fuzzRuns, mutated } from './mutated.ts';

const { t } = createTranslator('nl');
const keyOf = (key: string, params: Record<string, string | number>): string => t(key, params);

const part = (amount: string) =>
  tag(
    'TxDtls',
    `${tag('Refs', tag('EndToEndId', 'E-1'))}${money(amount)}${tag('RltdPties', tag('Dbtr', tag('Pty', tag('Nm', 'Zoë &amp; Zn'))))}` +
      `${tag('RmtInf', tag('Ustrd', 'Factuur 2026-0001') + tag('Strd', tag('CdtrRefInf', tag('Ref', '8850426741301240'))))}`,
  );
const head = statementHead() + balance('OPBD', '1000.00') + balance('CLBD', '1300.00', 'CRDT', '2026-01-06');
const files: readonly string[] = [
  message(
    head + entry({ details: part('100.00') }) + entry({ amount: '200.00', details: part('150.00') + part('50.00') }),
  ),
  message(head + entry({ about: '/TRTP/SEPA/IBAN/NL91ABNA0417164300/NAME/X/REMI/T/EREF/E' }), '053', '08'),
  message([head + entry({ side: 'DBIT', more: tag('RvslInd', 'true'), about: 'Storno MD06' }), head + entry()], '054'),
  `\ufeff${message(head, '052').replaceAll('><', '>\r\r\n<')}\u001a`,
];

const words = [
  ...['<', '>', '/>', '&', '&amp;', '&#0;', '&#x41;', '&nbsp;', '<!DOCTYPE a [', '<!ENTITY x "y">', ']>', '<![CDATA['],
  ...[']]>', '<!--', '-->', '<?xml version="1.0"?>', '<Ntry>', '</Ntry>', '<Stmt>', '</Stmt>', '<TxDtls/>', '"', "'"],
  ...[
    '1e99',
    '-',
    '.',
    '99999999999999999999',
    '\u001a',
    '\0',
    '\r',
    '\u202e',
    '<a b="',
    'xmlns=""',
    'CRDT',
    'DBIT',
    '€',
  ],
];

const edits = editsUpTo(6, 4000, 400);

describe('a damaged CAMT file', () => {
  it('is read or refused with a text, never a crash; what is read is whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, (file, changes) => {
        try {
          const reading = readCamt(mutated(file, changes, words));
          for (const warning of reading.warnings)
            expect(formatProblemText(keyOf, 'a.xml', warning)).not.toMatch(/\{\{/);
          for (const { opening, closing, reconciles, transactions } of reading.statements) {
            const moved = sumOf(transactions, ({ amount }) => amount);
            if (reconciles !== null) expect(reconciles).toBe(opening! + moved === closing);
            for (const { bookDate, valueDate, amount, remittance, row } of transactions) {
              expect([isIsoDate(bookDate), valueDate === null || isIsoDate(valueDate)]).toEqual([true, true]);
              expect([Number.isSafeInteger(amount), Object.is(amount, -0), row > 0]).toEqual([true, false, true]);
              expect(remittance).not.toBe('');
            }
          }
          const set = bankFileSet([1, 2].map((number) => ({ fileName: `${number}.xml`, reading })));
          const lines = reading.statements.filter(({ transactions }) => transactions.length > 0);
          expect(set.statements.length).toBeLessThanOrEqual(reading.statements.length * 2 - lines.length);
        } catch (error) {
          if (!(error instanceof FormatRefusal)) throw error;
          const text = formatProblemText(keyOf, 'a.xml', error.problem);
          expect(text).not.toMatch(/\{\{|formats\./);
        }
      }),
      { numRuns: fuzzRuns },
    );
  });
});

/** What a document gives, whatever pieces its text comes in. */
function recorder(): { readonly handler: XmlHandler; readonly seen: string[] } {
  const seen: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') seen.push(text);
    text = '';
  };
  const handler: XmlHandler = {
    open(name, _, line) {
      flush();
      seen.push(`<${name} ${line}`);
      return 'text';
    },
    text(part) {
      text += part;
    },
    close(name) {
      flush();
      seen.push(`>${name}`);
    },
  };
  return { handler, seen };
}

async function outcome(read: (handler: XmlHandler) => unknown): Promise<unknown> {
  const { handler, seen } = recorder();
  try {
    await read(handler);
    return seen;
  } catch (error) {
    return error instanceof FormatRefusal ? error.problem : error instanceof Error ? error.name : error;
  }
}

function isRefusal(seen: unknown): boolean {
  return typeof seen === 'object' && seen !== null && 'code' in seen;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('an XML document in pieces', () => {
  it('reads as it does whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        edits,
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
        async (file, changes, sizes) => {
          const bytes = mutated(file, changes, words);
          const pieces: Uint8Array[] = [];
          for (let at = 0, i = 0; at < bytes.length; i++) {
            const size = sizes[i % sizes.length]!;
            pieces.push(bytes.subarray(at, at + size));
            at += size;
          }
          const streamed = await outcome((handler) => streamXml(pieces, handler, documentLimits));
          if (streamed === 'FalseEncoding') return;
          const whole = await outcome((handler) => readXml(bytes, handler));
          // In pieces a fault is met before the byte that shows the encoding to be false, whole after it: refused either way.
          if (!isUtf8(bytes) && isRefusal(streamed) && isRefusal(whole)) return;
          expect(streamed).toEqual(whole);
        },
      ),
      { numRuns: Math.min(fuzzRuns, 2000) },
    );
  });
});
