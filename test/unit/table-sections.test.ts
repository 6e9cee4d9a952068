import { describe, expect, it } from 'vitest';
import { readText } from './table-text.ts';

describe('sections per debtor and pages (rules 6 and 7)', () => {
  it('what a page carries over to the next is a total, and of no debtor', async () => {
    const head = 'Nr;Naam;Factuur;Verval;Saldo\n';
    const { items, warnings, declaredTotal } = await readText(
      `${head}100;Alfa;1;01-10-2026;100,00\n;;2;02-10-2026;50,00\nTransport;;;;150,00\nBlad 2;;;;\n${head}Transport van vorige pagina:;;;;150,00\n;;3;03-10-2026;25,00\n200;Transport De Wit;4;04-10-2026;10,00\nTotaal;;;;185,00\n`,
    );
    expect(items.map(({ debtorCode, debtorName, number }) => `${debtorCode} ${debtorName} ${number}`)).toEqual([
      '100 Alfa 1',
      '100 Alfa 2',
      '100 Alfa 3',
      '200 Transport De Wit 4',
    ]);
    expect([warnings, declaredTotal]).toEqual([[], 18500]);
  });

  it('remarks below a list say nothing of how its debtors are written', async () => {
    const remarks = '\n* betwist door de klant\nOpgesteld door: M. de Wit\n';
    const inColumn = await readText(
      `Debiteur;Factuurnr;Datum;Openstaand\n1001 Kok B.V.;F1;01-10-2026;121,00\n1002 Bos;F2;01-10-2026;10,00\nTotaal;;;131,00\n${remarks}`,
    );
    const above = await readText(
      `Factuurnr;Datum;Openstaand\nLijst van Jan\n12 Kok B.V.\nF1;01-10-2026;121,00\n14 Bos\nF2;01-10-2026;10,00\nTotaal;;131,00\n${remarks}`,
    );
    expect([inColumn, above].map(({ debtors }) => debtors.map(({ code, name }) => [code, name]))).toEqual([
      [
        ['1001', 'Kok B.V.'],
        ['1002', 'Bos'],
      ],
      [
        ['12', 'Kok B.V.'],
        ['14', 'Bos'],
      ],
    ]);
  });

  it('a list grouped by debtor without debtor columns takes them from the group rows', async () => {
    const reading = await readText(
      'Factuurnr;Datum;Vervaldatum;Openstaand\n1001 - Kok B.V.;;;\nF1;01-10-2026;31-10-2026;121,00\n1002 Bos;;;\nF2;01-10-2026;31-10-2026;10,00\n',
    );
    expect(reading.items.map(({ debtorCode, debtorName }) => [debtorCode, debtorName])).toEqual([
      ['1001', 'Kok B.V.'],
      ['1002', 'Bos'],
    ]);
  });

  it.each([
    ['Debiteur: 1001 Kok B.V.', '1001', 'Kok B.V.'],
    ['1001 - Kok B.V.', '1001', 'Kok B.V.'],
    ['Debiteur: Kok B.V.', '', 'Kok B.V.'],
    ['12 - Kok B.V.', '12', 'Kok B.V.'],
    ['24 Uurs Glas', '', '24 Uurs Glas'],
    ['3M Nederland', '', '3M Nederland'],
    ['2025 Events B.V.', '', '2025 Events B.V.'],
  ])('group row %j', async (row, debtorCode, debtorName) => {
    const reading = await readText(`Factuurnr;Datum;Openstaand\n${row}\nF1;01-10-2026;121,00\nTotaal;;121,00\n`);
    expect(reading.items).toMatchObject([{ debtorCode, debtorName, number: 'F1' }]);
  });

  it.each([
    ['12 Kok', '24 Uurs Glas', ['12', 'Kok'], ['24', 'Uurs Glas']],
    ['2001 Kok', '2002 Smit', ['2001', 'Kok'], ['2002', 'Smit']],
    ['Kok (1001)', 'Smit (1002)', ['1001', 'Kok'], ['1002', 'Smit']],
    ['Kok B.V.', '24 Uurs Glas', ['', 'Kok B.V.'], ['', '24 Uurs Glas']],
    ['Feest (2024)', 'Bal (2025)', ['', 'Feest (2024)'], ['', 'Bal (2025)']],
  ])('group rows %j and %j are read as they are written together', async (first, second, one, other) => {
    const reading = await readText(
      `Factuurnr;Datum;Openstaand\n${first}\nF1;01-10-2026;121,00\n${second}\nF2;01-10-2026;10,00\nTotaal;;131,00\n`,
    );
    expect(reading.items.map(({ debtorCode, debtorName }) => [debtorCode, debtorName])).toEqual([one, other]);
  });

  it.each(['Betaald:', 'Reeds betaalde facturen', 'Voldaan', 'Paid invoices'])(
    'rows under %j are settled, until a line says open again',
    async (line) => {
      const row = (number: string) => `Kok;${number};01-09-2026;01-10-2026;10,00\n`;
      const { items, settled } = await readText(
        `Klant;Factuur;Datum;Vervaldatum;Openstaand\n${row('F1')}${line};;;;\n${row('F0')}Nog open:;;;;\n${row('F2')}`,
      );
      expect(items.map(({ number }) => number)).toEqual(['F1', 'F2']);
      expect(settled.map(({ number }) => number)).toEqual(['F0']);
    },
  );

  it('a debtor whose name begins with such a word is one', async () => {
    const { items } = await readText('Factuur;Datum;Openstaand\nOpen Huis B.V.;;\nF1;01-09-2026;10,00\n');
    expect(items).toMatchObject([{ debtorName: 'Open Huis B.V.', open: 1000 }]);
  });

  it.each([
    ['first', 'Kok;F1;01-09-2026;121,00;171,00\n;F2;02-09-2026;50,00;\nBos;F3;03-09-2026;60,00;60,00\n'],
    ['last', 'Kok;F1;01-09-2026;121,00;\n;F2;02-09-2026;50,00;171,00\nBos;F3;03-09-2026;60,00;60,00\n'],
  ])('a balance that stands once for each debtor, in the %s of its rows, is no amount of an item', async (_, rows) => {
    const { items, warnings } = await readText(`Klant;Factuur;Datum;Bedrag;Saldo\n${rows}Totaal;;;231,00;231,00\n`);
    expect(items.map(({ debtorName, number, open }) => [debtorName, number, open])).toEqual([
      ['Kok', 'F1', 12100],
      ['Kok', 'F2', 5000],
      ['Bos', 'F3', 6000],
    ]);
    expect(warnings).toEqual([]);
  });
});
