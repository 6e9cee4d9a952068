import { addDays, type IsoDate } from '../../dates/civil.ts';
import type { MatchPart } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { ImportRecord } from '../imports.ts';
import type { Allocation, ItemId, ListedBalance, OpenItem } from '../item.ts';
import type { BankLine } from './line.ts';

/** What the newest list really said of an item. */
export function saidOf({ stated, ...listed }: ListedBalance): ListedBalance {
  return stated ?? listed;
}

/**
 * Items a receipt names and pays, and that a list still has open although it holds the bank up to that day: the bookkeeping has
 * not worked the money in (criterion A3). `named`: ids of items of this debtor that stand on the line. Certain only where the
 * list shows nothing paid by it: what is open of them is just this amount, or of one that was known before the receipt no such
 * part was paid. Else none.
 */
export function notWorkedIn(
  ledger: DebtorLedger,
  imports: ReadonlyMap<string, ImportRecord>,
  line: Pick<BankLine, 'date' | 'amount' | 'currency'>,
  named: readonly ItemId[],
): readonly OpenItem[] {
  const known = named.flatMap((id) => {
    const item = ledger.item?.[id];
    return item?.listed && item.currency === line.currency ? [item] : [];
  });
  const items = known.filter(({ state, listed }) => state === 'open' && line.date <= saidOf(listed!).bankUntil);
  const isShown = items.some((item) => shownPaid(item) >= line.amount);
  if (line.amount <= 0 || items.length === 0 || isShown) return [];
  const open = sumOf(items, ({ listed }) => saidOf(listed!).open);
  // What else it names may be gone from the list, paid by the rest of it.
  const gone = known.filter(({ state }) => state !== 'open');
  const paidThere = sumOf(gone, ({ id, total }) => total - sumOf(laidOn(ledger, id), ({ amount }) => amount));
  if (open === line.amount || (paidThere > 0 && open + paidThere === line.amount)) return items;
  const [only] = items;
  return known.length === 1 && line.amount < open && isKnownBefore(only!, imports, line.date) ? items : [];
}

/** The one debtor whose items a line names, with those; null when it names none, or items of several. */
export function namedOfOne(
  named: readonly Pick<MatchPart, 'debtorId' | 'itemId'>[],
): { readonly debtorId: DebtorId; readonly itemIds: readonly ItemId[] } | null {
  const [first] = named;
  if (!first || named.some(({ debtorId }) => debtorId !== first.debtorId)) return null;
  return { debtorId: first.debtorId, itemIds: [...new Set(named.map(({ itemId }) => itemId))] };
}

/** All that a list shows as paid of an item: a payment known here that is part of it may have gone back since. */
function shownPaid({ total, listed }: OpenItem): Cents {
  return total - saidOf(listed!).open;
}

/** What payments laid against an item, but for those a list showed. */
function laidOn({ allocation = {}, payment = {} }: DebtorLedger, id: ItemId): readonly Allocation[] {
  return Object.values(allocation).filter(
    ({ itemId, paymentId }) => itemId === id && payment[paymentId]?.source !== 'list',
  );
}

function isKnownBefore(
  { importId, date }: OpenItem,
  imports: ReadonlyMap<string, ImportRecord>,
  day: IsoDate,
): boolean {
  if (importId === null) return date !== null && date <= day;
  const record = imports.get(importId);
  return record !== undefined && (record.kind ?? 'list') === 'list' && record.bankUntil < day;
}

/** Whether a day is after what an item is held back to and up to the bank date of the list that stated it. */
export function isHeldAt({ listed }: OpenItem, date: IsoDate): boolean {
  return listed?.stated !== undefined && date > listed.bankUntil && date <= listed.stated.bankUntil;
}

/**
 * An item as of the day before a line the list does not have in its balance: the line then counts as after it, and what the
 * list said is kept beside it. Its open balance stays the same. `laid`: what is laid against the item, of whatever day.
 */
export function heldBack(
  item: OpenItem,
  laid: readonly { readonly date: IsoDate; readonly amount: Cents }[],
  date: IsoDate,
): OpenItem {
  const { listed } = item;
  if (!listed || date > listed.bankUntil) return item;
  const since = laid.filter((own) => own.date >= date && own.date <= listed.bankUntil);
  const open = listed.open + sumOf(since, ({ amount }) => amount);
  return { ...item, listed: { open, bankUntil: addDays(date, -1), stated: saidOf(listed) } };
}
