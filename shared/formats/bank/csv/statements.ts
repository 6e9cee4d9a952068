import { parseIban } from '#shared/identifiers/iban.ts';
import type { Currency } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import { addsUp } from '../balances.ts';
import type { BankStatement, BankTransaction } from '../statement.ts';
import { type BalanceChain, balanceChain } from './balance-chain.ts';
import { type FeeRule, feeRule, linksOf, withFee } from './fees.ts';
import type { LineRows } from './line-rows.ts';

interface Group {
  readonly account: string;
  readonly currency: Currency | null;
  readonly transactions: BankTransaction[];
}

/** One statement per account and currency, in the order of the file; its transactions too. */
export function statementsOf(
  transactions: readonly BankTransaction[],
  rows: LineRows,
  feesComeOff: boolean,
  warnings: Warnings,
): readonly BankStatement[] {
  const groups = new Map<string, Group>();
  let current: Group | undefined;
  for (const transaction of withoutRepeats(transactions, rows, warnings)) {
    const account = rows.account(transaction);
    const currency = rows.currency(transaction);
    if (current?.account !== account || current.currency !== currency) {
      const key = `${account}|${currency ?? ''}`;
      current = groups.get(key) ?? { account, currency, transactions: [] };
      groups.set(key, current);
    }
    current.transactions.push(transaction);
  }
  const all = [...groups.values()];
  const rule = feeRule(
    all.map((group) => group.transactions),
    rows,
    feesComeOff,
    warnings,
  );
  return all.map((group) => statementOf(group, rows, rule, warnings));
}

/** Two equal payments are two payments, unless the bank gave both the same number: then the line stands there twice. */
function withoutRepeats(
  transactions: readonly BankTransaction[],
  rows: LineRows,
  warnings: Warnings,
): readonly BankTransaction[] {
  if (!rows.areNumbered || areInOrder(transactions, rows, 1) || areInOrder(transactions, rows, -1)) return transactions;
  const known = new Map<string, BankTransaction>();
  let count = 0;
  let first: number | null = null;
  const kept = transactions.filter((transaction) => {
    const unique = rows.unique(transaction);
    if (unique === '') return true;
    const key = `${rows.account(transaction)}|${unique}`;
    const earlier = known.get(key);
    if (earlier === undefined) {
      known.set(key, transaction);
      return true;
    }
    if (!isSame(earlier, transaction)) return true;
    count++;
    first ??= transaction.row;
    return false;
  });
  if (count > 0) warnings.add('bank-line-repeated', { count }, first);
  return kept;
}

/** Numbers that only go up, or only down, cannot come back. */
function areInOrder(transactions: readonly BankTransaction[], rows: LineRows, direction: 1 | -1): boolean {
  let account: string | null = null;
  let earlier = '';
  for (const transaction of transactions) {
    const own = rows.account(transaction);
    const unique = rows.unique(transaction);
    if (account !== null) {
      if (account !== own) return false;
      if (!(direction > 0 ? isBelow(earlier, unique) : isBelow(unique, earlier))) return false;
    }
    account = own;
    earlier = unique;
  }
  return true;
}

/** Whether a number, as written, is below another: 9 is below 10. */
function isBelow(number: string, other: string): boolean {
  return number.length === other.length ? number < other : number.length < other.length;
}

function isSame(a: BankTransaction, b: BankTransaction): boolean {
  return (
    a.bookDate === b.bookDate &&
    a.amount === b.amount &&
    a.remittance === b.remittance &&
    a.counterpartyName === b.counterpartyName &&
    a.counterpartyIban === b.counterpartyIban
  );
}

const withoutBalances: BalanceChain = { opening: null, closing: null, brokenAt: null };

function statementOf(group: Group, rows: LineRows, rule: FeeRule, warnings: Warnings): BankStatement {
  const { account, currency, transactions: lines } = group;
  const transactions =
    rule === 0 ? lines : lines.flatMap((line) => withFee(line, rule * rows.fee(line) + 0, rows.feeHeading));
  const links = linksOf(lines, rows, rule);
  const { opening, closing, brokenAt } = links.lines.length === lines.length ? balanceChain(links) : withoutBalances;
  if (brokenAt !== null) warnings.add('bank-balance-gap', { account }, brokenAt);
  const number = statementNumber(lines, rows);
  const unit = currency ?? ownCurrency(account);
  const reconciles =
    opening === null || closing === null
      ? null
      : addsUp(
          { account, number, currency: unit, opening, closing },
          transactions,
          brokenAt ?? lines[0]!.row,
          warnings,
        );
  let openingDate = transactions[0]!.bookDate;
  let closingDate = openingDate;
  for (const { bookDate } of transactions) {
    if (bookDate < openingDate) openingDate = bookDate;
    if (bookDate > closingDate) closingDate = bookDate;
  }
  return {
    account,
    currency: unit,
    number,
    opening,
    closing,
    openingDate,
    closingDate,
    reconciles,
    transactions,
  };
}

/** The number all lines have; null when they differ or have none. */
function statementNumber(lines: readonly BankTransaction[], rows: LineRows): string | null {
  const first = rows.statementNumber(lines[0]!);
  return first !== '' && lines.every((line) => rows.statementNumber(line) === first) ? first : null;
}

/** A Dutch account whose file names no currency is one in euros. */
function ownCurrency(account: string): Currency | null {
  return account.startsWith('NL') && parseIban(account) !== null ? 'EUR' : null;
}
