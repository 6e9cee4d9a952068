import type { IsoDate } from '../dates/civil.ts';
import { type Books, debtorIn } from '../domain/books.ts';
import { ratesOf } from '../domain/commands/charges.ts';
import type { RateKind } from '../law/rate-table.ts';
import { staleKinds } from '../law/stale-kinds.ts';
import { noChargesReason } from './charge-mode.ts';
import { statutoryRateOf } from './interest-charge.ts';

/** A rate that some debtor's interest follows and that was not checked up to today. */
export interface StaleRate {
  readonly kind: RateKind;
  readonly checkedUntil: IsoDate;
}

/** The rates that are out of date on a day and that a debtor of these books falls under (criterion K4). */
export function staleRatesInUse(books: Books, today: IsoDate): readonly StaleRate[] {
  const rates = ratesOf(books);
  const stale = staleKinds(rates, today);
  if (stale.length === 0) return [];
  const used = new Set<RateKind>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (debtor && noChargesReason(debtor, 'EUR') === null) used.add(statutoryRateOf(debtor));
  }
  return stale.filter((kind) => used.has(kind)).map((kind) => ({ kind, checkedUntil: rates.checkedUntil[kind] }));
}
