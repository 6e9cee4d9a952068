import type { Books, Change, LedgerTable, LedgerTables, RecordTable, RecordTables, UndoLine } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { DebtorId } from '../debtor.ts';
import type { EventData } from '../event.ts';
import type { ImportRecord } from '../imports.ts';
import { undoRecordIds, undoRecords } from './undo-lines.ts';

/** How many imports can be taken back, those confirmed together counted as one; what undoes an older one is dropped. */
const undoableImports = 3;

/** Numbers an event names in full; more are only counted. */
export const namedAtMost = 50;

/** What writing an import gives; `changes` is empty when it would change nothing. */
export interface ImportOutcome {
  readonly changes: readonly Change[];
  readonly record: ImportRecord;
}

/** Collects the lines of one import, of whatever kind, and with each the line as it was. */
export class ImportWriter {
  readonly set: ChangeSet;
  readonly undo: UndoLine[] = [];

  constructor(
    readonly books: Books,
    readonly moment: Moment,
  ) {
    this.set = new ChangeSet(books, moment.at, moment.isDraft);
  }

  /** Sets (or with null removes) a line of a debtor. */
  put<T extends LedgerTable>(id: DebtorId, table: T, lineId: string, line: LedgerTables[T] | null): void {
    this.undo.push({ table, key: String(id), lineId, line: this.books.ledgers.get(id)?.[table]?.[lineId] ?? null });
    this.set.put(id, table, lineId, line);
  }

  /** Sets (or with null removes) a line of the administration that goes when the import is taken back. */
  record<T extends RecordTable>(table: T, lineId: string, line: RecordTables[T] | null): void {
    const before = this.books.records[table].get(lineId) ?? null;
    this.undo.push({ table, key: 'administration', lineId, line: before });
    this.set.record(table, lineId, line);
  }

  /** The record of the import, what undoes it, and its event with `facts`. What undoes imports beyond the kept ones goes. */
  close(record: ImportRecord, facts: EventData): void {
    const { set, books } = this;
    set.record('import', record.id, record);
    for (const [id, lines] of undoRecords(record.id, [...this.undo].reverse())) set.record('undo', id, lines);
    for (const old of beyondUndo(books, record)) {
      for (const id of undoRecordIds(books, old.id)) set.record('undo', id, null);
    }
    const { id, fileName, sha256, asOf, bankUntil } = record;
    set.event('administration', 'import', { importId: id, file: fileName, sha256, asOf, bankUntil, ...facts });
  }
}

/** Standing imports that can no longer be taken back once `next` is there. */
function beyondUndo(books: Books, next: ImportRecord): readonly ImportRecord[] {
  const standing = [...books.records.import.values()].filter(({ undone }) => !undone).reverse();
  standing.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const kept = new Set([groupOf(next)]);
  for (const record of standing) {
    if (kept.size === undoableImports) break;
    kept.add(groupOf(record));
  }
  return standing.filter((record) => !kept.has(groupOf(record)));
}

/** What an import is taken back with: the imports confirmed together with it, else itself. */
export function groupOf({ group, id }: ImportRecord): string {
  return group ?? id;
}

/** Names under `name` and how many there are, for an event; nothing when there are none. */
export function named(name: string, numbers: readonly string[]): EventData {
  return numbers.length === 0 ? {} : { [name]: numbers.slice(0, namedAtMost), [`${name}Count`]: numbers.length };
}
