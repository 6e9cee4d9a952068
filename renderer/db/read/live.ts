import { useSyncExternalStore } from 'react';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { onBooks } from '../client.ts';

export type Touched = readonly DebtorId[] | 'all';

/** Answers kept after the last screen that asked left, so that going back shows them at once. */
const keptUnwatched = 64;

/**
 * One question to the books and its last answer, shared by all who ask it. Asked again after a commit that concerns it;
 * the old answer stays until the new one is there, and its reference changes only then.
 */
export class Live<T> {
  readonly watchers = new Set<() => void>();
  private answer: T | undefined;
  private asking = false;
  private askAgain = false;
  private generation = 0;
  /** The answer came unasked and nothing was written since: whoever comes to watch need not ask. */
  private current = false;

  constructor(
    private readonly ask: () => Promise<T>,
    readonly concerns: (touched: Touched) => boolean,
  ) {}

  readonly get = (): T | undefined => this.answer;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    watched.add(this);
    if (this.watchers.size === 1 && !this.current) this.refresh();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) watched.delete(this);
    };
  };

  /** Asks again; questions that come while one is under way are asked once more after it. */
  readonly refresh = (): void => {
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    const generation = this.generation;
    this.ask()
      .then(
        (answer) => {
          if (generation === this.generation) this.set(answer);
        },
        (error: unknown) => reportReadFailure(error),
      )
      .finally(() => {
        this.asking = false;
        if (!this.askAgain) return;
        this.askAgain = false;
        if (this.watchers.size > 0) this.refresh();
      });
  };

  /** Takes an answer the books gave unasked, as they are now. */
  push(answer: T): void {
    this.generation++;
    this.current = true;
    this.set(answer);
  }

  /** Something was written, or the day is another: a pushed answer may no longer hold. */
  outdate(): void {
    this.current = false;
  }

  set(answer: T | undefined): void {
    this.answer = answer;
    for (const watcher of this.watchers) watcher();
  }

  /** Another book is open: the answer is of no use and an answer under way must not arrive. */
  forget(): void {
    this.generation++;
    this.current = false;
    this.set(undefined);
    if (this.watchers.size > 0) this.refresh();
  }
}

/** What is on screen now. */
const watched = new Set<{ refresh(): void; concerns(touched: Touched): boolean }>();
const kept = new Map<string, Live<unknown>>();
let reportReadFailure: (error: unknown) => void = () => undefined;

/** Who hears of questions that failed; the session shows them. */
export function onReadFailure(report: (error: unknown) => void): void {
  reportReadFailure = report;
}

onBooks({
  // What was told of a book that another overtook while it was being opened came after its answers were forgotten.
  onOpening: () => forgetAnswers(),
  onCommitted: (_seq, touched) => {
    for (const question of kept.values()) question.outdate();
    for (const question of watched) if (question.concerns(touched)) question.refresh();
  },
});

/** Asks everything on screen again: the day rolled over. */
export function refreshAnswers(): void {
  for (const question of kept.values()) question.outdate();
  for (const question of watched) question.refresh();
}

/** Forgets every answer; called when another book is opened or this one is closed. */
export function forgetAnswers(): void {
  for (const [key, live] of kept) {
    if (live.watchers.size === 0) kept.delete(key);
    else live.forget();
  }
}

/** The shared question under a key, made when nobody asked it yet. */
export function live<T>(key: string, make: () => Live<T>): Live<T> {
  const known = kept.get(key);
  if (known) return known as Live<T>;
  const made = make();
  for (const [oldest, other] of kept) {
    if (kept.size < keptUnwatched) break;
    if (other.watchers.size === 0) kept.delete(oldest);
  }
  kept.set(key, made as Live<unknown>);
  return made;
}

/** The current answer in a component, which renders again when it changes; undefined until there is one. */
export function useLive<T>(question: Live<T>): T | undefined {
  return useSyncExternalStore(question.subscribe, question.get);
}
