import { daysBetween, type IsoDate } from '#shared/dates/civil.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import { type PaymentPart, paymentParts } from '#shared/domain/commands/payment.ts';
import type { ItemId, Payment } from '#shared/domain/item.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import type { CardItem } from './card.ts';

/** What the form of a payment holds. */
export interface PaymentForm {
  readonly date: IsoDate;
  readonly amount: Cents | null;
  readonly currency: Currency;
  /** Empty = the longest due first. */
  readonly itemIds: readonly ItemId[];
  readonly note: string;
}

/** Currencies in which something is open, euros first; euros alone when nothing is. */
export function openCurrencies(items: readonly CardItem[]): readonly Currency[] {
  const found = new Set(items.filter(({ open }) => open !== 0).map(({ item }) => item.currency));
  const others = [...found].filter((currency) => currency !== 'EUR').sort();
  return found.has('EUR') || others.length === 0 ? ['EUR', ...others] : others;
}

/** Items a payment in a currency can be laid against. */
export function payableItems(items: readonly CardItem[], currency: Currency): readonly CardItem[] {
  return items.filter(({ item, open, state }) => item.currency === currency && open !== 0 && state === 'open');
}

/** How the payment would be laid; null while there is no amount. */
export function paymentPreview(
  ledger: DebtorLedger,
  { amount, currency, itemIds }: PaymentForm,
): { readonly parts: readonly PaymentPart[]; readonly rest: Cents } | null {
  return amount === null || amount === 0 ? null : paymentParts(ledger, { amount, currency, itemIds });
}

/** A payment of the same amount the books hold already, at most five days apart: perhaps the very same. */
export function samePayment(ledger: DebtorLedger, { amount, currency, date }: PaymentForm): Payment | null {
  const same = Object.values(ledger.payment ?? {}).filter(
    (payment) =>
      payment.amount === amount && payment.currency === currency && Math.abs(daysBetween(payment.date, date)) <= 5,
  );
  return same.at(-1) ?? null;
}

/** Bank date up to which a list holds the payments of the items it would be laid against; null when none does. */
export function heldUntil(ledger: DebtorLedger, parts: readonly PaymentPart[], date: IsoDate): IsoDate | null {
  const dates = parts.flatMap(({ itemId }) => ledger.item?.[itemId]?.listed?.bankUntil ?? []);
  return (
    dates
      .filter((until) => date <= until)
      .sort()
      .at(-1) ?? null
  );
}
