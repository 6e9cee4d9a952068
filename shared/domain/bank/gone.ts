import type { IsoDate } from '../../dates/civil.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { ItemId, ListedBalance } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';

/** What was open of an item before a full list lacked it, and up to which bank date. */
export type Gone = NonNullable<ListedBalance['gone']>;

interface Laid {
  readonly date: IsoDate;
  readonly amount: Cents;
}

/**
 * What is open of an item that a full list of a bank date lacks, once money of it was taken back. What was open before is settled by
 * that day as far as payments of then show it. What they do not show may be paid after it, where the bookkeeping was ahead of
 * the bank: such payments are what the list lacked, others are too much. By their days, whatever the order they came in.
 * `left`: what is open with all that is laid against it.
 */
export function goneBalance(
  laid: readonly Laid[],
  gone: Gone,
  bankUntil: IsoDate,
): { readonly listed: ListedBalance; readonly left: Cents } {
  const before = laid.filter(({ date }) => (gone.bankUntil === null || date > gone.bankUntil) && date <= bankUntil);
  let unshown = Math.max(0, gone.open - sumOf(before, ({ amount }) => amount));
  let left = 0;
  let open = 0;
  for (const { amount } of laid.filter(({ date }) => date > bankUntil).sort(byDay)) {
    const more = Math.max(0, amount - Math.max(0, left));
    const shown = Math.min(more, unshown);
    unshown -= shown;
    open += shown;
    left += shown - amount;
  }
  return { listed: { open, bankUntil, gone }, left };
}

/** All that is laid against an item. */
export function laidOn({ allocation = {} }: DebtorLedger, itemId: ItemId): readonly Laid[] {
  return Object.values(allocation).filter((one) => one.itemId === itemId);
}

/** Says anew what is open of an item a list lacked, once it is open again, when a payment of it came or was taken back. */
export function restateGone(overlay: LedgerOverlay, debtorId: DebtorId, itemId: ItemId): void {
  const ledger = overlay.ledger(debtorId) ?? {};
  const item = ledger.item?.[itemId];
  if (!item?.listed?.gone) return;
  const { listed } = goneBalance(laidOn(ledger, itemId), item.listed.gone, item.listed.bankUntil);
  if (listed.open !== item.listed.open) overlay.put(debtorId, 'item', itemId, { ...item, listed });
}

/** By date; of one day what was taken back first. */
function byDay(a: Laid, b: Laid): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : Math.sign(a.amount) - Math.sign(b.amount);
}
