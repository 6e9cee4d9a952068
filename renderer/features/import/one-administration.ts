import type { BooksApi } from '#renderer/db/api.ts';
import { background, books } from '#renderer/db/client.ts';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { fileInFolder, importFolders } from '#renderer/state/import-folder.ts';
import { otherMarks, rememberMarks } from '#renderer/state/marks.ts';
import { failureOf } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, filesNamed, laidBeside } from '#renderer/ui/dropped-files.ts';
import { type ErrorCode, FailureError, fail } from '#shared/contract/errors.ts';
import { type LookReason, reasonToLook } from '#shared/domain/drop/certain.ts';
import type { DropChoices, DropPreview, DropUnit } from '#shared/domain/drop/drop.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import type { Reconciliation } from '#shared/insight/reconciliation.ts';
import type { Cents } from '#shared/money/cents.ts';
import { storedOriginals } from './confirm.ts';
import { importStore, putTableBack, takeTable } from './job.ts';
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
      /** Account 1300 beside the books: what nobody can explain, and the balance it was laid beside. */
      readonly unexplained: Cents;
      readonly stated: Cents;
      readonly statedBy: 'report' | 'list';
    }
  /** Everything was in the books already. */
  | { readonly state: 'known' }
  /** Left for a person to look at: nothing was written. */
  | { readonly state: 'look'; readonly why: LookReason }
  /** Its files on the table are being read or written. */
  | { readonly state: 'table' }
  | { readonly state: 'failed'; readonly code: ErrorCode };

/** One administration's turn. */
export interface Handled {
  readonly book: string;
  /** Null: none of the files is this administration's. */
  readonly outcome: Outcome | null;
  /** Files of which something is this administration's. */
  readonly here: readonly DroppedFile[];
  readonly others: ReadonlyMap<string, readonly DroppedFile[]>;
}

/** Whether all of it is in the books, now or before. */
export function isTaken(outcome: Outcome | null): boolean {
  return outcome === null || outcome.state === 'done' || outcome.state === 'known';
}

/**
 * Confirms what waits for one administration: on the table when it is the open one, dropped while another was open, in its
 * folder, and `passed` on by another. It is read, and written only when nothing needs a person.
 */
export async function handle(book: string, passed: readonly DroppedFile[]): Promise<Handled> {
  if (sessionStore.getState().book !== book) return handleFiles(book, background, [], passed);
  const table = takeTable();
  if (!table) return { book, here: [], others: new Map(), outcome: { state: 'table' } };
  const handled = await handleFiles(book, books, table.files, passed, table.choices);
  putTableBack(book, table, isTaken(handled.outcome));
  return handled;
}

async function handleFiles(
  book: string,
  api: BooksApi,
  onTable: readonly DroppedFile[],
  passed: readonly DroppedFile[],
  choices: ChoicesByUnit = {},
): Promise<Handled> {
  const own = api === books;
  let files: readonly DroppedFile[] = passed;
  try {
    files = laidBeside(laidBeside(onTable, await filesWaiting(book)), passed);
    if (!own) await openInBackground(book);
    const opened = await api.openDrop(
      files.map(({ name, file }) => ({ name, blob: file })),
      await otherMarks(book),
    );
    const preview = Object.keys(choices).length > 0 ? await api.chooseDrop(opened.id, choices) : opened;
    const handled = { ...(await outcomeOf(api, book, preview, files, choices)), book };
    // An account may have been said to be this administration's.
    if (own) await rememberMarks(book).catch(() => undefined);
    return handled;
  } catch (error) {
    return { book, here: files, others: new Map(), outcome: { state: 'failed', code: failureOf(error).code } };
  } finally {
    if (!own) await api.close().catch(() => undefined);
    else if (sessionStore.getState().book === book) await api.leaveDrop(null).catch(() => undefined);
  }
}

/** What waits for a book: dropped while another was open, and in its folder. */
async function filesWaiting(book: string): Promise<readonly DroppedFile[]> {
  const dropped = importStore.getState().waiting.find((group) => group.book === book)?.files ?? [];
  return laidBeside(dropped, await filesInFolder(book));
}

/** The files that lie in the import folder of a book. */
export async function filesInFolder(book: string): Promise<readonly DroppedFile[]> {
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

/** Of this administration, and not left out by hand. */
function isOurs({ owner }: DropUnit, chosen: DropChoices | undefined): boolean {
  if (chosen?.take === false) return false;
  return owner.owner !== 'other' || chosen?.ours === true;
}

async function outcomeOf(
  api: BooksApi,
  book: string,
  preview: DropPreview,
  files: readonly DroppedFile[],
  choices: ChoicesByUnit,
): Promise<Omit<Handled, 'book'>> {
  const others = new Map<string, readonly DroppedFile[]>();
  const ours = preview.units.filter((unit) => isOurs(unit, choices[unit.id]));
  for (const { id, owner, files: names } of preview.units) {
    if (owner.owner !== 'other' || choices[id]?.ours) continue;
    others.set(owner.id, laidBeside(others.get(owner.id) ?? [], filesNamed(files, names)));
  }
  const here = files.filter((file) => ours.some((unit) => filesNamed([file], unit.files).length > 0));
  if (ours.length === 0) return { here, others, outcome: null };
  const taken = takenUnits(preview, choices);
  const why = reasonToLook(preview, taken.length > 0 ? await api.reconciliationAfter(preview.id) : null, choices);
  // Of what is in the books already, nothing has to agree with anything.
  const agrees = why === null || (taken.length === 0 && why.reason === 'no-list');
  if (!agrees) return { here, others, outcome: { state: 'look', why } };
  if (taken.length === 0) return { here, others, outcome: { state: 'known' } };
  const stored = await storedOriginals(book, taken, files);
  const { records, stopped: failed } = await api.confirmDrop(preview.id, confirmedChoices(preview, choices), stored);
  if (failed) {
    // All of it or nothing: what was written before it goes back.
    if (records.length > 0) await api.undoImports(records.map(({ id }) => id).reverse());
    return { here, others, outcome: { state: 'failed', code: failed.code as ErrorCode } };
  }
  const after = await api.reconciliation(null);
  return { here, others, outcome: doneWith(records, after) };
}

function doneWith(records: readonly ImportRecord[], after: Reconciliation | null): Outcome {
  const sum = (count: (record: ImportRecord) => number) => records.reduce((total, record) => total + count(record), 0);
  return {
    state: 'done',
    itemsNew: sum(({ itemsNew }) => itemsNew),
    // A payment changes its item as well: told once.
    itemsChanged: sum(({ itemsChanged, bank }) => (bank ? 0 : itemsChanged)),
    itemsGone: sum(({ itemsGone }) => itemsGone),
    payments: sum(({ bank }) => bank?.linesMatched ?? 0),
    toReview: sum(({ bank }) => bank?.linesToReview ?? 0),
    unexplained: after?.unexplained ?? 0,
    stated: after?.stated ?? 0,
    statedBy: after?.statedBy === 'report' ? 'report' : 'list',
  };
}
