import type { IsoDate } from '../../dates/civil.ts';
import { formatDate } from '../../dates/civil.ts';
import type { ListReading } from '../../formats/list-reading.ts';
import type { TableField, TableProblem } from '../../formats/table/fields.ts';
import { capped, problem } from '../../formats/table/problems.ts';
import type { ParsedItem } from '../../formats/table/reading.ts';
import { lastFullList } from '../balance.ts';
import { type BankLine, dayAndAmount } from '../bank/line.ts';
import { administrationIn, type Books, type DebtorLedger, debtorIn } from '../books.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { Allocation, ItemId } from '../item.ts';
import { allSteps, type Steps, stepsWithin } from '../steps.ts';
import { creditsPerhapsNetted } from './credit.ts';
import { entriesOf, type ListEntry } from './entries.ts';
import { isOlder, isPaidBefore, type ListFacts, namedInvoice, newItem, numbersToName } from './item.ts';
import { withKnownReceipts } from './known-receipts.ts';
import { itemIds } from './match.ts';
import { namedCredit } from './named-credit.ts';
import type { AsOfFrom, ImportChoices } from './preview.ts';
import { setOffThere } from './set-off.ts';
import { completedAgain, type ItemDiff, knownPayments, listedAgain, missingItems } from './standing.ts';
import { type WaitingLines, waitingLines } from './waiting.ts';

/** What the user decided, with the defaults filled in. */
export interface ListDates {
  readonly asOf: IsoDate;
  /** The list or the user named the date; else it is assumed. */
  readonly asOfGiven: boolean;
  readonly asOfFrom: AsOfFrom;
  readonly bankUntil: IsoDate;
  readonly full: boolean;
}

/** What a list changes for one debtor. */
export interface DebtorDiff {
  readonly id: DebtorId;
  readonly before: Debtor | null;
  readonly after: Debtor;
  readonly items: readonly ItemDiff[];
  /** Allocations as they become, by their ids (`set-off.ts`); null = no longer there. Absent = none. */
  readonly laid?: ReadonlyMap<string, Allocation | null>;
}

/** Where an item of a list stands in the books. */
export interface ItemPlace {
  readonly debtorId: DebtorId;
  readonly itemId: ItemId;
}

/** Everything a list would change, before anything is written. */
export interface ImportDiff {
  readonly importId: string;
  readonly dates: ListDates;
  readonly debtors: readonly DebtorDiff[];
  /** Items left out: dated up to a full list that does not have them, so paid before it. */
  readonly left: readonly ParsedItem[];
  /** Of single invoices, by place in the reading: where each stands; null when it is left out. */
  readonly places: readonly (ItemPlace | null)[];
  /** Bank lines that waited to be looked at and that a full list holds by its bank date: they wait no longer. */
  readonly linesListed: readonly BankLine[];
  readonly warnings: readonly TableProblem[];
}

/**
 * Dates of a list: as chosen, else as the list says, else assumed: called in the name of its file, else the day the file was
 * last changed, else today. The bank is processed up to the list date by default.
 */
export function listDates(reading: ListReading, choices: ImportChoices, today: IsoDate): ListDates {
  const given = choices.asOf ?? reading.asOf;
  const assumed = reading.asOfAssumed?.find(({ from, day }) => (from === 'name' ? day <= today : day < today));
  const asOf = given ?? assumed?.day ?? today;
  return {
    asOf,
    asOfGiven: given !== null,
    asOfFrom: choices.asOf ? 'chosen' : reading.asOf !== null ? 'list' : (assumed?.from ?? 'today'),
    bankUntil: choices.bankUntil ?? asOf,
    full: namesAll(reading) && (choices.full ?? reading.full ?? true),
  };
}

/** Whether it may name everything that is open; debtors, totals and single invoices never do. */
function namesAll({ kind, asInvoiced }: ListReading): boolean {
  return kind !== 'debtors' && kind !== 'control' && asInvoiced !== true;
}

/**
 * Compares a list with the books (criteria A2, A3, A4, A6, A10): debtors by code, else by name; items by number. Nothing is
 * written. `importId` goes into new items, so it must be the id the import is confirmed under.
 */
export function diffImport(
  books: Books,
  reading: ListReading,
  choices: ImportChoices,
  today: IsoDate,
  importId: string,
): ImportDiff {
  return allSteps(diffImportSteps(books, reading, choices, today, importId));
}

/** {@link diffImport} in steps, each told as the number of items that are done. */
export function* diffImportSteps(
  books: Books,
  reading: ListReading,
  choices: ImportChoices,
  today: IsoDate,
  importId: string,
): Steps<ImportDiff> {
  const dates = listDates(reading, choices, today);
  const warnings: TableProblem[] = [];
  const administration = administrationIn(books);
  const last = reading.kind === 'debtors' ? null : lastFullList(books);
  const has = (field: TableField): boolean => reading.columns.some((column) => column.field === field);
  const list: ListFacts = {
    asOf: dates.asOf,
    bankUntil: dates.bankUntil,
    full: dates.full,
    importId,
    statesTotal: (has('total') && has('open')) || has('paid') || (has('debit') && has('credit')),
    statesKind: has('kind'),
    termDays: administration?.termDays ?? 30,
    asInvoiced: reading.asInvoiced === true,
    saidUntil: choices.bankUntil ?? null,
    known: last?.asOf ?? null,
    fullUntil: last?.bankUntil ?? null,
  };
  const onlyAdds = list.asInvoiced || isOlder(list);
  const facts = { language: administration?.language ?? 'nl', since: dates.asOf, onlyAdds };
  const entries = entriesOf(books, reading, facts, warnings);
  const debtors: DebtorDiff[] = [];
  const taken: Taken = { left: [], placed: new Map() };
  let done = 0;
  for (const entry of entries.values()) {
    const diff = diffDebtor(books, entry, list, taken);
    // Nobody is made known by what is paid already.
    if (diff.before !== null || diff.items.length > 0 || entry.items.length === 0) debtors.push(diff);
    done += entry.items.length;
    yield done;
  }
  if (list.full && !onlyAdds) {
    for (const [id, ledger] of books.ledgers) {
      if (!entries.has(id)) addMissing(debtors, id, ledger, list);
      yield done;
    }
  }
  if (list.full) warnOlder(list, taken.left.length, warnings);
  warnManyGone(books, debtors, warnings);
  const places = list.asInvoiced ? reading.items.map((item) => taken.placed.get(item) ?? null) : [];
  const lines = onlyAdds
    ? nothingWaits(debtors)
    : yield* stepsWithin(done, waitingLines(books, debtors, dates.bankUntil));
  warnOpen(lines, warnings);
  warnNetted(lines.debtors, warnings);
  const linesListed = list.full ? lines.listed : [];
  if (list.full && lines.perhaps.length > 0) {
    const which = dayAndAmount(lines.perhaps);
    warnings.push(problem('lines-perhaps', { count: lines.perhaps.length, which }));
  }
  return {
    importId,
    dates,
    debtors: lines.debtors,
    left: taken.left,
    places,
    linesListed,
    warnings: capped(warnings),
  };
}

/** Items of single invoices by where they stand, and items that are paid already. */
interface Taken {
  readonly left: ParsedItem[];
  readonly placed: Map<ParsedItem, ItemPlace>;
}

function diffDebtor(books: Books, entry: ListEntry, list: ListFacts, { left, placed }: Taken): DebtorDiff {
  const ledger = books.ledgers.get(entry.id);
  const known = ledger?.item;
  const ids = withKnownReceipts(itemIds(entry.items, known), entry.items, known, list);
  const payments = ledger ? knownPayments(ledger) : null;
  let numbers: ReadonlyMap<string, string> | null = null;
  const items: ItemDiff[] = [];
  entry.items.forEach((parsed, i) => {
    const id = ids[i]!;
    const before = known?.[id];
    if (!before && isPaidBefore(parsed, list)) {
      left.push(parsed);
      return;
    }
    if (list.asInvoiced) placed.set(parsed, { debtorId: entry.id, itemId: id });
    if (parsed.kind === 'credit') numbers ??= numbersToName(entry.items, Object.values(known ?? {}));
    const creditFor = parsed.kind === 'credit' && numbers ? namedInvoice(parsed, numbers) : null;
    if (before && payments) {
      const again = list.asInvoiced || isOlder(list) ? completedAgain : listedAgain;
      items.push(again(payments, before, parsed, entry.after, list, creditFor));
      return;
    }
    const after = newItem(id, parsed, entry.after, list, creditFor);
    const openAfter = parsed.open;
    items.push({ sort: 'new', before: null, after, openBefore: null, openAfter, payment: 0, reconcile: false });
  });
  if (known && payments && !list.asInvoiced && !isOlder(list)) {
    const seen = new Set(ids);
    const lacking = Object.values(known).filter((item) => {
      const number = item.number.toUpperCase();
      if (seen.has(item.id) || (number !== '' && entry.unread.has(number))) return false;
      return list.full || (number !== '' && entry.settled.has(number));
    });
    const credit = namedCredit(payments.ledger, items, list);
    items.push(...missingItems(payments, [...lacking, ...credit], list));
  }
  const diff = { id: entry.id, before: entry.before, after: entry.after, items };
  if (!ledger || list.asInvoiced || isOlder(list)) return diff;
  const laid = setOffThere(ledger, items, new Set(ids), list.bankUntil);
  if (laid.size === 0) return diff;
  // What such a payment leaves open of what it paid is another amount then.
  const paid = new Set([...laid.keys()].map((allocationId) => ledger.allocation?.[allocationId]?.itemId));
  const less = knownPayments({ ...ledger, allocation: withLaid(ledger.allocation, laid) });
  const again = items.map((item): ItemDiff => {
    const { before } = item;
    const parsed = before && paid.has(before.id) ? entry.items[ids.indexOf(before.id)] : undefined;
    return before && parsed && before.total > 0
      ? listedAgain(less, before, parsed, entry.after, list, before.creditFor)
      : item;
  });
  return { ...diff, items: again, laid };
}

function withLaid(
  allocation: DebtorLedger['allocation'],
  laid: ReadonlyMap<string, Allocation | null>,
): Record<string, Allocation> {
  const become = { ...allocation };
  for (const [id, own] of laid) {
    if (own) become[id] = own;
    else delete become[id];
  }
  return become;
}

/** A debtor the list does not name at all: everything open of it is missing from a full list. */
function addMissing(debtors: DebtorDiff[], id: DebtorId, ledger: DebtorLedger, list: ListFacts): void {
  const debtor = debtorIn(ledger);
  if (!debtor || !ledger.item) return;
  const items = missingItems(knownPayments(ledger), Object.values(ledger.item), list);
  if (items.length > 0) debtors.push({ id, before: debtor, after: debtor, items });
}

/** A full list older than one that stands; other files say nothing a list could be older than. */
function warnOlder({ asOf, known }: ListFacts, left: number, warnings: TableProblem[]): void {
  if (known === null || asOf >= known) return;
  warnings.push(problem('older-list', { asOf: formatDate(asOf), known: formatDate(known) }));
  if (left > 0) warnings.push(problem('older-left', { count: left, known: formatDate(known) }));
}

function nothingWaits(debtors: readonly DebtorDiff[]): WaitingLines {
  return { listed: [], perhaps: [], open: [], debtors };
}

/** Receipts that wait and that the list should hold by its bank date, though it has open what they pay. */
function warnOpen({ open }: WaitingLines, warnings: TableProblem[]): void {
  const [first, ...others] = open.map(({ date }) => date).sort();
  if (first === undefined) return;
  const last = others.at(-1) ?? first;
  warnings.push(problem('lines-open', { count: open.length, first: formatDate(first), last: formatDate(last) }));
}

/** Credit notes a list may have netted with invoices it shows as paid in part, by their numbers. */
function warnNetted(debtors: readonly DebtorDiff[], warnings: TableProblem[]): void {
  const netted = debtors.flatMap(({ items }) => creditsPerhapsNetted(items));
  if (netted.length === 0) return;
  const named = netted.slice(0, namedCredits).map(({ number, id }) => number || id);
  const which = [...named, ...(netted.length > namedCredits ? ['…'] : [])].join(', ');
  warnings.push(problem('credit-netted', { count: netted.length, which }));
}

/** Credit notes a text can name. */
const namedCredits = 5;

/** Fewer known items than this say nothing about a list being partial. */
const fewItems = 10;

/** A "full" list without most of what is open is more likely a part: worth a question before everything is presumed paid. */
function warnManyGone(books: Books, debtors: readonly DebtorDiff[], warnings: TableProblem[]): void {
  let gone = 0;
  for (const { items } of debtors) for (const { sort } of items) if (sort === 'gone') gone++;
  if (gone < fewItems) return;
  let open = 0;
  for (const { item } of books.ledgers.values()) {
    for (const { state } of Object.values(item ?? {})) if (state === 'open') open++;
  }
  if (gone * 2 > open) warnings.push(problem('many-gone', { gone, open }));
}
