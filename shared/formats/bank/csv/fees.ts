import { type Cents, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import type { BankTransaction } from '../statement.ts';
import { type Link, linksThatHold } from './balance-chain.ts';
import type { BankLine } from './lines.ts';

/** Whether a charge beside an amount comes off it, is added to it, or is in it already. */
export type FeeRule = -1 | 0 | 1;

/** The column of charges of a table. */
export interface Fees {
  /** Empty when there is none. */
  readonly heading: string;
  /** This bank's charges come off the amounts, also where no balance shows it. */
  readonly comeOff: boolean;
}

/** How a column of charges works, by the net amounts or the balances beside it; without either they are left out. */
export function feeRule(groups: readonly (readonly BankLine[])[], fees: Fees, warnings: Warnings): FeeRule {
  const charged = groups.flatMap((group) => group.filter(({ fee }) => fee !== 0));
  if (charged.length === 0) return 0;
  const scores = ([0, -1, 1] as const).map((rule) => {
    const nets = charged.filter(({ net, fee, transaction }) => net !== null && net === transaction.amount + rule * fee);
    const links = groups.map((group) => linksThatHold(linksOf(group, rule)));
    return { rule, score: nets.length + sumOf(links, (count) => count) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const isProven = scores.filter(({ score }) => score === best.score).length === 1;
  if (!isProven && fees.comeOff) return -1;
  if (!isProven) warnings.add('bank-fees-left-out', { count: charged.length }, charged[0]!.transaction.row);
  return isProven ? best.rule : 0;
}

/** The balances around lines, of those that have one; what a line moved follows from the rule. */
export function linksOf(lines: readonly BankLine[], rule: FeeRule): readonly Link[] {
  const links: Link[] = [];
  for (const line of lines) {
    const { transaction, before, after, fee } = line;
    if (hasBothBalances(line)) links.push(line);
    else if (before !== null || after !== null) {
      const moved = transaction.amount + rule * fee;
      links.push({ transaction, before: before ?? after! - moved, after: after ?? before! + moved });
    }
  }
  return links;
}

function hasBothBalances(line: BankLine): line is BankLine & Link {
  return line.before !== null && line.after !== null;
}

/** A charge on a payment made is part of it; what a debtor paid stays whole, and the charge on it is a line of its own. */
export function withFee({ transaction }: BankLine, effect: Cents, feeHeading: string): readonly BankTransaction[] {
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
