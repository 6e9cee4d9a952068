import type { Batch, BatchResult } from '#renderer/state/batch.ts';
import type { DroppedProposal } from '#shared/domain/letters/outcome.ts';
import type { BatchFigures } from './candidates.ts';

export type Outcome = 'made' | 'dropped' | 'failed' | 'cancelled';
export const outcomes = ['made', 'dropped', 'failed', 'cancelled'] as const satisfies readonly Outcome[];

/** One line of the result: a letter that was made, failed or was cancelled, or one that fell away. */
export interface OutcomeRow {
  readonly key: string;
  readonly outcome: Outcome;
  readonly debtorId: number;
  readonly name: string;
  readonly result: BatchResult | null;
  readonly dropped: DroppedProposal | null;
}

function outcomeOf(result: BatchResult): Outcome {
  if (result.receipt) return 'made';
  return result.failure ? 'failed' : 'cancelled';
}

const order: Readonly<Record<Outcome, number>> = { failed: 0, dropped: 1, cancelled: 2, made: 3 };

/** The outcome of a batch, what asks for attention first. */
export function outcomeRows(batch: Pick<Batch, 'results' | 'dropped'>): readonly OutcomeRow[] {
  const made = batch.results.map((result) => ({
    key: result.letterId,
    outcome: outcomeOf(result),
    debtorId: result.debtorId,
    name: result.name,
    result,
    dropped: null,
  }));
  const fallen = batch.dropped.map((dropped) => ({
    key: `dropped ${dropped.debtorId}`,
    outcome: 'dropped' as const,
    debtorId: dropped.debtorId,
    name: dropped.name,
    result: null,
    dropped,
  }));
  return [...made, ...fallen].sort((a, b) => order[a.outcome] - order[b.outcome]);
}

/** What the letters that were made claim together, per currency; euros first. */
export function madeTotals(results: readonly BatchResult[]): BatchFigures['totals'] {
  const sums = new Map<string, number>();
  for (const { receipt, currency, total } of results) {
    if (receipt) sums.set(currency, (sums.get(currency) ?? 0) + total);
  }
  return [...sums]
    .map(([currency, total]) => ({ currency, total }))
    .sort((a, b) => (a.currency === 'EUR' ? -1 : b.currency === 'EUR' ? 1 : a.currency < b.currency ? -1 : 1));
}

/** Whether a letter has to be on paper: by ordinary post or registered. */
export function goesByPost({ channels }: Pick<BatchResult, 'channels'>): boolean {
  return channels.includes('post') || channels.includes('registered');
}
