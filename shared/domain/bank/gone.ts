import type { IsoDate } from '../../dates/civil.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, ItemId, ListedBalance, OpenItem } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';
import { saidOf } from './not-worked-in.ts';

/** What was open of an item before a full list lacked it, and up to which bank date. */
export type Gone = NonNullable<ListedBalance['gone']>;

interface Laid {
  readonly date: IsoDate;
  readonly amount: Cents;
}

/** All that is laid against an item. */
export type LaidOf = (itemId: ItemId) => readonly Allocation[];

/**
 * What is open of an item that a full list of a bank date lacks, or has open again, once money of it was taken back. What was open
 * before is settled by that day as far as payments of then show it. What they do not show may be paid after it, where the
 * bookkeeping was ahead of the bank: such payments are what the list lacked, others are too much. No more is ever open than
 * the item came to: what goes back beyond it came in unseen. By their days, whatever the order they came in.
 * `back`: what is laid now and not in the books yet. `left`: what is open with all that is laid against it. `reached`: what was
 * open once the day of `back` was over, were there no limit. `laidOf`: for many items, from where they were gathered.
 */
export function goneBalance(
  ledger: DebtorLedger,
  { id, total, listed }: OpenItem,
  gone: Gone,
  bankUntil: IsoDate,
  back?: Laid,
  laidOf: LaidOf = (itemId) => laidOn(ledger, itemId),
): { readonly listed: ListedBalance; readonly left: Cents; readonly reached: Cents } {
  const laid = laidOf(id);
  const own: readonly Laid[] = back ? [...laid, back] : laid;
  const credit = creditLaid(ledger, laid, gone, bankUntil, laidOf);
  const isHeld = ({ date }: Laid): boolean => (gone.bankUntil === null || date > gone.bankUntil) && date <= bankUntil;
  const held = sumOf([...own, ...credit].filter(isHeld), ({ amount }) => amount);
  let unshown = gone.again === undefined ? Math.max(0, gone.open - held) : 0;
  let left = gone.again ?? 0;
  let reached = left;
  const most = Math.max(left, cameTo({ total, listed }) + creditLeft(ledger, laid, laidOf));
  const isSince = ({ date }: Laid): boolean => date > bankUntil;
  const places = new Map([...own, ...credit].filter(isSince).map((one) => [one, placeInDay(one, own)]));
  const after = [...places.keys()].sort((a, b) => byDay(a, b) || places.get(a)! - places.get(b)!);
  for (const [place, { date, amount }] of after.entries()) {
    const more = Math.max(0, amount - Math.max(0, left));
    const shown = Math.min(more, unshown);
    unshown -= shown;
    left += shown - amount;
    // Of one day nothing says what came first otherwise.
    if (after[place + 1]?.date === date) continue;
    if (date === back?.date) reached = left;
    left = Math.min(left, most);
  }
  const since = sumOf(own.filter(isSince), ({ amount }) => amount);
  const full = listed && saidOf(listed).full;
  return { listed: { open: left + since, bankUntil, gone, ...(full && { full }) }, left, reached };
}

/** What an item came to, with what a list lowered of it, which money that goes back may show to have been paid. */
export function cameTo({ total, listed }: Pick<OpenItem, 'total' | 'listed'>): Cents {
  return total + ((listed && saidOf(listed).lowered?.amount) ?? 0);
}

/** What was open of an item before lists lacked it, as the last list that had it said; of one that no list had, all of it. */
export function goneOf({ listed, total }: Pick<OpenItem, 'listed' | 'total'>): Gone {
  if (!listed) return { open: total, bankUntil: null };
  const { gone, open, bankUntil } = listed;
  if (gone && gone.again === undefined) return gone;
  return { open: gone?.again ?? open, bankUntil };
}

/**
 * What payments of an item by a bank date brought beyond it, because later ones came in first, as far as there was room for it by
 * then; and what went back of that. `own`: what is laid against the item.
 */
function creditLaid(
  ledger: DebtorLedger,
  own: readonly Allocation[],
  gone: Gone,
  bankUntil: IsoDate,
  laidOf: LaidOf,
): readonly Laid[] {
  const { payment = {}, item = {} } = ledger;
  const held = own.filter(({ date }) => (gone.bankUntil === null || date > gone.bankUntil) && date <= bankUntil);
  let room = gone.open - sumOf(held, ({ amount }) => amount);
  return held.flatMap(({ paymentId, date }) => {
    const receiptId = payment[paymentId]?.receiptId;
    const receipt = receiptId === undefined ? undefined : item[receiptId];
    const share = Math.min(room, -(receipt?.total ?? 0));
    if (!receipt || share <= 0) return [];
    room -= share;
    let left = share;
    const back = wentBack(ledger, laidOf(receipt.id)).map((one) => {
      const amount = Math.max(one.amount, -left);
      left += amount;
      return { date: one.date, amount };
    });
    return [{ date, amount: share }, ...back];
  });
}

/** What payments laid against an item left as credit and did not go back of that: it is not in what is open of the item. */
function creditLeft(ledger: DebtorLedger, laid: readonly Allocation[], laidOf: LaidOf): Cents {
  const { payment = {}, item = {} } = ledger;
  const receiptIds = new Set(laid.flatMap(({ paymentId }) => payment[paymentId]?.receiptId ?? []));
  return sumOf([...receiptIds], (id) => {
    const back = sumOf(wentBack(ledger, laidOf(id)), ({ amount }) => amount);
    return back - (item[id]?.total ?? 0);
  });
}

/** Of what is laid against a receipt: what the bank took back of it. */
function wentBack({ payment = {} }: DebtorLedger, laid: readonly Allocation[]): readonly Allocation[] {
  return laid.filter(({ paymentId }) => (payment[paymentId]?.amount ?? 0) < 0);
}

/** All that is laid against an item, looked for among all of its debtor. */
export function laidOn({ allocation = {} }: DebtorLedger, itemId: ItemId): readonly Allocation[] {
  return Object.values(allocation).filter((one) => one.itemId === itemId);
}

/** Says anew what is open of an item a list lacked, once it is open again, when a payment of it came or was taken back. */
export function restateGone(overlay: LedgerOverlay, debtorId: DebtorId, itemId: ItemId): void {
  const ledger = overlay.ledger(debtorId) ?? {};
  const item = ledger.item?.[itemId];
  if (!item?.listed?.gone) return;
  const { listed } = goneBalance(ledger, item, item.listed.gone, item.listed.bankUntil);
  if (listed.open !== item.listed.open) overlay.put(debtorId, 'item', itemId, { ...item, listed });
}

function byDay(a: Laid, b: Laid): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** Of one day what was taken back comes first, unless it is a payment of that very day: none of before it came to as much. */
function placeInDay(one: Laid, own: readonly Laid[]): number {
  if (one.amount >= 0) return 1;
  const same = own.filter(({ amount }) => Math.abs(amount) === -one.amount);
  const before = same.filter(({ date }) => date < one.date);
  const isOfBefore = sumOf(before, ({ amount }) => Math.sign(amount)) > 0;
  return !isOfBefore && same.some(({ amount, date }) => amount > 0 && date === one.date) ? 2 : 0;
}

/** What the newest list has open of an item that is paid here: the task to letter it off says so (criterion A3); null = none. */
export function openOnList({ task = {} }: DebtorLedger, itemId: ItemId): Cents | null {
  const waiting = Object.values(task).find(
    ({ kind, itemIds, doneOn }) => kind === 'reconcile' && doneOn === null && itemIds.includes(itemId),
  );
  return waiting?.listed ?? null;
}
