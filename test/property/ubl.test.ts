import { describe, expect, it } from 'vitest';
import { openArchive } from '#shared/formats/archive.ts';
import { base64Bytes, fromBase64 } from '#shared/formats/base64.ts';
import { plainFileName } from '#shared/formats/file-name.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { decimalCents } from '#shared/formats/ubl/amounts.ts';
import { readInvoiceFiles } from '#shared/formats/ubl/files.ts';
import { ublItems } from '#shared/formats/ubl/items.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { bytesOf, credits, embedded, ublText } from '#test/unit/ubl-text.ts';
import { zipOf } from '#test/unit/zip-text.ts';
import fc from './draws.ts';
import { fuzzRuns } from './mutated.ts';

const pdf = Buffer.from('%PDF-1.4\n%%EOF').toString('base64');
const seeds: readonly Uint8Array[] = [
  bytesOf(ublText({ references: embedded('application/pdf', '../x.pdf', pdf) })),
  bytesOf(ublText({ root: 'CreditNote', references: credits('F-0') })),
  bytesOf(`<e>${ublText({}).replace(/<\?xml.*?\?>/, '')}${ublText({ number: 'F-2' }).replace(/<\?xml.*?\?>/, '')}</e>`),
];
const zips: readonly Uint8Array[] = [
  zipOf({ 'a.xml': ublText({}), 'a.pdf': '%PDF-1.4', 'b.zip': zipOf({ 'c.xml': ublText({ number: 'F-2' }) }) }),
  zipOf({ 'a.xml': ublText({}) }, 0),
];

type Change =
  | { readonly sort: 'flip'; readonly at: number; readonly byte: number }
  | { readonly sort: 'cut' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly sort: 'insert'; readonly at: number; readonly text: string };

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ sort: fc.constant('flip' as const), at, byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({
    sort: fc.constantFrom('cut' as const, 'repeat' as const),
    at,
    length: fc.integer({ min: 1, max: 2000 }),
  }),
  fc.record({
    sort: fc.constant('insert' as const),
    at,
    text: fc.constantFrom(
      '<',
      '&',
      '<![CDATA[',
      '&#0;',
      '\0',
      '\u001a',
      '-',
      '.',
      ',',
      '<cbc:ID/>',
      'Invoice',
      '"',
      '9'.repeat(40),
    ),
  }),
);

/** The bytes with one change after another. */
function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let now = Buffer.from(bytes);
  for (const each of changes) {
    const place = Math.floor(each.at * now.length);
    if (each.sort === 'flip') now[place] = each.byte;
    else if (each.sort === 'insert')
      now = Buffer.concat([now.subarray(0, place), Buffer.from(each.text), now.subarray(place)]);
    else {
      const end = place + each.length;
      const from = each.sort === 'cut' ? end : place;
      now = Buffer.concat([now.subarray(0, each.sort === 'cut' ? place : end), now.subarray(from)]);
    }
  }
  return now;
}

const changes = fc.array(change, { minLength: 1, maxLength: 6 });

/** Runs a reader that may refuse a file, and nothing else. */
function readOrRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatRefusal) return null;
    throw error;
  }
}

describe('mutated invoices', () => {
  it('are read or refused, and what is read has whole cents, real dates and kept signs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), changes, (seed, list) => {
        const reading = readOrRefused(() => readUbl(changed(seed, list)));
        for (const invoice of reading?.invoices ?? []) {
          expect(invoice.number).not.toBe('');
          expect([invoice.open, invoice.total].every(Number.isSafeInteger)).toBe(true);
          expect(invoice.kind === 'credit').toBe((invoice.open || invoice.total) < 0);
          for (const { name } of invoice.attachments) expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|^$/u);
        }
        const { items, settled } = ublItems(reading?.invoices ?? [], 'x.xml');
        expect(items.length + settled.length).toBe(reading?.invoices.length ?? 0);
      }),
      { numRuns: fuzzRuns },
    );
  });

  it('in a mutated zip never throw anything but a refusal', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zips), changes, (seed, list) => {
        const bytes = changed(seed, list);
        const archive = readOrRefused(() => openArchive(bytes));
        for (const file of archive?.files ?? []) {
          expect(file.name.split('/')).not.toContain('..');
          readOrRefused(() => file.bytes());
        }
        const read = readInvoiceFiles([{ name: 'x.zip', bytes: () => bytes }]);
        const pieces = read.invoices.length + read.refused.length + read.others.length + read.warnings.length;
        expect(pieces + (archive?.files.length === 0 ? 1 : 0)).toBeGreaterThan(0);
      }),
      { numRuns: fuzzRuns },
    );
  });
});

describe('the parts', () => {
  it('base64 reads back, wherever its lines break', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 90 }), (bytes, width) => {
        const text = Buffer.from(bytes)
          .toString('base64')
          .replace(new RegExp(`(.{${width}})`, 'g'), '$1\r\n\t ');
        expect(fromBase64(text)).toEqual(bytes);
        expect(fromBase64(text.replaceAll('=', ''))).toEqual(bytes);
        expect(base64Bytes(text)).toBeGreaterThanOrEqual(bytes.length);
      }),
    );
  });

  it('amounts read back to the cent, and half a cent goes away from zero', () => {
    const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 999 }), (amount, more) => {
        fc.pre(amount !== 0);
        const text = `${toDecimal(amount)}${String(more).padStart(3, '0')}`;
        expect(decimalCents(text)).toBe(more < 500 ? amount : amount + Math.sign(amount));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decimalCents(text) === null || /\d/.test(text)));
  });

  it('any name becomes one that is no path and says no more than it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('pdf', null), (text, extension) => {
        const name = plainFileName(text, extension);
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+$/u);
        expect(name).not.toMatch(/^\.|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        if (extension !== null) expect(name.toLowerCase().endsWith('.pdf')).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(130);
      }),
    );
  });
});
