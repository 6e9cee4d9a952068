import { useState } from 'react';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { type Composition, composedDecision, compositionOf, emptyComposition } from './composition.ts';
import { type Decision, decisionOf, firstChoice, type ItemKey, itemsByKey } from './decision.ts';

export interface LineChoice {
  /** Null while none is sure enough to begin with. */
  readonly chosen: number | null;
  readonly candidate: MatchCandidate | null;
  /** Items whose small rest is let go. */
  readonly settled: ReadonlySet<ItemKey>;
  /** Parts put together by hand; null while candidates are shown. */
  readonly composition: Composition | null;
  /** What confirming would do; null when it cannot be confirmed as it stands. */
  readonly decision: Decision | null;
  choose(at: number): void;
  settle(key: ItemKey): void;
  /** Parts by hand, from nothing or from the chosen candidate. */
  compose(from: 'empty' | 'candidate'): void;
  change(composition: Composition): void;
  leave(): void;
}

interface Chosen {
  readonly id: string;
  readonly at: number | null;
  readonly settled: ReadonlySet<ItemKey>;
  readonly composition: Composition | null;
}

const nothingSettled: ReadonlySet<ItemKey> = new Set();

/** What the user chose for the line at hand; another line begins with its best candidate. */
export function useLineChoice(current: ReviewLine): LineChoice {
  const { line, candidates, items } = current;
  const fresh: Chosen = { id: line.id, at: firstChoice(candidates), settled: nothingSettled, composition: null };
  const [kept, keep] = useState(fresh);
  const { at, settled, composition } = kept.id === line.id ? kept : fresh;
  const set = (given: Partial<Chosen>) => keep({ id: line.id, at, settled, composition, ...given });
  const candidate = at === null ? null : (candidates[at] ?? null);
  const chosen = candidate && at;
  const byCandidate = candidate && decisionOf(candidate, settled);
  return {
    chosen,
    candidate,
    settled,
    composition,
    decision: composition ? composedDecision(line.amount, composition) : byCandidate,
    choose: (next) => set({ at: next, settled: nothingSettled, composition: null }),
    settle: (key) => {
      const next = new Set(settled);
      if (!next.delete(key)) next.add(key);
      set({ settled: next });
    },
    compose: (from) =>
      set({
        composition: from === 'candidate' && candidate ? compositionOf(candidate, itemsByKey(items)) : emptyComposition,
      }),
    change: (next) => set({ composition: next }),
    leave: () => set({ composition: null }),
  };
}
