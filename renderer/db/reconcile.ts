import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books, emptyBooks } from '#shared/domain/books.ts';
import type { JournalPort, JournalStatus, OpenState } from './api.ts';
import { applyToDatabase } from './apply.ts';
import { storedSeq } from './load.ts';
import { replay } from './replay.ts';
import type { BooksDatabase } from './schema.ts';

export type Progress = (done: number, total: number) => void;

/**
 * Brings a book's database up to its journal, which is the truth. Behind it: the rest is applied. Empty, or from before a
 * restore: built again from the newest snapshot and the journal; an empty database is never taken for a new user. Ahead of
 * the journal, or the journal damaged: nothing is written and the answer is read-only with the reason.
 */
export async function reconcile(
  db: BooksDatabase,
  book: string,
  journal: JournalPort,
  onProgress: Progress = () => undefined,
): Promise<OpenState> {
  const status = await journal.status(book);
  const stored = await storedSeq(db);
  if (stored > status.seq && !status.broken) {
    return { state: 'read-only', reason: 'journal-behind', detail: `${stored} > ${status.seq}` };
  }
  if (status.broken) {
    // The database may know more than the lines before the damage; only an empty one is filled from them.
    if (stored === 0) await catchUp(db, book, journal, status, 0, onProgress);
    return { state: 'read-only', reason: 'journal-broken', detail: `${status.broken.line}: ${status.broken.reason}` };
  }
  if (stored < status.seq) await catchUp(db, book, journal, status, stored, onProgress);
  return { state: 'ready', seq: status.seq, replayed: status.seq - stored };
}

async function catchUp(
  db: BooksDatabase,
  book: string,
  journal: JournalPort,
  status: JournalStatus,
  stored: number,
  onProgress: Progress,
): Promise<void> {
  let from = stored;
  if (mustRebuild(status, stored)) {
    await empty(db);
    from = status.snapshotSeq ?? 0;
    if (from > 0) await applyAll(db, replay(journal, book, 0, 'snapshot'), 0, from, onProgress);
  }
  if (from < status.seq) await applyAll(db, replay(journal, book, from, 'journal'), from, status.seq, onProgress);
  if ((await storedSeq(db)) !== Math.max(status.seq, from)) {
    throw new FailureError({ code: 'journal-broken', message: 'the journal ends before its last commit', params: {} });
  }
}

/** Whether only a snapshot leads to the present state: the database is empty, or from before a restore. */
function mustRebuild(status: JournalStatus, stored: number): boolean {
  return stored < status.rebuildBelow || (stored === 0 && status.snapshotSeq !== null);
}

async function applyAll(
  db: BooksDatabase,
  reads: ReturnType<typeof replay>,
  from: number,
  until: number,
  onProgress: Progress,
): Promise<void> {
  for await (const { changes, seq } of reads) {
    if (changes.length > 0 || seq !== null) await applyToDatabase(db, changes, seq);
    onProgress((seq ?? from) - from, until - from);
  }
}

async function empty(db: BooksDatabase): Promise<void> {
  const stores = [db.ledger, db.dossier, db.records, db.summary, db.meta];
  await db.transaction('rw', stores, async () => {
    for (const store of stores) await store.clear();
  });
}

/** The books from snapshot and journal alone, without any database: for safe mode, where none may be opened. */
export async function booksFromJournal(book: string, journal: JournalPort): Promise<Books> {
  const status = await journal.status(book);
  const books = emptyBooks();
  const lay = async (reads: ReturnType<typeof replay>) => {
    for await (const { changes } of reads) applyChanges(books, changes);
  };
  if (status.snapshotSeq !== null) await lay(replay(journal, book, 0, 'snapshot'));
  if (status.seq > (status.snapshotSeq ?? 0)) await lay(replay(journal, book, status.snapshotSeq ?? 0, 'journal'));
  books.seq = status.seq;
  return books;
}
