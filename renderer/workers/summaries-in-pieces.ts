import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { BooksEvents } from '../db/api.ts';

/** Summaries in one message: reading ten thousand at once holds the page up for some three frames. */
const perPiece = 1000;

/** What the worker tells the screens, as it crosses: summaries in pieces, of which the last says so. */
export interface PieceEvents extends Omit<BooksEvents, 'onSummaries'> {
  onSummaries(piece: readonly DebtorSummary[], all: boolean, isLast: boolean): void;
}

/** Tells the page piece by piece. */
export function inPieces(page: PieceEvents): BooksEvents {
  return {
    onProgress: (job, done, total) => page.onProgress(job, done, total),
    onOpening: () => page.onOpening(),
    onSummaries: (changed, all) => {
      for (let from = 0; from === 0 || from < changed.length; from += perPiece) {
        const upTo = from + perPiece;
        page.onSummaries(changed.slice(from, upTo), all, upTo >= changed.length);
      }
    },
    onQueues: (queues) => page.onQueues(queues),
    onSaving: (saving) => page.onSaving(saving),
    onCommitted: (seq, touched) => page.onCommitted(seq, touched),
  };
}

/** Hears the pieces and tells the whole: nothing else is told between two of them. */
export function gathering(events: BooksEvents): PieceEvents {
  let gathered: readonly DebtorSummary[] = [];
  return {
    ...events,
    onSummaries: (piece, all, isLast) => {
      const whole = gathered.length === 0 ? piece : [...gathered, ...piece];
      gathered = isLast ? [] : whole;
      if (isLast) events.onSummaries(whole, all);
    },
  };
}
