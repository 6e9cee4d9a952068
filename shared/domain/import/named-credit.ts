import type { Cents } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { OpenItem } from '../item.ts';
import type { ListFacts } from './item.ts';
import type { ItemDiff } from './standing.ts';

/**
 * Receipts that are a debtor's credit as a whole, and of which a list of only some items shows as much paid of the invoice they
 * name: that money is in the list, so it is no credit beside it (criterion A3). `items`: what the list says of the debtor.
 */
export function namedCredit(
  { item = {}, payment = {}, allocation = {} }: DebtorLedger,
  items: readonly ItemDiff[],
  { full, bankUntil }: Pick<ListFacts, 'full' | 'bankUntil'>,
): readonly OpenItem[] {
  if (full) return [];
  const left = new Map<string, Cents>();
  return Object.values(payment).flatMap(({ receiptId, amount, currency, date, remittance }): OpenItem[] => {
    const receipt = receiptId === undefined ? undefined : item[receiptId];
    if (!receipt || receipt.listed || receipt.state !== 'open' || receipt.total !== -amount || date > bankUntil)
      return [];
    const isNamed = items.some(({ before }) => before?.id === receipt.id);
    if (isNamed || Object.values(allocation).some(({ itemId }) => itemId === receipt.id)) return [];
    const words = new Set((remittance ?? '').toUpperCase().split(/[\s,;:()]+/));
    const its = items.find(({ before, after }) => {
      const { number = '', currency: own } = after ?? before ?? {};
      return number.length >= leastOfNumber && own === currency && words.has(number.toUpperCase());
    });
    const number = (its?.after ?? its?.before)?.number ?? '';
    const shown = its ? (left.get(number) ?? shownBy(its)) : 0;
    if (shown < amount) return [];
    left.set(number, shown - amount);
    return [receipt];
  });
}

/** Shorter numbers are words of any text. */
const leastOfNumber = 4;

/** What a list shows as paid of an item beside what is known here. */
function shownBy({ before, after, openBefore, payment, sort }: ItemDiff): Cents {
  if (before === null) return after?.listed ? after.total - after.listed.open : 0;
  return sort === 'gone' ? (openBefore ?? 0) : payment;
}
