import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { DebtorLedger } from './books.ts';
import type { ItemId } from './item.ts';

/** A part of a payment, laid against one item. */
export interface ItemPayment {
  readonly date: IsoDate;
  /** Negative when it was taken back. */
  readonly amount: Cents;
  /** `list`: seen on a list that holds the bank up to `date`; `let-go`: a discount or small difference. */
  readonly by: 'money' | 'list' | 'let-go';
}

/** What was paid of each item and when, as far as it is known, oldest first. */
export function paymentsPerItem({
  allocation = {},
  payment = {},
}: Pick<DebtorLedger, 'allocation' | 'payment'>): ReadonlyMap<ItemId, readonly ItemPayment[]> {
  const perItem = new Map<ItemId, ItemPayment[]>();
  for (const { itemId, paymentId, date, amount, kind } of Object.values(allocation)) {
    const by = kind ? 'let-go' : payment[paymentId]?.source === 'list' ? 'list' : 'money';
    const own = perItem.get(itemId) ?? [];
    perItem.set(itemId, own);
    own.push({ date, amount, by });
  }
  for (const own of perItem.values()) {
    own.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.amount - b.amount));
  }
  return perItem;
}
