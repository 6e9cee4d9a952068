import { parseIban } from '#shared/identifiers/iban.ts';
import { type Cents, type Currency, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import type { BankStatement, BankTransaction } from '../statement.ts';
import { type BalancedLine, balanceChain, linksThatHold } from './balances.ts';
import type { BankLine } from './lines.ts';

/** Whether a charge beside an amount comes off it, is added to it, or is in it already. */
type FeeRule = -1 | 0 | 1;

/** One statement per account and currency, in the order of the file; its transactions too. */
export function statementsOf(
  lines: readonly BankLine[],
  feeHeading: string,
  warnings: Warnings,
): readonly BankStatement[] {
  const groups = new Map<string, BankLine[]>();
  for (const line of withoutRepeats(lines, warnings)) {
    const key = `${line.account}|${line.currency ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const rule = feeRule([...groups.values()], warnings);
  return [...groups.values()].map((group) => statementOf(group, rule, feeHeading, warnings));
}

/** Two equal payments are two payments, unless the bank gave both the same number: then the line stands there twice. */
function withoutRepeats(lines: readonly BankLine[], warnings: Warnings): readonly BankLine[] {
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

function isSame(a: BankTransaction, b: BankTransaction): boolean {
  return (
    a.bookDate === b.bookDate &&
    a.amount === b.amount &&
    a.remittance === b.remittance &&
    a.counterpartyName === b.counterpartyName &&
    a.counterpartyIban === b.counterpartyIban
  );
}

/** How a column of charges works, by the net amounts or the balances beside it; without either they are left out. */
function feeRule(groups: readonly (readonly BankLine[])[], warnings: Warnings): FeeRule {
  const charged = groups.flat().filter(({ fee }) => fee !== 0);
  if (charged.length === 0) return 0;
  const scores = ([0, -1, 1] as const).map((rule) => {
    const nets = charged.filter(({ net, fee, transaction }) => net !== null && net === transaction.amount + rule * fee);
    const links = groups.map((group) => linksThatHold(group.map((line) => balanced(line, rule))));
    return { rule, score: nets.length + sumOf(links, (count) => count) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const isProven = scores.filter(({ score }) => score === best.score).length === 1;
  if (!isProven) warnings.add('bank-fees-left-out', { count: charged.length }, charged[0]!.transaction.row);
  return isProven ? best.rule : 0;
}

function balanced(
  { transaction: { row, bookDate, amount }, before, after, fee }: BankLine,
  rule: FeeRule,
): BalancedLine {
  return { row, bookDate, moved: amount + rule * fee, before, after };
}

function statementOf(lines: readonly BankLine[], rule: FeeRule, feeHeading: string, warnings: Warnings): BankStatement {
  const { account, currency } = lines[0]!;
  const transactions = lines.flatMap((line) => withFee(line, rule * line.fee + 0, feeHeading));
  const { opening, closing, brokenAt } = balanceChain(lines.map((line) => balanced(line, rule)));
  if (brokenAt !== null) warnings.add('bank-balance-gap', { account }, brokenAt);
  const numbers = new Set(lines.map(({ statementNumber }) => statementNumber));
  const dates = transactions.map(({ bookDate }) => bookDate).sort();
  return {
    account,
    currency: currency ?? ownCurrency(account),
    number: (numbers.size === 1 ? [...numbers][0]! : '') || null,
    opening,
    closing,
    openingDate: dates[0]!,
    closingDate: dates.at(-1)!,
    reconciles:
      opening === null || closing === null ? null : opening + sumOf(transactions, ({ amount }) => amount) === closing,
    transactions,
  };
}

/** A Dutch account whose file names no currency is one in euros. */
function ownCurrency(account: string): Currency | null {
  return account.startsWith('NL') && parseIban(account) !== null ? 'EUR' : null;
}

/** A charge on a payment made is part of it; what a debtor paid stays whole, and the charge on it is a line of its own. */
function withFee({ transaction }: BankLine, effect: Cents, feeHeading: string): readonly BankTransaction[] {
  if (effect === 0) return [transaction];
  if (effect < 0 && transaction.amount < 0) return [{ ...transaction, amount: transaction.amount + effect }];
  const charge: BankTransaction = {
    ...transaction,
    amount: effect,
    counterpartyName: null,
    counterpartyIban: null,
    remittance: feeHeading === '' ? null : feeHeading,
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
  };
  return [transaction, charge];
}
