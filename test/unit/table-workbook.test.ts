import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { factsOf, refusalOf, warningsOf } from './table-text.ts';

const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }) as const;
const head = ['Debiteurnummer', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Vervaldatum', 'Factuurbedrag', 'Openstaand'];
const list: SheetData = [
  ['Openstaande posten debiteuren', null, null, null, null, null, null],
  ['Peildatum', day('2026-11-20'), null, null, null, null, null],
  [],
  head,
  [1001, 'Café Zoë B.V.', 20250001, day('2026-10-01'), day('2026-10-31'), 1234.56, 1234.56],
  [null, null, '00017', day('2026-10-05'), null, 605, 302.5],
  ['0042', 'Bos', 'C-9', day('2026-10-07'), null, -121, -121],
  [null, 'Totaal', null, null, null, 1718.56, 1416.06],
];

async function workbook(sheets: readonly { sheet: string; data: SheetData }[]): Promise<Uint8Array> {
  return new Uint8Array(await writeWorkbook(sheets.map((sheet) => ({ ...sheet }))).toBuffer());
}

function read(bytes: Uint8Array, choices: ImportChoices = {}): Promise<TableReading> {
  return readTable({ fileName: 'lijst.xlsx', bytes, choices });
}

/** The workbook with the text of one of its parts changed. */
function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) });
}

describe('XLSX (formats §4.2 rule 11)', () => {
  it('reads values, dates by format, ids as whole digits, and the control total', async () => {
    const reading = await read(await workbook([{ sheet: 'Posten', data: list }]));
    expect(reading).toMatchObject({ format: 'xlsx', sheet: 'Posten', asOf: '2026-11-20', headerRow: 4, refusal: null });
    expect(factsOf(reading)).toEqual([
      ['20250001', '2026-10-01', '2026-10-31', 123456],
      ['00017', '2026-10-05', null, 30250],
      ['C-9', '2026-10-07', null, -12100],
    ]);
    expect(reading.items.map(({ debtorCode }) => debtorCode)).toEqual(['1001', '1001', '0042']);
    expect(reading.declaredTotal).toBe(141606);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['negative-total']);
  });

  it('reads the same items as the same list in CSV', async () => {
    const csv =
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand\n1;Kok;F1;01-10-2026;10,10\n1;Kok;F2;02-10-2026;-0,29\n';
    const fromCsv = await readTable({ fileName: 'a.csv', bytes: strToU8(csv) });
    const fromBook = await read(
      await workbook([
        {
          sheet: 'A',
          data: [
            ['Debiteurnummer', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Openstaand'],
            [1, 'Kok', 'F1', day('2026-10-01'), 10.1],
            [1, 'Kok', 'F2', day('2026-10-02'), -0.29],
          ],
        },
      ]),
    );
    expect(fromBook.items).toEqual(fromCsv.items);
    expect(fromBook.fingerprint).toBe(fromCsv.fingerprint);
  });

  it('amounts stored as text follow the rules of the column', async () => {
    const data = [
      head,
      ...['1.234,50', '€ 10,00', 7.5].map((open, i) => ['1', 'Kok', `F${i}`, '01-10-2026', null, null, open]),
    ];
    const reading = await read(await workbook([{ sheet: 'A', data: data as SheetData }]));
    expect(reading.items.map(({ open }) => open)).toEqual([123450, 1000, 750]);
  });

  it('takes the first visible sheet with a table, names the others, and any sheet on choice', async () => {
    const other: SheetData = [head, [7, 'Vos', 'V1', day('2026-10-01'), null, 5, 5]];
    const bytes = await workbook([
      { sheet: 'Toelichting', data: [['Lees dit eerst']] },
      { sheet: 'Verborgen', data: other },
      { sheet: 'Posten', data: list },
      { sheet: 'Vorig jaar', data: other },
    ]);
    const hidden = edited(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace(/(<sheet [^>]*name="Verborgen")/, '$1 state="hidden"'),
    );
    const reading = await read(hidden);
    expect(reading.sheet).toBe('Posten');
    expect(reading.sheets).toEqual(['Toelichting', 'Verborgen', 'Posten', 'Vorig jaar']);
    expect(warningsOf(reading)[0]).toBe('lijst.xlsx: gelezen is blad "Posten"; ook Vorig jaar bevat een tabel.');
    expect((await read(hidden, { sheet: 'Vorig jaar' })).items.map(({ number }) => number)).toEqual(['V1']);
    expect(refusalOf(await read(hidden, { sheet: 'Weg' }))).toContain('geen zichtbaar blad "Weg"');
  });

  it('says so when every sheet is hidden', async () => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    const hidden = edited(bytes, 'xl/workbook.xml', (xml) => xml.replace(/<sheet /g, '<sheet state="hidden" '));
    expect(refusalOf(await read(hidden))).toContain('alle bladen van dit bestand zijn verborgen');
  });

  it.each(['1', 'true'])('dates of the 1904 system (date1904="%s")', async (flag) => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    const shifted = edited(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace(/<workbookPr[^>]*\/>/, '').replace(/(<workbook [^>]*>)/, `$1<workbookPr date1904="${flag}"/>`),
    );
    expect((await read(shifted)).items[0]!.date).toBe('2030-10-02');
  });
});

describe('a workbook that is a trap is refused (formats §7.2)', () => {
  it('a bomb: a sheet that unpacks to hundreds of times its size', async () => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    const bomb = edited(bytes, 'xl/worksheets/sheet1.xml', (xml) => xml + ' '.repeat(60_000_000));
    expect(bomb.length).toBeLessThan(600_000);
    expect(refusalOf(await read(bomb))).toContain('pakt uit tot een omvang die geen lijst heeft');
  });

  it('a cell at the far end of the sheet', async () => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    const wide = edited(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(refusalOf(await read(wide))).toContain('kolommen');
  });

  it('names that leave the archive', async () => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    const evil = zipSync({ ...unzipSync(bytes), '../../evil.xml': strToU8('x') });
    expect(refusalOf(await read(evil))).toContain('onderdelen die er niet in horen');
  });

  it('a workbook cut off in the middle', async () => {
    const bytes = await workbook([{ sheet: 'Posten', data: list }]);
    expect(refusalOf(await read(bytes.slice(0, bytes.length / 2)))).toContain('beschadigd');
  });
});
