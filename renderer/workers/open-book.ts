import { FailureError, fail } from '#shared/contract/errors.ts';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import type { JournalPort, OpenOptions, OpenState } from '../db/api.ts';
import { applyToDatabase } from '../db/apply.ts';
import { loadBooks, loadUndo } from '../db/load.ts';
import { booksFromJournal, type Progress, reconcile } from '../db/reconcile.ts';
import { type BooksDatabase, currentVersion, deleteDatabase, installedVersion } from '../db/schema.ts';

export interface OpenBookPorts {
  readonly journal: JournalPort;
  readonly openDatabase: (book: string) => Promise<BooksDatabase>;
}

export interface OpenSteps {
  readonly onProgress: Progress;
  /** The database is as the journal says; the books are read next. */
  readonly onReconciled: (db: BooksDatabase, state: OpenState) => Promise<void>;
}

/** Most text of one journal call: parts of a million characters, three to a call. */
const partsPerCall = 3;

/**
 * One open book: the books in memory, the database that outlives them and the journal that outlives both. Its `commit` is
 * the only way anything is written: journal first, then database, then memory.
 */
export class OpenBook {
  /** Changes the journal has and the database refused; written with the next commit, or replayed at the next start. */
  private lag: Change[] = [];

  private constructor(
    readonly name: string,
    readonly books: Books,
    readonly state: OpenState,
    readonly db: BooksDatabase | null,
    private readonly journal: JournalPort,
  ) {}

  /** Opens a book and brings its database up to the journal. Whatever stands in the way of writing ends in a read-only book. */
  static async open(name: string, ports: OpenBookPorts, options: OpenOptions, steps: OpenSteps): Promise<OpenBook> {
    const { journal } = ports;
    if (options.safeMode) return OpenBook.fromJournal(name, journal, '');
    let db: BooksDatabase;
    try {
      db = await openedDatabase(name, ports);
    } catch (error) {
      const state = readOnlyState(error);
      if (!state) throw error;
      return new OpenBook(name, emptyBooks(), state, null, journal);
    }
    try {
      const state = await reconcile(db, name, journal, steps.onProgress);
      await steps.onReconciled(db, state);
      return new OpenBook(name, await loadBooks(db), state, db, journal);
    } catch (error) {
      const state = readOnlyState(error);
      if (state) return new OpenBook(name, await loadBooks(db), state, db, journal);
      db.close();
      if (error instanceof FailureError) throw error;
      // The database takes no more (a full disk shows itself so): the journal still holds everything.
      return OpenBook.fromJournal(name, journal, String(error));
    }
  }

  private static async fromJournal(name: string, journal: JournalPort, detail: string): Promise<OpenBook> {
    const books = await booksFromJournal(name, journal);
    return new OpenBook(name, books, { state: 'read-only', reason: 'safe-mode', detail }, null, journal);
  }

  /**
   * Writes changes as one commit and returns its number. Rejects, with nothing written, when the book is read-only or the
   * journal refuses; once the journal has it, it counts.
   */
  async commit(changes: readonly Change[], onProgress: Progress = () => undefined): Promise<number> {
    if (this.state.state === 'read-only' || !this.db) {
      const reason = this.state.state === 'read-only' ? this.state.reason : 'closed';
      throw new FailureError(fail(reason === 'safe-mode' ? 'safe-mode' : 'read-only', reason).error);
    }
    const seq = this.books.seq + 1;
    await this.append(seq, changes, onProgress);
    const all = this.lag.length > 0 ? [...this.lag, ...changes] : changes;
    try {
      await applyToDatabase(this.db, all, seq, (done, total) => onProgress(total + done, 2 * total));
      this.lag = [];
    } catch {
      this.lag = [...all];
    }
    applyChanges(this.books, changes);
    this.books.seq = seq;
    if (this.lag.length === 0) this.books.records.undo.clear();
    return seq;
  }

  /** Lays what takes imports back into the books, for the next commit: as large as those imports, it is kept no longer. */
  async loadUndo(): Promise<void> {
    if (this.db) await loadUndo(this.db, this.books);
  }

  private async append(seq: number, changes: readonly Change[], onProgress: Progress): Promise<void> {
    let waiting: string[] = [];
    let sent = 0;
    // One call is under way while the next is made ready; the host takes them in order.
    let before: Promise<void> = Promise.resolve();
    const send = async (done: boolean) => {
      const current = this.journal.append(this.name, seq, waiting, done, sent);
      // Looked at one call later; until then its failure is nobody's surprise.
      current.catch(() => undefined);
      sent += waiting.length;
      waiting = [];
      const [earlier, last] = await Promise.allSettled(done ? [before, current] : [before]);
      before = current;
      if (earlier.status === 'rejected') throw earlier.reason;
      if (last?.status === 'rejected') throw last.reason;
    };
    const total = Math.ceil(changes.length / 2000);
    for (const part of changeParts(changes)) {
      if (waiting.length === partsPerCall) {
        await send(false);
        onProgress(Math.min(sent, total), 2 * total);
      }
      waiting.push(part);
    }
    if (waiting.length === 0) waiting.push('[]');
    try {
      await send(true);
    } catch (error) {
      // The answer may have been lost with the commit on disk: only the journal knows.
      const status = await this.journal.status(this.name).catch(() => null);
      if (status?.seq !== seq) throw error;
    }
  }

  close(): void {
    this.db?.close();
  }
}

async function openedDatabase(name: string, { journal, openDatabase }: OpenBookPorts): Promise<BooksDatabase> {
  const installed = await installedVersion(name);
  if (installed > 0 && installed < currentVersion) await journal.backUpBeforeMigration(name);
  try {
    return await openDatabase(name);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    // Damaged beyond opening: it is only a working copy, so it is made again from the journal.
    await deleteDatabase(name);
    return openDatabase(name);
  }
}

/** The read-only state a failure leads to; null for a failure that leaves nothing to show. */
function readOnlyState(error: unknown): OpenState | null {
  if (!(error instanceof FailureError)) return null;
  const { code, message } = error.failure;
  if (code !== 'journal-behind' && code !== 'journal-broken' && code !== 'newer-version') return null;
  return { state: 'read-only', reason: code, detail: message };
}
