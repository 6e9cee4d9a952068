import type { DebtorSummary } from '#shared/domain/summary.ts';
import { books, onBooks } from '../client.ts';
import { Live, live, useLive } from './live.ts';

/* Summaries are not asked again after a commit: the worker sends what changed, and it is merged here. */

const never = () => false;
const make = () => new Live<readonly DebtorSummary[]>(() => books.summaries(), never);
const summaries = () => live('summaries', make);

/** Lays changed summaries over the known ones, by debtor, in order of creation. */
export function mergeSummaries(
  known: readonly DebtorSummary[],
  changed: readonly DebtorSummary[],
): readonly DebtorSummary[] {
  const byId = new Map(known.map((summary) => [summary.id, summary]));
  for (const summary of changed) byId.set(summary.id, summary);
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

onBooks({
  onSummaries: (changed, all) => {
    const question = summaries();
    const known = question.get();
    if (all) question.push(changed);
    else if (known) question.set(mergeSummaries(known, changed));
    else question.refresh();
  },
});

/** Every debtor of the open administration as lists show it, by creation number; undefined while it is read. */
export function useSummaries(): readonly DebtorSummary[] | undefined {
  return useLive(summaries());
}
