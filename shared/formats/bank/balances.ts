import { formatDate } from '#shared/dates/civil.ts';
import { type Cents, type Currency, formatMoney, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../problem.ts';
import type { BankStatement, BankTransaction } from './statement.ts';

/** A statement with the line of the file it starts on. */
export interface PlacedStatement {
  readonly statement: BankStatement;
  readonly row: number;
}

/** What {@link addsUp} compares. */
export interface Balances {
  readonly account: string;
  readonly number: string | null;
  readonly currency: Currency | null;
  readonly opening: Cents;
  readonly closing: Cents;
}

/** Whether the opening balance and the transactions come to the closing balance; warns when they do not (criterion A7). */
export function addsUp(
  { account, number, currency, opening, closing }: Balances,
  transactions: readonly BankTransaction[],
  row: number,
  warnings: Warnings,
): boolean {
  const found = opening + sumOf(transactions, ({ amount }) => amount);
  if (found === closing) return true;
  const money = (cents: Cents) => formatMoney(cents, currency ?? 'EUR');
  const differing = { expected: money(closing), found: money(found), difference: money(closing - found) };
  if (account === '' || number === null) warnings.add('bank-not-reconciled-file', differing, row);
  else warnings.add('bank-not-reconciled', { account, number, ...differing }, row);
  return false;
}

/**
 * Statements of one account follow each other: a balance that does not go on from the one before means that statements
 * between them are missing. Files run from old to new, or from new to old.
 */
export function checkOrder(statements: readonly PlacedStatement[], warnings: Warnings): void {
  const before = new Map<string, PlacedStatement>();
  for (const one of statements) {
    const { account, currency, opening, closing } = one.statement;
    const key = `${account} ${currency ?? ''}`;
    const earlier = before.get(key);
    before.set(key, one);
    if (!earlier || opening === null || earlier.statement.closing === null) continue;
    if (opening === earlier.statement.closing || closing === earlier.statement.opening) continue;
    warnings.add(
      'bank-statements-missing',
      {
        account,
        before: nameOf(earlier.statement),
        number: nameOf(one.statement),
        closing: formatMoney(earlier.statement.closing, currency ?? 'EUR'),
        opening: formatMoney(opening, currency ?? 'EUR'),
      },
      one.row,
    );
  }
}

/** What a message calls a statement: its number; without one the day it ends. */
export function nameOf({
  number,
  openingDate,
  closingDate,
}: Pick<BankStatement, 'number' | 'openingDate' | 'closingDate'>): string {
  const day = closingDate ?? openingDate;
  return number ?? (day === null ? '' : formatDate(day));
}
