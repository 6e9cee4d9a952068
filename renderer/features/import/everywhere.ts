import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { importFolders, lookAtFolders, putAway } from '#renderer/state/import-folder.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, laidBeside } from '#renderer/ui/dropped-files.ts';
import { addFiles, importStore, layAside, leaveWaiting, openWaiting } from './job.ts';
import { filesInFolder, type Handled, handle, isTaken, type Outcome } from './one-administration.ts';

export interface AdministrationOutcome {
  readonly book: string;
  readonly name: string;
  readonly outcome: Outcome;
}

interface Round {
  readonly busy: boolean;
  /** The administration that is being worked in. */
  readonly at: string | null;
  readonly done: number;
  readonly total: number;
  readonly outcomes: readonly AdministrationOutcome[];
}

const still: Round = { busy: false, at: null, done: 0, total: 0, outcomes: [] };
const roundStore = createStore<Round>(() => still);
const set = roundStore.setState;
let stopped = false;

/** "Alles bevestigen" over many administrations: how far it is and what came of it. */
export function useRound(): Round {
  return useStore(roundStore);
}

/** Books with files that wait: on the table (`open` has some there), in their folders, or dropped while another was open. */
export function booksWithFiles(
  open: string | null,
  folders: ReturnType<typeof importFolders>,
  waiting: readonly { readonly book: string }[],
): readonly string[] {
  const inFolders = folders.filter(({ files }) => files.length > 0).map(({ book }) => book);
  return [...new Set([...(open === null ? [] : [open]), ...inFolders, ...waiting.map(({ book }) => book)])];
}

function waitingNow(): readonly string[] {
  const { files, waiting } = importStore.getState();
  return booksWithFiles(files.length > 0 ? sessionStore.getState().book : null, importFolders(), waiting);
}

/** Stops before the next administration; the one that is being worked in is finished. */
export function stopRound(): void {
  stopped = true;
}

export function dismissRound(): void {
  set(still);
}

/**
 * Confirms what waits for every administration, one after another (criterion A11): opened without a screen, read, and written
 * only when nothing needs a person (`reasonToLook`). Whatever does is left with its reason, and nothing of it is written. Files
 * that turn out to be of another administration are read there.
 */
export async function confirmEverywhere(): Promise<void> {
  if (roundStore.getState().busy) return;
  stopped = false;
  const queue = [...waitingNow()];
  set({ ...still, busy: true, total: queue.length });
  const passed: Passed = new Map();
  const claims: Claims = new Map();
  try {
    for (let at = 0; at < queue.length && !stopped; at++) {
      const book = queue[at] ?? '';
      set({ at: nameOf(book), done: at, total: queue.length });
      const received = passed.get(book) ?? [];
      passed.delete(book);
      const handled = await handle(book, received);
      for (const other of passOn(handled, passed)) {
        if (!queue.slice(at + 1).includes(other)) queue.push(other);
      }
      await settle(handled, received, claims);
      if (handled.outcome) tell(book, handled.outcome);
    }
  } finally {
    // What was passed on and not reached waits under the name of its own.
    for (const [book, files] of passed) layAside(book, files, []);
    set({ busy: false, at: null });
    await lookAtFolders();
  }
}

/** One line per administration, also when its turn came twice. */
function tell(book: string, outcome: Outcome): void {
  const { outcomes } = roundStore.getState();
  const before = outcomes.find((known) => known.book === book);
  const row = { book, name: nameOf(book), outcome: before ? together(before.outcome, outcome) : outcome };
  set({ outcomes: before ? outcomes.map((known) => (known === before ? row : known)) : [...outcomes, row] });
}

function together(first: Outcome, then: Outcome): Outcome {
  if (first.state !== 'done' && first.state !== 'known') return first;
  if (then.state === 'known') return first;
  if (first.state === 'known' || then.state !== 'done') return then;
  return {
    ...then,
    itemsNew: first.itemsNew + then.itemsNew,
    itemsChanged: first.itemsChanged + then.itemsChanged,
    itemsGone: first.itemsGone + then.itemsGone,
    payments: first.payments + then.payments,
    toReview: first.toReview + then.toReview,
  };
}

type Passed = Map<string, readonly DroppedFile[]>;

function nameOf(book: string): string {
  return sessionStore.getState().administrations.find(({ id }) => id === book)?.name ?? book;
}

/** Files of other administrations are read there; answers whose turn comes (again). */
function passOn({ book, others }: Handled, passed: Passed): readonly string[] {
  const turns: string[] = [];
  for (const [other, files] of others) {
    if (other === book) continue;
    passed.set(other, laidBeside(passed.get(other) ?? [], files));
    turns.push(other);
  }
  return turns;
}

/** Whether each administration that a file is of has it. */
type Claims = Map<File, Map<string, boolean>>;

/** A file leaves its folder once every administration it is of has it; what was passed on and not taken waits for its own. */
async function settle(
  { book, outcome, here, others }: Handled,
  passed: readonly DroppedFile[],
  claims: Claims,
): Promise<void> {
  const taken = isTaken(outcome);
  const claim = (file: File, by: string, has: boolean) =>
    claims.set(file, (claims.get(file) ?? new Map()).set(by, has));
  for (const [other, files] of others) for (const { file } of files) claim(file, other, false);
  for (const { file } of here) claim(file, book, taken);
  if (taken) leaveWaiting(book);
  else layAside(book, passed, []);
  const done = here.filter(({ file }) => [...(claims.get(file)?.values() ?? [])].every(Boolean));
  await putAway(done.map(({ file }) => file));
}

/** Opens what waits for an administration as a drop: that of another one once it is open. */
export async function lookThrough(book: string): Promise<void> {
  const files = await filesInFolder(book);
  // Being looked at, its outcome says nothing any more.
  set({ outcomes: roundStore.getState().outcomes.filter((row) => row.book !== book) });
  if (sessionStore.getState().book === book) {
    await addFiles(files);
    return;
  }
  layAside(book, files, []);
  await openWaiting(book);
}
