import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Failure } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import type { OpenState } from '../db/api.ts';

/** `recovery`: the book is read-only until the user chose what counts. `failed`: there is nothing to work with. */
export type Phase = 'starting' | 'first-start' | 'choose' | 'open' | 'recovery' | 'failed';

export interface AdministrationName {
  readonly id: string;
  readonly name: string;
}

export interface Progress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

export interface Session {
  readonly phase: Phase;
  /** What `app.start` answered; null until it did. */
  readonly host: Output<'app.start'> | null;
  /** The host's civil date; rolls over by its event. */
  readonly today: string;
  /** Id of the open administration. */
  readonly book: string | null;
  readonly administrations: readonly AdministrationName[];
  readonly openState: OpenState | null;
  /** A commit is under way; with `savedSeq` what the trust line shows. */
  readonly saving: boolean;
  /** Changes that screens asked for and that are not on disk yet: a screen may show them before they are. */
  readonly unsaved: number;
  readonly savedSeq: number;
  readonly lastBackupAt: string | null;
  readonly safeMode: boolean;
  /** A long job of the worker: opening, importing. */
  readonly progress: Progress | null;
  readonly error: Failure | null;
}

const initial: Session = {
  phase: 'starting',
  host: null,
  today: '',
  book: null,
  administrations: [],
  openState: null,
  saving: false,
  unsaved: 0,
  savedSeq: 0,
  lastBackupAt: null,
  safeMode: false,
  progress: null,
  error: null,
};

export const sessionStore = createStore<Session>(() => initial);

/** Counts a change as not saved until the books answered; then it is on disk, or failed. */
export async function untilSaved<T>(change: Promise<T>): Promise<T> {
  const count = (step: 1 | -1) => sessionStore.setState(({ unsaved }) => ({ unsaved: unsaved + step }));
  count(1);
  try {
    return await change;
  } finally {
    count(-1);
  }
}

/** Part of the session in a component: `useSession((session) => session.today)`. */
export function useSession<T>(select: (session: Session) => T): T {
  return useStore(sessionStore, select);
}

/** Whether anything can be written: false in safe mode and while the book is read-only. */
export function isWritable(session: Session): boolean {
  return session.phase === 'open' && session.openState?.state === 'ready' && !session.safeMode;
}

/** Back to before the start; for tests. */
export function resetSession(): void {
  sessionStore.setState(initial, true);
}
