import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '#shared/formats/detect.ts';
import type { NamedFormat } from '#shared/formats/file-format.ts';
import { isImportFile } from '#shared/formats/import-file.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { namedFiles as english } from '#shared/i18n/en/table-named.ts';
import { namedFiles as dutch } from '#shared/i18n/nl/table-named.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A compound file whose first directory sector has these names. */
function compound(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes[30] = 9;
  names.forEach((name, entry) => {
    [...name].forEach((char, i) => {
      bytes[512 + entry * 128 + i * 2] = char.charCodeAt(0);
    });
  });
  return bytes;
}

function dbase(): Uint8Array {
  const bytes = new Uint8Array(98);
  bytes.set([3, 126, 2, 1]);
  bytes.set(latin('NUMMER'), 32);
  bytes[43] = 'C'.charCodeAt(0);
  return bytes;
}

const message = (element: string, name: string) =>
  utf8(
    `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${name}">\n  <${element}><GrpHdr/></${element}></Document>`,
  );
const parts = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

const files: readonly (readonly [NamedFormat, string, Uint8Array])[] = [
  ['coda', 'afschrift.cod', utf8(`0000002022612505        00000001  ${' '.repeat(94)}\n12001\n`)],
  ['coda', 'afschrift.txt', utf8(`0000002022612505D       00000001  ${' '.repeat(94)}\n12001\n`)],
  ['ofx', 'a.ofx', utf8('OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><SIGNONMSGSRSV1>')],
  ['ofx', 'a.qfx', utf8('<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<OFX><BANKMSGSRSV1/></OFX>')],
  ['qif', 'a.qif', utf8('!Type:Bank\nD01/02/2026\nT10.00\n^\n')],
  ['clieop', 'clieop03.txt', utf8('0001ACLIEOP03   010226ABCDE01\n')],
  ['payment-order', 'a.xml', message('CstmrCdtTrfInitn', 'pain.001.001.03')],
  ['payment-order', 'zonder bericht', utf8('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">')],
  ['collection-order', 'a.xml', message('CstmrDrctDbtInitn', 'pain.008.001.02')],
  ['order-status', 'a.xml', message('CstmrPmtStsRpt', 'pain.002.001.03')],
  ['mandate', 'a.xml', message('MndtInitnReq', 'pain.009.001.01')],
  [
    'other-auditfile',
    'a.xas',
    utf8('<?xml version="1.0"?><auditfile xmlns="http://www.auditfiles.nl/XAS/7.0"><header/></auditfile>'),
  ],
  ['other-auditfile', 'a.xaa', utf8('<auditfile xmlns="http://www.auditfiles.nl/XAA/3.0"/>')],
  ['exact-xml', 'a.xml', utf8('<?xml version="1.0"?><eExact><Accounts/></eExact>')],
  ['afas-xml', 'a.xml', utf8('<AfasGetConnector><Debiteuren/></AfasGetConnector>')],
  ['afas-xml', 'a.xml', utf8('<FiInvoice><Element><Fields Action="insert"><X>1</X></Fields></Element></FiInvoice>')],
  ['xls', 'lijst.xls', compound('Root Entry', 'Workbook')],
  ['xls', 'lijst.xls', Uint8Array.of(9, 2, 6, 0, 0, 5)],
  ['xls', 'half.xls', compound().subarray(0, 100)],
  ['locked', 'lijst.xlsx', compound('Root Entry', 'EncryptedPackage')],
  ['email', 'bericht.msg', compound('Root Entry', '__nameid_version1.0')],
  ['document', 'brief.doc', compound('Root Entry', '1Table', 'WordDocument')],
  ['xlsb', 'lijst.xlsb', parts('[Content_Types].xml', 'xl/workbook.bin')],
  ['document', 'brief.docx', parts('[Content_Types].xml', 'word/document.xml')],
  ['numbers', 'lijst.numbers', parts('Index/Document.iwa', 'Metadata/Properties.plist')],
  ['document', 'brief.odt', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] })],
  ['document', 'brief.rtf', utf8('{\\rtf1 Geachte heer}')],
  ['dbf', 'debiteur.dbf', dbase()],
  ['database', 'oud.mdb', latin(`\0\x01\0\0Standard Jet DB\0${'\0'.repeat(40)}`)],
  ['database', 'data.db', latin(`SQLite format 3\0${'\0'.repeat(40)}`)],
  ['datev', 'a.csv', utf8('"EXTF";700;21;"Buchungsstapel";13\r\n')],
  ['json', 'a.json', utf8('{\n  "invoices": []\n}')],
  ['json', 'a.json', utf8('[{"number": 1}]')],
  ['html', 'lijst.xls', utf8('<html><body><table/></body></html>')],
  [
    'email',
    'bericht.eml',
    utf8('Return-Path: <a@example.nl>\r\nFrom: A <a@example.nl>\r\nTo: b@example.nl\r\nMIME-Version: 1.0\r\n\r\nTekst'),
  ],
  [
    'html',
    'lijst.xls',
    utf8(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a\r\nContent-Type: text/html\r\n',
    ),
  ],
  ['packed', 'a.7z', latin('7z\xbc\xaf\x27\x1c\0\0')],
  ['packed', 'a.rar', latin('Rar!\x1a\x07\0')],
  ['image', 'scan.tif', latin('MM\0*\0\0')],
  ['image', 'foto.webp', latin('RIFF\0\0\0\0WEBPVP8 ')],
  ['image', 'foto.heic', latin('\0\0\0\x18ftypheic\0\0')],
];

describe('a file that is not read is refused by its name', () => {
  it.each(files)('%s: %s', async (format, fileName, bytes) => {
    expect(detectFormat(bytes)).toBe(format);
    const { refusal } = await readTable({ fileName, bytes });
    expect(refusal?.code).toBe(`is-${format}`);
  });

  it.each<readonly [string, string]>([
    [
      'adyen',
      'Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Type,Gross Debit (GC),Gross Credit (GC)',
    ],
    ['klarna', 'short_order_id,merchant_reference1,capture_date,payout_date,type,currency_code,amount'],
    ['degiro', 'Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id'],
    ['cash-book', 'Datum;Omschrijving;Ontvangsten;Uitgaven;Saldo'],
    ['cash-book', 'Kasboek februari 2026;;;;\nDatum;Omschrijving;Bij;Af;Saldo'],
    ['cash-book', 'Datum;Bonnr;Omschrijving;Bedrag;Af/Bij;Saldo'],
  ])('%s: %s', async (name, headings) => {
    const bytes = utf8(`${headings}\n02-02-2026;12;Verkoop;10,00;Bij;60,00\n`);
    expect(detectFormat(bytes)).toBe('table');
    expect((await readTable({ fileName: 'a.csv', bytes })).refusal?.code).toBe(`is-${name}`);
  });

  it.each<readonly [string, string, string]>([
    ['bankcsv', 'a bank that calls money in Inkomsten', 'Datum;Rekening;Naam;Omschrijving;Inkomsten;Uitgaven;Saldo'],
    ['bankcsv', 'a bank that names no account', 'Datum;Omschrijving;Bij;Af;Saldo'],
    ['table', 'invoices of a shop that sells tills', 'Kassa Centrum B.V.;;;\nDatum;Factuur;Klant;Bedrag'],
    [
      'bankcsv',
      'a bank called after cash',
      'KAS BANK afschrift NL91ABNA0417164300;;;\nDatum;Omschrijving;Bedrag;Saldo\n01-09-2026;Betaling;121,00;1121,00',
    ],
    [
      'table',
      'a list that says since when it is and when it came',
      'From: 2026-01-01\nTo: 2026-12-31\nReceived: 2026-11-20\n\nCustomer;Invoice number;Date;Amount due',
    ],
    [
      'table',
      'a text that begins as an old database',
      '12\t\tJansen Bakkerij Bv Amsterda\tCode\tNummerN\t100,00 en meer dan dat',
    ],
    ['table', 'a letter', 'Aan: de heer Jansen\nDatum: 1 februari 2026\nBetreft: factuur'],
    ['table', 'a list that begins with zeros', '0000012345;Jansen;10,00\n0000012346;Pieters;11,00'],
    ['zip', 'invoices in a folder called word', ''],
  ])('%s: %s is none of them', (format, _, text) => {
    expect(detectFormat(text === '' ? parts('word/2026-001.xml') : utf8(`${text}\n`))).toBe(format);
  });

  it.each([
    'Kassa Centrum B.V.;;;\nOpenstaande posten debiteuren;;;\nDatum;Nummer;Omschrijving;Bedrag',
    'Openstaande posten;;;\nDatum;Bonnummer;Omschrijving;Bedrag',
  ])('a list of debtors with few headings is no cash book: its columns can still be pointed out (%s)', async (text) => {
    const bytes = utf8(`${text}\nBakkerij Jansen;;;\n01-09-2026;2026-0101;Levering;121,00\n`);
    expect((await readTable({ fileName: 'a.csv', bytes })).refusal?.code).toBe('no-number-column');
  });

  it('every name has a sentence that says what to do, in both languages', () => {
    const { t } = createTranslator('nl');
    const translate = (key: string, params: Record<string, string | number>): string => t(key, params);
    const told = problemText(translate, 'a.cod', { code: 'is-coda', row: null, column: null, params: {} });
    expect(told).toMatch(/^a\.cod: dit is een afschrift in CODA.*Download de transacties bij de bank als CAMT\.053/);
    for (const format of new Set(files.map(([name]) => name))) expect(Object.keys(dutch)).toContain(`is-${format}`);
    for (const text of [...Object.values(dutch), ...Object.values(english)])
      expect(text).toMatch(/^(?:dit|this) .*\. .*\.$/);
  });

  it('in an import folder statements are told, and lists by their names', () => {
    expect(isImportFile('a.cod', files[0]![2])).toBe(true);
    expect(isImportFile('lijst.xls', compound('Root Entry', 'Workbook'))).toBe(true);
    expect(isImportFile('bericht.msg', compound('Root Entry', '__nameid_version1.0'))).toBe(false);
    expect(isImportFile('a.json', utf8('{"a": 1}'))).toBe(false);
  });
});
