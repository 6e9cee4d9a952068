import { describe, expect, it } from 'vitest';
import { factsOf, readText, refusalOf, warningsOf } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Saldo;Niet vervallen;0-30;31-60;61-90;> 90';
const rows = '1;Kok;100,00;40,00;60,00;0,00;0,00;0,00\n2;Bos;-25,00;;;-25,00;;\n3;Das;0,00;;;;;';

describe('a list of ages without invoices gives totals per debtor, never items (formats §4.1)', () => {
  it('per debtor and together, at its date', async () => {
    const reading = await readText(
      `Ouderdomsanalyse per 30-09-2026\n${head}\n${rows}\nTotaal;;75,00;40,00;60,00;-25,00;0,00;0,00\n`,
    );
    expect(reading).toMatchObject({
      kind: 'control',
      refusal: null,
      asOf: '2026-09-30',
      items: [],
      full: false,
      declaredTotal: 7500,
      control: {
        total: 7500,
        debtors: [
          { code: '1', name: 'Kok', open: 10000 },
          { code: '2', name: 'Bos', open: -2500 },
        ],
      },
    });
    expect(warningsOf(reading)).toEqual([
      'lijst.csv: dit is een ouderdomsanalyse (kolommen Niet vervallen, 0-30, 31-60, 61-90, > 90) zonder factuurnummers. Er zijn geen posten gelezen; de saldi per debiteur zijn als controletotalen te gebruiken.',
    ]);
  });

  it.each([
    ['its own words', 'Klant;Huidig saldo;Nog niet vervallen;1 t/m 30 dagen;31 t/m 60 dagen;ouder dan 60 dagen'],
    ['short', 'Naam;X;Binnen termijn;30 - 60 dgn;60+;90 en ouder'],
    ['English', 'Customer name;X;Current;1-30 days;31-60 days;Over 90 days'],
    ['less and more', 'Relatie;X;< 30 dagen;30-60;60-90;> 90 dagen'],
  ])('ages in %s; without a column of balances their sum counts', async (_, headings) => {
    const reading = await readText(`${headings}\nKok B.V.;;10,00;20,00;;5,50\nBos B.V.;;;;;-1,00\n`);
    expect(reading.control).toEqual({
      total: 3450,
      debtors: [
        { code: '', name: 'Kok B.V.', open: 3550 },
        { code: '', name: 'Bos B.V.', open: -100 },
      ],
    });
  });

  it('ages that do not add up, and a total that differs, are said with their row', async () => {
    const reading = await readText(`${head}\n1;Kok;100,00;40,00;50,00;;;\nTotaal;;120,00;;;;;\n`);
    expect(warningsOf(reading).slice(1)).toEqual([
      'lijst.csv, rij 2: het saldo is 100,00, de bedragen per ouderdom zijn samen 90,00.',
      'lijst.csv: de lijst noemt als totaal 120,00, de gelezen posten zijn samen 100,00. Verschil: 20,00.',
    ]);
  });

  it('balances in another currency and of suppliers are left out', async () => {
    const reading = await readText(
      'Code;Naam;Soort;Valuta;Saldo;0-30;> 30\n1;Kok;Debiteur;EUR;10,00;10,00;\n2;Bos;Debiteur;USD;20,00;20,00;\n3;Vos;Crediteur;EUR;30,00;30,00;\n',
    );
    expect(reading.control).toEqual({ total: 1000, debtors: [{ code: '1', name: 'Kok', open: 1000 }] });
    expect(reading.skipped.map(({ reason }) => reason)).toEqual(['other-currency', 'creditor']);
  });

  it('a list of balances without ages is one too, when each debtor is in it once', async () => {
    const reading = await readText('Debiteurnummer;Naam;Openstaand\n1;Kok;10,00\n2;Bos;20,00\n');
    expect(reading).toMatchObject({ kind: 'control', control: { total: 3000 } });
    expect(warningsOf(reading)[0]).toContain('saldilijst');
  });

  it('amounts that read both ways are asked, as anywhere', async () => {
    expect(refusalOf(await readText('Naam;0-30;> 30\nKok B.V.;1.234;\n'))).toContain('kan duizendtallen of decimalen');
  });
});

describe('ages beside invoices', () => {
  it('are a list of items, whose open amount is their sum', async () => {
    const reading = await readText(
      'Debiteur;Factuurnummer;Factuurdatum;Vervaldatum;Niet vervallen;1-30;31-60\nKok B.V.;F1;01-09-2026;01-10-2026;121,00;;\nKok B.V.;F2;01-07-2026;31-07-2026;;;-10,00\n',
    );
    expect(reading.kind).toBe('list');
    expect(factsOf(reading)).toEqual([
      ['F1', '2026-09-01', '2026-10-01', 12100],
      ['F2', '2026-07-01', '2026-07-31', -1000],
    ]);
  });

  it('the user can have totals of a list of items', async () => {
    const text = 'Debiteurnummer;Naam;Factuurnummer;Openstaand\n1;Kok;F1;10,00\n1;Kok;F2;20,00\n';
    const reading = await readText(text, { tableKind: 'control' });
    expect(reading.control).toEqual({ total: 3000, debtors: [{ code: '1', name: 'Kok', open: 3000 }] });
  });
});
