import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbookSheets } from '#shared/formats/table/workbook.ts';
import { isDayFormat } from '#shared/formats/table/xlsx/styles.ts';

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const relations = (...found: readonly string[]) => `<Relationships>${found.join('')}</Relationships>`;

/** A workbook of one sheet, part by part as XLSX has them. */
const parts = {
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    relation('rId3', 'styles', 'styles.xml'),
  ),
  'xl/sharedStrings.xml':
    '<sst><si><t>Kok</t></si><si><r><t>Jansen </t></r><r><rPr><b/></rPr><t xml:space="preserve">&amp; Zn</t></r><rPh sb="0" eb="1"><t>uitspraak</t></rPh></si><si><t>M&#252;ller &#128512;_x000D_</t></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': '',
};

async function read(sheet: string, changed: Record<string, string> = {}, latin = false) {
  const rows = `<worksheet><sheetData>${sheet}</sheetData></worksheet>`;
  const all = { ...parts, 'xl/worksheets/sheet1.xml': rows, ...changed };
  const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text, latin)])));
  return readWorkbookSheets(bytes);
}
const rowsOf = async (...given: Parameters<typeof read>) => (await read(...given)).sheets;
const cells = async (row: string, changed?: Record<string, string>) =>
  (await rowsOf(`<row r="1">${row}</row>`, changed))[0]!.rows[0];

describe('the cells of XLSX', () => {
  it('shared texts are whole, whatever their letters look like, without how they are pronounced', async () => {
    const row = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>';
    expect(await cells(row)).toEqual(['Kok', 'Jansen & Zn', 'Müller 😀\r']);
  });

  it('are read by their type', async () => {
    const row =
      '<c r="A1" t="inlineStr"><is><r><t>in </t></r><r><t>delen</t></r></is></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="d"><v>2026-01-05T00:00:00</v></c><c r="D1" t="str"><f>A1</f><v>tekst</v></c><c r="E1" t="e"><v>#N/B</v></c><c r="F1"><v>1.5E3</v></c>';
    expect(await cells(row)).toEqual(['in delen', 'ja', '2026-01-05', 'tekst', '#N/B', 1500]);
  });

  it('a number is a day, or has its zeros, by the style of the cell', async () => {
    const row = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46027.25</v></c>`).join('');
    expect(await cells(row)).toEqual([46027.25, '2026-01-05', '2026-01-05', 46027.25]);
    expect(await cells('<c s="3"><v>45</v></c>')).toEqual(['00045']);
  });

  it('a number no calendar has stays one in a cell for days', async () => {
    expect(await cells('<c s="1"><v>-12.5</v></c><c s="1"><v>499481043183</v></c>')).toEqual([-12.5, 499_481_043_183]);
  });

  it.each(['1', 'true'])('days are counted from 1904 where the workbook says so: date1904="%s"', async (said) => {
    const book = parts['xl/workbook.xml'].replace('<sheets>', `<workbookPr date1904="${said}"/><sheets>`);
    expect(await cells('<c s="1"><v>44565</v></c>', { 'xl/workbook.xml': book })).toEqual(['2026-01-05']);
  });

  it('a formula whose saved result is an empty text is no formula without one', async () => {
    const row = '<c t="str"><f>A2</f><v></v></c><c><f>A3</f><v/></c><c t="str"><f>A4</f></c>';
    expect((await read(`<row>${row}</row>`)).unsavedFormulas).toBe(1);
  });

  it('stand where their places say, and one behind the other where nothing says', async () => {
    const rows =
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c><v>4</v></c></row>';
    const [sheet] = await rowsOf(rows);
    expect(sheet!.name).toBe('A & B');
    expect(sheet!.rows).toEqual([[], [], ['', '', 1, 2, ...Array(22).fill(''), 3], [4]]);
  });
});

it('cells of XLSX that do not come in order stand at their places all the same', async () => {
  const row = '<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="F1"><v>6</v></c><c r="D1"><v>4</v></c>';
  expect(await cells(row)).toEqual([1, '', 3, 4, '', 6]);
  expect(await cells('<c r="A1"><v>1</v></c><c r="E1"/><c r="C1"><v>3</v></c><c r="F1"><v>6</v></c>')).toEqual([
    1,
    '',
    3,
    '',
    '',
    6,
  ]);
});

describe('the parts of XLSX', () => {
  it('are found by their relations, wherever they stand and whatever the prefix of their names', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...others } = parts;
    const moved: Record<string, string> = {
      ...others,
      '_rels/.rels': relations(relation('rId1', 'officeDocument', '/XL/workbook.xml')),
      'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', '/data/een.xml')),
      'data/een.xml':
        '<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    const bytes = zipSync(Object.fromEntries(Object.entries(moved).map(([name, text]) => [name, strToU8(text)])));
    expect((await readWorkbookSheets(bytes)).sheets.map(({ rows }) => rows)).toEqual([[[7]]]);
  });

  it.each(['./worksheets/sheet1.xml', '../xl/worksheets/sheet1.xml', '/xl/./worksheets/sheet1.xml'])(
    'a relation leads on from the folder it stands in: %s',
    async (target) => {
      const changed = { 'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', target)) };
      expect(await cells('<c><v>7</v></c>', changed)).toEqual([7]);
    },
  );

  it('a sheet of charts holds no rows and is passed over', async () => {
    const book = parts['xl/workbook.xml'].replace(
      '</sheets>',
      '<sheet name="Grafiek" sheetId="2" r:id="rId9"/></sheets>',
    );
    const found = parts['xl/_rels/workbook.xml.rels'].replace(
      '</Relationships>',
      `${relation('rId9', 'chartsheet', 'chartsheets/sheet1.xml')}</Relationships>`,
    );
    const changed = {
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': found,
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    };
    expect((await rowsOf('', changed)).map(({ name }) => name)).toEqual(['A & B']);
  });

  it.each([
    ['a sheet whose part is missing', '', { 'xl/_rels/workbook.xml.rels': relations() }],
    ['a text that is not there', '<row><c t="s"><v>3</v></c></row>', {}],
    ['a sheet that stops', '', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1' }],
    ['letters in another encoding', '<row><c t="str"><v>\xe9</v></c></row>', {}, true],
  ])('%s is refused as damaged', async (_, rows, changed: Record<string, string>, latin = false) => {
    await expect(rowsOf(rows, changed, latin)).rejects.toMatchObject({ problem: { code: 'workbook-damaged' } });
  });

  it('a DOCTYPE is refused in any of them', async () => {
    const texts = '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>';
    await expect(rowsOf('', { 'xl/sharedStrings.xml': texts })).rejects.toMatchObject({
      problem: { code: 'workbook-unsafe' },
    });
  });
});

describe('formats of days', () => {
  it.each([
    'dd-mm-yyyy',
    'd/m/yy',
    '[$-413]d mmmm yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'yyyy\\-mm\\-dd hh:mm:ss.000',
    '[h]:mm:ss',
    'h:mm AM/PM',
    '"datum "dd-mm-yyyy',
    '[Red]mmm-yy',
    'dd.mm.jjjj',
  ])('%s', (format) => {
    expect(isDayFormat(format)).toBe(true);
  });

  it.each([
    'General',
    'Standaard',
    '0.00',
    '#,##0.00',
    '0" dagen"',
    '[Red]-#,##0.00',
    '_-* #,##0.00_-;_-@_-',
    '@',
    '0.00E+00',
    '"dm"',
    '',
    '[$€-413] #,##0.00',
  ])('not %s', (format) => {
    expect(isDayFormat(format)).toBe(false);
  });
});
