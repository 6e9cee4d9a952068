import { describe, expect, it } from 'vitest';
import type { AdministrationMarks } from '#shared/domain/drop/drop.ts';
import { ownerOfTable } from '#shared/domain/drop/owner.ts';
import { readText } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Openstaand\n1;Kok;F1;10,00\n2;Slagerij Ster;F2;20,00\n';
const marksOf = async (...lines: readonly string[]) => (await readText(`${lines.join('\n')}\n${head}`)).titleMarks;

describe('what the lines above a table say of whose it is', () => {
  it.each([
    ['Administratie: 1234 Bakker B.V.', '1234 Bakker B.V.'],
    ['Administratie;1234;Bakker B.V.', '1234 Bakker B.V.'],
    ['Administratie : ;[1234] Bakker B.V.;;Periode: 2026', '[1234] Bakker B.V.'],
    ['Administratie 1234 - Bakker B.V.', '1234 - Bakker B.V.'],
    ['Administratienaam: Bakker B.V. (1234)', 'Bakker B.V. (1234)'],
    ['Openstaande posten per 20-11-2026\nBedrijf: Bakker B.V.', 'Bakker B.V.'],
    ['Company: 42 | Bakker B.V.', '42 | Bakker B.V.'],
    ['Cliënt;Bakker B.V.', 'Bakker B.V.'],
  ])('%s', async (lines, stated) => {
    const marks = await marksOf(lines);
    expect(marks.stated).toBe(stated);
    expect(marks.names).toContain('Bakker B.V.');
  });

  it.each([
    ['a line of its own', 'Openstaande posten\n1234 Bakker B.V.\nPeildatum: 20-11-2026'],
    ['the first cell of a workbook’s title', 'Bakker B.V.;;;'],
  ])('a name in %s may be the administration', async (_, lines) => {
    const marks = await marksOf(lines);
    expect(marks.stated).toBeNull();
    expect(marks.names).toContain('Bakker B.V.');
  });

  it.each([
    ['a filter', 'Debiteur: Bakker B.V.'],
    ['a filter in two cells', 'Relatie;Bakker B.V.'],
    ['a filter on two lines', 'Geselecteerde debiteur\nBakker B.V.'],
    ['the words behind another label', 'Administratie;Molen;Debiteur: Bakker B.V.'],
    ['the office that made it', 'Administratiekantoor: Bakker B.V.'],
    ['a part of a line', 'Openstaande posten van Bakker B.V. per vandaag'],
    ['who owes', 'Slagerij Ster'],
    ['no letters', 'Administratie: 1234'],
  ])('a name in %s is none', async (_, lines) => {
    const { names } = await marksOf(lines);
    for (const not of ['Bakker B.V.', 'Slagerij Ster', '1234']) expect(names).not.toContain(not);
  });

  it.each([
    ['KvK-nummer: 12345678', { kvk: ['12345678'] }],
    ['KvK;12345678;btw-nummer;NL123456782B01', { kvk: ['12345678'], vatIds: ['NL123456782B01'] }],
    ['Bakker B.V., KvK 12345678, btw NL 1234.56.782.B01', { kvk: ['12345678'] }],
    ['btw NL123.456.782.B01', { vatIds: ['NL123456782B01'] }],
    ['btw NL123456789B01', { vatIds: [] }],
    ['KvK 123456789', { kvk: [] }],
    ['Rapport 12345678', { kvk: [] }],
  ])('%s', async (line, numbers) => {
    expect(await marksOf(line)).toMatchObject(numbers);
  });
});

describe('whose a table is', () => {
  const bakker: AdministrationMarks = { id: 'b', name: 'Bakker B.V.', accounts: [], kvk: '12345678', vatId: null };
  const molen: AdministrationMarks = { id: 'm', name: 'Molen BV', accounts: [], kvk: '87654321', vatId: null };
  const office: AdministrationMarks = { id: 'o', name: 'Kantoor De Jong', accounts: [], kvk: '11111111', vatId: null };
  const portfolio = [bakker, molen, office];
  const ownerOf = async (...lines: readonly string[]) => ownerOfTable(await marksOf(...lines), bakker, portfolio);

  it.each([
    ['the open one by its name', ['Administratie: 1234 BAKKER BV'], { owner: 'open', by: 'name' }],
    ['another by its name', ['Administratie: 77 Molen B.V.'], { owner: 'other', id: 'm', by: 'name' }],
    ['another by its KvK number', ['KvK: 87654321'], { owner: 'other', id: 'm', by: 'kvk' }],
    ['another by both', ['Molen BV', 'KvK: 87654321'], { owner: 'other', id: 'm', by: 'kvk' }],
    ['another, though the package calls it otherwise', ['Administratie: Molen 2026', 'KvK: 87654321'], { id: 'm' }],
    ['nobody by a name that is like one', ['Administratie: Molen Beheer B.V.'], { owner: 'unknown' }],
    ['nobody when two are named', ['Kantoor De Jong', 'Molen BV'], { owner: 'unknown' }],
    ['the one it names, whoever made it', ['Kantoor De Jong', 'Administratie: Molen BV'], { id: 'm' }],
    ['nobody when number and name are of two', ['Administratie: Molen BV', 'KvK 11111111'], { owner: 'unknown' }],
    ['nobody without any', ['Openstaande posten per 20-11-2026'], { owner: 'unknown' }],
  ])('%s', async (_, lines, owner) => {
    expect(await ownerOf(...lines)).toMatchObject(owner);
  });

  it('is nobody’s when two bear the name, unless a number tells them apart', async () => {
    const twins = [bakker, molen, { ...molen, id: 'm2', kvk: '99999999' }];
    const of = async (...lines: readonly string[]) => ownerOfTable(await marksOf(...lines), bakker, twins);
    expect(await of('Administratie: Molen BV')).toEqual({ owner: 'unknown', stated: 'Molen BV' });
    expect(await of('Administratie: Molen BV', 'KvK 99999999')).toMatchObject({ owner: 'other', id: 'm2', by: 'kvk' });
  });
});
