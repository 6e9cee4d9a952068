import type { Batch, BatchResult } from '#renderer/state/batch.ts';
import type { DroppedProposal } from '#shared/domain/letters/outcome.ts';
import { type CurrencyTotal, totalsByCurrency } from '#shared/money/cents.ts';

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
export function madeTotals(results: readonly BatchResult[]): readonly CurrencyTotal[] {
  return totalsByCurrency(
    results.filter(({ receipt }) => receipt),
    ({ total }) => total,
  );
}

/** Whether a letter has to be on paper: by ordinary post or registered. */
export function goesByPost({ channels }: Pick<BatchResult, 'channels'>): boolean {
  return channels.includes('post') || channels.includes('registered');
}
