import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bookId } from '#shared/contract/ipc.ts';
import { makeBackup } from '../backup/backup.ts';
import { namesIn } from '../files/folder-names.ts';
import { bookFolder } from '../files/store.ts';
import { Journal } from '../journal/journal.ts';
import { segmentNumbers, segmentPath } from '../journal/segments.ts';
import { snapshotNames } from '../journal/snapshot-names.ts';
import type { Log } from './log.ts';

export interface OpenBooksOptions {
  readonly minimumFree: number;
  /** How long after the first commit of a day its backup is made, in milliseconds. */
  readonly dailyBackupDelay: number;
}

/** The journals in use, one per book, and the backup each gets on a day it changes. */
export class OpenBooks {
  private readonly journals = new Map<string, Promise<Journal>>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** Snapshot a rebuild is reading from, so that a newer one made meanwhile does not mix in. */
  readonly reading = new Map<string, string>();

  constructor(
    private readonly dataFolder: string,
    private readonly now: () => string,
    private readonly log: Log,
    private readonly options: OpenBooksOptions,
  ) {}

  folder(book: string): string {
    return bookFolder(this.dataFolder, book);
  }

  journal(book: string): Promise<Journal> {
    const known = this.journals.get(book);
    if (known) return known;
    const opened = Journal.open(this.folder(book), { minimumFree: this.options.minimumFree });
    this.journals.set(book, opened);
    opened.catch(() => this.journals.delete(book));
    return opened;
  }

  /** Books that have a journal on disk, `kantoor` excluded, by name. */
  async withJournal(): Promise<string[]> {
    const books: string[] = [];
    for (const name of await namesIn(join(this.dataFolder, 'administraties'))) {
      if (name === 'kantoor' || !bookId.safeParse(name).success) continue;
      if ((await segmentNumbers(this.folder(name))).length > 0) books.push(name);
    }
    return books.sort();
  }

  /**
   * Opens the journals a starting window is about to ask for: the office's, and of the administrations the one written
   * last. Checking a journal takes as long as starting the window; what fails here fails again when it is asked for.
   */
  async openLikely(): Promise<void> {
    let last: { readonly book: string; readonly written: number } | null = null;
    for (const book of await this.withJournal()) {
      const newest = (await segmentNumbers(this.folder(book))).at(-1) ?? 0;
      const written = (await stat(segmentPath(this.folder(book), newest))).mtimeMs;
      if (!last || written > last.written) last = { book, written };
    }
    await Promise.all(['kantoor', ...(last ? [last.book] : [])].map((book) => this.journal(book)));
  }

  /** Forgets commits that were begun by a renderer that is no longer there. */
  async dropOpenBatches(): Promise<void> {
    for (const journal of this.journals.values()) await (await journal).dropOpenBatch();
  }

  /** Sees to it that a book that changed gets its backup of the day, soon but not in the middle of the work. */
  async scheduleDailyBackup(book: string): Promise<void> {
    if (this.waiting.has(book)) return;
    const names = await snapshotNames(this.folder(book));
    const today = this.now().slice(0, 10);
    if (names.some((name) => name.at.slice(0, 10) === today) || this.waiting.has(book)) return;
    const timer = setTimeout(() => void this.dailyBackup(book), this.options.dailyBackupDelay);
    timer.unref();
    this.waiting.set(book, timer);
  }

  private async dailyBackup(book: string): Promise<void> {
    this.waiting.delete(book);
    try {
      const backup = await makeBackup(await this.journal(book), 'daily', this.now());
      await this.log.write('info', 'backup.daily', { book, made: backup.made ? 1 : 0 });
    } catch (error) {
      const code = error instanceof Error && 'failure' in error ? error.message : 'internal';
      await this.log.write('warn', 'backup.daily-failed', { book, code });
    }
  }

  async close(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const journal of this.journals.values()) await (await journal).close();
    this.journals.clear();
  }
}
