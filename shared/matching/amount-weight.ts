import type { Cents } from '../money/cents.ts';
import type { ItemIndex } from './item-index.ts';
import type { Owner } from './owner.ts';

/** The chance that a payment that has nothing to do with an item is exactly this much, as a share of all amounts. */
const anyAmount = 1 / 20_000;

/** Round amounts are paid far more often than others. */
function roundness(amount: Cents): number {
  if (amount % 100_00 === 0) return 60;
  if (amount % 50_00 === 0) return 40;
  if (amount % 10_00 === 0) return 15;
  if (amount % 5_00 === 0) return 8;
  return amount % 1_00 === 0 ? 4 : 1;
}

/**
 * How much an exact amount says (natural log): the rarer, the more. Round amounts say less, and so do amounts that other
 * debtors are invoiced for as well, as subscriptions are.
 */
export function amountWeight(amount: Cents, owner: Owner, index: ItemIndex): number {
  const size = Math.abs(amount);
  const all = index.invoicedFor(size);
  const own = all === 0 ? 0 : owner.ofTotal(size).length;
  const others = Math.max(0, all - own) / Math.max(400, index.entries.length);
  return -Math.log(Math.min(0.5, Math.max(anyAmount * roundness(size), others)));
}
