import type { IsoDate } from '#shared/dates/civil.ts';
import { lineVersion } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { summariseAll, summariseDebtor } from '#shared/domain/summary-rules.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { build, summaryKey } from '../db/load.ts';
import type { SummaryRecord } from '../db/schema.ts';
import type { DayBoard } from './day-board.ts';
import { daysAhead, queuesOn } from './days-ahead.ts';
import type { OpenBook } from './open-book.ts';

const storeAfterMs = 2000;
/** How long it stays quiet after that before the days to come are worked out. */
const aheadAfterMs = 3000;

/** The summaries of the open book: worked out whole at opening and when the day changes, per debtor after a commit. */
export class SummaryBoard {
  private readonly byId = new Map<DebtorId, DebtorSummary>();
  private list: readonly DebtorSummary[] | null = null;
  private today: IsoDate;
  private stored = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `kept` is the record of the last start, when it still holds. */
  constructor(
    private readonly book: OpenBook,
    private readonly day: DayBoard,
    today: IsoDate,
    kept: SummaryRecord | null,
  ) {
    this.today = today;
    if (!kept) this.recompute('all', today);
    else for (const summary of kept.summaries) this.byId.set(summary.id, summary);
    if (kept?.queues) this.stored = this.mark();
  }

  /** Every summary, by creation number. */
  all(): readonly DebtorSummary[] {
    this.list ??= [...this.byId.values()].sort((a, b) => a.id - b.id);
    return this.list;
  }

  /** Works the summaries of these debtors out again and returns them; all of them when the day is another. */
  recompute(touched: readonly DebtorId[] | 'all', today: string): readonly DebtorSummary[] {
    this.list = null;
    const whole = touched === 'all' || today !== this.today;
    this.today = today;
    if (whole) {
      this.byId.clear();
      for (const summary of summariseAll(this.book.books, today)) this.byId.set(summary.id, summary);
      return this.all();
    }
    const changed: DebtorSummary[] = [];
    for (const id of touched) {
      const ledger = this.book.books.ledgers.get(id);
      const summary = ledger && summariseDebtor(ledger, today);
      if (!summary) continue;
      this.byId.set(id, summary);
      changed.push(summary);
    }
    return changed;
  }

  /**
   * Keeps the summaries once nothing was written for a while, so that the next start shows lists before the books are read;
   * those of the next day too, so that its first start does. Not after every edit: a record out of date is only worked out again.
   */
  storeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // What to do today takes longest to work out: it is kept too, so that the next start shows it at once.
      if (this.stored !== this.mark()) quietly(() => this.day.queues(this.today, null));
      void this.store().then(() => {
        this.timer = setTimeout(() => void this.storeAhead(), aheadAfterMs);
      });
    }, storeAfterMs);
  }

  /** Keeps the summaries now, and with them what is known of the day. */
  async store(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { today } = this;
    if (!this.isWritable() || this.stored === this.mark()) return;
    this.stored = this.mark();
    await this.keep(today, this.all(), this.day.known(today));
  }

  /** Works out and keeps the days to come, a piece at a time, until something is written. */
  async storeAhead(): Promise<void> {
    const { db, books } = this.book;
    if (!db || !this.isWritable()) return;
    const { seq } = books;
    const { timer } = this;
    const isOver = () => books.seq !== seq || this.timer !== timer;
    try {
      const kept = await db.summary.toCollection().primaryKeys();
      for (const day of daysAhead(this.today)) {
        if (kept.includes(summaryKey(seq, day))) continue;
        await pause();
        if (isOver()) return;
        const queues = quietly(() => queuesOn(books, day)) ?? null;
        await pause();
        if (isOver()) return;
        await this.keep(day, summariseAll(books, day), queues);
      }
    } catch {
      // Worth no failure, as the record of today.
    }
  }

  /** Keeps one day, and lets go of every record that is of another commit or of a day that is over. */
  private async keep(
    day: IsoDate,
    summaries: readonly DebtorSummary[],
    queues: readonly Queue[] | null,
  ): Promise<void> {
    const { db, books } = this.book;
    if (!db) return;
    const { seq } = books;
    const wanted = [this.today, ...daysAhead(this.today)].map((one) => summaryKey(seq, one));
    const record: SummaryRecord = {
      id: summaryKey(seq, day),
      seq,
      today: day,
      v: lineVersion,
      build,
      summaries,
      queues,
    };
    // Worth no failure: a record that could not be kept is worked out at the next start.
    await db
      .transaction('rw', db.summary, async () => {
        const keys = await db.summary.toCollection().primaryKeys();
        await db.summary.bulkDelete(keys.filter((key) => !wanted.includes(key)));
        await db.summary.put(record);
      })
      .catch(() => undefined);
  }

  private isWritable(): boolean {
    return this.book.db !== null && this.book.state.state === 'ready';
  }

  /** What the record is of. */
  private mark(): string {
    return `${this.book.books.seq} ${this.today}`;
  }
}

/** What a rule answers; nothing when it fails, since whoever asks for it on screen is told why. */
function quietly<T>(rule: () => T): T | undefined {
  try {
    return rule();
  } catch {
    return undefined;
  }
}

/** Lets whoever waits for an answer go first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
