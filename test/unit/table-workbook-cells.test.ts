import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { factsOf, refusalOf, warningsOf } from './table-text.ts';

const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }) as const;
const head = ['Debiteurnummer', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Vervaldatum', 'Openstaand'];
const item = (number: string | number, open: number | string = 10): SheetData[number] => [
  1001,
  'Kok B.V.',
  number,
  day('2026-10-01'),
  day('2026-10-31'),
  open,
];

async function workbook(sheets: readonly { sheet: string; data: SheetData }[]): Promise<Uint8Array> {
  return new Uint8Array(await writeWorkbook(sheets.map((sheet) => ({ ...sheet }))).toBuffer());
}

function read(bytes: Uint8Array, choices: ImportChoices = {}): Promise<TableReading> {
  return readTable({ fileName: 'lijst.xlsx', bytes, choices });
}

/** The first sheet with its XML changed. */
function edited(bytes: Uint8Array, change: (xml: string) => string, part = 'xl/worksheets/sheet1.xml'): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part]!);
  const after = change(before);
  if (after === before) throw new Error('the workbook was not changed');
  return zipSync({ ...parts, [part]: strToU8(after) });
}

describe('what cells of a workbook hold (formats §4.2 rules 9 and 11)', () => {
  it('sheets that each have one cell far down are refused before they fill memory', async () => {
    const names = ['A', 'B', 'C'];
    let bytes = await workbook(names.map((sheet) => ({ sheet, data: [head, item('F1')] })));
    for (const number of [1, 2, 3]) {
      const far = '<row r="1000000"><c r="Z1000000"><v>1</v></c></row></sheetData>';
      bytes = edited(bytes, (xml) => xml.replace('</sheetData>', far), `xl/worksheets/sheet${number}.xml`);
    }
    expect((await read(bytes)).refusal?.code).toBe('too-many-sheet-rows');
  });

  it('rows that are hidden by a filter are read, and said', async () => {
    const bytes = edited(await workbook([{ sheet: 'A', data: [head, item('F1'), item('F2')] }]), (xml) =>
      xml.replace('<row r="3"', '<row r="3" hidden="1"'),
    );
    const reading = await read(bytes);
    expect(reading.items.map(({ number }) => number)).toEqual(['F1', 'F2']);
    expect(warningsOf(reading)).toEqual(['lijst.xlsx: 1 verborgen rij is ook gelezen.']);
  });

  it.each([
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-en-US]#,##0.00;[Red]-[$$-en-US]#,##0.00', 'USD'],
    ['[$$-10409]#,##0.00', 'USD'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['[$USD] #,##0.00', 'USD'],
    ['#,##0.00 "USD"', 'USD'],
    ['[$£-809]#,##0.00', 'GBP'],
    ['\\£#,##0.00', 'GBP'],
    ['#,##0.00 [$CHF]', 'CHF'],
    ['#,##0.00 [$kr-414]', 'NOK'],
    ['[$R$-416] #,##0.00', 'BRL'],
    ['"R$" #,##0.00', 'BRL'],
    ['"Fr." #,##0.00', 'CHF'],
    ['#,##0.00 [$Ft-40E]', 'HUF'],
    ['[$¤]#,##0.00', 'EUR'],
    ['#,##0.00 [$EUR]', 'EUR'],
    ['_ [$€-413] * #,##0.00_ ;[Red]-#,##0.00', 'EUR'],
    ['[$-413]#,##0.00', 'EUR'],
    ['"€" #,##0.00', 'EUR'],
    ['#,##0.00_$', 'EUR'],
  ])('an amount is in the currency its format shows, and that is said: %s', async (format, currency) => {
    const data = [head, [...item('F1').slice(0, 5), { value: 12.5, type: Number, format }]] as SheetData;
    const reading = await read(
      await workbook([
        { sheet: 'Leeg', data: [['Toelichting']] },
        { sheet: 'A', data },
      ]),
    );
    expect(factsOf(reading)).toEqual([['F1', '2026-10-01', '2026-10-31', 1250]]);
    expect(reading.items[0]!.currency).toBe(currency);
    const said = `lijst.xlsx, rij 2: 1 bedrag staat in ${currency}: dat zegt alleen het teken`;
    expect(warningsOf(reading).map((warning) => warning.slice(0, said.length))).toEqual(
      currency === 'EUR' ? [] : [said],
    );
  });

  it.each([
    ['a dollar sign that may be of any country', '"$"#,##0.00', '$'],
    ['a sign nobody listed', '[$Afl.-5]#,##0.00', 'AFL.'],
  ])('%s is asked about', async (_, format, sign) => {
    const amount = { value: 12.5, type: Number, format };
    const data = [head, [...item('F1').slice(0, 5), amount]] as SheetData;
    expect(refusalOf(await read(await workbook([{ sheet: 'A', data }])))).toContain(
      `lijst.xlsx, rij 2, kolom "Openstaand": "${sign} 12.5" zegt niet om welke valuta het gaat`,
    );
  });

  it.each([
    ['00000', '00045'],
    ['00000;-00000', '00045'],
    ['0', '45'],
    ['00', '45'],
    ['0.00', '45'],
    ['00%', '45'],
  ])('zeros a format %s puts in front of a number are part of it: %s', async (format, code) => {
    const coded = { value: 45, type: Number, format };
    const data = [head, [coded, 'Kok B.V.', coded, ...item('').slice(3, 5), coded]] as SheetData;
    const reading = await read(await workbook([{ sheet: 'A', data }]));
    expect(reading.items.map((read) => [read.debtorCode, read.number, read.open])).toEqual([[code, code, 4500]]);
  });

  it.each([
    ['"F"0000', 42, 'F0042'],
    ['\\F0000', 42, 'F0042'],
    ['"INV-"00000', 123456, 'INV-123456'],
    ['0000"-NL"', 42, '0042-NL'],
    ['0000\\-0000', 20260042, '2026-0042'],
    ['0000-0000', 20260042, '2026-0042'],
    ['"VF"00"/"###', 26012, 'VF26/012'],
    ['_-"F"0_-;\\-"F"0', 42, 'F42'],
    ['[Blue]"F"General', 42, 'F42'],
    ['[<1000]"F"000;"G"0000', 42, '42'],
    ['"F"0.00', 42, '42'],
    ['"€ "0', 42, '42'],
    ['"EUR "0', 42, '42'],
    ['0 000', 1042, '1042'],
  ])(
    'texts a format %s puts around a number are part of what names something, of no amount',
    async (format, value, shown) => {
      const cell = { value, type: Number, format };
      const data = [head, [cell, 'Kok B.V.', cell, ...item('').slice(3, 5), cell]] as SheetData;
      const reading = await read(await workbook([{ sheet: 'A', data }]));
      expect(reading.items.map((one) => [one.debtorCode, one.number, one.open])).toEqual([[shown, shown, value * 100]]);
      expect(reading.columns[2]!.samples).toEqual([shown]);
    },
  );

  it('letters that would be a currency beside an amount are part of a number that names something', async () => {
    const number = { value: 42, type: Number, format: '"KR-"000' };
    const data = [head, [...item('').slice(0, 2), number, ...item('').slice(3)]] as SheetData;
    const { items } = await read(await workbook([{ sheet: 'A', data }]));
    expect(items).toMatchObject([{ number: 'KR-042', currency: 'EUR' }]);
  });

  it('a bare number shown with a letter is of the item, as a text would be', async () => {
    const number = { value: 42, type: Number, format: '"F"0000' };
    const data = [
      ['Nummer', 'Naam', 'Datum', 'Vervaldatum', 'Openstaand'],
      [number, 'Kok B.V.', ...item('').slice(3, 5), 12.5],
    ] as SheetData;
    expect(factsOf(await read(await workbook([{ sheet: 'A', data }])))).toEqual([
      ['F0042', '2026-10-01', '2026-10-31', 1250],
    ]);
  });

  it('not where a column says the currency', async () => {
    const amount = { value: 12.5, type: Number, format: '[$$-409]#,##0.00' };
    const data = [
      [...head, 'Valuta'],
      [...item('F1').slice(0, 5), amount, 'USD'],
    ] as SheetData;
    const reading = await read(await workbook([{ sheet: 'A', data }]));
    expect([reading.items[0]!.currency, reading.warnings]).toEqual(['USD', []]);
  });

  it('a debtor in merged cells speaks for the rows it covers', async () => {
    const bytes = edited(
      await workbook([
        { sheet: 'A', data: [head, item('F1'), [null, null, ...item('F2').slice(2)] as SheetData[number]] },
      ]),
      (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>',
        ),
    );
    expect((await read(bytes)).items.map(({ debtorCode, number }) => `${debtorCode} ${number}`)).toEqual([
      '1001 F1',
      '1001 F2',
    ]);
  });

  it('a formula gives its saved result; one without is empty, and said', async () => {
    const bytes = edited(await workbook([{ sheet: 'A', data: [head, item('F1', 77), item('F2', 88)] }]), (xml) =>
      xml.replace(/<v>77<\/v>/, '<f>70+7</f><v>77</v>').replace(/<v>88<\/v>/, '<f>80+8</f>'),
    );
    const reading = await read(bytes);
    expect(factsOf(reading)).toEqual([['F1', '2026-10-01', '2026-10-31', 7700]]);
    expect(reading.skipped).toEqual([{ row: 3, column: 'Openstaand', reason: 'amount-missing' }]);
    expect(warningsOf(reading)[0]).toContain('1 cel bevat een formule zonder bewaarde uitkomst');
  });

  it.each(['#N/A', '#N/B', '#REF!', '#VERW!'])('%s is no amount, no date and no text', async (error) => {
    const columns = [...head, 'Uw referentie', 'E-mail'];
    const bytes = await workbook([
      {
        sheet: 'A',
        data: [
          columns,
          [...item('F1'), error, error] as SheetData[number],
          [...item('F2', error), 'PO 1', 'k@x.example'] as SheetData[number],
          [1002, 'Bos', 'F3', day('2026-10-01'), error, 5, null, null] as SheetData[number],
        ],
      },
    ]);
    const reading = await read(bytes);
    expect(reading.items.map(({ number, details }) => [number, details.yourReference])).toEqual([['F1', undefined]]);
    expect(reading.debtors[0]!.email).toBeNull();
    expect(reading.skipped).toEqual([
      { row: 3, column: 'Openstaand', reason: 'amount-unreadable' },
      { row: 4, column: 'Vervaldatum', reason: 'date-unreadable' },
    ]);
  });

  it('a list whose dates are all an error is refused with it', async () => {
    const data = [head, [1002, 'Bos', 'F3', day('2026-10-01'), '#REF!', 5]] as SheetData;
    expect(refusalOf(await read(await workbook([{ sheet: 'A', data }])))).toContain('"#REF!" is niet met zekerheid');
  });

  it('numbers in a cell are whole ids, large ones too; numbers kept as text stay as they are', async () => {
    const data = [head, item(20250001), item('00017'), item('2.0250002E7'), item(9007199254740991)];
    const reading = await read(await workbook([{ sheet: 'A', data: data as SheetData }]));
    expect(reading.items.map(({ number }) => number)).toEqual(['20250001', '00017', '20250002', '9007199254740991']);
  });

  it('empty rows and columns before the table', async () => {
    const shifted = [head, item('F1')].map((row) => [null, null, ...row]) as SheetData;
    const reading = await read(await workbook([{ sheet: 'A', data: [[], [], [], ...shifted] }]));
    expect(factsOf(reading)).toEqual([['F1', '2026-10-01', '2026-10-31', 1000]]);
    expect(reading.headerRow).toBe(4);
  });
});

describe('which sheet is read (rule 11)', () => {
  const ages: SheetData = [
    ['Debiteurnummer', 'Naam', 'Saldo', '0-30', '> 30'],
    [1001, 'Kok B.V.', 10, 10, null],
  ];
  const debtors: SheetData = [
    ['Debiteurnummer', 'Naam', 'Adres', 'Postcode', 'Plaats', 'E-mail'],
    [1001, 'Kok B.V.', 'Dorpsstraat 1', '1234 AB', 'Ede', 'k@x.example'],
  ];
  const bank: SheetData = [
    [
      'Datum',
      'Naam / Omschrijving',
      'Rekening',
      'Tegenrekening',
      'Code',
      'Af Bij',
      'Bedrag (EUR)',
      'Mutatiesoort',
      'Mededelingen',
    ],
    ['20261001', 'Kok', 'NL13TEST0123456789', 'NL13TEST0123456780', 'OV', 'Bij', '10,00', 'Overschrijving', 'F1'],
  ];

  it('the one of items, whatever its place; the others are named with what they look like', async () => {
    const reading = await read(
      await workbook([
        { sheet: 'Analyse', data: ages },
        { sheet: 'Debiteuren', data: debtors },
        { sheet: 'Bank', data: bank },
        { sheet: 'Posten', data: [head, item('F1')] },
        { sheet: 'Toelichting', data: [['Lees dit eerst']] },
      ]),
    );
    expect(reading).toMatchObject({ sheet: 'Posten', kind: 'list' });
    expect(reading.looks.map(({ name, looksLike }) => [name, looksLike])).toEqual([
      ['Analyse', 'control'],
      ['Debiteuren', 'debtors'],
      ['Bank', 'bank'],
      ['Posten', 'list'],
      ['Toelichting', null],
    ]);
    expect(warningsOf(reading)[0]).toContain('ook Analyse, Debiteuren, Bank bevat een tabel');
  });

  it('a sheet of the same kind that is called after suppliers waits for one that is not', async () => {
    const sheets = [
      { sheet: 'Crediteuren', data: [head, item('I1')] as SheetData },
      { sheet: 'Verkoop', data: [head, item('F1')] as SheetData },
    ];
    expect((await read(await workbook(sheets))).sheet).toBe('Verkoop');
  });

  it('any other on choice', async () => {
    const bytes = await workbook([
      { sheet: 'Posten', data: [head, item('F1')] },
      { sheet: 'Analyse', data: ages },
      { sheet: 'Debiteuren', data: debtors },
    ]);
    expect(await read(bytes, { sheet: 'Analyse' })).toMatchObject({ kind: 'control', control: { total: 1000 } });
    expect(await read(bytes, { sheet: 'Debiteuren' })).toMatchObject({ kind: 'debtors', items: [] });
  });
});
