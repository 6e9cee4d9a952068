import { daysBetween, type IsoDate } from '#shared/dates/civil.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Proposals } from '#shared/dunning/proposal.ts';
import type { Queue, QueueName, QueueRow } from '#shared/dunning/today.ts';
import { type Cents, type CurrencyTotal, totalsByCurrency } from '#shared/money/cents.ts';

/** Rows a queue shows before it is asked for more: a day is seen whole, a queue when it is its turn. */
export const shownPerQueue = 8;

/** A row of the day with its place in it. */
export interface DayRow {
  readonly key: string;
  readonly queue: QueueName;
  readonly row: QueueRow;
}

export interface DayQueue {
  readonly queue: QueueName;
  readonly count: number;
  readonly totalCents: Cents;
  readonly rows: readonly DayRow[];
  /** Rows that are there but not shown. */
  readonly more: number;
}

/** The queues as they are shown, in their own order, each cut to a screenful unless it was opened. */
export function dayQueues(queues: readonly Queue[], opened: ReadonlySet<QueueName>): readonly DayQueue[] {
  return queues.map(({ queue, count, totalCents, rows }) => {
    // One row more is shown rather than a line saying there is one more.
    const shown = opened.has(queue) || rows.length <= shownPerQueue + 1 ? rows : rows.slice(0, shownPerQueue);
    return {
      queue,
      count,
      totalCents,
      more: rows.length - shown.length,
      rows: shown.map((row) => ({
        key: `${queue} ${row.debtorId ?? ''} ${row.currency} ${row.lineId ?? row.kind ?? ''}`,
        queue,
        row,
      })),
    };
  });
}

/** Letters that are ready: how many, and what they claim per currency. */
export function lettersReady(queues: readonly Queue[]): {
  readonly count: number;
  readonly totals: readonly CurrencyTotal[];
} {
  const rows = queues.find(({ queue }) => queue === 'letters')?.rows ?? [];
  return { count: rows.length, totals: totalsByCurrency(rows, ({ total }) => total) };
}

/** Letters that are ready for debtors of whom money may be waiting to be looked at, and those debtors, largest letter first. */
export function lettersWithMoney(
  queues: readonly Queue[],
  money: ReadonlyMap<DebtorId, unknown>,
): { readonly count: number; readonly debtorIds: readonly DebtorId[] } {
  const rows = queues.find(({ queue }) => queue === 'letters')?.rows ?? [];
  const ids = rows.flatMap(({ debtorId }) => (debtorId !== null && money.has(debtorId) ? [debtorId] : []));
  return { count: ids.length, debtorIds: [...new Set(ids)] };
}

/** The next day on which waiting alone makes something possible, and for how many debtors; null when there is none. */
export function nextDay(proposals: Proposals | null): { readonly date: IsoDate; readonly count: number } | null {
  let date: IsoDate | null = null;
  let count = 0;
  for (const { firstDate } of proposals?.skipped ?? []) {
    if (firstDate === null || firstDate <= (proposals?.today ?? '')) continue;
    if (date === null || firstDate < date) {
      date = firstDate;
      count = 1;
    } else if (firstDate === date) count++;
  }
  return date === null ? null : { date, count };
}

/** Days the row's date lies behind; 0 when there is none. */
export function rowDaysLate(row: QueueRow, today: IsoDate): number {
  return row.date === null ? 0 : Math.max(0, daysBetween(row.date, today));
}
