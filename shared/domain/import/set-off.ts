import type { IsoDate } from '../../dates/civil.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { Allocation, ItemId } from '../item.ts';
import type { ItemDiff } from './standing.ts';

/**
 * Allocations as they become where a payment of after a list's bank date, `bankUntil`, was matched less credit that list has set off
 * itself by then: it set off as much less, of the credit and of the items it paid, so that the credit counts once (criterion A3).
 * `onList`: items the list names. By their ids; null = no longer there.
 */
export function setOffThere(
  ledger: DebtorLedger,
  items: readonly ItemDiff[],
  onList: ReadonlySet<ItemId>,
  bankUntil: IsoDate,
): ReadonlyMap<string, Allocation | null> {
  const become = new Map<string, Allocation | null>();
  const since = Object.values(ledger.allocation ?? {}).filter(({ date, kind }) => date > bankUntil && !kind);
  if (since.length === 0) return become;
  const openAfter = new Map(items.map(({ before, openAfter: open }) => [before?.id, open ?? 0]));
  for (const { before, after } of items) {
    if (!before || !after || before.total >= 0) continue;
    const used = since.filter(({ itemId, amount }) => itemId === before.id && amount < 0);
    const left = after.state === 'open' ? Math.min(0, after.listed?.open ?? 0) : 0;
    let twice = left - sumOf(used, ({ amount }) => amount);
    for (const own of used.sort(latestFirst)) {
      if (twice <= 0) break;
      const paid = since.filter(
        ({ paymentId, itemId, amount }) => paymentId === own.paymentId && amount > 0 && onList.has(itemId),
      );
      // What would be paid too much by it first.
      paid.sort((a, b) => (openAfter.get(a.itemId) ?? 0) - (openAfter.get(b.itemId) ?? 0));
      const back = lowered(become, paid, Math.min(twice, -own.amount));
      twice -= back;
      if (back > 0) become.set(own.id, own.amount + back === 0 ? null : { ...own, amount: own.amount + back });
    }
  }
  return become;
}

/** Takes an amount off allocations, in their order; how much could be taken. */
function lowered(become: Map<string, Allocation | null>, paid: readonly Allocation[], amount: Cents): Cents {
  let left = amount;
  for (const one of paid) {
    const now = become.get(one.id) ?? one;
    const less = become.get(one.id) === null ? 0 : Math.min(left, now.amount);
    if (less <= 0) continue;
    left -= less;
    become.set(one.id, less === now.amount ? null : { ...now, amount: now.amount - less });
  }
  return amount - left;
}

function latestFirst(a: Allocation, b: Allocation): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}
