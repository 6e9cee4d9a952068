import { namedMessage, namedRoot } from './detect-named.ts';
import type { FileFormat } from './file-format.ts';

/**
 * What an XML or HTML text is, by the name of its root and the words it uses; a namespace is only a hint, an envelope is
 * looked into. Null when the text is no markup.
 */
export function xmlFormat(text: string): FileFormat | null {
  if (isAuditfilePart(text)) return 'xaf';
  if (!/^<[A-Za-z_!?]/.test(text)) return null;
  const body = afterProlog(text);
  const root = rootName(body);
  if (/^<!doctype\s+html/i.test(text) || /^(?:html|head|body|table|div|meta)$/i.test(root ?? '')) return 'html';
  if (root === null) return /^<(?:\?xml|!--|!doctype)/i.test(text) ? 'xml' : null;
  return byRoot(root, body) ?? byContent(body) ?? 'xml';
}

/** A file that goes on where the one before it was cut, so that it has no root: told by its comment, or by its first element. */
function isAuditfilePart(text: string): boolean {
  const start = text.slice(0, 4096);
  if (/^(?:<\?xml[^>]*\?>\s*)?<!--[^>]*vervolgbestand\s+\d+\s+van\s+\d+/i.test(start)) return true;
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)*<\/?(?:[\w.-]+:)?(?:journal|transaction|trLine|sbLine|customerSupplier|ledgerAccount)[\s/>]/i.test(
    start,
  );
}

/** Past the declaration, processing instructions, comments and a document type (which the reader refuses later). */
function afterProlog(text: string): string {
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const end = text.startsWith('<?', at)
      ? after(text, '?>', at)
      : text.startsWith('<!--', at)
        ? after(text, '-->', at)
        : text.startsWith('<!', at)
          ? afterDoctype(text, at)
          : -1;
    if (end < 0) return text.slice(at);
    at = end;
  }
}

const isSpace = (code: number): boolean => code <= 32 || code === 0xfeff;

function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found + mark.length;
}

function afterDoctype(text: string, at: number): number {
  const close = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  if (subset < 0 || (close >= 0 && close < subset)) return after(text, '>', at);
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  return end.exec(text) ? end.lastIndex : text.length;
}

/** Local name of the first element. */
function rootName(body: string): string | null {
  return /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(body)?.[1] ?? null;
}

function byRoot(root: string, body: string): FileFormat | null {
  if (/^auditfile$/i.test(root)) return isOtherAuditfile(body) ? 'other-auditfile' : isClair2(body) ? 'clair2' : 'xaf';
  if (root === 'Document') return camtFormat(body) ?? messageFormat(body);
  if (root === 'document') return body.includes('opendocument.spreadsheet') ? 'ods' : null;
  const found = statementRoots[root] ?? namedRoot(root, body);
  if (found) return found;
  if (root === 'Workbook')
    return body.includes('office:spreadsheet') || /<(?:\w+:)?Worksheet[\s>]/.test(body) ? 'excel-xml' : null;
  return (root === 'Invoice' || root === 'CreditNote') && speaksUbl(body) ? 'ubl' : null;
}

const statementRoots: Readonly<Record<string, FileFormat>> = {
  BkToCstmrAcctRpt: 'camt052',
  BkToCstmrStmt: 'camt053',
  BkToCstmrDbtCdtNtfctn: 'camt054',
};

function camtFormat(body: string): FileFormat | null {
  const message = /<(?:[\w.-]+:)?(BkToCstmrAcctRpt|BkToCstmrStmt|BkToCstmrDbtCdtNtfctn)[\s/>]/.exec(body)?.[1];
  if (message) return statementRoots[message]!;
  const named = /camt\.05([234])/.exec(body)?.[1];
  return named ? (`camt05${named}` as 'camt052' | 'camt053' | 'camt054') : null;
}

/** Another message of ISO 20022, by the first element in it and the name in its namespace. */
function messageFormat(body: string): FileFormat | null {
  const element = /^<[^>]*>\s*(?:<!--[^>]*-->\s*)*<(?:[\w.-]+:)?([A-Za-z]+)/.exec(body)?.[1] ?? '';
  return namedMessage(element, /iso:20022:tech:xsd:(\w+\.\d{3})/.exec(body)?.[1] ?? '');
}

/** Of wages (XAS) or a till (XAA), by its namespace: nothing in it is owed by debtors. */
function isOtherAuditfile(body: string): boolean {
  return /^<[^>]*auditfiles\.nl\/XA[AS]\//i.test(body);
}

/** The auditfile of 2003 names its version, and has debit and credit amounts in one line. */
function isClair2(body: string): boolean {
  return /CLAIR2\./i.test(body) || (/<debitAmount|<creditAmount/i.test(body) && !/<trLine[\s>]/i.test(body));
}

function speaksUbl(body: string): boolean {
  if (/oasis:names:(?:specification|draft):ubl/.test(body)) return true;
  const words = ubl.filter((word) => new RegExp(`<(?:[\\w.-]+:)?${word}[\\s>]`).test(body));
  return words.length >= 2;
}

const ubl = [
  'UBLVersionID',
  'CustomizationID',
  'ProfileID',
  'IssueDate',
  'InvoiceTypeCode',
  'CreditNoteTypeCode',
  'DocumentCurrencyCode',
  'AccountingSupplierParty',
  'LegalMonetaryTotal',
];

/** Inside an envelope of any name: the first element that is the root of a document Voldaan knows. */
function byContent(body: string): FileFormat | null {
  const inside = /<(?:[\w.-]+:)?(auditfile|Document|BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)|Invoice|CreditNote)[\s/>]/gi;
  let asked = 0;
  for (const match of body.matchAll(inside)) {
    if (++asked > 20) break;
    const found = byRoot(match[1]!, body.slice(match.index));
    if (found) return found;
  }
  return null;
}
