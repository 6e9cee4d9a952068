import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '#shared/formats/detect.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((char) => char.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

const camt = (message: string, namespace = '') =>
  `<?xml version="1.0"?>\n<Document${namespace}><${message}><GrpHdr/></${message}></Document>`;
const statement = ':20:A1\r\n:25:NL91ABNA0417164300\r\n:28C:1/1\r\n:60F:C260101EUR0,\r\n:62F:C260101EUR0,\r\n-\r\n';
const iso = 'urn:iso:std:iso:20022:tech:xsd:';
const ubl = (root: string, prefix = '') =>
  `<${prefix}${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"><cbc:ID>1</cbc:ID></${prefix}${root}>`;

describe('a file is recognised by its content', () => {
  it.each<readonly [string, string, string | Uint8Array]>([
    ['mt940', 'bare tags', statement],
    ['mt940', 'after a SWIFT header on one line', `{1:F01BANKNL2AXXXX0000000000}{2:I940BANKNL2AXXXXN}{4:${statement}}`],
    ['mt940', 'after the lines a bank puts before it', `ABNANL2A\r\n940\r\nABNANL2A\r\n${statement}`],
    ['mt940', 'behind a byte order mark and blank lines', `\ufeff\r\n\r\n ${statement}`],
    ['mt940', 'CR CR LF', statement.replaceAll('\r\n', '\r\r\n')],
    ['mt940', 'CR alone', statement.replaceAll('\r\n', '\r')],
    ['mt940', 'UTF-16', utf16(statement, 'le')],
    ['mt940', 'without its first line', statement.slice(8)],
    ['mt940', 'from its first transaction on', ':60F:C260101EUR0,\n:61:260101C5,00NTRFNONREF\n:86:x\n'],
    ['camt052', 'by its message', camt('BkToCstmrAcctRpt')],
    ['camt053', 'by its message', camt('BkToCstmrStmt', ` xmlns="${iso}camt.053.001.08"`)],
    ['camt054', 'by its message', camt('BkToCstmrDbtCdtNtfctn')],
    ['camt053', 'the message decides over a wrong namespace', camt('BkToCstmrStmt', ` xmlns="${iso}camt.054.001.02"`)],
    ['camt053', 'a prefix', `<n:Document xmlns:n="${iso}camt.053.001.02"><n:BkToCstmrStmt/></n:Document>`],
    ['camt053', 'cut before its message', `<Document xmlns="${iso}camt.053.001.02">`],
    ['camt053', 'in an envelope', `<Envelope><AppHdr/>${camt('BkToCstmrStmt').slice(22)}</Envelope>`],
    ['camt053', 'UTF-16 without a mark', utf16(camt('BkToCstmrStmt'), 'be', false)],
    ['xaf', 'without a namespace, in capitals', '<AUDITFILE><HEADER>'],
    ['xaf', 'comment and processing instruction first', '<?xml version="1.0"?><?x y?><!-- deel 2 > 1 --><auditfile>'],
    ['xaf', 'a prefix', '<xaf:auditfile xmlns:xaf="http://example.com/x">'],
    ['xaf', 'after a document type', '<!DOCTYPE auditfile [<!ENTITY a "b">]><auditfile>'],
    ['clair2', 'by its version', '<auditfile><header><auditfileVersion>CLAIR2.00.00</auditfileVersion>'],
    ['clair2', 'by its amounts', '<auditfile><transactions><line><debitAmount>1</debitAmount>'],
    ['adf', 'fixed columns', 'CLAIR1.00.00 DEMO      20260101'],
    ['ubl', 'an invoice', ubl('Invoice')],
    ['ubl', 'a credit note with a prefix', ubl('CreditNote', 'ns2:')],
    [
      'ubl',
      'without a namespace',
      '<Invoice><CustomizationID>x</CustomizationID><ID>1</ID><IssueDate>2026-01-01</IssueDate>',
    ],
    [
      'ubl',
      'in an envelope',
      `<sh:StandardBusinessDocument><sh:Header/>${ubl('Invoice')}</sh:StandardBusinessDocument>`,
    ],
    ['xml', 'an invoice in another language', '<Invoice><Nummer>1</Nummer></Invoice>'],
    ['xml', 'an envelope around nothing known', '<soap:Envelope><soap:Body/></soap:Envelope>'],
    ['html', 'a page', '<html><head></head></html>'],
    ['html', 'a page with its type', '<!DOCTYPE html>\n<html>'],
    ['pdf', 'a signature', '%PDF-1.7\n'],
    ['xls', 'a signature', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['zip', 'invoices', zipSync({ 'factuur.xml': bytesOf(ubl('Invoice')) })],
    [
      'zip',
      'a workbook inside',
      zipSync({ 'lijst.xlsx': [zipSync({ 'xl/workbook.xml': bytesOf('<x/>') }), { level: 0 }] }),
    ],
    ['xlsx', 'its parts', zipSync({ '[Content_Types].xml': bytesOf('<x/>'), 'xl/workbook.xml': bytesOf('<x/>') })],
    ['gzip', 'a signature', gzipSync(bytesOf(statement))],
    ['bankcsv', 'headings of a bank', 'Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR)\n'],
    ['bankcsv', 'the fixed order of a bank', '123456789\tEUR\t20260105\t0,00\t5,00\t20260105\t5,00\tOverboeking\n'],
    ['table', 'open items', 'Factuurnummer;Debiteur;Vervaldatum;Openstaand\nF1;Jansen;01-02-2026;10,00\n'],
    ['table', 'any text', 'Geachte heer'],
    ['table', 'many lines, the first separator far down', `${'Geachte heer\n'.repeat(60)}met dank, tot ziens\n`],
    ['table', 'a tag of MT940 in the middle of a line', 'Nummer;Tekst\n1;":20: :25: :61:260101"\n'],
    ['empty', 'nothing', ''],
    ['empty', 'white space', '\ufeff \r\n\r\n\u001a'],
    ['unknown', 'bytes that are no text', Uint8Array.of(65, 66, 0, 1, 2, 59, 10, 0, 67)],
  ])('%s: %s', (format, _, content) => {
    expect(detectFormat(typeof content === 'string' ? bytesOf(content) : content)).toBe(format);
  });

  it('its beginning is enough, and a character cut in two does no harm', () => {
    const lines = `Factuurnummer;Debiteur;Openstaand\n${'F1;Zoönen;10,00\n'.repeat(10_000)}`;
    for (let cut = 65_530; cut < 65_545; cut++) expect(detectFormat(bytesOf(lines).subarray(0, cut))).toBe('table');
    expect(detectFormat(bytesOf(`${'\r\n'.repeat(30_000)}${statement}${'x'.repeat(70_000)}`))).toBe('mt940');
  });
});
