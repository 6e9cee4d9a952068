import type { IsoDate } from '../../dates/civil.ts';
import type { ParsedItem } from '../../formats/table/reading.ts';
import type { Cents, Currency } from '../../money/cents.ts';
import { openBalance } from '../balance.ts';
import { goneBalance, goneOf, type LaidOf } from '../bank/gone.ts';
import { saidUntil } from '../bank/not-worked-in.ts';
import type { DebtorLedger } from '../books.ts';
import type { Debtor } from '../debtor.ts';
import type { Task } from '../hold.ts';
import type { Allocation, ItemId, OpenItem } from '../item.ts';
import {
  besideFull,
  completedItem,
  type ListFacts,
  namedBy,
  nextListed,
  restatedItem,
  sameItem,
  withFull,
} from './item.ts';

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
  /** What the list still has open of an item that is paid here. */
  readonly listed?: Cents;
  /** The task that says so already, with what this list has open. */
  readonly toRestate?: Task;
  /** Tasks that said so before and no longer hold; absent = none. */
  readonly reconciled?: readonly Task[];
}

/** Allocations and reconcile tasks of a debtor by item, gathered once per debtor. */
export interface KnownPayments {
  readonly ledger: DebtorLedger;
  readonly laidOf: LaidOf;
  readonly tasks: readonly Task[];
}

export function knownPayments(ledger: DebtorLedger): KnownPayments {
  const byItem = new Map<ItemId, Allocation[]>();
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    const list = byItem.get(allocation.itemId);
    if (list) list.push(allocation);
    else byItem.set(allocation.itemId, [allocation]);
  }
  const tasks = Object.values(ledger.task ?? {}).filter(({ kind }) => kind === 'reconcile');
  return { ledger, laidOf: (itemId) => byItem.get(itemId) ?? [], tasks };
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
 * - more than expected while payments are known here, or closed here: paid here, not there — they stay deducted, a task;
 * - more without known payments: the bookkeeping corrected it, the list's balance stands;
 * - credit that was closed and of which nothing was used here: it is open again.
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
  const paid = known.laidOf(before.id);
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
  if (isSaidSince(before, list)) {
    const full = { open: parsed.open, bankUntil: list.bankUntil };
    return list.full ? { ...unchanged, after: changedOnly(before, withFull(before, full)) } : unchanged;
  }
  const full = besideFull(before.listed, stillOpen(known, before), list);
  const kept = namedBy(list, withFull(before, full));
  // Credit that ended only because a list lacked it is there again; nobody is dunned for it meanwhile.
  const isCreditAgain = parsed.open < 0 && before.total < 0 && paid.length === 0;
  if (before.state === 'closed' && !isCreditAgain)
    return parsed.open > 0 ? paidHere(unchanged, known, list, parsed.open, changedOnly(before, kept)) : unchanged;
  const meanwhile = paidBetween(paid, before.listed?.bankUntil ?? null, list.bankUntil);
  const expected = (before.listed ? before.listed.open : before.total) - meanwhile;
  // A column of amounts that repeats what is open after known payments says nothing of what the invoice came to.
  const repeats = parsed.total === parsed.open && parsed.open === expected;
  const facts = repeats ? { ...list, statesTotal: false } : list;
  const restated = restatedItem(kept, parsed, debtor, facts, creditFor);
  if (parsed.open > expected && meanwhile > 0) {
    // What a list before this one lacked is there all the same: less what was paid here.
    const again: OpenItem = { ...restated, state: 'open' };
    const after = kept === before && sameItem(before, again) ? null : again;
    return { ...paidHere(unchanged, known, list, parsed.open, after), openAfter: balance(again, paid) };
  }
  const corrected = facts.statesTotal ? Math.max(0, before.total - parsed.total) : 0;
  // Below 0 where it is raised: what was lowered before is open again.
  const lowered = Math.min(corrected, expected - parsed.open);
  const after: OpenItem = {
    ...restated,
    state: 'open',
    listed: nextListed(before, { open: parsed.open, total: restated.total }, list, lowered, full),
  };
  const payment = expected > 0 && parsed.open >= 0 ? Math.max(0, expected - parsed.open - corrected) : 0;
  const openAfter = balance(after, paid);
  const agreed = { ...unchanged, ...reconciled(known, before), openAfter };
  // What was entered here is the same item when the list says of it what is expected.
  const said = before.listed ?? { open: expected, bankUntil: list.bankUntil };
  if (sameItem({ ...before, listed: said }, after)) {
    const advanced =
      before.listed?.bankUntil !== list.bankUntil ||
      before.listed.full?.bankUntil !== after.listed?.full?.bankUntil ||
      before.namedUntil !== after.namedUntil;
    return { ...agreed, after: advanced ? after : null };
  }
  return { ...agreed, sort: 'changed', after, payment };
}

/**
 * A known item among single invoices, or on a list older than the last: it gets what the books lack of it, and keeps the balance
 * they have. What is closed stays closed and gives nobody a task.
 */
export function completedAgain(
  known: KnownPayments,
  before: OpenItem,
  parsed: ParsedItem,
  _debtor: Debtor,
  _list: ListFacts,
  creditFor: string | null,
): ItemDiff {
  const open = balance(before, known.laidOf(before.id));
  const completed = before.state === 'closed' ? before : completedItem(before, parsed, creditFor);
  const [sort, after] = completed === before ? (['same', null] as const) : (['changed', completed] as const);
  return { sort, before, after, openBefore: open, openAfter: open, payment: 0, reconcile: false };
}

/** Whether a newer list said what is open of an item. */
function isSaidSince(item: OpenItem, { bankUntil }: ListFacts): boolean {
  const until = saidUntil(item);
  return until !== null && until > bankUntil;
}

/** An item as it becomes; null when it stays what it was. */
function changedOnly(before: OpenItem, after: OpenItem): OpenItem | null {
  return after === before ? null : after;
}

/** What the newest list still has open of an item that is paid here; null when it is not known to have any. */
function stillOpen({ tasks }: KnownPayments, { id }: OpenItem): Cents | null {
  return tasks.find(({ itemIds, doneOn }) => doneOn === null && itemIds.includes(id))?.listed ?? null;
}

function paidHere(
  unchanged: ItemDiff,
  { tasks }: KnownPayments,
  list: ListFacts,
  listed: Cents,
  after: OpenItem | null,
): ItemDiff {
  const id = unchanged.before!.id;
  const own = tasks.filter(({ itemIds }) => itemIds.includes(id));
  const said = own.some(({ doneOn }) => doneOn === null || doneOn >= list.asOf);
  const waiting = own.find((task) => task.doneOn === null && task.listed !== listed);
  const restated = waiting ? { toRestate: { ...waiting, listed } } : {};
  return { ...unchanged, ...restated, sort: 'paid-here', after, reconcile: !said, listed };
}

/** Tasks to letter off in the bookkeeping that are done, now that list and books say the same. */
function reconciled({ tasks }: KnownPayments, { id }: OpenItem): Pick<ItemDiff, 'reconciled'> {
  const done = tasks.filter(({ itemIds, doneOn }) => doneOn === null && itemIds.includes(id));
  return done.length === 0 ? {} : { reconciled: done };
}

/**
 * Items of a debtor a list lacks. What was paid of them after its bank date is too much where money known before it was worked in
 * there instead: as much of that credit stays.
 */
export function missingItems(known: KnownPayments, items: readonly OpenItem[], list: ListFacts): readonly ItemDiff[] {
  const missing = items.flatMap((item) => missingItem(known, item, list) ?? []);
  const paidTwice = new Map<Currency, Cents>();
  for (const { before, after } of missing) {
    if (!before || after?.state !== 'closed' || before.total < 0) continue;
    const since = Math.max(0, paidBetween(known.laidOf(before.id), list.bankUntil, null));
    paidTwice.set(before.currency, (paidTwice.get(before.currency) ?? 0) + since);
  }
  return missing.map((one): ItemDiff => {
    const { before, after, openBefore } = one;
    if (before?.kind !== 'receipt' || after?.state !== 'closed') return one;
    const paid = paidTwice.get(before.currency) ?? 0;
    const stays = Math.min(paid, -(openBefore ?? 0));
    if (stays <= 0) return one;
    paidTwice.set(before.currency, paid - stays);
    if (stays === -(openBefore ?? 0)) return { ...one, after: null, openAfter: -stays };
    const listed = { open: -stays, bankUntil: list.bankUntil };
    return { ...one, sort: 'changed', after: { ...before, listed }, openAfter: -stays };
  });
}

/**
 * An item a full list lacks, or a list names with nothing open: presumed paid until the user confirms (criterion A3). Nobody is
 * asked where list and books agree: payments here cover it, so it closes; a receipt known from the bank was worked in, so it
 * closes; money was taken back after the list's bank date, so that is what is open. Null when the list says nothing about it:
 * newer than the list, known from a newer one, or closed with nothing left to letter off.
 */
function missingItem(known: KnownPayments, item: OpenItem, list: ListFacts): ItemDiff | null {
  const isReceipt = item.kind === 'receipt' && item.listed === null;
  const newest = isReceipt ? list.bankUntil : list.asOf;
  if (item.date !== null && item.date > newest) return null;
  if (isSaidSince(item, list)) return lacksToo(known, item, list);
  // The list has nothing of it any more: nothing is left to letter off there.
  const lettered = reconciled(known, item);
  const full = besideFull(item.listed, stillOpen(known, item), list);
  const lacking = namedBy(list, withFull(item, full));
  if (item.state !== 'open') {
    const same = { before: item, after: null, openBefore: 0, openAfter: 0, payment: 0, reconcile: false } as const;
    const after = list.full ? null : changedOnly(item, lacking);
    return lettered.reconciled || after ? { ...same, ...lettered, sort: 'same', after } : null;
  }
  const paid = known.laidOf(item.id);
  const open = balance(item, paid);
  const gone = { before: item, openBefore: open, openAfter: 0, payment: 0, reconcile: false, ...lettered };
  const since = openSince(known, item, list);
  if (since) {
    const { listed, left } = since;
    const said = nextListed(item, { open: 0, total: item.total }, list, 0, full);
    const after = withFull({ ...lacking, listed: { ...said, ...listed } }, full);
    return { ...gone, sort: left === open ? 'same' : 'changed', after, openAfter: left };
  }
  if (isReceipt || open === 0) return { ...gone, sort: 'same', after: { ...lacking, state: 'closed' } };
  return { ...gone, sort: 'gone', after: { ...lacking, state: 'presumed-paid' } };
}

/** An item a newer list of only some items named: that this full list lacks it is kept beside it. Null where nothing is to be kept. */
function lacksToo(known: KnownPayments, item: OpenItem, { full, bankUntil }: ListFacts): ItemDiff | null {
  const after = full ? changedOnly(item, withFull(item, { open: 0, bankUntil })) : null;
  if (!after) return null;
  const open = balance(item, known.laidOf(item.id));
  return { sort: 'same', before: item, after, openBefore: open, openAfter: open, payment: 0, reconcile: false };
}

/** What is open of an item a list lacks, of which money was taken back since; null when nothing is. */
function openSince(
  { ledger, laidOf }: KnownPayments,
  item: OpenItem,
  { bankUntil }: ListFacts,
): ReturnType<typeof goneBalance> | null {
  if (item.total <= 0 || laidOf(item.id).length === 0) return null;
  const since = goneBalance(ledger, item, goneOf(item), bankUntil, undefined, laidOf);
  return since.left > 0 ? since : null;
}
