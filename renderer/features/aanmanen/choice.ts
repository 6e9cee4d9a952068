import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { sessionStore } from '#renderer/state/session-store.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import type { ProposalKey } from './candidates.ts';

/** What is chosen on the screen; lives on when it is left to look at a debtor, not when another book is opened. */
export interface Choice {
  readonly kind: LetterKind | null;
  readonly left: ReadonlySet<ProposalKey>;
  readonly active: ProposalKey | null;
  readonly tab: 'letter' | 'mail';
  /** Why letters are made on stale data; null = not asked or not needed. */
  readonly acceptStale: string | null;
}

const nothing: Choice = { kind: null, left: new Set(), active: null, tab: 'letter', acceptStale: null };

const store = createStore<Choice>(() => nothing);

export function useChoice<T>(select: (choice: Choice) => T): T {
  return useStore(store, select);
}

export function chooseLetters(part: Partial<Choice>): void {
  store.setState(part);
}

function forgetChoice(): void {
  store.setState(nothing, true);
}

sessionStore.subscribe((now, before) => {
  if (now.book !== before.book) forgetChoice();
});
