import { parseIban } from '#shared/identifiers/iban.ts';
import type { Currency } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import { addsUp } from '../balances.ts';
import type { BankStatement, BankTransaction } from '../statement.ts';
import { type BalanceChain, balanceChain } from './balance-chain.ts';
import { type FeeRule, type Fees, feeRule, linksOf, withFee } from './fees.ts';
import type { BankLine } from './lines.ts';

/** One statement per account and currency, in the order of the file; its transactions too. */
export function statementsOf(lines: readonly BankLine[], fees: Fees, warnings: Warnings): readonly BankStatement[] {
  const groups = new Map<string, BankLine[]>();
  let current: BankLine[] = [];
  for (const line of withoutRepeats(lines, warnings)) {
    if (current[0]?.account !== line.account || current[0].currency !== line.currency) {
      const key = `${line.account}|${line.currency ?? ''}`;
      current = groups.get(key) ?? [];
      groups.set(key, current);
    }
    current.push(line);
  }
  const rule = feeRule([...groups.values()], fees, warnings);
  return [...groups.values()].map((group) => statementOf(group, rule, fees.heading, warnings));
}

/** Two equal payments are two payments, unless the bank gave both the same number: then the line stands there twice. */
function withoutRepeats(lines: readonly BankLine[], warnings: Warnings): readonly BankLine[] {
  if (lines.every(({ unique }) => unique === '') || areInOrder(lines, 1) || areInOrder(lines, -1)) return lines;
  const known = new Map<string, BankTransaction>();
  let count = 0;
  let first: number | null = null;
  const kept = lines.filter(({ account, unique, transaction }) => {
    if (unique === '') return true;
    const key = `${account}|${unique}`;
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
function areInOrder(lines: readonly BankLine[], direction: 1 | -1): boolean {
  return lines.every((line, i) => {
    const earlier = lines[i - 1];
    if (earlier === undefined) return true;
    if (earlier.account !== line.account) return false;
    return direction > 0 ? isBelow(earlier.unique, line.unique) : isBelow(line.unique, earlier.unique);
  });
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

function statementOf(lines: readonly BankLine[], rule: FeeRule, feeHeading: string, warnings: Warnings): BankStatement {
  const { account, currency } = lines[0]!;
  const transactions =
    rule === 0
      ? lines.map(({ transaction }) => transaction)
      : lines.flatMap((line) => withFee(line, rule * line.fee + 0, feeHeading));
  const links = linksOf(lines, rule);
  const { opening, closing, brokenAt } = links.length === lines.length ? balanceChain(links) : withoutBalances;
  if (brokenAt !== null) warnings.add('bank-balance-gap', { account }, brokenAt);
  const number = statementNumber(lines);
  const unit = currency ?? ownCurrency(account);
  const reconciles =
    opening === null || closing === null
      ? null
      : addsUp(
          { account, number, currency: unit, opening, closing },
          transactions,
          brokenAt ?? lines[0]!.transaction.row,
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
function statementNumber(lines: readonly BankLine[]): string | null {
  const { statementNumber: first } = lines[0]!;
  return first !== '' && lines.every(({ statementNumber: number }) => number === first) ? first : null;
}

/** A Dutch account whose file names no currency is one in euros. */
function ownCurrency(account: string): Currency | null {
  return account.startsWith('NL') && parseIban(account) !== null ? 'EUR' : null;
}
