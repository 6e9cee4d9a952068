import type { IsoDate } from '../../dates/civil.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, ItemId, ListedBalance } from '../item.ts';
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
 * `back`: what goes back now and is not laid yet. `left`: what is open with all that is laid against it.
 */
export function goneBalance(
  ledger: DebtorLedger,
  itemId: ItemId,
  gone: Gone,
  bankUntil: IsoDate,
  back: readonly Laid[] = [],
): { readonly listed: ListedBalance; readonly left: Cents } {
  const laid = laidOn(ledger, itemId);
  const own = [...laid, ...back];
  const credit = creditLaid(ledger, laid, gone, bankUntil);
  const isHeld = ({ date }: Laid): boolean => (gone.bankUntil === null || date > gone.bankUntil) && date <= bankUntil;
  let unshown = Math.max(0, gone.open - sumOf([...own, ...credit].filter(isHeld), ({ amount }) => amount));
  let left = 0;
  const isSince = ({ date }: Laid): boolean => date > bankUntil;
  for (const { amount } of [...own, ...credit].filter(isSince).sort(byDay)) {
    const more = Math.max(0, amount - Math.max(0, left));
    const shown = Math.min(more, unshown);
    unshown -= shown;
    left += shown - amount;
  }
  return { listed: { open: left + sumOf(own.filter(isSince), ({ amount }) => amount), bankUntil, gone }, left };
}

/** What went back after a bank date of the credit that payments of an item by then had left of it ({@link creditLaid}). */
export function creditBack(ledger: DebtorLedger, own: readonly Allocation[], gone: Gone, bankUntil: IsoDate): Cents {
  const since = creditLaid(ledger, own, gone, bankUntil).filter(({ date }) => date > bankUntil);
  return -sumOf(since, ({ amount }) => amount);
}

/**
 * What payments of an item by a bank date brought beyond it, because later ones came in first, as far as there was room for it by
 * then; and what went back of that. `own`: what is laid against the item.
 */
function creditLaid(
  { allocation = {}, payment = {}, item = {} }: DebtorLedger,
  own: readonly Allocation[],
  gone: Gone,
  bankUntil: IsoDate,
): readonly Laid[] {
  const held = own.filter(({ date }) => (gone.bankUntil === null || date > gone.bankUntil) && date <= bankUntil);
  let room = gone.open - sumOf(held, ({ amount }) => amount);
  return held.flatMap(({ paymentId, date }) => {
    const receiptId = payment[paymentId]?.receiptId;
    const receipt = receiptId === undefined ? undefined : item[receiptId];
    const share = Math.min(room, -(receipt?.total ?? 0));
    if (!receipt || share <= 0) return [];
    room -= share;
    let left = share;
    const back = Object.values(allocation).flatMap((one) => {
      if (one.itemId !== receiptId || (payment[one.paymentId]?.amount ?? 0) >= 0) return [];
      const amount = Math.max(one.amount, -left);
      left += amount;
      return [{ date: one.date, amount }];
    });
    return [{ date, amount: share }, ...back];
  });
}

/** All that is laid against an item. */
export function laidOn({ allocation = {} }: DebtorLedger, itemId: ItemId): readonly Allocation[] {
  return Object.values(allocation).filter((one) => one.itemId === itemId);
}

/** Says anew what is open of an item a list lacked, once it is open again, when a payment of it came or was taken back. */
export function restateGone(overlay: LedgerOverlay, debtorId: DebtorId, itemId: ItemId): void {
  const ledger = overlay.ledger(debtorId) ?? {};
  const item = ledger.item?.[itemId];
  if (!item?.listed?.gone) return;
  const { listed } = goneBalance(ledger, itemId, item.listed.gone, item.listed.bankUntil);
  if (listed.open !== item.listed.open) overlay.put(debtorId, 'item', itemId, { ...item, listed });
}

/** By date; of one day what was taken back first. */
function byDay(a: Laid, b: Laid): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : Math.sign(a.amount) - Math.sign(b.amount);
}
