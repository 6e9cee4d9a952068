import type { IsoDate } from '../../dates/civil.ts';
import type { ListReading } from '../../formats/list-reading.ts';
import type { TableProblem } from '../../formats/table/fields.ts';
import { problem } from '../../formats/table/problems.ts';
import type { ParsedDebtor, ParsedItem } from '../../formats/table/reading.ts';
import type { Books } from '../books.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import { completedDebtor, newDebtor, updatedDebtor } from './debtor.ts';
import { KnownDebtors } from './match.ts';

/** What a list says of one debtor, be it under one name or more. */
export interface ListEntry {
  readonly id: DebtorId;
  readonly before: Debtor | null;
  readonly after: Debtor;
  readonly items: readonly ParsedItem[];
  /** Upper-case numbers in rows that could not be read, or say nothing is open. */
  readonly unread: ReadonlySet<string>;
  readonly settled: ReadonlySet<string>;
}

/** What entries are made against. */
export interface EntryFacts {
  readonly language: Debtor['language'];
  /** Day new debtors are known from. */
  readonly since: IsoDate;
  /** What is said only adds to what is known: single invoices, and lists older than the last. */
  readonly onlyAdds: boolean;
}

interface GrowingEntry extends ListEntry {
  after: Debtor;
  readonly items: ParsedItem[];
  readonly unread: Set<string>;
  readonly settled: Set<string>;
}

/** A list by debtor: known ones found, others numbered. One without items is made known by a list of debtors only. */
export function entriesOf(
  books: Books,
  reading: ListReading,
  facts: EntryFacts,
  warnings: TableProblem[],
): ReadonlyMap<DebtorId, ListEntry> {
  const known = new KnownDebtors(books);
  const itemsOf: ParsedItem[][] = reading.debtors.map(() => []);
  for (const item of reading.items) itemsOf[item.debtor]!.push(item);
  const unreadOf = numbersOf(reading.unread, reading.debtors.length);
  const settledOf = numbersOf(reading.settled, reading.debtors.length);
  const entries = new Map<DebtorId, GrowingEntry>();
  reading.debtors.forEach((stated, place) => {
    const items = itemsOf[place]!;
    const found = reading.asInvoiced ? known.customer(stated, items) : known.find(stated);
    const parsed =
      found && found.debtor.kind !== stated.kind ? withoutKindSetByHand(books, found.debtor.id, stated) : stated;
    if (found?.ambiguous) warnings.push(problem('name-ambiguous', { debtor: parsed.name, code: found.debtor.code }));
    if (!found && items.length === 0 && reading.kind !== 'debtors') return;
    const id = found?.debtor.id ?? known.next();
    const entry = entries.get(id) ?? startOf(id, found?.debtor ?? null, parsed, items, facts);
    const updated = facts.onlyAdds ? completedDebtor : updatedDebtor;
    if (found ? !found.merged : entries.has(id)) entry.after = updated(entry.after, parsed, items);
    entries.set(id, entry);
    for (const item of items) entry.items.push(item);
    for (const number of unreadOf[place] ?? []) entry.unread.add(number);
    for (const number of settledOf[place] ?? []) entry.settled.add(number);
  });
  return entries;
}

/** A kind the user set on the debtor stands, whatever a list says of it afterwards. */
function withoutKindSetByHand(books: Books, id: DebtorId, stated: ParsedDebtor): ParsedDebtor {
  const byHand = books.chains.get(id)?.some(({ type, data }) => {
    return (
      type === 'debtor-changed' &&
      data.importId === undefined &&
      Array.isArray(data.fields) &&
      data.fields.includes('kind')
    );
  });
  return byHand ? { ...stated, kind: null } : stated;
}

function startOf(
  id: DebtorId,
  before: Debtor | null,
  parsed: ParsedDebtor,
  items: readonly ParsedItem[],
  { language, since }: EntryFacts,
): GrowingEntry {
  const after = before ?? newDebtor(id, parsed, items, language, since);
  return { id, before, after, items: [], unread: new Set(), settled: new Set() };
}

function numbersOf(rows: readonly { debtor: number; number: string }[], debtors: number): (string[] | undefined)[] {
  const numbers: (string[] | undefined)[] = new Array(debtors);
  for (const { debtor, number } of rows) {
    const own = numbers[debtor];
    if (own) own.push(number.toUpperCase());
    else numbers[debtor] = [number.toUpperCase()];
  }
  return numbers;
}
