import type { Currency } from '#shared/money/cents.ts';
import { readDate } from '../../table/dates.ts';
import type { Row } from '../../table/reading.ts';
import { accountNumber, bankCell, looksLikeAccount } from './cells.ts';
import { directionOf } from './direction.ts';
import type { BankTable } from './recognise.ts';
import type { Role } from './roles.ts';

/** Where a table holds what; −1 and an empty list where it does not. */
export interface BankColumns {
  readonly account: number;
  readonly sortCode: number;
  readonly currency: number;
  readonly statementNumber: number;
  readonly bookDate: number;
  readonly valueDate: number;
  readonly amount: number;
  readonly debit: number;
  readonly credit: number;
  readonly part: number;
  readonly direction: number;
  readonly balanceAfter: number;
  readonly balanceBefore: number;
  readonly counterAccount: number;
  readonly counterName: readonly number[];
  readonly payer: number;
  readonly payee: number;
  readonly ultimateName: number;
  readonly text: readonly number[];
  readonly sort: readonly number[];
  readonly structured: number;
  readonly paymentReference: number;
  readonly reference: number;
  readonly unique: number;
  readonly endToEnd: number;
  readonly mandate: number;
  readonly returnReason: number;
  readonly fee: number;
  readonly net: number;
  readonly state: number;
  /** Of amounts in a column named with it, `Bedrag (EUR)`; null where no heading says. */
  readonly headingCurrency: Currency | null;
  /** A line without a book date is not booked yet: the day of the transaction has a column of its own (UBS). */
  readonly bookedLater: boolean;
}

/**
 * Settles which column holds what, by its heading and, where a heading can mean two things, by the values of the first rows.
 * `above`: the account named above the headings; empty when none is.
 */
export function settleColumns(table: BankTable, sample: readonly Row[], above: string): BankColumns {
  const roles = [...table.roles];
  const dates = roles.findIndex((role) => role === 'bookDate' || role === 'valueDate');
  const rows = sample.filter((row) => isDate(bankCell(row[dates])));
  const valuesOf = (column: number): readonly string[] => rows.map((row) => bankCell(row[column])).filter(Boolean);
  const isKnown = table.bank !== null && !table.areCommonWords;
  const saysOwn = (column: number): boolean => table.headings[column]?.meaning?.onlyBanks === true;
  if (table.fixed === null) settleByValues(roles, valuesOf, rows.length, above, isKnown, saysOwn);
  // Where no column names the other party, what was booked does: `Gutschrift: Huber AG`.
  if (!roles.some((role) => role === 'counterName' || role === 'payer' || role === 'payee')) {
    table.headings.forEach(({ letters }, column) => {
      if (letters === 'buchungstext' && roles[column] === 'sort') roles[column] = 'text';
    });
  }
  const ranked = (role: Role): readonly number[] =>
    roles
      .flatMap((found, column) => (found === role ? [column] : []))
      .sort((a, b) => rank(table, a) - rank(table, b) || a - b);
  const one = (role: Role): number => ranked(role)[0] ?? -1;
  const inOrder = (role: Role): readonly number[] => [...ranked(role)].sort((a, b) => a - b);
  const amount = one('amount');
  const bookDate = one('bookDate');
  return {
    account: one('account'),
    sortCode: one('sortCode'),
    currency: one('currency'),
    statementNumber: one('statementNumber'),
    bookDate: bookDate >= 0 ? bookDate : one('valueDate'),
    valueDate: bookDate >= 0 ? one('valueDate') : -1,
    amount,
    debit: one('debit'),
    credit: one('credit'),
    part: one('part'),
    direction: one('direction'),
    balanceAfter: one('balanceAfter'),
    balanceBefore: one('balanceBefore'),
    counterAccount: one('counterAccount'),
    counterName: ranked('counterName'),
    payer: one('payer'),
    payee: one('payee'),
    ultimateName: one('ultimateName'),
    text: inOrder('text'),
    sort: ranked('sort'),
    structured: one('structured'),
    paymentReference: one('paymentReference'),
    reference: one('reference'),
    unique: one('unique'),
    endToEnd: one('endToEnd'),
    mandate: one('mandate'),
    returnReason: one('returnReason'),
    fee: one('fee'),
    net: one('net'),
    state: one('state'),
    headingCurrency: table.headings[amount]?.currency ?? table.headings[one('credit')]?.currency ?? null,
    bookedLater: table.headings.some(({ letters }, column) => tradeDates.has(letters) && column !== bookDate),
  };
}

const tradeDates: ReadonlySet<string> = new Set(['abschlussdatum', 'tradedate', 'datedetransaction']);

function isDate(text: string): boolean {
  return readDate(text, 'dmy') !== null || readDate(text, 'mdy') !== null;
}

function rank({ headings }: BankTable, column: number): number {
  return headings[column]?.meaning?.rank ?? 1000;
}

/** An account as an IBAN, or by the number in it. */
function isSameAccount(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\D/g, '').replace(/^0+/, ''));
  return a!.endsWith(b!) || b!.endsWith(a!);
}

function settleByValues(
  roles: (Role | null)[],
  valuesOf: (column: number) => readonly string[],
  rowCount: number,
  above: string,
  isKnown: boolean,
  saysOwn: (column: number) => boolean,
): void {
  const all = (column: number, test: (value: string) => boolean): boolean => {
    const values = valuesOf(column);
    return values.length > 0 && values.every(test);
  };
  const most = (column: number, test: (value: string) => boolean): boolean => {
    const values = valuesOf(column);
    return values.length > 0 && values.filter(test).length * 2 > values.length;
  };
  // Deutsche Bank writes `Amount` twice: what it was in another currency, and what was booked.
  const amounts = roles.flatMap((role, column) => (role === 'amount' ? [column] : []));
  const everywhere = amounts.filter((column) => rowCount > 0 && valuesOf(column).length === rowCount);
  if (everywhere.length > 0) {
    for (const column of amounts) if (!everywhere.includes(column)) roles[column] = 'nothing';
  }
  roles.forEach((role, column) => {
    // KBC calls the value date `Valuta`.
    if (role === 'currency' && most(column, isDate)) roles[column] = 'valueDate';
    // `Tegenpartij` is a name at one bank and an account at another.
    if (role === 'counterName' && !roles.includes('counterAccount') && most(column, looksLikeAccount)) {
      roles[column] = 'counterAccount';
    }
    // `Info` is the text where no other column is, and most of it names numbers, as no state does.
    if (role === 'state' && !roles.includes('text') && most(column, (value) => /\d/.test(value)))
      roles[column] = 'text';
    // `Debet` above letters, not amounts.
    if ((role === 'debit' || role === 'credit') && all(column, (value) => directionOf(value) !== null)) {
      roles[column] = 'direction';
    }
  });
  const accounts = roles.flatMap((role, column) => (role === 'account' && valuesOf(column).length > 0 ? [column] : []));
  // `Konto-Nr.` is empty since there is an `IBAN` beside it.
  if (accounts.length > 0) {
    roles.forEach((role, column) => {
      if (role === 'account' && !accounts.includes(column)) roles[column] = 'nothing';
    });
  }
  // A bank that is known has its own account there, or says otherwise itself.
  if (!isKnown && !roles.includes('counterAccount')) {
    const others =
      accounts.find(isOfOthers) ?? (accounts.some(saysOwn) ? accounts.find((column) => !saysOwn(column)) : undefined);
    if (others !== undefined) roles[others] = 'counterAccount';
  }
  if (!roles.includes('direction')) {
    const sort = roles.findIndex(
      (role, column) => role === 'sort' && all(column, (value) => directionOf(value) !== null),
    );
    if (sort >= 0) roles[sort] = 'direction';
    else saidByUnlisted();
  }

  /** Accounts that are not the one above the headings, or that some lines lack, or that change more than accounts of one holder do. */
  function isOfOthers(column: number): boolean {
    const values = valuesOf(column).filter((value) => accountNumber(value) !== null);
    if (above !== '' && values.length > 0 && !values.some((value) => isSameAccount(value, above))) return true;
    if (rowCount < 2) return false;
    const different = new Set(values).size;
    const changesEachLine = different === rowCount && roles.includes('counterName');
    return values.length < rowCount || different > Math.max(3, rowCount / 4) || changesEachLine;
  }

  /** Beside amounts without a sign, a column nobody listed that says of every line which way it went. */
  function saidByUnlisted(): void {
    const amount = roles.indexOf('amount');
    if (amount < 0 || roles.includes('debit') || roles.includes('credit')) return;
    if (!all(amount, (value) => !/[-−–(]/.test(value))) return;
    const said = roles.flatMap((role, column) => {
      const isSaid = role === null && valuesOf(column).length === rowCount;
      return isSaid && all(column, (value) => directionOf(value) !== null) ? [column] : [];
    });
    if (said.length === 1) roles[said[0]!] = 'direction';
  }
}
