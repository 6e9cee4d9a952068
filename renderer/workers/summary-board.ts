import { lineVersion } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { summariseAll, summariseDebtor } from '#shared/domain/summary-rules.ts';
import type { SummaryRecord } from '../db/schema.ts';
import type { OpenBook } from './open-book.ts';

const storeAfterMs = 2000;

/** The summaries of the open book: worked out whole at opening and when the day changes, per debtor after a commit. */
export class SummaryBoard {
  private readonly byId = new Map<DebtorId, DebtorSummary>();
  private list: readonly DebtorSummary[] | null = null;
  private today: string;
  private stored = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly book: OpenBook,
    today: string,
  ) {
    this.today = today;
    this.recompute('all', today);
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
    this.timer = setTimeout(() => void this.store(), storeAfterMs);
  }

  async store(): Promise<void> {
    clearTimeout(this.timer);
    const { db, books, state } = this.book;
    const { seq } = books;
    const { today } = this;
    if (!db || state.state !== 'ready' || this.stored === `${seq} ${today}`) return;
    this.stored = `${seq} ${today}`;
    const record: SummaryRecord = { id: 'summaries', seq, today, v: lineVersion, summaries: this.all() };
    // Worth no failure: a record that could not be kept is worked out at the next start.
    await db.summary.put(record).catch(() => undefined);
  }
}
