import { describe, expect, it } from 'vitest';
import { factsOf, readBytes, readText, refusalOf } from './table-text.ts';

const title = 'Openstaande posten debiteuren en crediteuren';
const head = 'Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
const owed = '1001;Kok B.V.;F1;15-11-2025;29-11-2025;302,50';
const owing = '2001;Molen Groothandel;88;14-11-2025;28-11-2025;70,00';
const facts = [['F1', '2025-11-15', '2025-11-29', 30250]];
const creditorRows = (skipped: readonly { readonly row: number; readonly reason: string }[]): readonly number[] =>
  skipped.filter(({ reason }) => reason === 'creditor').map(({ row }) => row);

describe('a list of debtors and creditors (formats §4.2 rule 8)', () => {
  it.each([
    ['debtors first', [head, 'Debiteuren', owed, 'Totaal debiteuren;;;;;302,50', 'Crediteuren', owing], [6]],
    ['creditors first', [head, 'Openstaande crediteuren:', owing, 'Openstaande debiteuren:', owed], [3]],
    ['the heading again', ['Debiteuren', head, owed, 'Crediteuren', head, owing], [6]],
    ['in English', [head, 'Accounts receivable', owed, 'Accounts payable', owing], [5]],
    ['their totals', [head, 'Debiteuren', owed, 'Crediteuren', owing, 'Totaal crediteuren;;;;;70,00'], [5]],
  ])('is told apart by the lines between: %s', async (_, lines, creditors) => {
    const reading = await readText(`${lines.join('\n')}\n`);
    expect(factsOf(reading)).toEqual(facts);
    expect(reading.debtors.map(({ code, name }) => [code, name])).toEqual([['1001', 'Kok B.V.']]);
    expect(creditorRows(reading.skipped)).toEqual(creditors);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['creditors-left-out']);
  });

  it.each([
    ['a column of sorts', `${head};Soort`, `${owed};Debiteur`, `${owing};Crediteur`],
    ['a column of relations', `${head};Relatietype`, `${owed};Klant`, `${owing};Leverancier`],
    ['letters under both words', `${head};Deb/Cred`, `${owed};D`, `${owing};C`],
    ['the account', `${head};Grootboekrekening`, `${owed};1300`, `${owing};1600`],
  ])('is told apart by %s', async (_, ...lines) => {
    const reading = await readText(`${title}\n${lines.join('\n')}\n`);
    expect(factsOf(reading)).toEqual(facts);
    expect(creditorRows(reading.skipped)).toEqual([4]);
  });

  it.each([
    ['title', title],
    ['title with the other word first', 'Openstaande posten crediteuren/debiteuren per 31-12-2025'],
    ['English title', 'Accounts receivable and payables'],
  ])('is refused where nothing but the %s says so', async (_, written) => {
    const reading = await readText(`${written}\n${head}\n${owed}\n${owing}\n`);
    expect(reading.refusal?.code).toBe('mixed-sides');
    expect(refusalOf(reading)).toContain('Exporteer alleen de openstaande posten van debiteuren');
  });

  it('is refused by the name of its file, and not by that of the folder', async () => {
    const bytes = new TextEncoder().encode(`${head}\n${owed}\n`);
    const own = await readBytes(bytes, 'zip/Debiteuren_en_crediteuren.csv');
    const folder = await readBytes(bytes, 'Debiteuren en crediteuren/lijst.csv');
    expect([own.refusal?.code, folder.refusal]).toEqual(['mixed-sides', null]);
  });

  it.each([
    ['is refused', 'Code;Naam;Saldo', ['1001;Kok B.V.;100,00', '2001;Molen;-70,00'], 'mixed-sides'],
    [
      'is read by a column',
      'Code;Naam;Saldo;Soort',
      ['1001;Kok B.V.;1,00;Debiteur', '2001;Molen;7,00;Crediteur'],
      null,
    ],
  ])('a list of balances of both %s', async (_, headings, rows, code) => {
    const reading = await readText(`Saldilijst debiteuren en crediteuren\n${headings}\n${rows.join('\n')}\n`);
    expect(reading.refusal?.code ?? null).toBe(code);
    if (code === null) expect(creditorRows(reading.skipped)).toEqual([4]);
  });

  it.each([
    ['the user says it is a list of open items', head, { tableKind: 'list' as const }],
    ['a heading says whose numbers they are', head.replace('Relatiecode', 'Debiteurnummer'), {}],
  ])('is read where %s', async (_, headings, choices) => {
    expect(factsOf(await readText(`${title}\n${headings}\n${owed}\n`, choices))).toEqual(facts);
  });

  it('a debtor called after suppliers heads no rows of creditors', async () => {
    const lines = [head, '1001;Leveranciers Unie B.V.;F1;15-11-2025;29-11-2025;302,50', owed.replace('F1', 'F2')];
    expect((await readText(`${lines.join('\n')}\n`)).items).toHaveLength(2);
  });
});
