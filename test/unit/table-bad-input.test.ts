import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits } from '#shared/contract/limits.ts';
import { readBytes, readText, refusalOf, warningsOf } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('amounts in thousands', () => {
  const rows = '2026-1;Jansen BV;1,21';
  it.each(['Openstaand (x 1.000)', 'Openstaand x € 1.000', 'Openstaand in duizenden euro’s', 'Openstaand (k€)'])(
    'are refused by their heading: %s',
    async (heading) => {
      const text = `Factuurnummer;Naam;${heading}\n${rows}`;
      expect(refusalOf(await readText(text))).toContain('de bedragen staan in duizenden');
    },
  );

  it('are refused by the line above the headings', async () => {
    const text = `Openstaande posten;;\nbedragen x € 1.000;;\nFactuurnummer;Naam;Openstaand\n${rows}`;
    expect(refusalOf(await readText(text))).toContain('de bedragen staan in duizenden');
  });

  it.each(['Openstaand (max 1.000)', 'Openstaand 31-60'])('are no other headings: %s', async (heading) => {
    const reading = await readText(`Factuurnummer;Naam;${heading};Openstaand\n2026-1;Jansen BV;1,21;1,21`);
    expect(reading.refusal).toBeNull();
  });
});

describe('a file that is no list is refused by name, and nothing is read from it', () => {
  it.each([
    ['empty', new Uint8Array(), 'lijst.csv: het bestand is leeg.'],
    ['only blank lines', bytesOf('\r\n \r\n\r\n'), 'lijst.csv: het bestand is leeg.'],
    ['a PDF renamed to .csv', bytesOf('%PDF-1.7\n1 0 obj'), 'dit is een PDF'],
    ['a zip renamed to .csv', zipSync({ 'brief.txt': bytesOf('x') }), 'dit is een ingepakt bestand (zip)'],
    ['a picture renamed to .csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'dit is een afbeelding'],
    ['a web page called .xls', bytesOf('<html><table><tr><td>1</td></tr></table>'), 'bewaar het als .xlsx'],
    [
      'an old .xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'Open het bestand in Excel en bewaar het als .xlsx',
    ],
    ['bytes that are no text', Uint8Array.of(65, 66, 0, 1, 2, 59, 10, 0, 67), 'geen leesbare tekst'],
    ['a damaged workbook', bytesOf('PK\u0003\u0004 xl/workbook.xml and then nothing'), 'beschadigd'],
    ['MT940', bytesOf(':20:STARTUMS\r\n:25:NL00BANK\r\n:28C:1\r\n'), 'dit is een bankafschrift (MT940)'],
    [
      'CAMT',
      bytesOf('<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'),
      'dit is een bankafschrift (CAMT)',
    ],
    [
      'an invoice in another XML language',
      bytesOf('<rsm:CrossIndustryInvoice xmlns:rsm="urn:x"/>'),
      'dit XML-bestand is geen factuur (UBL), bankafschrift (CAMT) of auditfile (XAF)',
    ],
    ['XAF', bytesOf('<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">'), 'dit is een auditfile'],
    [
      'UBL',
      bytesOf('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'),
      'dit is een elektronische factuur (UBL)',
    ],
  ])('%s', async (_, bytes, text) => {
    const reading = await readBytes(bytes);
    expect(refusalOf(reading)).toContain(text);
    expect(reading.items).toEqual([]);
  });

  it('a file over the limit is refused before it is decoded', async () => {
    const reading = await readBytes(new Uint8Array(limits.tableBytes + 1));
    expect(refusalOf(reading)).toMatch(/^lijst\.csv: het bestand is 105 MB; een tabel mag 100 MB zijn/);
  });

  it('one huge line is refused with its length', async () => {
    const reading = await readText(`${'x'.repeat(2_000_000)}\n`);
    expect(refusalOf(reading)).toMatch(/^lijst\.csv, rij 1: deze regel is [\d.]+ tekens lang/);
  });
});

describe('rows with more values than there are headings', () => {
  const rows = (...lines: readonly string[]) => `${[head.replaceAll(';', ','), ...lines].join('\n')}\n`;
  const wide = async (text: string) => (await readText(text)).warnings.filter(({ code }) => code === 'wide-rows');

  it('a separator inside an amount is warned about, with the first row', async () => {
    const text = rows('7,De Kade,26-1,02-01-2026,01-02-2026,90.00', '8,De Wal,26-2,02-01-2026,01-02-2026,100,50');
    expect(await wide(text)).toEqual([{ code: 'wide-rows', row: 3, column: null, params: { count: 1 } }]);
  });

  it('separators at the end of a line are no values', async () => {
    expect(await wide(rows('7,De Kade,26-1,02-01-2026,01-02-2026,90.00,, ,'))).toEqual([]);
  });
});

describe('a list that lacks what an item needs says what was found', () => {
  it.each([
    [
      'no header',
      'a;b;c\n1;2;3\n',
      'lijst.csv, rij 1: er is geen rij met kolomkoppen gevonden in de eerste 25 rijen. Nodig zijn koppen zoals Factuurnummer, Vervaldatum en Openstaand; transacties van een bank die zo niet worden herkend, zijn te lezen als CAMT.053 of MT940. Gevonden: a, b, c',
    ],
    [
      'no amount column',
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum\n1;Kok;F1;01-10-2026\n',
      'lijst.csv: er is geen kolom met bedragen herkend (Openstaand, Bedrag, of Debet en Credit). Wijs de kolom aan. Gevonden koppen: Debiteurnummer, Naam, Factuurnummer, Factuurdatum',
    ],
    [
      'no invoice column',
      'Debiteurnummer;Naam;Vervaldatum;Openstaand\n1;Kok;01-10-2026;10,00\n',
      'lijst.csv: er is geen kolom met factuurnummers herkend. Wijs de kolom aan. Gevonden koppen: Debiteurnummer, Naam, Vervaldatum, Openstaand',
    ],
    [
      'no row that reads as an item',
      `${head}\n1;Kok;;;;\n`,
      'lijst.csv, rij 1: onder deze kop staat geen enkele rij die als openstaande post te lezen is; er wijzigt niets. Exporteer opnieuw. Is alles betaald, neem dan de betaalde posten in de lijst op, met 0,00 open.',
    ],
    [
      'no row with an amount that reads as one',
      `${head}\n1;Kok;F1;01-10-2026;;onbekend\n`,
      'lijst.csv, rij 2, kolom "Openstaand": "onbekend" is niet als bedrag in euro’s te lezen, en geen enkele rij is gelezen. Exporteer bedragen als 1234,56, met een andere valuta dan de euro in een eigen kolom.',
    ],
  ])('%s', async (_, text, message) => {
    expect(refusalOf(await readText(text))).toBe(message);
  });
});

describe('what only the user can decide is asked, with the place that is unclear', () => {
  const amounts = (...list: string[]): string =>
    `${head}\n${list.map((amount, i) => `1;Kok;F${i};01-10-2026;;${amount}`).join('\n')}\n`;

  it('1.234 alone can be thousands or decimals; the choice resolves it', async () => {
    const text = amounts('5', '1.234');
    expect(refusalOf(await readText(text))).toBe(
      'lijst.csv, rij 3, kolom "Openstaand": "1.234" kan duizendtallen of decimalen bedoelen, en geen ander bedrag in de kolom maakt het duidelijk. Kies komma of punt als decimaalteken.',
    );
    expect((await readText(text, { decimals: 'comma' })).items[1]!.open).toBe(123400);
    expect((await readText(text, { decimals: 'point' })).items[1]!.open).toBe(123);
  });

  it('1.234 beside 10,50 in the same column is thousands', async () => {
    expect((await readText(amounts('10,50', '1.234'))).items.map(({ open }) => open)).toEqual([1050, 123400]);
  });

  it('a column with both marks is never guessed per cell', async () => {
    const text = amounts('10,50', '10.50');
    expect(refusalOf(await readText(text))).toContain('rij 3, kolom "Openstaand": de bedragen gebruiken komma en punt');
    const chosen = await readText(text, { decimals: 'comma' });
    expect(chosen.items.map(({ open }) => open)).toEqual([1050]);
    expect(chosen.skipped).toEqual([{ row: 3, column: 'Openstaand', reason: 'amount-unreadable' }]);
  });

  it.each([
    ['nothing tells', '03/04/2026,05/06/2026,"1,210.00"', true],
    ['another column tells', '03/04/2026,25/06/2026,"1,210.00"', false],
    ['the month is a word elsewhere', '03/04/2026,5 Jun 2026,"1,210.00"', false],
    ['both readings are the same day', '04/04/2026,06/06/2026,"1,210.00"', false],
    ['amounts have a comma', '03/04/2026,05/06/2026,"1.210,00"', false],
    ['dashes stand between', '03-04-2026,05-06-2026,"1,210.00"', false],
  ])('dates that may have the month first, where %s', async (_, cells, isTold) => {
    const text = `Customer,Invoice No,Invoice Date,Due Date,Balance\nKok,F1,${cells}\n`;
    const said =
      'lijst.csv, rij 2, kolom "Invoice Date": aangenomen is dat "03/04/2026" de dag vooraan heeft: geen enkele datum maakt het duidelijk. Staat de maand vooraan, kies dan maand-dag-jaar.';
    expect(warningsOf(await readText(text))).toEqual(isTold ? [said] : []);
    expect((await readText(text, { dateOrder: 'dmy' })).warnings).toEqual([]);
  });

  it('dates with the month first are confirmed by the user', async () => {
    const text = `${head}\n1;Kok;F1;10/25/2026;11/24/2026;10,00\n`;
    expect(refusalOf(await readText(text))).toContain(
      'rij 2, kolom "Factuurdatum": "10/25/2026" heeft de maand vooraan',
    );
    const reading = await readText(text, { dateOrder: 'mdy' });
    expect(reading.items[0]).toMatchObject({ date: '2026-10-25', dueDate: '2026-11-24' });
  });

  it('one day above 12 makes the whole column day first', async () => {
    const reading = await readText(`${head}\n1;Kok;F1;01/02/2026;;10,00\n1;Kok;F2;25/02/2026;;10,00\n`);
    expect(reading.items.map(({ date }) => date)).toEqual(['2026-02-01', '2026-02-25']);
  });
});

describe('damage inside a file', () => {
  it('a quote that is never closed spoils only its own row', async () => {
    const reading = await readText(
      `${head}\n1;"Kok;F1;01-10-2026;;10,00\n2;Bos;F2;01-10-2026;;20,00\n3;"Vos; Mol";F3;01-10-2026;;30,00\n`,
    );
    expect(reading.items.map(({ number, debtorName }) => [number, debtorName])).toEqual([
      ['F1', 'Kok'],
      ['F2', 'Bos'],
      ['F3', 'Vos; Mol'],
    ]);
    expect(warningsOf(reading)).toEqual([
      'lijst.csv, rij 2: een aanhalingsteken is niet gesloten; de rij is op zichzelf gelezen.',
    ]);
  });

  it('quotes inside a quoted name', async () => {
    const reading = await readText(`${head}\n1;"Café "De Hoek"";F1;01-10-2026;;10,00\n2;Bos;F2;01-10-2026;;20,00\n`);
    expect(reading.items.map(({ number }) => number)).toEqual(['F1', 'F2']);
    expect(reading.debtors[0]!.name).toContain('De Hoek');
  });

  it('two stray quotes far apart hide no rows between them', async () => {
    const reading = await readText(
      `${head}\n1;"Kok;F1;01-10-2026;;10,00\n2;Bos;F2;01-10-2026;;20,00\n3;Vos";F3;01-10-2026;;30,00\n`,
    );
    expect(reading.items.map(({ number }) => number)).toEqual(['F1', 'F2', 'F3']);
    expect(reading.warnings.map(({ code, row }) => [code, row])).toContainEqual(['broken-quote', 2]);
  });

  it('a quoted line break stays inside its cell', async () => {
    const reading = await readText(`${head}\n1;"Kok\nt.a.v. Bos";F1;01-10-2026;;10,00\n2;Bos;F2;01-10-2026;;20,00\n`);
    expect(reading.debtors[0]!.name).toBe('Kok t.a.v. Bos');
    expect(reading.items).toHaveLength(2);
  });

  it('more than two decimals are rounded, and said', async () => {
    const reading = await readText(`${head}\n1;Kok;F1;01-10-2026;;10,005\n1;Kok;F2;01-10-2026;;1,50\n`);
    expect(reading.items.map(({ open }) => open)).toEqual([1001, 150]);
    expect(warningsOf(reading)[0]).toContain('afgerond op centen');
  });
});

describe('what other systems leave in a text file', () => {
  const rows = ['1;Kok;F1;01-10-2026;;10,00', '2;Bos;F2;01-10-2026;;20,00', ''];
  const numbers = async (text: string) => {
    const reading = await readText(text);
    expect(reading.refusal).toBeNull();
    return reading.items.map(({ row, number, open }) => `${row} ${number} ${open}`);
  };

  it.each([
    ['CR LF', '\r\n'],
    ['CR CR LF', '\r\r\n'],
    ['CR alone', '\r'],
    ['LF alone', '\n'],
  ])('lines that end in %s', async (_, end) => {
    expect(await numbers([head, ...rows].join(end))).toEqual(['2 F1 1000', '3 F2 2000']);
  });

  it.each(['\u001a', '\r\n\u001a\u001a\r\n'])('the end-of-file mark of DOS: %j', async (mark) => {
    const reading = await readText(`${[head, ...rows].join('\r\n').trimEnd()}${mark}`);
    expect(reading.items.map(({ open }) => open)).toEqual([1000, 2000]);
    expect(reading.skipped).toEqual([]);
  });

  it('a NUL in the text is refused with its row', async () => {
    const reading = await readText(`${head}\n1;Kok;F1;01-10-2026;;10,00\n2;B\0s;F2;01-10-2026;;20,00\n`);
    expect(refusalOf(reading)).toBe(
      'lijst.csv, rij 3: het bestand bevat geen leesbare tekst. Exporteer de lijst opnieuw als CSV of als .xlsx.',
    );
  });

  it('"Unicode text" as a spreadsheet saves it: UTF-16 with tabs', async () => {
    const text = `\ufeff${[head, ...rows].join('\r\n').replaceAll(';', '\t').replace('Kok', 'Café Zoë')}`;
    const reading = await readBytes(Uint8Array.from(Buffer.from(text, 'utf16le')), 'lijst.txt');
    expect(reading).toMatchObject({ encoding: 'utf-16le', separator: '\t' });
    expect(reading.items.map(({ debtorName, open }) => [debtorName, open])).toEqual([
      ['Café Zoë', 1000],
      ['Bos', 2000],
    ]);
  });

  it('a long line far down is refused with its row', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `1;Kok;F${i};01-10-2026;;10,00`);
    const reading = await readText([head, ...many, `2;${'x'.repeat(1_100_000)};G;01-10-2026;;1,00`].join('\n'));
    expect(refusalOf(reading)).toMatch(/^lijst\.csv, rij 302: deze regel is 1\.100\.0\d\d tekens lang/);
  });

  it('ten million rows are refused before they are split, with how many there are and what to do', async () => {
    const reading = await readText(`Klant;Factuur;Openstaand\n${'1;2;3\n'.repeat(9_999_999)}`);
    expect(refusalOf(reading)).toBe(
      'lijst.csv, rij 500001: het bestand heeft 10.000.000 rijen; een tabel mag er 500.000 hebben. Exporteer alleen wat openstaat, exporteer per jaar, of splits het bestand.',
    );
    expect(reading.items).toEqual([]);
  });

  it('a number on 150,000 rows is read, and told', async () => {
    const reading = await readText(`Klant;Factuur;Openstaand\n${'1;F1;3\n'.repeat(150_000)}`);
    expect(reading.refusal).toBeNull();
    expect(reading.items.length).toBe(150_000);
    expect(reading.warnings.map(({ code }) => code)).toContain('duplicate-number');
  });

  it.each([
    ['cut from the text', ''],
    ['in quotes that run over lines', '"a\nb";"c"\n'],
  ])('more cells than fit in memory, %s, are refused where they begin', async (_, first) => {
    const row = `${'1;'.repeat(400)}\n`;
    const reading = await readText(`Klant;Factuur;Openstaand\n${first}${row.repeat(50_100)}`);
    expect(refusalOf(reading)).toMatch(
      /^lijst\.csv, rij \d{5}: tot hier heeft het bestand al 20\.000\.000 cellen; meer past niet in een tabel\./,
    );
  });

  it('a quote that is never closed in a list of quoted cells spoils one row of thousands', async () => {
    const line = (i: number): string => `"${i % 50}";"Kok ${i % 50}";"F${i}";"01-10-2026";"";"10,00"`;
    const lines = Array.from({ length: 4000 }, (_, i) => line(i));
    lines[2000] = lines[2000]!.replace('"F2000"', '"F2000');
    const reading = await readText([head, ...lines].join('\r\n'));
    expect(reading.items.length).toBeGreaterThanOrEqual(3999);
    expect(reading.warnings.map(({ code, row }) => [code, row])).toContainEqual(['broken-quote', 2002]);
  });
});
