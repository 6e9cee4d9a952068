import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBankWorkbook } from '#shared/formats/bank/csv/read-workbook.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { readWorkbookSheets } from '#shared/formats/table/workbook.ts';
import { refusalOf } from './table-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook of Excel 2003 around these sheets. */
function excel(sheets: string, before = ''): Uint8Array {
  const spaces = 'urn:schemas-microsoft-com:office:spreadsheet';
  return utf8(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n${before}<Workbook xmlns="${spaces}" xmlns:ss="${spaces}"><Styles><Style ss:ID="s"/></Styles>${sheets}</Workbook>`,
  );
}
const sheet = (name: string, rows: string, rest = '') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${rest}</Worksheet>`;
const data = (type: string, text: string | number) => `<Data ss:Type="${type}">${text}</Data>`;
const cell = (text: string | number, at = '') =>
  `<Cell${at}>${data(typeof text === 'number' ? 'Number' : 'String', text)}</Cell>`;
const row = (...cells: readonly string[]) => `<Row>${cells.join('')}</Row>`;

const declared = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"';
const openContent = (tables: string, styles = '') =>
  `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body>`;
/** An OpenDocument spreadsheet around these tables. */
function openDocument(tables: string, styles = ''): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${declared}>${openContent(tables, styles)}</office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8('<m/>'),
  });
}
const openTable = (name: string, rows: string, style = '') =>
  `<table:table table:name="${name}"${style}>${rows}</table:table>`;
const openRow = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const openText = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const openNumber = (value: string, type = 'float') =>
  `<table:table-cell office:value-type="${type}" office:value="${value}"><text:p>zo getoond</text:p></table:table-cell>`;

const headings = ['Debiteur', 'Naam', 'Factuurnummer', 'Factuurdatum', 'Openstaand'];
const rowsOf = async (bytes: Uint8Array) => (await readWorkbookSheets(bytes)).sheets.map(({ rows }) => rows);

describe('a list in the XML of Excel 2003', () => {
  it('is read as one in XLSX is: titles, types, merged and missing cells, rows at their places', async () => {
    const bytes = excel(
      sheet(
        'Posten',
        row(`<Cell ss:MergeAcross="2">${data('String', 'Openstaande posten per 31-01-2026')}</Cell>`) +
          `<Row ss:Index="3">${headings.map((text) => cell(text)).join('')}</Row>` +
          row(
            cell(1001),
            `<Cell><ss:Data ss:Type="String" xmlns="h">Jansen <B>&amp;</B> Zn</ss:Data><Comment>${data('String', 'let op')}</Comment></Cell>`,
            cell('0012'),
            `<Cell ss:StyleID="s">${data('DateTime', '2026-01-05T00:00:00.000')}</Cell>`,
            `<Cell ss:Formula="=1">${data('Number', '1210.5')}</Cell>`,
          ) +
          row(cell('0013', ' ss:Index="3"'), cell('-1.5E2' as never, ' ss:Index="5"').replace('String', 'Number')),
      ),
    );
    expect(detectFormat(bytes)).toBe('excel-xml');
    const read = await readTable({ fileName: 'lijst.xls', bytes });
    expect(read).toMatchObject({
      refusal: null,
      asOf: '2026-01-31',
      headerRow: 3,
      sheet: 'Posten',
      format: 'excel-xml',
    });
    expect(
      read.items.map(({ row: at, debtorCode, debtorName, number, date, open }) => [
        at,
        debtorCode,
        debtorName,
        number,
        date,
        open,
      ]),
    ).toEqual([
      [4, '1001', 'Jansen & Zn', '0012', '2026-01-05', 121_050],
      [5, '1001', 'Jansen & Zn', '0013', null, -15_000],
    ]);
  });

  it('cells stand at their places behind merged ones and passed-over rows', async () => {
    const bytes = excel(
      sheet('A', `<Row ss:Span="1"/>${row(`<Cell ss:MergeAcross="1">${data('String', 'x')}</Cell>`, cell('y'))}`) +
        sheet('B', row('<Cell/>', `<Cell>${data('Boolean', '1')}</Cell>`, '<Cell ss:StyleID="s"/>')),
    );
    expect(await rowsOf(bytes)).toEqual([[[], [], ['x', '', 'y']], [['', 'ja']]]);
  });

  it('rows that only look like the one above them hold none of its cells', async () => {
    const rows = `<Row ss:Span="2">${cell('x')}</Row>${row(cell('y'))}`;
    expect(await rowsOf(excel(sheet('A', rows)))).toEqual([[['x'], [], [], ['y']]]);
  });

  it.each([
    ['s', 's:'],
    ['', ''],
  ])('under the prefix "%s" of its attributes', async (prefix, before) => {
    const declared = prefix === '' ? '' : ` xmlns:${prefix}="urn:schemas-microsoft-com:office:spreadsheet"`;
    const bytes = utf8(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"${declared}><Worksheet ${before}Name="A"><Table><Row><Cell ${before}Index="2"><Data ${before}Type="Number">7</Data></Cell></Row></Table></Worksheet></Workbook>`,
    );
    expect(await rowsOf(bytes)).toEqual([[['', 7]]]);
  });

  it('hidden sheets, hidden rows and formulas without a result are told as of any workbook', async () => {
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    const read = await readWorkbookSheets(
      excel(sheet('Weg', row(cell('x')), hidden) + sheet('Hier', `<Row ss:Hidden="1"><Cell ss:Formula="=A1"/></Row>`)),
    );
    expect(read.sheets.map(({ name, hidden: is }) => [name, is])).toEqual([
      ['Weg', true],
      ['Hier', false],
    ]);
    expect([read.hiddenRows, read.unsavedFormulas]).toEqual([1, 1]);
  });

  it('zeros and currencies that styles show are part of the numbers in them', async () => {
    const styles =
      '<Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="d"><NumberFormat ss:Format="[$$-409]#,##0.00"/></Style>';
    const bytes = new TextDecoder()
      .decode(
        excel(sheet('A', row(cell(45, ' ss:StyleID="z"'), cell(5, ' ss:StyleID="d"'), cell('6', ' ss:StyleID="d"')))),
      )
      .replace('<Styles>', () => `<Styles>${styles}`);
    const [sheetRead] = (await readWorkbookSheets(utf8(bytes))).sheets;
    expect(sheetRead!.rows).toEqual([['00045', 5, '6']]);
    expect([0, 1, 2].map((column) => sheetRead!.signs.at(0, column))).toEqual(['', 'USD', '']);
  });

  it('a bank table in it is one', async () => {
    const names = [
      'Rekeningnummer',
      'Muntsoort',
      'Transactiedatum',
      'Rentedatum',
      'Beginsaldo',
      'Eindsaldo',
      'Transactiebedrag',
      'Omschrijving',
    ];
    const line = [123456789, 'EUR', 20260105, 20260105, 0, 5, 5, 'Overboeking'];
    const bytes = excel(
      sheet('Sheet0', row(...names.map((text) => cell(text))) + row(...line.map((value) => cell(value)))),
    );
    expect((await readBankWorkbook(bytes))?.statements[0]?.transactions).toMatchObject([
      { amount: 500, bookDate: '2026-01-05' },
    ]);
  });

  it.each([
    ['workbook-damaged', 'cut off', excel(sheet('A', row(cell('x')))).subarray(0, 300)],
    ['workbook-unsafe', 'a document type', excel(sheet('A', row(cell('x'))), '<!DOCTYPE Workbook [<!ENTITY a "b">]>')],
    ['too-many-columns', 'a cell far out', excel(sheet('A', row(cell('x', ' ss:Index="900"'))))],
    ['too-many-sheet-rows', 'a row far down', excel(sheet('A', `<Row ss:Index="600000">${cell('x')}</Row>`))],
  ])('%s: %s', async (code, _, bytes) => {
    expect((await readTable({ fileName: 'lijst.xls', bytes })).refusal?.code).toBe(code);
  });
});

describe('a list in an OpenDocument spreadsheet', () => {
  const table = openTable(
    'Posten',
    openRow(...headings.map(openText), '<table:table-cell table:number-columns-repeated="16379"/>') +
      openRow(
        openNumber('1001'),
        `<table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p></office:annotation><text:p>Jansen<text:s text:c="1"/><text:span>&amp;</text:span> Zn</text:p></table:table-cell>`,
        openText('0012'),
        '<table:table-cell office:value-type="date" office:date-value="2026-01-05T00:00:00"><text:p>5 jan</text:p></table:table-cell>',
        openNumber('1210.5', 'currency'),
      ) +
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  );

  it.each([
    ['.ods', openDocument(table)],
    [
      '.fods',
      utf8(
        `<?xml version="1.0"?><office:document ${declared} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${openContent(table)}</office:document>`,
      ),
    ],
  ])('is read: %s', async (_, bytes) => {
    expect(detectFormat(bytes)).toBe('ods');
    const read = await readTable({ fileName: 'lijst.ods', bytes });
    expect(read).toMatchObject({ refusal: null, sheet: 'Posten', rows: 1 });
    expect(read.items).toMatchObject([
      { debtorCode: '1001', debtorName: 'Jansen & Zn', number: '0012', date: '2026-01-05', open: 121_050 },
    ]);
  });

  it('repeated cells and rows stand as often as they are, hidden sheets and rows are told', async () => {
    const twice =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"/>';
    const bytes = openDocument(
      openTable('Weg', openRow(openText('x')), ' table:style-name="ta2"') +
        openTable(
          'Hier',
          `<table:table-row table:number-rows-repeated="2">${twice}<table:covered-table-cell/>${openText('a</text:p><text:p>b')}</table:table-row>` +
            '<table:table-row table:visibility="filter"><table:table-cell table:formula="of:=A1"/></table:table-row>',
        ),
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    );
    const read = await readWorkbookSheets(bytes);
    expect(read).toMatchObject({
      sheets: [
        { name: 'Weg', hidden: true, rows: [['x']] },
        {
          name: 'Hier',
          hidden: false,
          rows: [
            ['ja', 'ja', '', 'a\nb'],
            ['ja', 'ja', '', 'a\nb'],
          ],
        },
      ],
      hiddenRows: 1,
      unsavedFormulas: 1,
    });
  });

  it('keeps the zeros a number is shown with, and the currency of an amount', async () => {
    const amount = (code: string) =>
      `<table:table-cell office:value-type="currency" office:currency="${code}" office:value="5"/>`;
    const shown =
      '<table:table-cell office:value-type="float" office:value="45"><text:p>00045</text:p></table:table-cell>';
    const bytes = openDocument(openTable('A', openRow(amount('USD'), amount('EUR'), openNumber('5'), shown)));
    const [sheetRead] = (await readWorkbookSheets(bytes)).sheets;
    expect(sheetRead!.rows).toEqual([[5, 5, 5, '00045']]);
    expect([0, 1, 2, 3].map((column) => sheetRead!.signs.at(0, column))).toEqual(['USD', '', '', '']);
  });

  it.each([
    ['42', 'F0042', 'F0042'],
    ['20260042', '2026-0042', '2026-0042'],
    ['1042', '1.042', ''],
    ['42', '€ 42', ''],
    ['42', '42', ''],
    ['42.5', 'F42', ''],
  ])('keeps what a number %s is shown as: %s', async (value, written, text) => {
    const shown = `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${written}</text:p></table:table-cell>`;
    const [sheetRead] = (await readWorkbookSheets(openDocument(openTable('A', openRow(shown))))).sheets;
    expect([sheetRead!.rows, sheetRead!.shown.at(0, 0)]).toEqual([[[Number(value)]], text]);
  });

  it('under prefixes a library numbered', async () => {
    const spaces = ['office', 'table', 'text'].map(
      (name, i) => ` xmlns:ns${i}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
    );
    const rows =
      '<ns1:table-row ns1:number-rows-repeated="2"><ns1:table-cell ns1:number-columns-repeated="2"/>' +
      '<ns1:table-cell ns0:value-type="float" ns0:value="12.5"><ns2:p>12,50</ns2:p></ns1:table-cell></ns1:table-row>';
    const content = `<ns0:document-content${spaces.join('')}><ns0:body><ns0:spreadsheet><ns1:table ns1:name="A">${rows}</ns1:table></ns0:spreadsheet></ns0:body></ns0:document-content>`;
    const bytes = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8(content),
    });
    expect(await rowsOf(bytes)).toEqual([
      [
        ['', '', 12.5],
        ['', '', 12.5],
      ],
    ]);
  });

  it('sheets with empty rows above one far down are refused before they fill memory; one such sheet is read', async () => {
    const empty = '<table:table-row table:number-rows-repeated="499990"><table:table-cell/></table:table-row>';
    const far = (name: string) => openTable(name, empty + openRow(openText('x')));
    expect((await rowsOf(openDocument(far('A'))))[0]).toHaveLength(499_991);
    const many = openDocument(Array.from({ length: 50 }, (_, i) => far(`B${i}`)).join(''));
    expect((await readTable({ fileName: 'a.ods', bytes: many })).refusal?.code).toBe('too-many-cells');
  });

  it('spaces that are only counted do not make a text of any length; a file without sheets is empty', async () => {
    const spaces = openText('<text:s text:c="1000"/>'.repeat(2_000));
    const [[[cell]]] = (await rowsOf(
      openDocument(openTable('A', openRow(spaces.replace('><text:s', '>x<text:s')))),
    )) as [[[string]]];
    expect(cell.length).toBeLessThanOrEqual(101_001);
    expect((await readTable({ fileName: 'a.ods', bytes: openDocument('') })).refusal?.code).toBe('empty');
  });

  it('more rows than a list has are refused before they are laid out', async () => {
    const rows = `<table:table-row table:number-rows-repeated="1048576">${openText('x')}</table:table-row>`;
    const reading = await readTable({ fileName: 'a.ods', bytes: openDocument(openTable('A', rows)) });
    expect(reading.refusal?.code).toBe('too-many-sheet-rows');
    expect(refusalOf(reading)).toContain('het bestand heeft meer dan 500.000 rijen');
  });
});
