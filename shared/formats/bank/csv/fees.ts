import { type Cents, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import type { BankTransaction } from '../statement.ts';
import { type Links, linksThatHold } from './balance-chain.ts';
import type { LineRows } from './line-rows.ts';

/** Whether a charge beside an amount comes off it, is added to it, or is in it already. */
export type FeeRule = -1 | 0 | 1;

/**
 * How a column of charges works, by the net amounts or the balances beside it; without either they are left out, unless this
 * bank's charges come off the amounts.
 */
export function feeRule(
  groups: readonly (readonly BankTransaction[])[],
  rows: LineRows,
  comeOff: boolean,
  warnings: Warnings,
): FeeRule {
  if (!rows.haveFees) return 0;
  const charged = groups.flatMap((group) => group.filter((line) => rows.fee(line) !== 0));
  if (charged.length === 0) return 0;
  const scores = ([0, -1, 1] as const).map((rule) => {
    const nets = charged.filter((line) => rows.net(line) === line.amount + rule * rows.fee(line));
    const links = groups.map((group) => linksThatHold(linksOf(group, rows, rule)));
    return { rule, score: nets.length + sumOf(links, (count) => count) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const isProven = scores.filter(({ score }) => score === best.score).length === 1;
  if (!isProven && comeOff) return -1;
  if (!isProven) warnings.add('bank-fees-left-out', { count: charged.length }, charged[0]!.row);
  return isProven ? best.rule : 0;
}

/** The balances around lines, of those that have one; what a line moved follows from the rule. */
export function linksOf(transactions: readonly BankTransaction[], rows: LineRows, rule: FeeRule): Links {
  const lines: BankTransaction[] = [];
  const before = new Float64Array(transactions.length);
  const after = new Float64Array(transactions.length);
  for (const line of transactions) {
    const start = rows.before(line);
    const end = rows.after(line);
    if (start === null && end === null) continue;
    const moved = line.amount + rule * rows.fee(line);
    before[lines.length] = start ?? end! - moved;
    after[lines.length] = end ?? start! + moved;
    lines.push(line);
  }
  return { lines, before, after };
}

/** A charge on a payment made is part of it; what a debtor paid stays whole, and the charge on it is a line of its own. */
export function withFee(transaction: BankTransaction, effect: Cents, feeHeading: string): readonly BankTransaction[] {
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
