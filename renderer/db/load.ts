import { Dexie } from 'dexie';
import { type Books, emptyBooks, recordTables } from '#shared/domain/books.ts';
import { addChains, addLedgers } from './apply.ts';
import type { BooksDatabase, SummaryRecord } from './schema.ts';

/** Records of one table; `undo` is the only one that is read when it is needed. */
async function recordsOf(db: BooksDatabase, table: string): Promise<[string, unknown][]> {
  const key = '[table+lineId]';
  const found = await db.records.where(key).between([table, Dexie.minKey], [table, Dexie.maxKey]).toArray();
  return found.map(({ lineId, line }) => [lineId, line]);
}

/**
 * The books as the database has them, all but what takes imports back ({@link loadUndo}): that is as large as the import
 * and seldom asked for.
 */
export async function loadBooks(db: BooksDatabase): Promise<Books> {
  const books = emptyBooks();
  await db.transaction('r', [db.ledger, db.dossier, db.records, db.meta], async () => {
    for (const record of await db.ledger.toArray()) addLedgers(books, record);
    for (const record of await db.dossier.toArray()) addChains(books, record);
    for (const table of recordTables) {
      if (table === 'undo') continue;
      const lines = books.records[table] as Map<string, unknown>;
      for (const [lineId, line] of await recordsOf(db, table)) lines.set(lineId, line);
    }
    books.seq = (await db.meta.get('meta'))?.seq ?? 0;
  });
  return books;
}

/** Lays what takes imports back into the books, unless it is there. */
export async function loadUndo(db: BooksDatabase, books: Books): Promise<void> {
  const lines = books.records.undo as Map<string, unknown>;
  for (const [lineId, line] of await recordsOf(db, 'undo')) if (!lines.has(lineId)) lines.set(lineId, line);
}

/** Number of the last commit in the database; 0 when it is empty. */
export async function storedSeq(db: BooksDatabase): Promise<number> {
  return (await db.meta.get('meta'))?.seq ?? 0;
}

/** Which build of the rules this is; another may reckon otherwise. */
export const build = String(import.meta.env.VITE_BUILD ?? '');

/** Where the summaries of one commit and day, made by this build, are kept. */
export function summaryKey(seq: number, day: string): string {
  return `${day} ${seq} ${build}`;
}

/** The stored summaries when this build made them of this commit and day, else null. */
export async function storedSummaries(db: BooksDatabase, seq: number, today: string): Promise<SummaryRecord | null> {
  return (await db.summary.get(summaryKey(seq, today))) ?? null;
}
