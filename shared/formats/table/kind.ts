import { cellText } from './cells.ts';
import { debtorFactFields } from './debtors.ts';
import type { TableField, TableKind } from './fields.ts';
import { type Heading, isAgeingHeading } from './headings.ts';
import type { Profile } from './profiles.ts';
import type { Row } from './reading.ts';
import { statusWord } from './statuses.ts';

/** Everything that tells what a table is. */
export interface Looks {
  readonly headings: readonly Heading[];
  readonly fields: readonly (TableField | null)[];
  readonly rows: readonly Row[];
  /** Title lines, sheet and file name. */
  readonly titles: string;
  readonly profile: Profile | null;
}

/** Headings that mean an invoice number only beside amounts or dates. */
const weakNumbers = new Set('document referentie kenmerk reference uw_ref your_ref'.replaceAll('_', ' ').split(' '));
weakNumbers.add('uw ref');
weakNumbers.add('your ref');

/**
 * What a table is a list of, by its columns. Without invoice numbers it is one of debtors when it says more of them than a
 * name, else one of totals when every debtor stands in it once; with them one of invoices when what is open follows from a
 * status or what is paid, else one of open items.
 */
export function tableKind(looks: Looks): TableKind {
  const { headings, fields, rows, titles, profile } = looks;
  const has = (...wanted: readonly TableField[]): boolean => wanted.some((field) => fields.includes(field));
  const ages = headings.filter(({ text }) => isAgeingHeading(text)).length >= 2;
  const amounts = ages || has('open', 'total') || (has('debit') && has('credit'));
  const dated = has('invoiceDate', 'dueDate');
  const named = has('debtorCode', 'debtorName', 'lastName');
  const facts = fields.filter((field) => field !== null && debtorFactFields.has(field)).length;
  const numbered = has('number') && !(isWeak(looks) && !amounts && !dated);
  if (!numbered) {
    if (ages) return 'control';
    if (named && !has('dueDate') && (facts >= 2 || !amounts) && !(dated && amounts)) return 'debtors';
    return named && amounts && !dated && eachOnce(rows, fields) ? 'control' : 'list';
  }
  if (profile?.kind) return profile.kind;
  if (has('open')) return has('status') && holdsFinished(rows, fields.indexOf('status')) ? 'invoices' : 'list';
  if (!has('total') || speaksOfOpen(titles)) return 'list';
  return has('status', 'paid', 'paidOn') || speaksOfInvoices(titles) ? 'invoices' : 'list';
}

function isWeak({ headings, fields }: Looks): boolean {
  return weakNumbers.has(headings[fields.indexOf('number')]?.normal ?? '');
}

function speaksOfOpen(titles: string): boolean {
  return /openstaand|open\s?posten|outstanding|open items|receivables|onbetaald|unpaid/i.test(titles);
}

function speaksOfInvoices(titles: string): boolean {
  return /factuurlijst|facturenlijst|factuuroverzicht|verkoopfacturen|overzicht facturen|invoice list|sales invoices/i.test(
    titles,
  );
}

/**
 * Whether a table is one of what is owed to others, by its titles: said of creditors or purchases, and nothing in them or in the
 * headings speaks of debtors.
 */
export function speaksOfCreditors(titles: string, headings: readonly Heading[]): boolean {
  const written = `${titles} ${headings.map(({ text }) => text).join(' ')}`;
  return (
    /\b(?:crediteuren|creditors|inkoopfacturen|purchase invoices|accounts payable|openstaande inkoop|openstaande posten leveranciers)\b/i.test(
      titles,
    ) && !/debiteur|debtor|klant|customer|receivable|verkoop|sales/i.test(written)
  );
}

const looksAt = 400;

/** Paid ones and drafts: not a list of what is open. */
function holdsFinished(rows: readonly Row[], status: number): boolean {
  return rows.slice(0, looksAt).some((row) => {
    const word = statusWord(cellText(row[status]));
    return word === 'paid' || word === 'draft' || word === 'void';
  });
}

function eachOnce(rows: readonly Row[], fields: readonly (TableField | null)[]): boolean {
  const code = fields.indexOf('debtorCode');
  const name = fields.indexOf('debtorName');
  const seen = new Set<string>();
  for (const row of rows.slice(0, looksAt)) {
    const key = `${code < 0 ? '' : cellText(row[code])}|${name < 0 ? '' : cellText(row[name])}`;
    if (key === '|') continue;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return seen.size > 0;
}
