import { amountWeight } from './amount-weight.ts';
import type { ItemIndex } from './item-index.ts';
import type { Receipt } from './match.ts';
import type { Mentions } from './mentions.ts';
import { type Owed, Owing } from './owing.ts';
import type { Entry, Owner } from './owner.ts';
import type { Payer } from './payer-evidence.ts';

/** Starting point for any one debtor, before anything speaks for it: one of some four hundred. */
export const priorOfDebtor = -6;
/** A naming at least this telling points at its debtor on its own. */
export const tellingFrom = 4;

/** A receipt with what was read on it. */
export interface Line {
  readonly receipt: Receipt;
  readonly mentions: Mentions;
  readonly payer: Payer;
  readonly index: ItemIndex;
}

/** What of an item the receipt can take. */
export function balanceOf({ index, receipt }: Line, entry: Entry): number {
  return index.balanceOn(entry, receipt.date);
}

/** What it says that the amount is exactly this. */
export function chanceOf({ index, receipt }: Line, owner: Owner): number {
  return amountWeight(receipt.amount, owner, index);
}

/** An item as the receipt finds it: its balance, and what may be kept back on that day. */
export function owedBy({ index, receipt }: Line, entry: Entry): Owed {
  const open = index.balanceOn(entry, receipt.date);
  const { discount } = entry.item;
  const kept = discount && discount.until >= receipt.date && discount.amount < open ? discount.amount : 0;
  return { entry, open, discount: kept };
}

/** What a debtor owes on the day of the receipt, in its currency; kept as long as that is asked and nothing is taken. */
export function owingOf(line: Line, owner: Owner): Owing {
  const { receipt, index } = line;
  const { date: day, currency } = receipt;
  const { owing: known } = owner;
  if (known?.date === day && known.currency === currency) return known;
  const owed: Owed[] = [];
  for (const entry of index.owedOn(owner, day)) if (entry.item.currency === currency) owed.push(owedBy(line, entry));
  const isSkipped = ({ item: { total, date } }: Entry) =>
    owner.ofTotal(total).some((other) => (other.item.date ?? '') > (date ?? '') && balanceOf(line, other) === 0);
  owner.owing = new Owing(owed, day, currency, index.tolerance, isSkipped);
  return owner.owing;
}
