import {
  type Books,
  type Change,
  type LedgerTable,
  ledgerTables,
  lineVersion,
  recordTables,
  type TableName,
} from '#shared/domain/books.ts';

/** The changes that make these books from empty ones: what a snapshot holds. */
export function booksAsChanges(books: Books): Change[] {
  const changes: Change[] = [];
  const add = (table: TableName, key: string, lineId: string, line: unknown) =>
    changes.push({ table, key, lineId, line, v: lineVersion });
  for (const table of recordTables) {
    for (const [lineId, line] of books.records[table]) add(table, 'administration', lineId, line);
  }
  for (const [id, ledger] of books.ledgers) {
    for (const table of ledgerTables) {
      const lines: Record<string, unknown> = ledger[table as LedgerTable] ?? {};
      for (const [lineId, line] of Object.entries(lines)) add(table, String(id), lineId, line);
    }
  }
  for (const [id, chain] of books.chains) {
    for (const event of chain) add('event', String(id), String(event.seq), event);
  }
  return changes;
}
