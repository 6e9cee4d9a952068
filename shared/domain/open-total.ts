import { type Cents, type Currency, type CurrencyTotal, totalsByCurrency } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import type { Books } from './books.ts';

/** Σ open of an administration in one currency, credit notes and receipts deducted; what account 1300 should say. */
export function openTotal(books: Books, currency: Currency = 'EUR'): Cents {
  return openTotals(books).find((total) => total.currency === currency)?.cents ?? 0;
}

/** As {@link openTotal}, in every currency something is open in, euros first. */
export function openTotals(books: Books): readonly CurrencyTotal[] {
  const balances = [...books.ledgers.values()].flatMap((ledger) => {
    const allocated = allocatedPerItem(ledger);
    return Object.values(ledger.item ?? {}).map((item) => ({
      currency: item.currency,
      cents: openBalance(item, allocated),
    }));
  });
  return totalsByCurrency(balances, ({ cents }) => cents).filter(({ cents }) => cents !== 0);
}
