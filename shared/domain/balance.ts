import { type IsoDate, laterOf } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { Books, DebtorLedger } from './books.ts';
import type { ImportRecord } from './imports.ts';
import type { ItemId, OpenItem } from './item.ts';

const nothingAllocated: ReadonlyMap<ItemId, Cents> = new Map();

/** Sum laid against each item, by item id, counting only what a list does not already hold (criterion A3). */
export function allocatedPerItem(ledger: DebtorLedger): ReadonlyMap<ItemId, Cents> {
  if (!ledger.allocation) return nothingAllocated;
  const sums = new Map<ItemId, Cents>();
  for (const allocation of Object.values(ledger.allocation)) {
    const item = ledger.item?.[allocation.itemId];
    if (!item || (item.listed && allocation.date <= item.listed.bankUntil)) continue;
    sums.set(item.id, (sums.get(item.id) ?? 0) + allocation.amount);
  }
  return sums;
}

/**
 * Open balance of an item: what the last list said less payments after its bank date, or the total less all payments.
 * Closed and presumed-paid items have none.
 */
export function openBalance(item: OpenItem, allocated: ReadonlyMap<ItemId, Cents>): Cents {
  if (item.state !== 'open') return 0;
  return (item.listed ? item.listed.open : item.total) - (allocated.get(item.id) ?? 0);
}

/** What is open of one item, be it presumed paid or not: without adding up the others of its debtor. */
export function balanceLeft({ allocation = {} }: DebtorLedger, item: OpenItem): Cents {
  let allocated = 0;
  for (const id in allocation) {
    const { itemId, date, amount } = allocation[id]!;
    if (itemId === item.id && !(item.listed && date <= item.listed.bankUntil)) allocated += amount;
  }
  return (item.listed ? item.listed.open : item.total) - allocated;
}

/** The full lists that stand. */
function* fullLists(books: Books): Generator<ImportRecord> {
  for (const record of books.records.import.values()) {
    if (!record.undone && record.full && (record.kind ?? 'list') === 'list') yield record;
  }
}

/** The last full list that stands, by the day it is of: what it lacks of up to that day is paid. Null when there is none. */
export function lastFullList(books: Books): ImportRecord | null {
  let last: ImportRecord | null = null;
  for (const record of fullLists(books)) {
    if (last === null || record.asOf > last.asOf || (record.asOf === last.asOf && record.at >= last.at)) last = record;
  }
  return last;
}

/** Bank date of the full lists that stand: up to that day they hold every receipt (criterion A3). Null when there is none. */
export function listedUntil(books: Books): IsoDate | null {
  let until: IsoDate | null = null;
  for (const { bankUntil } of fullLists(books)) {
    until = laterOf(until, bankUntil);
  }
  return until;
}

/**
 * Up to which bank date lists hold what was paid of an item: full lists that stand (`listedUntil`), or a later one of only some
 * items that named it. Null when none does.
 */
export function heldUntil({ namedUntil }: Pick<OpenItem, 'namedUntil'>, listedUntil: IsoDate | null): IsoDate | null {
  return laterOf(listedUntil, namedUntil ?? null);
}
