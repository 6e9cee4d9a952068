import { daysBetween } from '../../dates/civil.ts';
import type { ParsedItem } from '../../formats/table/reading.ts';
import type { ItemId, OpenItem } from '../item.ts';
import type { ListFacts } from './item.ts';

/** Days the date of a receipt may differ between bank and bookkeeping, when the amount is the same. */
const daysApart = 5;

type Money = Pick<OpenItem, 'date' | 'total' | 'currency'>;

/**
 * How surely what a list names is the money a payment left over (both negative): 0 of the same day and amount, 1 of the same
 * amount some days apart, 2 of the same day and less, as the bookkeeping laid a part of it against an invoice; null when it
 * is not. What is no receipt by its kind is taken for one only at 0, since a list may not say what a negative amount is.
 */
export function receiptLikeness(money: Money, said: Money & Pick<OpenItem, 'kind'>): 0 | 1 | 2 | null {
  if (said.total >= 0 || said.currency !== money.currency || money.date === null || said.date === null) return null;
  if (money.date === said.date && money.total === said.total) {
    return said.kind === 'receipt' || said.kind === 'credit' ? 0 : null;
  }
  if (said.kind !== 'receipt') return null;
  if (money.total === said.total && Math.abs(daysBetween(money.date, said.date)) <= daysApart) return 1;
  return money.date === said.date && money.total < said.total ? 2 : null;
}

/**
 * The ids of a list's items, with those of money known from the bank in place of new ones: a receipt keeps the id it has here
 * and takes the number the bookkeeping gives it, so that it counts once, be the list full or not (criterion A3). One of after the
 * list's bank date is none of another day: that list does not hold it.
 */
export function withKnownReceipts(
  ids: readonly ItemId[],
  items: readonly ParsedItem[],
  known: Readonly<Record<ItemId, OpenItem>> | undefined,
  { statesKind, bankUntil }: Pick<ListFacts, 'statesKind' | 'bankUntil'>,
): readonly ItemId[] {
  const places = items.flatMap(({ open, kind }, place) => {
    const canBe = open < 0 && (kind === 'receipt' || (kind === 'credit' && !statesKind));
    return canBe && !known?.[ids[place]!] ? [place] : [];
  });
  if (!known || places.length === 0) return ids;
  const taken = new Set(ids);
  const receipts = Object.values(known).filter(({ id, kind }) => kind === 'receipt' && !taken.has(id));
  const own = [...ids];
  const given = new Set<number>();
  const give = (place: number, receipt: OpenItem | undefined) => {
    if (!receipt) return;
    own[place] = receipt.id;
    taken.add(receipt.id);
    given.add(place);
  };
  for (const place of places) {
    const number = items[place]!.number.toUpperCase();
    if (number !== '')
      give(
        place,
        receipts.find((one) => !taken.has(one.id) && one.number.toUpperCase() === number),
      );
  }
  for (const like of [0, 1, 2] as const) {
    for (const place of places) {
      if (given.has(place)) continue;
      // What a list dated otherwise than the bank goes by its id of then.
      const isWaiting = ({ number, listed, state }: OpenItem) =>
        number === '' && state === 'open' && (listed === null || like === 0);
      const isHeld = ({ date }: OpenItem) => like !== 1 || date === null || date <= bankUntil;
      const isIt = (one: OpenItem) => isWaiting(one) && isHeld(one) && receiptLikeness(one, items[place]!) === like;
      give(
        place,
        receipts.find((one) => !taken.has(one.id) && isIt(one)),
      );
    }
  }
  return own;
}
