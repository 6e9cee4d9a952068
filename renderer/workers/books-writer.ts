import { FailureError, fail } from '#shared/contract/errors.ts';
import { forgetSetAside } from '#shared/domain/bank/aside.ts';
import type { Books, Change } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import { judgeAllPromises } from '#shared/domain/promise-outcome.ts';
import type { BooksEvents, Clock, FilePort, OpenOptions, OpenState } from '../db/api.ts';
import { storedSummaries } from '../db/load.ts';
import { deleteDatabase, type SummaryRecord } from '../db/schema.ts';
import { DayBoard } from './day-board.ts';
import { DropDesk } from './drop-desk.ts';
import { OpenBook, type OpenBookPorts } from './open-book.ts';
import { Searcher } from './searcher.ts';
import { SummaryBoard } from './summary-board.ts';
import { touchedBy } from './touched.ts';

export interface BooksPorts extends OpenBookPorts {
  readonly clock: Clock;
  readonly notify: BooksEvents;
  /** Keeps copies of invoices; absent where no files are kept. */
  readonly files?: FilePort;
  /** Takes the right to write a book; absent where nothing else can be writing. */
  readonly lock?: (book: string) => Promise<() => void>;
}

export interface Open {
  readonly book: OpenBook;
  readonly board: SummaryBoard;
  readonly day: DayBoard;
  readonly searcher: Searcher;
  readonly drops: DropDesk;
  readonly release: () => void;
}

/** What a write rule made of the books, and what its caller wants besides. */
export interface Written<T> {
  readonly changes: readonly Change[];
  readonly answer: T;
}

/**
 * Opens the books of one administration at a time and writes them: writes run one after another, and whoever listens hears of
 * each. Read-only books are opened too.
 */
export class BooksWriter {
  /** Taken over at once when a book is opened, so that whoever asks next waits for it and never hears of the last one. */
  private current: Promise<Open> | null = null;
  private writes: Promise<unknown> = Promise.resolve();

  constructor(protected readonly ports: BooksPorts) {}

  async open(name: string, options: OpenOptions = {}): Promise<OpenState> {
    const before = this.current;
    const opening = this.inTurn(async () => {
      await end(before);
      return this.openNow(name, options);
    });
    this.current = opening;
    const { state } = (await opening).book;
    if (state.state === 'ready') this.judgeDay();
    return state;
  }

  private async openNow(name: string, options: OpenOptions): Promise<Open> {
    const { notify, clock, lock } = this.ports;
    const release = (await lock?.(name)) ?? (() => undefined);
    notify.onOpening();
    try {
      const { today } = await clock.moment();
      let kept: SummaryRecord | null = null;
      const book = await OpenBook.open(name, this.ports, options, {
        onProgress: (done, total) => notify.onProgress('open', done, total),
        onReconciled: async (db, state) => {
          if (state.state !== 'ready') return;
          kept = await storedSummaries(db, state.seq, today);
          if (kept?.queues) notify.onQueues(kept.queues);
          if (kept) notify.onSummaries(kept.summaries, true);
        },
      });
      const day = new DayBoard(book);
      const board = new SummaryBoard(book, day, today, kept);
      board.storeSoon();
      return {
        book,
        board,
        day,
        searcher: new Searcher(book.books),
        drops: new DropDesk(),
        release,
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  close(): Promise<void> {
    const before = this.current;
    this.current = null;
    return this.inTurn(() => end(before));
  }

  async discardDatabase(name: string): Promise<void> {
    await this.close();
    await this.inTurn(() => deleteDatabase(name));
  }

  async dayChanged(): Promise<void> {
    if (!this.current) return;
    const { today } = await this.ports.clock.moment();
    const { board } = await this.here();
    board.recompute('all', today);
    this.ports.notify.onSummaries(board.all(), true);
    this.judgeDay();
  }

  /** Promises and plans whose day has passed, texts whose time is over; what cannot be written now is judged at the next start. */
  private judgeDay(): void {
    this.write('save', (books, moment) => {
      return { changes: [...judgeAllPromises(books, moment), ...forgetSetAside(books, moment)], answer: null };
    }).catch(() => undefined);
  }

  protected async here(): Promise<Open> {
    if (!this.current) throw new FailureError(fail('not-found', 'no administration is open').error);
    return this.current;
  }

  protected async books(): Promise<Books> {
    return (await this.here()).book.books;
  }

  /**
   * Runs a write rule on the books as they are when its turn comes, and commits what it made; nothing made is nothing
   * written. The books are those that were open when it was asked for, whatever is opened after.
   */
  protected write<T>(
    job: string,
    rule: (books: Books, moment: Moment, open: Open) => Written<T> | Promise<Written<T>>,
  ): Promise<{ seq: number; answer: T }> {
    const current = this.here();
    // Heard when its turn comes; until then a failed opening is nobody's.
    current.catch(() => undefined);
    return this.inTurn(async () => {
      const open = await current;
      const { book, board, searcher } = open;
      const { notify, clock } = this.ports;
      const moment = await clock.moment();
      const { changes, answer } = await rule(book.books, moment, open);
      if (changes.length === 0) return { seq: book.books.seq, answer };
      notify.onSaving(true);
      try {
        const seq = await book.commit(changes, (done, total) => notify.onProgress(job, done, total));
        const touched = touchedBy(changes);
        searcher.forget();
        const changed = board.recompute(touched, moment.today);
        board.storeSoon();
        notify.onSummaries(changed, touched === 'all');
        notify.onCommitted(seq, touched);
        return { seq, answer };
      } finally {
        notify.onSaving(false);
      }
    });
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.writes.then(task);
    this.writes = turn.catch(() => undefined);
    return turn;
  }
}

/** Ends a book that was opened, or was being opened: its summaries kept, its database closed, the right to write given back. */
async function end(opened: Promise<Open> | null): Promise<void> {
  const open = await opened?.catch(() => null);
  if (!open) return;
  await open.board.store();
  open.book.close();
  open.release();
}
