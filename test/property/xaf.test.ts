import { describe, expect, it } from 'vitest';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import { sumOf } from '#shared/money/cents.ts';
import {
  auditfile,
  elements,
  fileOf,
  journal,
  line,
  readText,
  receipt,
  sale,
  subLine,
  subledger,
  transaction,
} from '#test/unit/xaf-text.ts';
import fc from './draws.ts';
import { editsUpTo, fuzzRuns, mutated } from './mutated.ts';

const complete = auditfile({
  opening: `<obLine>${elements('nr=1 accID=1300 amnt=5.00 amntTp=D')}</obLine>`,
  journals: sale('1', 'custSupID=K1 invRef=F1', '100.00') + receipt('2', 'custSupID=K1 invRef=F1', '40.00'),
  subledgers: subledger('CS', subLine('jrnID=V trNr=1 trLineNr=1 amnt=100.00 amntTp=D custSupID=K1 invRef=F1')),
  declared: elements('linesCount=4 totalDebit=140.00 totalCredit=140.00'),
});
const seeds: readonly string[] = [
  complete,
  complete.replaceAll('XAF/3.2', 'XAF/3.1').replace('UTF-8', 'ISO-8859-1'),
  auditfile({ journals: sale('1', 'custSupID=K1 invRef=F1', '100.00').repeat(40) }),
];
const words = [
  '<',
  '</',
  '>',
  '&',
  '&amp;',
  '<![CDATA[',
  '<!DOCTYPE a [',
  '<!--',
  '<trLine>',
  '</sbLine>',
  '-',
  '1e9',
  'é',
];

/** Processor time no file this small takes, however it is damaged: the clock alone would count what the machine does besides. */
const patience = 2_000_000;

describe('an auditfile that is damaged', () => {
  it('is read or refused, never anything else, and never endlessly', { timeout: fuzzRuns * 50 + 20_000 }, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...seeds),
      editsUpTo(6, 6000, 300),
      fc.integer({ min: 1, max: 5000 }),
      async (seed, edits, piece) => {
        const began = process.cpuUsage();
        try {
          const { items } = await readXaf(fileOf(mutated(seed, edits, words), 'boek.xaf', piece));
          expect(items.every(({ open, total }) => Number.isSafeInteger(open) && Number.isSafeInteger(total))).toBe(
            true,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(FormatRefusal);
        }
        expect(process.cpuUsage(began).user).toBeLessThan(patience);
      },
    );
    await fc.assert(property, { numRuns: fuzzRuns });
  });
});

const booked = fc.array(
  fc.record({
    debtor: fc.constantFrom('K1', 'K2'),
    invoice: fc.constantFrom('', '0', 'F1', 'F2', 'F3'),
    match: fc.constantFrom('', '', 'M1', 'M2'),
    letter: fc.constantFrom('', '', 'A'),
    cents: fc.integer({ min: -50_000, max: 50_000 }),
    side: fc.constantFrom('D', 'C'),
    mutTp: fc.constantFrom('I', 'P', 'Z', ''),
  }),
  { maxLength: 30 },
);

describe('open items of a subledger', () => {
  it('add up to the receivables account, whatever belongs to what', async () => {
    await fc.assert(
      fc.asyncProperty(booked, async (bookings) => {
        const amount = (cents: number): string => (cents / 100).toFixed(2);
        const journals = journal(
          'jrnID=M jrnTp=M',
          ...bookings.map(({ cents, side }, n) =>
            transaction(`nr=${n} trDt=2025-05-05`, line(`nr=1 accID=1300 amnt=${amount(cents)} amntTp=${side}`)),
          ),
        );
        const lines = bookings.map(({ debtor, invoice, match, letter, cents, side, mutTp }, n) =>
          subLine(
            `jrnID=M trNr=${n} trLineNr=1 amnt=${amount(cents)} amntTp=${side} custSupID=${debtor} invRef=${invoice} matchKeyID=${match} recRef=${letter} mutTp=${mutTp}`,
          ),
        );
        const reading = await readText(auditfile({ journals, subledgers: subledger('CU', ...lines) }));
        expect(sumOf(reading.items, ({ open }) => open)).toBe(reading.controlTotal);
        expect(reading.warnings.map(({ code }) => code)).not.toContain('xaf-control-differs');
        for (const { open, total, kind } of reading.items) {
          expect(kind === 'invoice').toBe(open > 0);
          expect(Math.abs(total)).toBeGreaterThanOrEqual(Math.abs(open));
        }
      }),
      { numRuns: 300 },
    );
  });
});
