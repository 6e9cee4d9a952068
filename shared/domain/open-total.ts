import type { Cents, Currency } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import type { Books } from './books.ts';

/** Σ open of an administration in one currency, credit notes and receipts deducted; what account 1300 should say. */
export function openTotal(books: Books, currency: Currency = 'EUR'): Cents {
  let sum = 0;
  for (const ledger of books.ledgers.values()) {
    const allocated = allocatedPerItem(ledger);
    for (const id in ledger.item) {
      const item = ledger.item[id]!;
      if (item.currency === currency) sum += openBalance(item, allocated);
    }
  }
  return sum;
}
