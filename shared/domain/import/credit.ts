import type { IsoDate } from '../../dates/civil.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { Allocation, ItemId, OpenItem, Payment } from '../item.ts';
import type { ItemDiff } from './standing.ts';

/** Credit of a receipt, and what the bookkeeping laid it against. */
export interface WorkedIn {
  /** The receipt and its payment as they become. */
  readonly receipt: OpenItem;
  readonly payment: Payment;
  readonly parts: readonly { readonly itemId: ItemId; readonly amount: Cents }[];
  /** What went back of it since, as it becomes: laid against those items instead. `null` under an id: no longer there. */
  readonly back: ReadonlyMap<string, Allocation | null>;
}

/**
 * Receipts known from the bank that a list no longer has, or has less of, where it shows as much paid of other items: that money
 * is known, so it is no second payment (criterion A3). Each is handed out in the order of the list, each cent once. What went back
 * of it after the list's bank date, `bankUntil`, was credit there still: it goes back of those items.
 */
export function creditsWorkedIn(
  ledger: DebtorLedger | undefined,
  items: readonly ItemDiff[],
  bankUntil: IsoDate,
): readonly WorkedIn[] {
  const paid = items.flatMap(({ after, payment }) => (after && payment > 0 ? [{ item: after, left: payment }] : []));
  if (paid.length === 0) return [];
  const payments = Object.values(ledger?.payment ?? {});
  return items.flatMap(({ before, after, openBefore, openAfter }): WorkedIn[] => {
    if (before?.kind !== 'receipt' || !after) return [];
    const payment = payments.find(({ receiptId }) => receiptId === before.id);
    if (!payment) return [];
    const gone = wentBackSince(ledger, before.id, bankUntil);
    let left = (openAfter ?? 0) - (openBefore ?? 0) - sumOf(gone, ({ amount }) => amount);
    const parts: { itemId: ItemId; amount: Cents }[] = [];
    for (const one of paid) {
      const amount = one.item.currency === before.currency ? Math.min(left, one.left) : 0;
      if (amount <= 0) continue;
      parts.push({ itemId: one.item.id, amount });
      one.left -= amount;
      left -= amount;
    }
    if (parts.length === 0) return [];
    const { receiptId, ...whole } = payment;
    const total = before.total + sumOf(parts, ({ amount }) => amount);
    return [
      {
        receipt: { ...after, total },
        payment: total === 0 || receiptId === undefined ? whole : { ...whole, receiptId },
        parts,
        back: laidInstead(ledger, gone, parts),
      },
    ];
  });
}

/** What the bank took back of a receipt after a day. */
function wentBackSince(ledger: DebtorLedger | undefined, itemId: ItemId, day: IsoDate): readonly Allocation[] {
  const { allocation = {}, payment = {} } = ledger ?? {};
  return Object.values(allocation).filter(
    (own) => own.itemId === itemId && own.date > day && (payment[own.paymentId]?.amount ?? 0) < 0,
  );
}

/** Allocations of what went back of a receipt, as they become once parts of it are other items'. */
function laidInstead(
  ledger: DebtorLedger | undefined,
  gone: readonly Allocation[],
  parts: WorkedIn['parts'],
): WorkedIn['back'] {
  const become = new Map<string, Allocation | null>();
  const rooms = parts.map((part) => ({ ...part }));
  for (const own of gone) {
    let { amount } = own;
    for (const room of rooms) {
      const moved = Math.max(amount, -room.amount);
      if (moved >= 0) continue;
      amount -= moved;
      room.amount += moved;
      const id = `${own.paymentId}-${room.itemId}`;
      const laid = become.get(id) ?? ledger?.allocation?.[id] ?? { ...own, id, itemId: room.itemId, amount: 0 };
      become.set(id, { ...laid, amount: laid.amount + moved });
    }
    become.set(own.id, amount === 0 ? null : { ...own, amount });
  }
  return become;
}

/** Items of a list with what they show as paid, less the credit that was known before: that is no second payment. */
export function withoutKnownCredit(items: readonly ItemDiff[], credits: readonly WorkedIn[]): readonly ItemDiff[] {
  const known = new Map<ItemId, Cents>();
  for (const { parts } of credits) {
    for (const { itemId, amount } of parts) known.set(itemId, (known.get(itemId) ?? 0) + amount);
  }
  if (known.size === 0) return items;
  return items.map((item) => {
    const less = item.after ? (known.get(item.after.id) ?? 0) : 0;
    return less === 0 ? item : { ...item, payment: item.payment - less };
  });
}

/**
 * Credit notes of a debtor that a list no longer has, or has less of, where it shows at least as much paid of its invoices: the
 * bookkeeping may have netted them, so that what shows as paid is no money. Balances are right either way.
 */
export function creditsPerhapsNetted(items: readonly ItemDiff[]): readonly OpenItem[] {
  const paid = new Map<string, Cents>();
  for (const { after, payment } of items) {
    if (after && payment > 0) paid.set(after.currency, (paid.get(after.currency) ?? 0) + payment);
  }
  if (paid.size === 0) return [];
  return items.flatMap(({ before, openBefore, openAfter }) => {
    const gone = (openAfter ?? 0) - (openBefore ?? 0);
    const isNetted = before?.kind === 'credit' && gone > 0 && gone <= (paid.get(before.currency) ?? 0);
    return isNetted ? [before] : [];
  });
}
