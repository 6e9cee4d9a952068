import { useMemo } from 'react';
import type { Proposals } from '#shared/dunning/proposal.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { batchStore, isBatchRunning } from '../../state/batch.ts';
import { books, onBooks } from '../client.ts';
import { Live, live, useLive } from './live.ts';

export interface ProposalsView {
  readonly state: 'loading' | 'ready';
  readonly value: Proposals | null;
  /** Works them out again; with a reason, stale data is accepted for these proposals (criterion A9). */
  recompute(acceptStale?: string | null): void;
}

let acceptedStale: string | null = null;

/* While letters are being made every outcome is a commit; what is proposed next is worked out once, when the job is done. */
const unlessLetters = () => !isBatchRunning();
const question = () =>
  live('proposals', () => new Live<Proposals>(() => books.proposals(acceptedStale), unlessLetters));
const queues = () => live('queues', () => new Live<readonly Queue[]>(() => books.queues(acceptedStale), unlessLetters));

onBooks({ onQueues: (known) => queues().push(known) });

batchStore.subscribe((now, before) => {
  if (isBatchRunning(now) || !isBatchRunning(before)) return;
  for (const asked of [question(), queues()]) if (asked.watchers.size > 0) asked.refresh();
});

/** The letters that could be made today, worked out again after every commit. */
export function useProposals(): ProposalsView {
  const asked = question();
  const value = useLive(asked);
  return useMemo(
    () => ({
      state: value ? 'ready' : 'loading',
      value: value ?? null,
      recompute: (acceptStale: string | null = null) => {
        acceptedStale = acceptStale;
        asked.refresh();
        queues().refresh();
      },
    }),
    [value, asked],
  );
}

/** What to do today, one queue per sort of work, empty ones left out; undefined while it is worked out. */
export function useQueues(): readonly Queue[] | undefined {
  return useLive(queues());
}

/** Stale data is asked about again in another book. */
export function forgetAcceptedStale(): void {
  acceptedStale = null;
}
