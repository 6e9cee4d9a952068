import { lineVersion } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { summariseAll, summariseDebtor } from '#shared/domain/summary-rules.ts';
import { build } from '../db/load.ts';
import type { SummaryRecord } from '../db/schema.ts';
import type { DayBoard } from './day-board.ts';
import type { OpenBook } from './open-book.ts';

const storeAfterMs = 2000;

/** The summaries of the open book: worked out whole at opening and when the day changes, per debtor after a commit. */
export class SummaryBoard {
  private readonly byId = new Map<DebtorId, DebtorSummary>();
  private list: readonly DebtorSummary[] | null = null;
  private today: string;
  private stored = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `kept` is the record of the last start, when it still holds. */
  constructor(
    private readonly book: OpenBook,
    private readonly day: DayBoard,
    today: string,
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
   * Keeps the summaries in their one record once nothing was written for a while, so that the next start shows lists
   * before the books are read. Not after every edit: a record out of date is only worked out again.
   */
  storeSoon(): void {
    clearTimeout(this.timer);
    if (this.stored === this.mark()) return;
    this.timer = setTimeout(() => {
      // What to do today takes longest to work out: it is kept too, so that the next start shows it at once.
      try {
        this.day.queues(this.today, null);
      } catch {
        // Whoever asks for them is told why; the summaries are kept without.
      }
      void this.store();
    }, storeAfterMs);
  }

  /** Keeps the summaries now, and with them what is known of the day. */
  async store(): Promise<void> {
    clearTimeout(this.timer);
    const { db, books, state } = this.book;
    const { seq } = books;
    const { today } = this;
    if (!db || state.state !== 'ready' || this.stored === this.mark()) return;
    this.stored = this.mark();
    const summaries = this.all();
    const queues = this.day.known(today);
    const record: SummaryRecord = { id: 'summaries', seq, today, v: lineVersion, build, summaries, queues };
    // Worth no failure: a record that could not be kept is worked out at the next start.
    await db.summary.put(record).catch(() => undefined);
  }

  /** What the record is of. */
  private mark(): string {
    return `${this.book.books.seq} ${this.today}`;
  }
}
