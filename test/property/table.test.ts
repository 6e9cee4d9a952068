import { describe, expect, it } from 'vitest';
import { formatDate, fromEpochDay } from '#shared/dates/civil.ts';
import { centsBehindMark, decimalEvidence, hasFractionsOfCents, readAmount } from '#shared/formats/table/amounts.ts';
import { readDate } from '#shared/formats/table/dates.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { rowsFrom } from '#shared/formats/table/row-source.ts';
import { separateRows } from '#shared/formats/table/separator.ts';
import { type Cents, formatAmount, toDecimal } from '#shared/money/cents.ts';
import fc from './draws.ts';

const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
const date = fc.integer({ min: 0, max: 50_000 }).map(fromEpochDay);

const swap = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
const plain = (amount: Cents): string => toDecimal(Math.abs(amount));
const dutch = (amount: Cents): string => formatAmount(Math.abs(amount));

/** Every way a list writes an amount, with the decimal mark it uses. */
const notations: readonly (readonly [string, 'comma' | 'point', (amount: Cents) => string])[] = [
  ['1.234,56', 'comma', (amount) => formatAmount(amount)],
  ['1,234.56', 'point', (amount) => swap(formatAmount(amount))],
  ['1234.56', 'point', toDecimal],
  ['1234,56', 'comma', (amount) => swap(toDecimal(amount))],
  ['€ 1.234,56', 'comma', (amount) => `€ ${formatAmount(amount)}`],
  ['€ -1.234,56 with no-break spaces', 'comma', (amount) => `€\u00a0${formatAmount(amount)}\u202f`],
  ['EUR 1.234,56', 'comma', (amount) => `EUR ${formatAmount(amount)}`],
  ['trailing minus', 'comma', (amount) => `${dutch(amount)}${amount < 0 ? '-' : ''}`],
  ['brackets', 'comma', (amount) => (amount < 0 ? `(${dutch(amount)})` : dutch(amount))],
  ['U+2212', 'comma', (amount) => `${amount < 0 ? '\u2212 ' : ''}${dutch(amount)}`],
  ['C and D', 'comma', (amount) => `${dutch(amount)} ${amount < 0 ? 'C' : 'D'}`],
  ['CR', 'point', (amount) => `${plain(amount)}${amount < 0 ? ' CR' : ''}`],
  ['spaces group', 'comma', (amount) => formatAmount(amount).replaceAll('.', '\u202f')],
  ['apostrophes group', 'point', (amount) => formatAmount(amount).replaceAll('.', "'").replace(',', '.')],
];

describe('amounts', () => {
  it.each(notations)('%s reads back to the cent, and the column shows its mark', (_, mark, write) => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (amounts) => {
        const column = amounts.map(write);
        expect(column.map((text) => readAmount(text, mark))).toEqual(amounts.map((amount) => amount || 0));
        expect(decimalEvidence(column)).toEqual({ mark, unclear: null });
      }),
      { numRuns: 100 },
    );
  });

  it('numbers of a workbook read back to the cent', () => {
    fc.assert(fc.property(cents, (amount) => readAmount(amount / 100, 'comma') === (amount || 0)));
  });

  it('a text in the other notation is never read as another amount', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        fc.pre(Math.abs(amount) >= 100_000);
        expect(readAmount(swap(formatAmount(amount)), 'comma')).toBeNull();
      }),
    );
  });

  it('cents behind a mark, found within a text, are the amount and show the mark', () => {
    const written = fc.oneof(
      fc.tuple(cents, fc.constantFrom(...notations)).map(([amount, [, , write]]) => write(amount)),
      fc.stringMatching(/^[-+]?[0-9]{0,16}[.,]?[0-9.,-]{0,4}$/),
    );
    const around = fc.stringMatching(/^[0-9.,;-]{0,4}$/);
    fc.assert(
      fc.property(
        written,
        around,
        around,
        fc.constantFrom('comma' as const, 'point' as const),
        (text, before, behind, mark) => {
          const found = centsBehindMark(before + text + behind, before.length, before.length + text.length, mark);
          const isPlain = new RegExp(`^[-+]?\\d+[${mark === 'comma' ? ',' : '.'}]\\d\\d$`).test(text);
          expect(found).toBe(isPlain ? readAmount(text, mark) : null);
          if (found === null) return;
          expect(decimalEvidence([text])).toEqual({ mark, unclear: null });
          expect(hasFractionsOfCents(text, mark)).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('any text at all gives an amount or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('comma' as const, 'point' as const), (text, mark) => {
        const read = readAmount(text, mark);
        expect(read === null || Number.isSafeInteger(read)).toBe(true);
      }),
    );
  });
});

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ');
const parts = (iso: string): [string, string, string] => [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8)];
const dateNotations: readonly (readonly [string, 'dmy' | 'mdy', (iso: string) => string | number])[] = [
  ['31-12-2026', 'dmy', formatDate],
  ['31/12/2026', 'dmy', (iso) => formatDate(iso).replaceAll('-', '/')],
  ['31.12.2026', 'dmy', (iso) => formatDate(iso).replaceAll('-', '.')],
  ['12/31/2026', 'mdy', (iso) => `${parts(iso)[1]}/${parts(iso)[2]}/${parts(iso)[0]}`],
  ['1-2-2026', 'dmy', (iso) => `${Number(parts(iso)[2])}-${Number(parts(iso)[1])}-${parts(iso)[0]}`],
  ['2026-12-31', 'dmy', (iso) => iso],
  ['2026-12-31 00:00:00', 'dmy', (iso) => `${iso} 00:00:00`],
  ['20261231', 'dmy', (iso) => iso.replaceAll('-', '')],
  ['31 dec 2026', 'dmy', (iso) => `${Number(parts(iso)[2])} ${months[Number(parts(iso)[1]) - 1]} ${parts(iso)[0]}`],
];

describe('dates', () => {
  it.each(dateNotations)('%s reads back', (_, order, write) => {
    fc.assert(fc.property(date, (iso) => readDate(write(iso), order) === iso));
  });

  it('31-12-26 is of this century up to 69', () => {
    const near = fc.integer({ min: 10_957, max: 36_000 }).map(fromEpochDay);
    fc.assert(
      fc.property(near, (iso) => {
        const [year, month, day] = parts(iso);
        expect(readDate(`${day}-${month}-${year.slice(2)}`, 'dmy')).toBe(iso);
      }),
    );
  });

  it('serial numbers of a workbook read back', () => {
    const serial = fc.integer({ min: 30_000, max: 60_000 });
    fc.assert(fc.property(serial, (day) => readDate(day, 'dmy') === fromEpochDay(day - 25_569)));
  });

  it('any text at all gives an existing date or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readDate(text, 'dmy');
        expect(read === null || fromEpochDay(Math.floor(Date.parse(`${read}T00:00:00Z`) / 86_400_000)) === read).toBe(
          true,
        );
      }),
    );
  });
});

describe('cells', () => {
  it('quoted cells come back whatever they hold', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\r', ''));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t', '|'), (rows, separator) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        const read = separateRows(`sep=${separator}\r\n${text}`);
        expect(read.separator).toBe(separator);
        expect(rowsFrom(read.rows, 1, read.rows.length)).toEqual(rows);
      }),
    );
  });

  it('no bytes make the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const reading = await readTable({ fileName: 'x', bytes });
        expect(reading.refusal !== null || reading.items.length > 0 || reading.settled.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('no rows under a good header make the reader throw, and every row is an item or accounted for', async () => {
    const cell = fc.constantFrom(
      '',
      '1',
      'F1',
      'Totaal',
      '01-10-2026',
      '12,50',
      '-3,00',
      'x',
      '0,00',
      '"',
      '1001 Kok',
      'Pagina 2',
    );
    const row = fc.array(cell, { minLength: 5, maxLength: 5 }).map((cells) => cells.join(';'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const text = ['Debiteurnr;Naam;Factuurnr;Datum;Openstaand', '9;Vast;F0;01-01-2026;1,00', ...rows].join('\n');
        const reading = await readTable({ fileName: 'x', bytes: new TextEncoder().encode(text) });
        expect(reading.refusal).toBeNull();
        const summed = reading.warnings.filter(({ code }) => code === 'duplicate-summed').length;
        const settledTwice = reading.skipped.length - new Set(reading.skipped.map((skipped) => skipped.row)).size;
        expect(reading.items.length + reading.skipped.length + summed - settledTwice).toBeGreaterThanOrEqual(
          reading.rows - 1,
        );
      }),
      { numRuns: 500 },
    );
  });
});
