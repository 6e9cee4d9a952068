import type { TableField } from '../../table/fields.ts';
import { readHeading } from '../../table/headings.ts';
import { otherTable } from '../../table/other-tables.ts';
import type { Row } from '../../table/reading.ts';
import { bankOfHeadings } from './banks.ts';
import { bankCell, looksLikeAccount } from './cells.ts';
import { type FixedLayout, fixedLayouts } from './fixed-layouts.ts';
import { type BankHeading, bankHeading, likelyRole, type Role } from './roles.ts';

/** A table as its headings, or its fixed order, explain it. */
export interface BankTable {
  readonly bank: string | null;
  /** 0-based place of the header row; −1 when there is none. */
  readonly headerAt: number;
  /** Per column. */
  readonly roles: readonly (Role | null)[];
  readonly headings: readonly BankHeading[];
  readonly fixed: FixedLayout | null;
  readonly feesComeOff: boolean;
  /** Its headings are words any bank may use. */
  readonly areCommonWords: boolean;
}

/** Rows in which a table must show what it is: some banks put lines above their headings. */
export const recognisedWithin = 40;
/** Rows in which a table without headings must show its order. */
const fixedWithin = 10;

/** Whether rows are a bank's table of transactions, and not a list of something else (formats document §3.4). */
export function isBankRows(rows: readonly Row[]): boolean {
  return fixedTable(rows) !== null || (namedTable(rows, isOnlyBanks) !== null && otherTable(rows) === null);
}

/** The table in these rows; with `asked` also one that says no more than dates and amounts. Null when there is none. */
export function findBankTable(rows: readonly Row[], asked: boolean): BankTable | null {
  return (
    fixedTable(rows) ??
    namedTable(rows, isOnlyBanks) ??
    (asked ? namedTable(rows, ({ roles }) => hasMoney(roles) && hasDate(roles)) : null)
  );
}

function fixedTable(rows: readonly Row[]): BankTable | null {
  for (const row of rows.slice(0, fixedWithin)) {
    if (row.length < 7) continue;
    const cells = row.map(bankCell);
    const fixed = fixedLayouts.find(({ fits }) => fits(cells));
    const withoutHeader = { headerAt: -1, headings: [], feesComeOff: false, areCommonWords: false };
    if (fixed) return { ...withoutHeader, bank: fixed.bank, roles: fixed.roles, fixed };
  }
  return null;
}

function namedTable(rows: readonly Row[], fits: (table: BankTable) => boolean): BankTable | null {
  let best: BankTable | null = null;
  let most = 0;
  for (let at = 0; at < rows.length && at < recognisedWithin; at++) {
    const table = headerTable(rows[at]!, at);
    const known = table === null ? 0 : table.roles.filter((role) => role !== null).length;
    if (table === null || known <= most || !fits(table)) continue;
    best = table;
    most = known;
  }
  return best;
}

function headerTable(row: Row, at: number): BankTable | null {
  if (row.length < 2 || row.length > 200) return null;
  const cells = row.slice(besideAccount(row)).map(String);
  if (cells.some((cell) => cell.length > 80) || cells.some(isValue)) return null;
  const headings = cells.map(bankHeading);
  if (headings.every(({ meaning }) => meaning === null)) return null;
  const known = bankOfHeadings(headings);
  const roles = headings.map(({ letters, meaning }) => known?.roles?.[letters] ?? meaning?.role ?? null);
  return {
    bank: known?.name ?? null,
    headerAt: at,
    roles: withLikely(headings, roles),
    headings,
    fixed: null,
    feesComeOff: known?.feesComeOff ?? false,
    areCommonWords: known?.areCommonWords ?? false,
  };
}

/** Cells before the first heading: `Nr v/d rekening :` and its number, which stand above no column. */
function besideAccount([label = '', number = '', ...others]: Row): number {
  const isAccount =
    others.length > 0 && bankHeading(String(label)).meaning?.role === 'account' && /\d/.test(String(number));
  return isAccount && looksLikeAccount(bankCell(number)) ? 2 : 0;
}

/** Dates and amounts: not a row of headings. */
function isValue(cell: string): boolean {
  return /^\W*\d[\d.,:\s/-]*$/.test(cell.trim());
}

/** Headings nobody listed are asked for what they most likely are, where a role is still open. */
function withLikely(headings: readonly BankHeading[], roles: readonly (Role | null)[]): readonly (Role | null)[] {
  const taken = new Set(roles);
  // Beside what left and what arrived, another amount is of something else.
  if (taken.has('debit') && taken.has('credit')) taken.add('amount');
  const found = roles.map((role, i) => {
    const letters = headings[i]!.letters;
    if (role !== null || letters === '') return role;
    const guess = likelyRole(letters);
    if (guess === null || (guess !== 'nothing' && taken.has(guess))) return null;
    taken.add(guess);
    return guess;
  });
  // `Soll/Haben` where no column has amounts: theirs, with their sign.
  const isSigned = !taken.has('amount') && !taken.has('debit') && !taken.has('credit');
  return isSigned ? found.map((role) => (role === 'direction' ? 'amount' : role)) : found;
}

const ofInvoices: ReadonlySet<TableField> = new Set(['number', 'dueDate', 'open']);
const ofDebtors: ReadonlySet<TableField> = new Set(['debtorCode', 'debtorName']);
/** Headings lists of items and banks share. */
const shared = new Set(
  'saldo balance referentie kenmerk reference naam name tegenpartij contact document nota code'.split(' '),
);

/** Any other word on invoices: `Invoice Amount`, `Bedrag factuur`. */
const invoice = /\b(?:invoices?|facturen|factuur)/i;

/** A list of invoices in German has words of its banks above its columns as well: `Buchungstext`, `Soll`, `Haben`. */
const germanList = /^rechnungs?[- ]?(?:nummer|nr|datum)|^f(?:ä|ae)llig/i;

/** What lists of direct debits to collect state too, beside whom to collect from. */
const ofCollections: ReadonlySet<Role> = new Set(['mandate', 'structured', 'endToEnd']);
const creditorId = /^(?:incassantid|collectorid|gla(?:e)?ubigerid)$/;

/** Two headings only banks write; or one, or the columns of a statement, where nothing speaks of invoices or debtors. */
function isOnlyBanks({ bank, headings, roles }: BankTable): boolean {
  const own = new Set(
    headings.flatMap(({ meaning, letters }) =>
      meaning?.onlyBanks && !ofCollections.has(meaning.role) && !creditorId.test(letters) ? [letters] : [],
    ),
  ).size;
  if (bank !== null) return true;
  if (headings.some(({ text }) => germanList.test(text))) return false;
  if (own >= 2) return true;
  const fields = headings.flatMap(({ text, letters }) => (shared.has(letters) ? [] : readHeading(text).fields));
  if (fields.some(({ field }) => ofInvoices.has(field)) || headings.some(({ text }) => invoice.test(text)))
    return false;
  if (own === 1) return true;
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  return (
    hasMoney(roles) &&
    hasDate(roles) &&
    has('text') &&
    has('balanceAfter', 'balanceBefore', 'direction', 'counterAccount') &&
    !fields.some(({ field }) => ofDebtors.has(field))
  );
}

function hasMoney(roles: readonly (Role | null)[]): boolean {
  return roles.includes('amount') || (roles.includes('debit') && roles.includes('credit'));
}

function hasDate(roles: readonly (Role | null)[]): boolean {
  return roles.includes('bookDate') || roles.includes('valueDate');
}
