import type { IsoDate } from '../dates/civil.ts';
import type { ParsedItem } from '../formats/table/reading.ts';
import type { Cents } from '../money/cents.ts';
import { openBalance } from './balance.ts';
import type { DebtorLedger } from './books.ts';
import type { Debtor } from './debtor.ts';
import type { Task } from './hold.ts';
import { completedItem, type ListFacts, restatedItem, sameItem } from './import-item.ts';
import type { Allocation, ItemId, OpenItem } from './item.ts';

/** What a list changes for one item. `after` null = nothing to write. */
export interface ItemDiff {
  /** `paid-here`: paid in Voldaan, still open on the list; it does not reopen, a task says so. */
  readonly sort: 'new' | 'changed' | 'same' | 'gone' | 'paid-here';
  readonly before: OpenItem | null;
  readonly after: OpenItem | null;
  readonly openBefore: Cents | null;
  readonly openAfter: Cents | null;
  /** Partial payment the list shows; it is in the listed balance already. */
  readonly payment: Cents;
  /** The bookkeeping still has open what is paid here. */
  readonly reconcile: boolean;
}

/** Allocations and reconcile tasks of a debtor by item, gathered once per debtor. */
export interface KnownPayments {
  readonly byItem: ReadonlyMap<ItemId, readonly Allocation[]>;
  readonly tasks: readonly Task[];
}

export function knownPayments(ledger: DebtorLedger): KnownPayments {
  const byItem = new Map<ItemId, Allocation[]>();
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    const list = byItem.get(allocation.itemId);
    if (list) list.push(allocation);
    else byItem.set(allocation.itemId, [allocation]);
  }
  return { byItem, tasks: Object.values(ledger.task ?? {}).filter(({ kind }) => kind === 'reconcile') };
}

/** Sum allocated after one bank date, up to and including another. */
function paidBetween(paid: readonly Allocation[], after: IsoDate | null, until: IsoDate | null): Cents {
  let sum = 0;
  for (const { date, amount } of paid) {
    if ((after === null || date > after) && (until === null || date <= until)) sum += amount;
  }
  return sum;
}

/** Open balance with the payments the item's list does not hold yet; as `openBalance` gives it. */
function balance(item: OpenItem, paid: readonly Allocation[]): Cents {
  return openBalance(item, new Map([[item.id, paidBetween(paid, item.listed?.bankUntil ?? null, null)]]));
}

/**
 * A known item on a new list (criterion A3). The list holds every payment up to its bank date, so what is expected of it
 * is the balance of the last list less payments between the two bank dates:
 * - less than expected: the rest is a partial payment, and the list's balance stands;
 * - as expected: the list's balance stands;
 * - more than expected while payments are known here, or closed here: paid here, not there — nothing reopens, a task;
 * - more without known payments: the bookkeeping corrected it, the list's balance stands.
 * Payments after the bank date stay deducted in every case. An older list than the last changes nothing.
 */
export function listedAgain(
  known: KnownPayments,
  before: OpenItem,
  parsed: ParsedItem,
  debtor: Debtor,
  list: ListFacts,
  creditFor: string | null,
): ItemDiff {
  const paid = known.byItem.get(before.id) ?? [];
  const openBefore = balance(before, paid);
  const unchanged: ItemDiff = {
    sort: 'same',
    before,
    after: null,
    openBefore,
    openAfter: openBefore,
    payment: 0,
    reconcile: false,
  };
  if (before.listed && before.listed.bankUntil > list.bankUntil) return unchanged;
  if (before.state === 'closed') return parsed.open > 0 ? paidHere(unchanged, known, list, null) : unchanged;
  const restated = restatedItem(before, parsed, debtor, list, creditFor);
  const meanwhile = paidBetween(paid, before.listed?.bankUntil ?? null, list.bankUntil);
  const expected = (before.listed ? before.listed.open : before.total) - meanwhile;
  if (parsed.open > expected && meanwhile > 0) {
    return paidHere(unchanged, known, list, sameItem(before, restated) ? null : restated);
  }
  const after: OpenItem = { ...restated, state: 'open', listed: { open: parsed.open, bankUntil: list.bankUntil } };
  const corrected = list.statesTotal ? Math.max(0, before.total - parsed.total) : 0;
  const payment = expected > 0 && parsed.open >= 0 ? Math.max(0, expected - parsed.open - corrected) : 0;
  const openAfter = balance(after, paid);
  if (sameItem(before, after)) {
    const advanced = before.listed?.bankUntil !== list.bankUntil;
    return { ...unchanged, after: advanced ? after : null, openAfter };
  }
  return { sort: 'changed', before, after, openBefore, openAfter, payment, reconcile: false };
}

/**
 * A known item among single invoices: it gets what the books lack of it, and keeps the balance the bookkeeping says. What is
 * closed stays closed and gives nobody a task.
 */
export function invoicedAgain(
  known: KnownPayments,
  before: OpenItem,
  parsed: ParsedItem,
  creditFor: string | null,
): ItemDiff {
  const open = balance(before, known.byItem.get(before.id) ?? []);
  const completed = before.state === 'closed' ? before : completedItem(before, parsed, creditFor);
  const [sort, after] = completed === before ? (['same', null] as const) : (['changed', completed] as const);
  return { sort, before, after, openBefore: open, openAfter: open, payment: 0, reconcile: false };
}

function paidHere(unchanged: ItemDiff, known: KnownPayments, list: ListFacts, after: OpenItem | null): ItemDiff {
  const id = unchanged.before!.id;
  const said = known.tasks.some(
    ({ itemIds, doneOn }) => itemIds.includes(id) && (doneOn === null || doneOn >= list.asOf),
  );
  return { ...unchanged, sort: 'paid-here', after, reconcile: !said };
}

/**
 * An item a full list lacks, or a list names with nothing open: presumed paid until the user confirms (criterion A3). When
 * payments here already cover it, list and books agree and it closes. Null when the list says nothing about it: closed,
 * newer than the list, or known from a newer one.
 */
export function missingItem(known: KnownPayments, item: OpenItem, list: ListFacts): ItemDiff | null {
  if (item.state !== 'open') return null;
  if ((item.listed && item.listed.bankUntil > list.bankUntil) || (item.date !== null && item.date > list.asOf))
    return null;
  const open = balance(item, known.byItem.get(item.id) ?? []);
  const state = open === 0 ? 'closed' : 'presumed-paid';
  const after: OpenItem = { ...item, state };
  // Covered here already: list and books agree, and nobody needs to be asked.
  const sort = open === 0 ? 'same' : 'gone';
  return { sort, before: item, after, openBefore: open, openAfter: 0, payment: 0, reconcile: false };
}
