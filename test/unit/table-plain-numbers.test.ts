import { describe, expect, it } from 'vitest';
import { factsOf, readText, warningsOf } from './table-text.ts';

describe('a bare number behind a name, beside a reference', () => {
  const headings = 'Klant;Nummer;Referentie;Factuurdatum;Vervaldatum;Openstaand\n';
  const dates = '15-11-2025;29-11-2025;5,00\n';

  it('is of the debtor where each has its own on every row; the reference is the number', async () => {
    const rows = ['Kok;1001;26001', 'Kok;1001;26002', 'Smit;1002;26003'].map((row) => `${row};${dates}`);
    const { items, warnings } = await readText(headings + rows.join(''));
    expect(items.map(({ debtorCode, debtorName, number }) => [debtorCode, debtorName, number])).toEqual([
      ['1001', 'Kok', '26001'],
      ['1001', 'Kok', '26002'],
      ['1002', 'Smit', '26003'],
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['rows of one debtor differ', ['Kok;26001;PO 77', 'Kok;26002;PO 78', 'Smit;26003;PO 79']],
    ['a debtor stands above its other rows', ['Kok;26001;PO 77', ';26002;PO 78', 'Smit;26003;PO 79']],
    ['some have no reference', ['Kok;26001;PO 77', 'Smit;26003;']],
    ['references are words', ['Kok;26001;Keuken', 'Smit;26003;Badkamer']],
  ])('is of the invoice where %s', async (_, rows) => {
    const reading = await readText(headings + rows.map((row) => `${row};${dates}`).join(''));
    expect(reading.items.map(({ number }) => number)).toEqual(rows.map((row) => row.split(';')[1]));
    expect([reading.items[0]!.debtorCode, reading.warnings]).toEqual(['', []]);
  });

  it('is taken for the invoice number where nothing tells, and that is said', async () => {
    const reading = await readText(`${headings}Kok;1001;26001;${dates}Smit;1002;26003;${dates}`);
    expect(reading.items.map(({ number }) => number)).toEqual(['1001', '1002']);
    expect(warningsOf(reading)).toEqual([
      'lijst.csv, kolom "Nummer": aangenomen is dat dit het factuurnummer is en "Referentie" de referentie van de debiteur. Is dit het debiteurnummer, kies dan bij de kolommen "Referentie" als factuurnummer.',
    ]);
    const columns = { 1: 'debtorCode', 2: 'number' } as const;
    const told = await readText(`${headings}Kok;1001;26001;${dates}Smit;1002;26003;${dates}`, { columns });
    expect(told.items.map(({ debtorCode, number }) => [debtorCode, number])).toEqual([
      ['1001', '26001'],
      ['1002', '26003'],
    ]);
    expect(told.warnings).toEqual([]);
  });
});

describe('a bare number before a name', () => {
  it('may be of the debtor, and is left to the user', async () => {
    const reading = await readText('Nummer;Naam;Datum;Vervaldatum;Openstaand\n1001;Kok;15-11-2025;29-11-2025;5,00\n');
    expect(reading.refusal?.code).toBe('no-number-column');
    const told = await readText('Nummer;Naam;Datum;Vervaldatum;Openstaand\nVF/25/7;Kok;15-11-2025;29-11-2025;5,00\n');
    expect(factsOf(told)).toEqual([['VF/25/7', '2025-11-15', '2025-11-29', 500]]);
  });
});
