import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BooksApi } from '#renderer/db/api.ts';
import { background, books } from '#renderer/db/client.ts';
import { fileInFolder, importFolders, lookAtFolders, putAway } from '#renderer/state/import-folder.ts';
import { otherMarks } from '#renderer/state/marks.ts';
import { failureOf } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, filesNamed, laidBeside } from '#renderer/ui/dropped-files.ts';
import { type ErrorCode, FailureError, fail } from '#shared/contract/errors.ts';
import { type LookReason, reasonToLook } from '#shared/domain/drop/certain.ts';
import type { DropPreview } from '#shared/domain/drop/drop.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { Cents } from '#shared/money/cents.ts';
import { storedOriginals } from './confirm.ts';
import { addFiles, importStore, layAside, leaveWaiting, openWaiting } from './job.ts';
import { confirmedChoices, takenUnits } from './units.ts';

/** What became of the files of one administration. */
export type Outcome =
  | {
      readonly state: 'done';
      readonly itemsNew: number;
      readonly itemsChanged: number;
      readonly itemsGone: number;
      readonly payments: number;
      readonly toReview: number;
      /** Account 1300 beside the books. */
      readonly unexplained: Cents;
    }
  /** Everything was in the books already. */
  | { readonly state: 'known' }
  /** Left for a person to look at: nothing was written. */
  | { readonly state: 'look'; readonly why: LookReason }
  /** Its files lie on the table already. */
  | { readonly state: 'table' }
  | { readonly state: 'failed'; readonly code: ErrorCode };

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

/** Books with files that wait: in their folders, or dropped while another was open. */
export function booksWithFiles(
  folders: ReturnType<typeof importFolders>,
  waiting: readonly { readonly book: string }[],
): readonly string[] {
  const inFolders = folders.filter(({ files }) => files.length > 0).map(({ book }) => book);
  return [...new Set([...inFolders, ...waiting.map(({ book }) => book)])];
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
  const queue = [...booksWithFiles(importFolders(), importStore.getState().waiting)];
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
      if (handled.outcome) {
        tell(book, handled.outcome);
      }
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

interface Handled {
  readonly book: string;
  /** Null: none of the files is this administration's. */
  readonly outcome: Outcome | null;
  /** Files of which something is this administration's. */
  readonly here: readonly DroppedFile[];
  readonly others: ReadonlyMap<string, readonly DroppedFile[]>;
}

function nameOf(book: string): string {
  return sessionStore.getState().administrations.find(({ id }) => id === book)?.name ?? book;
}

async function handle(book: string, passed: readonly DroppedFile[]): Promise<Handled> {
  const own = sessionStore.getState().book === book;
  const nothing = { book, here: [], others: new Map<string, readonly DroppedFile[]>() };
  if (own && importStore.getState().files.length > 0) return { ...nothing, outcome: { state: 'table' } };
  const api = own ? books : background;
  let files: readonly DroppedFile[] = passed;
  try {
    files = laidBeside(await filesOf(book), passed);
    if (!own) await openInBackground(book);
    const preview = await api.openDrop(
      files.map(({ name, file }) => ({ name, blob: file })),
      await otherMarks(book),
    );
    return { ...(await outcomeOf(api, book, preview, files)), book };
  } catch (error) {
    return { ...nothing, here: files, outcome: { state: 'failed', code: failureOf(error).code } };
  } finally {
    if (!own) await api.close().catch(() => undefined);
    else if (sessionStore.getState().book === book) await api.leaveDrop(null).catch(() => undefined);
  }
}

/** What waits for a book: dropped while another was open, and in its folder. */
async function filesOf(book: string): Promise<readonly DroppedFile[]> {
  const dropped = importStore.getState().waiting.find((group) => group.book === book)?.files ?? [];
  return laidBeside(dropped, await filesInFolder(book));
}

async function filesInFolder(book: string): Promise<readonly DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const waiting of importFolders().find((folder) => folder.book === book)?.files ?? []) {
    files.push({ name: waiting.name, file: await fileInFolder(book, waiting) });
  }
  return files;
}

async function openInBackground(book: string): Promise<void> {
  const state = await background.open(book, { safeMode: sessionStore.getState().safeMode });
  if (state.state !== 'ready') throw new FailureError(fail('read-only', state.reason).error);
}

async function outcomeOf(
  api: BooksApi,
  book: string,
  preview: DropPreview,
  files: readonly DroppedFile[],
): Promise<Omit<Handled, 'book'>> {
  const others = new Map<string, readonly DroppedFile[]>();
  const ours = preview.units.filter(({ owner }) => owner.owner !== 'other');
  for (const { owner, files: names } of preview.units) {
    if (owner.owner !== 'other') continue;
    others.set(owner.id, laidBeside(others.get(owner.id) ?? [], filesNamed(files, names)));
  }
  const here = files.filter((file) => ours.some((unit) => filesNamed([file], unit.files).length > 0));
  if (ours.length === 0) return { here, others, outcome: null };
  const taken = takenUnits(preview, {});
  const why = reasonToLook(preview, taken.length > 0 ? await api.reconciliationAfter(preview.id) : null);
  // Of what is in the books already, nothing has to agree with anything.
  const agrees = why === null || (taken.length === 0 && why.reason === 'no-list');
  if (!agrees) return { here, others, outcome: { state: 'look', why } };
  if (taken.length === 0) return { here, others, outcome: { state: 'known' } };
  const stored = await storedOriginals(book, taken, files);
  const { records, stopped: failed } = await api.confirmDrop(preview.id, confirmedChoices(preview, {}), stored);
  if (failed) {
    // All of it or nothing: what was written before it goes back.
    if (records.length > 0) await api.undoImports(records.map(({ id }) => id).reverse());
    return { here, others, outcome: { state: 'failed', code: failed.code as ErrorCode } };
  }
  const after = await api.reconciliation(null);
  return { here, others, outcome: doneWith(records, after?.unexplained ?? 0) };
}

function doneWith(records: readonly ImportRecord[], unexplained: Cents): Outcome {
  const sum = (count: (record: ImportRecord) => number) => records.reduce((total, record) => total + count(record), 0);
  return {
    state: 'done',
    itemsNew: sum(({ itemsNew }) => itemsNew),
    // A payment changes its item as well: told once.
    itemsChanged: sum(({ itemsChanged, bank }) => (bank ? 0 : itemsChanged)),
    itemsGone: sum(({ itemsGone }) => itemsGone),
    payments: sum(({ bank }) => bank?.linesMatched ?? 0),
    toReview: sum(({ bank }) => bank?.linesToReview ?? 0),
    unexplained,
  };
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
  const isTaken = outcome === null || outcome.state === 'done' || outcome.state === 'known';
  const claim = (file: File, by: string, has: boolean) =>
    claims.set(file, (claims.get(file) ?? new Map()).set(by, has));
  for (const [other, files] of others) for (const { file } of files) claim(file, other, false);
  for (const { file } of here) claim(file, book, isTaken);
  if (isTaken) leaveWaiting(book);
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
