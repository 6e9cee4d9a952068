import { addDays, type IsoDate, laterOf } from '../../dates/civil.ts';
import type { MatchPart } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import { receiptLikeness } from '../import/known-receipts.ts';
import type { ImportRecord } from '../imports.ts';
import type { Allocation, ItemId, ListedBalance, OpenItem } from '../item.ts';
import type { BankLine } from './line.ts';
import type { TakenBack } from './taken-back.ts';

type Receipt = Pick<BankLine, 'id' | 'date' | 'amount' | 'currency'>;

/** What the newest list really said of an item. */
export function saidOf({ stated, lacks: _, ...listed }: ListedBalance): ListedBalance {
  return stated ?? listed;
}

/**
 * Items a receipt names and pays, and that a list still has open although it holds the bank up to that day: the bookkeeping has
 * not worked the money in (criterion A3). `named`: ids of items of this debtor that stand on the line. Certain only where no list
 * shows it as paid ({@link isShown}) or as credit: what is open of the items is just this amount, or of one that was known
 * before the receipt no such part was paid. Else none.
 */
export function notWorkedIn(
  ledger: DebtorLedger,
  imports: ReadonlyMap<string, ImportRecord>,
  takenBack: TakenBack,
  line: Receipt,
  named: readonly ItemId[],
): readonly OpenItem[] {
  const known = knownOf(ledger, line, named);
  const items = stillOpen(known, line);
  if (line.amount <= 0 || items.length === 0 || isListedAsCredit(ledger, line)) return [];
  if (isShown(ledger, takenBack, line, items)) return [];
  const open = sumOf(items, ({ listed }) => saidOf(listed!).open);
  // What else it names may be gone from the list, paid by the rest of it.
  const gone = known.filter(({ state }) => state !== 'open');
  const paidThere = sumOf(gone, ({ id, total }) => total - sumOf(laidOn(ledger, id), ({ amount }) => amount));
  if (open === line.amount || (paidThere > 0 && open + paidThere === line.amount)) return items;
  const only = known.length === 1 ? items[0] : undefined;
  return only && line.amount < open && isKnownBefore(only, imports, line.date) ? items : [];
}

/**
 * Whether nothing shows that a list holds a receipt, though it holds the bank up to that day and has open what the receipt names, and
 * though that is not certain either ({@link notWorkedIn}): less was paid of the items than the receipt, by all the list says, or
 * by what it says beside the list before it. Only a user can tell; the balance stays what the list says.
 */
export function mayNotBeWorkedIn(
  ledger: DebtorLedger,
  takenBack: TakenBack,
  line: Receipt,
  named: readonly ItemId[],
): boolean {
  const items = stillOpen(knownOf(ledger, line, named), line);
  if (line.amount <= 0 || items.length === 0 || isListedAsCredit(ledger, line)) return false;
  if (takenBack.has(line.id, lastSaid(items))) return false;
  if (sumOf(items, (item) => shownSince(ledger, item, line.date)) >= line.amount) return false;
  const isLess = (paid: readonly (Cents | null)[]): boolean =>
    paid.every((cents) => cents !== null) && sumOf(paid, (cents) => cents ?? 0) < line.amount;
  return isLess(items.map(shownPaid)) || isLess(items.map((item) => shownBetween(ledger, item, line.date)));
}

/** Items of a debtor that stand on a line and were on a list. */
function knownOf(ledger: DebtorLedger, line: Receipt, named: readonly ItemId[]): readonly OpenItem[] {
  return named.flatMap((id) => {
    const item = ledger.item?.[id];
    return item?.listed && item.currency === line.currency ? [item] : [];
  });
}

/** What of them a list that holds the bank up to the day of the line still has open. */
function stillOpen(known: readonly OpenItem[], { date }: Receipt): readonly OpenItem[] {
  return known.filter(({ state, listed }) => {
    const said = saidOf(listed!);
    const isThere = !said.gone || said.gone.again !== undefined;
    return state === 'open' && said.open > 0 && isThere && date <= said.bankUntil;
  });
}

/**
 * Whether lists show a receipt as paid of these items: what they said before its day is that much more than what the newest says.
 * What was paid earlier, or by money known here, may be this one all the same as long as money may have gone back unseen.
 */
function isShown(ledger: DebtorLedger, takenBack: TakenBack, line: Receipt, items: readonly OpenItem[]): boolean {
  if (sumOf(items, (item) => shownSince(ledger, item, line.date)) >= line.amount) return true;
  if (!items.some((item) => shownPaid(item) >= line.amount)) return false;
  const since = items.map((item) => {
    const { before, bankUntil } = saidOf(item.listed!);
    const isCertain = before && takenBack.isCertainlyNone(line.id, before.bankUntil, bankUntil);
    return isCertain ? shownBetween(ledger, item, line.date) : null;
  });
  return since.some((shown) => shown === null) || sumOf(since, (shown) => shown ?? 0) >= line.amount;
}

/** What a list shows as paid beside the list before it, by payments not known here; null without one of before a day. */
function shownBetween(ledger: DebtorLedger, { id, listed }: OpenItem, day: IsoDate): Cents | null {
  const { open, before, bankUntil } = saidOf(listed!);
  if (!before || before.bankUntil >= day) return null;
  const known = laidOn(ledger, id).filter(({ date }) => date > before.bankUntil && date <= bankUntil);
  return before.open - open - sumOf(known, ({ amount }) => amount);
}

/** What lists that hold the bank up to a day, or beyond, show as paid of items and no other payment accounts for. */
export function shownBy(
  { allocation = {}, payment = {} }: DebtorLedger,
  itemIds: readonly ItemId[],
  date: IsoDate,
): readonly Allocation[] {
  return Object.values(allocation).filter(
    (own) => own.date >= date && itemIds.includes(own.itemId) && payment[own.paymentId]?.source === 'list',
  );
}

function shownSince(ledger: DebtorLedger, { id, listed }: OpenItem, date: IsoDate): Cents {
  const { lowered } = saidOf(listed!);
  const corrected = lowered && date <= lowered.until ? lowered.amount : 0;
  return sumOf(shownBy(ledger, [id], date), ({ amount }) => amount) + corrected;
}

/** Whether a list has the money itself, as a receipt it laid against nothing. */
function isListedAsCredit({ item = {}, payment = {} }: DebtorLedger, { date, amount, currency }: Receipt): boolean {
  const known = new Set(Object.values(payment).map(({ receiptId }) => receiptId));
  const money = { date, total: -amount, currency };
  return Object.values(item).some(
    (own) =>
      own.state === 'open' &&
      own.listed !== null &&
      date <= saidOf(own.listed).bankUntil &&
      !known.has(own.id) &&
      receiptLikeness(money, own) !== null,
  );
}

/** Items of one debtor that stand on a line. */
export interface NamedItems {
  readonly debtorId: DebtorId;
  readonly itemIds: readonly ItemId[];
}

/** The one debtor whose items a line names, with those; null when it names none, or items of several. */
export function namedOfOne(named: readonly Pick<MatchPart, 'debtorId' | 'itemId'>[]): NamedItems | null {
  const [first] = named;
  if (!first || named.some(({ debtorId }) => debtorId !== first.debtorId)) return null;
  return { debtorId: first.debtorId, itemIds: [...new Set(named.map(({ itemId }) => itemId))] };
}

/** All that a list shows as paid of an item, by payments known here as well. */
function shownPaid({ total, listed }: OpenItem): Cents {
  return total - saidOf(listed!).open;
}

/** What payments laid against an item, but for those a list showed. */
function laidOn({ allocation = {}, payment = {} }: DebtorLedger, id: ItemId): readonly Allocation[] {
  return Object.values(allocation).filter(
    ({ itemId, paymentId }) => itemId === id && payment[paymentId]?.source !== 'list',
  );
}

/** Whether an item was on a list before a day, or was invoiced by then, where it came as an invoice or was entered here. */
function isKnownBefore(
  { importId, date }: OpenItem,
  imports: ReadonlyMap<string, ImportRecord>,
  day: IsoDate,
): boolean {
  const record = importId === null ? null : imports.get(importId);
  if (record === undefined) return false;
  if (record !== null && (record.kind ?? 'list') === 'list') return record.bankUntil < day;
  return date !== null && date <= day;
}

/** Last bank date of the lists that had items; empty when none had. */
export function lastSaid(items: readonly OpenItem[]): IsoDate {
  const until = items.flatMap(({ listed }) => (listed ? [saidOf(listed).bankUntil] : [])).sort();
  return until.at(-1) ?? '';
}

/** Bank date of the list that last said something of an item; null when none did. */
export function saidUntil({ listed, namedUntil }: OpenItem): IsoDate | null {
  return laterOf(listed && saidOf(listed).bankUntil, namedUntil ?? null);
}

/** Whether the list that last said something of an item holds what was paid of it on a day. */
export function isInList(item: OpenItem, date: IsoDate): boolean {
  const until = saidUntil(item);
  return until !== null && date <= until;
}

/** Whether a list of only some items that named it holds what was paid of an item on a day. */
export function isNamedOn({ namedUntil }: Pick<OpenItem, 'namedUntil'>, date: IsoDate): boolean {
  return namedUntil !== undefined && date <= namedUntil;
}

/** Whether a day is after what an item is held back to and up to the bank date of the list that stated it. */
export function isHeldAt({ listed }: OpenItem, date: IsoDate): boolean {
  return listed?.stated !== undefined && date > listed.bankUntil && date <= listed.stated.bankUntil;
}

/** Whether an item is held back for this very line: the list that stated it does not have it. */
export function isLacked({ listed }: OpenItem, { id }: Pick<BankLine, 'id'>): boolean {
  return listed?.lacks?.includes(id) ?? false;
}

/**
 * An item as of the day before the first of lines the list does not have in its balance: they then count as after it, and what
 * the list said is kept beside it, with which lines these are. Its open balance stays the same. `laid`: what is laid against the
 * item, of whatever day.
 */
export function heldBack(
  item: OpenItem,
  laid: readonly { readonly date: IsoDate; readonly amount: Cents }[],
  lines: readonly Pick<BankLine, 'id' | 'date'>[],
): OpenItem {
  const { listed } = item;
  const [date] = lines.map((line) => line.date).sort();
  if (!listed || date === undefined) return item;
  const lacks = [...new Set([...(listed.lacks ?? []), ...lines.map(({ id }) => id)])].sort();
  if (date > listed.bankUntil) return { ...item, listed: { ...listed, lacks } };
  const since = laid.filter((own) => own.date >= date && own.date <= listed.bankUntil);
  const open = listed.open + sumOf(since, ({ amount }) => amount);
  return { ...item, listed: { open, bankUntil: addDays(date, -1), stated: saidOf(listed), lacks } };
}
