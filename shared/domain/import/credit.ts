import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { ItemId, OpenItem, Payment } from '../item.ts';
import type { ItemDiff } from './standing.ts';

/** Credit of a receipt, and what the bookkeeping laid it against. */
export interface WorkedIn {
  /** The receipt and its payment as they become. */
  readonly receipt: OpenItem;
  readonly payment: Payment;
  readonly parts: readonly { readonly itemId: ItemId; readonly amount: Cents }[];
}

/**
 * Receipts known from the bank that a list no longer has, or has less of, where it shows as much paid of other items: that money
 * is known, so it is no second payment (criterion A3). Each is handed out in the order of the list, each cent once.
 */
export function creditsWorkedIn(ledger: DebtorLedger | undefined, items: readonly ItemDiff[]): readonly WorkedIn[] {
  const paid = items.flatMap(({ after, payment }) => (after && payment > 0 ? [{ item: after, left: payment }] : []));
  if (paid.length === 0) return [];
  const payments = Object.values(ledger?.payment ?? {});
  return items.flatMap(({ before, after, openBefore, openAfter }): WorkedIn[] => {
    if (before?.kind !== 'receipt' || !after) return [];
    const payment = payments.find(({ receiptId }) => receiptId === before.id);
    if (!payment) return [];
    let left = (openAfter ?? 0) - (openBefore ?? 0);
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
      },
    ];
  });
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
