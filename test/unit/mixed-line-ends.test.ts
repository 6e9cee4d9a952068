import { describe, expect, it } from 'vitest';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { moneyOf, warningsOf } from './bank-csv-lines.ts';
import { factsOf, readText, warningsOf as tableWarningsOf } from './table-text.ts';

/** How a header and the rows under it end: programs that write them apart do not always agree. */
const ends: readonly (readonly [string, string, string])[] = [
  ['CR LF, then LF', '\r\n', '\n'],
  ['LF, then CR LF', '\n', '\r\n'],
  ['CR CR LF, then LF', '\r\r\n', '\n'],
  ['CR, then LF', '\r', '\n'],
];

describe('no row is lost in a text whose lines end in two ways', () => {
  const rows = ['01-02-2026;NL91ABNA0417164300;Factuur 1;10,00', '02-02-2026;NL91ABNA0417164300;Factuur 2;-3,00'];

  it.each(ends)('a bank table: %s', (_, first, others) => {
    const text = `Boekdatum;Eigen rekening;Omschrijving;Bedrag${first}${rows.join(others)}${others}`;
    const bytes = new TextEncoder().encode(text);
    expect(detectFormat(bytes)).toBe('bankcsv');
    const reading = readBankCsv(bytes);
    expect(moneyOf(reading)).toEqual([
      ['2026-02-01', 1000],
      ['2026-02-02', -300],
    ]);
    expect(warningsOf(reading)).toEqual([]);
  });

  it.each(ends)('a list with quotes: %s', async (_, first, others) => {
    const items = ['1;"Kok; en zoon";F1;01-10-2026;10,00', '2;Bos;F2;01-10-2026;20,00', ''];
    const reading = await readText(`Debiteur;Naam;Factuurnummer;Factuurdatum;Openstaand${first}${items.join(others)}`);
    expect(factsOf(reading)).toEqual([
      ['F1', '2026-10-01', null, 1000],
      ['F2', '2026-10-01', null, 2000],
    ]);
    expect(tableWarningsOf(reading)).toEqual([]);
  });

  it('a line break inside a cell is no row of its own where the other lines end differently', () => {
    const [first, second] = rows;
    const text = ['Boekdatum;Eigen rekening;Omschrijving;Bedrag', first!.replace('r 1', 'r\n1'), second, ''];
    const reading = readBankCsv(new TextEncoder().encode(text.join('\r\n')));
    expect(reading.statements[0]!.transactions.map(({ remittance }) => remittance)).toEqual(['Factuur 1', 'Factuur 2']);
  });
});
