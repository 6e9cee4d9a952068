import { formatDate } from '#shared/dates/civil.ts';
import { type Cents, type Currency, formatMoney, sumOf } from '#shared/money/cents.ts';
import type { Bookings } from './bookings.ts';
import type { Collector } from './collector.ts';
import type { Group } from './groups.ts';
import { itemOf, settledOf } from './items.ts';
import type { XafAccount, XafItem, XafLevel, XafReading, XafRelation, XafSettled } from './reading.ts';

type Derived = Pick<XafReading, 'accounts' | 'level' | 'controlTotal' | 'items' | 'settled'>;

/**
 * Derives the open items from what was collected (formats document §1.3), with warnings where they do not add up to the
 * receivables accounts or are not all of them.
 */
export function derived(collector: Collector, currency: Currency, year: string): Derived {
  const { ledger, subledgers, relations, warnings } = collector;
  const accounts = ledger.balances();
  const control = accounts.length > 0 ? sumOf(accounts, ({ closing }) => closing) : relationTotal(collector);
  const level = levelOf(collector, accounts);
  for (const { id, name, why } of accounts) {
    if (why === 'number') warnings.add('xaf-account-guessed', { account: name === '' ? id : `${id} ${name}` });
  }
  if (accounts.length === 0 && level !== 3) warnings.add('xaf-no-receivables');
  const found = { items: [] as XafItem[], settled: [] as XafSettled[] };
  const take = (groups: readonly Group[]): void => {
    for (const group of groups) {
      if (group.open !== 0) found.items.push(itemOf(group, relations, currency));
      else {
        const settled = settledOf(group);
        if (settled) found.settled.push(settled);
      }
    }
  };
  if (level === 1) {
    take(ofSubledgers(collector));
    if (subledgers.unclear > 0) warnings.add('xaf-unclear-lines', { count: subledgers.unclear });
    compare(
      collector,
      sumOf(found.items, ({ open }) => open),
      accounts,
      currency,
    );
  } else if (level === 2) {
    take(thisYears(collector, accounts, currency));
    const open = sumOf(found.items, (item) => item.open);
    const figures = {
      year,
      items: formatMoney(open, currency),
      control: formatMoney(control ?? 0, currency),
      difference: formatMoney((control ?? 0) - open, currency),
    };
    warnings.add('xaf-level-2', figures);
  } else if (level === 3) warnings.add('xaf-level-3');
  else warnings.add('xaf-level-0');
  const nameless = found.items.filter(({ debtorCode }) => debtorCode === '').length;
  if (nameless > 0) warnings.add('xaf-no-debtor', { count: nameless });
  return { accounts, level, controlTotal: control, ...found };
}

function levelOf({ subledgers, bookings, relations }: Collector, accounts: readonly XafAccount[]): XafLevel {
  if (subledgers.hasDebtors) return 1;
  const balances = relations.all().filter(({ closing, type }) => closing !== null && type !== 'S');
  const canDerive = isDerivable(bookings, sumOf(accounts, ({ opening }) => opening) !== 0);
  if (canDerive && comesTo(balances, bookings)) return 2;
  if (relations.all().some(({ closing }) => closing !== null)) return 3;
  return 0;
}

/**
 * Whether what bookings leave open of each relation is the balance the file gives it; true where it gives none. One we owe, not
 * said to be a customer and never booked on receivables, is a creditor the file does not call so.
 */
function comesTo(balances: readonly XafRelation[], { groups }: Bookings): boolean {
  const open = new Map<string, Cents>();
  for (const group of groups.all) open.set(group.debtor, (open.get(group.debtor) ?? 0) + group.open);
  return balances.every(({ code, type, closing }) => {
    const isCreditor = type !== 'C' && closing! < 0 && !open.has(code);
    return isCreditor || (open.get(code) ?? 0) === closing;
  });
}

/** Groups of the subledgers; where these hold the opening balance only, what bookings that name their invoice did to them. */
function ofSubledgers({ subledgers, bookings }: Collector): readonly Group[] {
  const { invoices, invoicesNamed, payments, paymentsNamed } = bookings.references;
  const isNamed = invoicesNamed * 2 >= invoices && paymentsNamed * 2 >= payments;
  return subledgers.mutations === 0 && isNamed ? subledgers.groups.joined(bookings.groups) : subledgers.groups.all;
}

/**
 * Whether bookings name debtor and invoice on both sides: most invoices and most payments do, and payments name invoices that
 * are there. With an opening balance many may be of earlier years.
 */
function isDerivable({ references, groups }: Bookings, hasOpening: boolean): boolean {
  const { invoices, invoicesNamed, payments, paymentsNamed } = references;
  if (invoicesNamed === 0 || invoicesNamed * 2 < invoices || paymentsNamed * 2 < payments) return false;
  if (payments === 0) return true;
  let paid = 0;
  let unknown = 0;
  for (const { rank, payments: laid, number } of groups.all) {
    if (number === '' || laid.length === 0) continue;
    if (rank > 1) paid++;
    else unknown++;
  }
  return hasOpening ? paid * 10 >= unknown : paid >= unknown;
}

/** Groups of invoices of this year: payments of invoices that are not in the file are of an earlier year, when it had any. */
function thisYears(
  { bookings, warnings }: Collector,
  accounts: readonly XafAccount[],
  currency: Currency,
): readonly Group[] {
  const { all } = bookings.groups;
  if (sumOf(accounts, ({ opening }) => opening) === 0) return all;
  const isEarlier = ({ rank, payments, number, open }: Group): boolean =>
    rank === 1 && payments.length > 0 && number !== '' && open < 0;
  const earlier = all.filter(isEarlier);
  if (earlier.length === 0) return all;
  const sum = sumOf(earlier, ({ open }) => -open);
  warnings.add('xaf-earlier-invoices', { count: earlier.length, sum: formatMoney(sum, currency) });
  return all.filter((group) => !isEarlier(group));
}

function compare({ warnings }: Collector, items: Cents, accounts: readonly XafAccount[], currency: Currency): void {
  if (accounts.length === 0) return;
  const control = sumOf(accounts, ({ closing }) => closing);
  if (control === items) return;
  warnings.add('xaf-control-differs', {
    items: formatMoney(items, currency),
    control: formatMoney(control, currency),
    difference: formatMoney(control - items, currency),
    accounts: accounts
      .map(({ id }) => id)
      .join(', ')
      .slice(0, 120),
  });
}

/** What the customers owe together, where relations have a balance. */
function relationTotal({ relations }: Collector): Cents | null {
  const balances = relations.all().filter(({ type, closing }) => closing !== null && type !== 'S');
  return balances.length === 0 ? null : sumOf(balances, ({ closing }) => closing!);
}

/** Warns where the file holds other than it declares, or bookings of another year. */
export function checkDeclared(collector: Collector, reading: Omit<XafReading, 'warnings'>): void {
  const { warnings, bookings } = collector;
  const { transactions, transactionCount, openingBalance, subledgers, currency, fiscalYear } = reading;
  const money = (amount: Cents | null): string => formatMoney(amount ?? 0, currency);
  const check = (code: string, totals: XafReading['transactions'], more: Record<string, string> = {}): void => {
    const { lines, debit, credit, declaredLines, declaredDebit, declaredCredit } = totals;
    // Some packages count transactions.
    if (declaredLines !== null && declaredLines !== lines && declaredLines !== transactionCount) {
      warnings.add(`xaf-lines-${code}`, { declared: declaredLines, found: lines, ...more });
    }
    if ((declaredDebit !== null && declaredDebit !== debit) || (declaredCredit !== null && declaredCredit !== credit)) {
      const declared = `${money(declaredDebit)} / ${money(declaredCredit)}`;
      warnings.add(`xaf-totals-${code}`, { declared, found: `${money(debit)} / ${money(credit)}`, ...more });
    }
  };
  check('transactions', transactions);
  check('opening', openingBalance);
  for (const subledger of subledgers) check('subledger', subledger, { type: subledger.type });
  if (transactions.debit !== transactions.credit && transactions.lines > 0) {
    warnings.add('xaf-unbalanced', { debit: money(transactions.debit), credit: money(transactions.credit) });
  }
  if (bookings.repeated > 0) warnings.add('xaf-repeated-lines', { count: bookings.repeated });
  if (bookings.outside) {
    const { count, first, last } = bookings.outside;
    warnings.add('xaf-other-year', { count, first: formatDate(first), last: formatDate(last), year: fiscalYear ?? '' });
  }
  const years = [reading.startDate, reading.endDate].flatMap((date) => (date === null ? [] : [date.slice(0, 4)]));
  if (fiscalYear !== null && years.length > 0 && !years.some((year) => fiscalYear.includes(year))) {
    warnings.add('xaf-year-differs', {
      year: fiscalYear,
      period: [reading.startDate, reading.endDate].map((date) => (date === null ? '?' : formatDate(date))).join(' - '),
    });
  }
}
