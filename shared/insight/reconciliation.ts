import type { IsoDate } from '../dates/civil.ts';
import { lastFullList, openBalance } from '../domain/balance.ts';
import { saidOf } from '../domain/bank/not-worked-in.ts';
import { type Books, type DebtorLedger, debtorIn } from '../domain/books.ts';
import type { Debtor, DebtorId } from '../domain/debtor.ts';
import type { Task } from '../domain/hold.ts';
import { importOrder } from '../domain/import/undo.ts';
import type { ImportRecord } from '../domain/imports.ts';
import type { Allocation, ItemId, OpenItem } from '../domain/item.ts';
import { type Cents, sumOf } from '../money/cents.ts';

/** Why Voldaan has another amount open than the last list; the text is `aansluiting.cause.<cause>` in the catalogue. */
const differenceCauses = [
  /** Received after the list's bank date. */
  'paid-since',
  /** Taken back by the bank after it. */
  'returned-since',
  /** Received after it, and no item's yet. */
  'credit-since',
  /** Paid here, still open there: to be lettered off in the bookkeeping. */
  'paid-here',
  /** Betalingskorting or kredietbeperking kept back in time. */
  'discount',
  /** A small rest that was let go. */
  'difference',
  /** A later list that names only some items has another balance of it, which no payment explains. */
  'restated',
  /** Invoices and credit notes newer than the list, or entered here. */
  'since-list',
] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

/** One item's part of the difference. */
export interface DifferenceLine {
  readonly cause: DifferenceCause;
  readonly debtorId: DebtorId;
  readonly debtorCode: string;
  readonly debtorName: string;
  readonly itemId: ItemId;
  readonly number: string;
  /** Of the payment or the item; null when it has none. */
  readonly date: IsoDate | null;
  /** What Voldaan has open more (positive) or less (negative) than the list. */
  readonly amount: Cents;
}

/** Account 1300 beside what is open in Voldaan, in euros (criterion A12). `stated` + Σ causes + `unexplained` = `open`. */
export interface Reconciliation {
  /** The last full list, whose account 1300 is looked at. */
  readonly list: Pick<ImportRecord, 'id' | 'fileName' | 'asOf' | 'bankUntil'>;
  /** Σ of the items the list has open, as the books know it. */
  readonly listed: Cents;
  /** Balance of account 1300 on the day of the list. */
  readonly stated: Cents;
  /** Where it comes from: typed in, a report that was imported, or the list itself. */
  readonly statedBy: 'hand' | 'report' | 'list';
  readonly open: Cents;
  readonly causes: readonly { readonly cause: DifferenceCause; readonly count: number; readonly total: Cents }[];
  readonly lines: readonly DifferenceLine[];
  /** What none of it explains: 0 when all is well. */
  readonly unexplained: Cents;
  /** Items in other currencies, which account 1300 holds in euros and Voldaan does not. */
  readonly otherCurrencies: number;
  /** Receipts that wait to be looked at: not yet in Voldaan's balance. */
  readonly waiting: { readonly count: number; readonly total: Cents };
}

/**
 * Lays the books beside account 1300 on the day of the last full list (criterion A12). `stated` is that account's balance
 * when the user typed it, else the total of the newest report imported since, else what the list came to. Null without a
 * full list: there is nothing to lay it beside.
 */
export function reconcile(books: Books, stated: Cents | null): Reconciliation | null {
  const list = lastFullList(books);
  if (!list) return null;
  const lines: DifferenceLine[] = [];
  const sums: Sums = { listed: 0, listedElsewhere: 0, open: 0, otherCurrencies: 0 };
  const order = importOrder(books);
  const last = order.get(list.id) ?? 0;
  const since = new Set([...order].flatMap(([id, place]) => (place > last ? [id] : [])));
  for (const ledger of books.ledgers.values()) addLedger(ledger, list, since, sums, lines);
  const { by, total } = statedTotal(books, list, stated, list.totalOpen - sums.listedElsewhere);
  const waiting = [...books.records.bankLine.values()].filter(
    ({ state, currency }) => state === 'review' && currency === 'EUR',
  );
  return {
    list: { id: list.id, fileName: list.fileName, asOf: list.asOf, bankUntil: list.bankUntil },
    listed: sums.listed,
    stated: total,
    statedBy: by,
    open: sums.open,
    causes: causesOf(lines),
    lines,
    unexplained: sums.open - total - sumOf(lines, ({ amount }) => amount),
    otherCurrencies: sums.otherCurrencies,
    waiting: { count: waiting.length, total: sumOf(waiting, ({ amount }) => amount) },
  };
}

function statedTotal(
  books: Books,
  list: ImportRecord,
  typed: Cents | null,
  ofList: Cents,
): { readonly by: Reconciliation['statedBy']; readonly total: Cents } {
  if (typed !== null) return { by: 'hand', total: typed };
  let report: { readonly asOf: IsoDate; readonly total: Cents } | null = null;
  for (const control of books.records.control.values()) {
    if (control.asOf === list.asOf) report = control;
  }
  return report ? { by: 'report', total: report.total } : { by: 'list', total: ofList };
}

interface Sums {
  listed: Cents;
  /** What the list has open in other currencies, which its total holds as well. */
  listedElsewhere: Cents;
  open: Cents;
  otherCurrencies: number;
}

/** `since`: ids of imports after the list; what came in with one was not on it. */
function addLedger(
  ledger: DebtorLedger,
  list: ImportRecord,
  since: ReadonlySet<string>,
  sums: Sums,
  lines: DifferenceLine[],
): void {
  const debtor = debtorIn(ledger);
  if (!debtor || !ledger.item) return;
  const allocations = new Map<ItemId, Allocation[]>();
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    const own = allocations.get(allocation.itemId);
    if (own) own.push(allocation);
    else allocations.set(allocation.itemId, [allocation]);
  }
  const tasks = Object.values(ledger.task ?? {}).filter(({ kind, doneOn }) => kind === 'reconcile' && doneOn === null);
  for (const item of Object.values(ledger.item)) {
    const laid = allocations.get(item.id) ?? [];
    const counted = laid.filter(({ date }) => !item.listed || date > item.listed.bankUntil);
    const open = openBalance(item, new Map([[item.id, sumOf(counted, ({ amount }) => amount)]]));
    const isNew = item.importId !== null && since.has(item.importId);
    const { listed, found } =
      (isNew ? null : restatedSince(item, open, laid, list)) ?? differencesOf(item, open, counted, tasks, list, isNew);
    if (item.currency !== 'EUR') {
      sums.listedElsewhere += listed;
      if (open !== 0) sums.otherCurrencies++;
      continue;
    }
    sums.open += open;
    sums.listed += listed;
    for (const difference of found) if (difference.amount !== 0) lines.push(lineOf(debtor, item, difference));
  }
}

type Difference = Pick<DifferenceLine, 'cause' | 'date' | 'amount'>;

/** What the list has open of an item, and what makes Voldaan's balance another. */
function differencesOf(
  item: OpenItem,
  open: Cents,
  counted: readonly Allocation[],
  tasks: readonly Task[],
  list: ImportRecord,
  isNew: boolean,
): { readonly listed: Cents; readonly found: readonly Difference[] } {
  const stillListed = tasks.find(({ itemIds, listed }) => listed !== undefined && itemIds.includes(item.id))?.listed;
  // Of what is newer than the list, a list of only some items has it open still.
  const isSince = isNew || (item.listed === null && (item.date ?? '') > list.asOf);
  if (stillListed !== undefined && !isSince) {
    return { listed: stillListed, found: [{ cause: 'paid-here', date: item.date, amount: open - stillListed }] };
  }
  const onList = isNew ? null : openOnList(item, counted, list);
  if (onList !== null) {
    const isAll = item.listed !== null && !item.listed.stated;
    const since = isAll ? counted : counted.filter(({ date }) => date > list.bankUntil);
    // The list held a payment of after its bank date already: of what came and went since, only what is open is more.
    const isAhead = item.listed?.gone !== undefined && item.listed.open !== onList;
    const date =
      since
        .map((own) => own.date)
        .sort()
        .at(-1) ?? item.date;
    if (isAhead) return { listed: onList, found: [{ cause: 'returned-since', date, amount: open - onList }] };
    return { listed: onList, found: since.map((own) => laidSince(own, onList)) };
  }
  const cause = item.kind === 'receipt' && item.listed === null ? 'credit-since' : 'since-list';
  return { listed: 0, found: [{ cause, date: item.date, amount: open }] };
}

function laidSince({ kind, amount, date }: Allocation, onList: Cents): Difference {
  const cause = kind ?? (amount < 0 === onList < 0 ? 'paid-since' : 'returned-since');
  return { cause, date, amount: -amount };
}

/**
 * The same of an item that a list of only some items has named since: what that list shows as paid is paid since, and what nothing
 * explains is its own. Null where the full list has the last word.
 */
function restatedSince(
  item: OpenItem,
  open: Cents,
  laid: readonly Allocation[],
  list: ImportRecord,
): { readonly listed: Cents; readonly found: readonly Difference[] } | null {
  const full = item.listed && saidOf(item.listed).full;
  if (full?.bankUntil !== list.bankUntil) return null;
  const since = laid.filter(({ date }) => date > full.bankUntil).map((own) => laidSince(own, full.open));
  const rest = open - full.open - sumOf(since, ({ amount }) => amount);
  // What the list calls settled was paid, or used.
  const cause = item.state === 'open' ? 'restated' : 'paid-since';
  return { listed: full.open, found: [...since, { cause, date: item.listed!.bankUntil, amount: rest }] };
}

/**
 * What the list has open of an item; null when it is not on it. An item that came with the list and of which it states no
 * balance, as in the demo, had its total less what was paid by then.
 */
function openOnList(item: OpenItem, counted: readonly Allocation[], list: ImportRecord): Cents | null {
  if (item.state !== 'open' || (item.date ?? '') > list.asOf) return null;
  const said = item.listed && saidOf(item.listed);
  if (said?.gone) return said.bankUntil === list.bankUntil ? (said.gone.again ?? 0) : null;
  if (said) return said.bankUntil === list.bankUntil ? said.open : null;
  if (item.importId !== list.id) return null;
  return item.total - sumOf(counted, ({ date, amount }) => (date <= list.bankUntil ? amount : 0));
}

function lineOf(debtor: Debtor, item: OpenItem, difference: Difference): DifferenceLine {
  const { id: debtorId, code: debtorCode, name: debtorName } = debtor;
  return { ...difference, debtorId, debtorCode, debtorName, itemId: item.id, number: item.number };
}

function causesOf(lines: readonly DifferenceLine[]): Reconciliation['causes'] {
  return differenceCauses.flatMap((cause) => {
    const own = lines.filter((line) => line.cause === cause);
    return own.length === 0 ? [] : [{ cause, count: own.length, total: sumOf(own, ({ amount }) => amount) }];
  });
}
