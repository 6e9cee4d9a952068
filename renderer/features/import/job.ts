import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { books, onBooks } from '#renderer/db/client.ts';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { uploadFile } from '#renderer/host/upload.ts';
import { otherMarks, rememberMarks } from '#renderer/state/marks.ts';
import { failureOf, openBook } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, filesNamed, laidBeside } from '#renderer/ui/dropped-files.ts';
import { type Failure, FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import type { DropChoices, DropOutcome, DropPreview, DropUnit } from '#shared/domain/drop.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { confirmedChoices, takenUnits, unitState } from './units.ts';

/** Files that wait for their administration to be opened. */
export interface WaitingGroup {
  readonly book: string;
  readonly name: string;
  readonly files: readonly DroppedFile[];
  /** What is known of them: one per import they will become. */
  readonly units: readonly Pick<DropUnit, 'id' | 'files' | 'format' | 'kind'>[];
}

/** A drop that was confirmed; stays until it is dismissed. */
export interface ConfirmedDrop {
  readonly id: number;
  /** In the order they came in, with the number of files each was made of. */
  readonly imports: readonly { readonly record: ImportRecord; readonly files: number }[];
  /** What could not be written, by the name of its file. */
  readonly stopped: { readonly name: string; readonly code: string } | null;
  readonly book: string;
  /** Names of files that did not come in with it. */
  readonly left: readonly string[];
}

export interface ImportJob {
  /** Laid on the table for the open administration, in the order they came. */
  readonly files: readonly DroppedFile[];
  readonly phase: 'idle' | 'reading' | 'ready' | 'keeping' | 'writing';
  /** Moment the reading began, of `performance.now()`. */
  readonly since: number;
  /** The last reading; stays on screen while choices are read again. */
  readonly preview: DropPreview | null;
  readonly choices: ChoicesByUnit;
  /** Reading or writing did not succeed. */
  readonly failure: Failure | null;
  /** While confirming: originals kept, then imports written, of so many. */
  readonly done: number;
  readonly total: number;
  readonly waiting: readonly WaitingGroup[];
  readonly confirmed: readonly ConfirmedDrop[];
}

const emptyTable = {
  files: [],
  phase: 'idle',
  since: 0,
  preview: null,
  choices: {},
  failure: null,
  done: 0,
  total: 0,
} as const satisfies Partial<ImportJob>;

/** What is being imported; lives on when its screen is left. */
export const importStore = createStore<ImportJob>(() => ({ ...emptyTable, waiting: [], confirmed: [] }));

export function useImportJob<T>(select: (job: ImportJob) => T): T {
  return useStore(importStore, select);
}

const { getState: now, setState: set } = importStore;

/** Number of the latest reading; an earlier one that ends later is not shown. */
let readings = 0;
/** A reading of choices is under way; those made meanwhile are read after it, all at once. */
let choosing = false;
let drops = 0;

const isBusy = ({ phase }: ImportJob) => phase === 'keeping' || phase === 'writing';

/** Lays files on the table and reads all that lie there. Ignored while a drop is being written. */
export async function addFiles(added: readonly DroppedFile[]): Promise<void> {
  const files = laidBeside(now().files, added);
  if (isBusy(now()) || files.length === now().files.length) return;
  set({ files });
  await read();
}

/** Stops the first reading of these files; what was read before stays away. */
export function stopReading(): void {
  if (isBusy(now())) return;
  clearTable();
}

/** Takes every file of the open administration off the table; nothing was written. */
export function clearTable(): void {
  if (isBusy(now())) return;
  readings++;
  void books.leaveDrop(now().preview?.id ?? null).catch(() => undefined);
  set(emptyTable);
}

async function read(): Promise<void> {
  const reading = ++readings;
  const { files, preview } = now();
  set({ phase: 'reading', since: performance.now(), failure: null });
  const answer = await (async () => {
    await books.leaveDrop(preview?.id ?? null);
    return books.openDrop(
      files.map(({ name, file }) => ({ name, blob: file })),
      await otherMarks(),
    );
  })().then(
    (read) => ({ preview: read, failure: null }),
    (error: unknown) => ({ preview: null, failure: failureOf(error) }),
  );
  // Other files or another administration have overtaken this reading.
  if (reading !== readings) return;
  set({ ...answer, phase: 'ready' });
  if (Object.keys(now().choices).length > 0 && answer.preview) await readChoices();
  setAside();
}

/** What the user decides about one unit; the drop is compared anew with it. */
export function choose(unitId: string, chosen: DropChoices): void {
  const { choices } = now();
  setChoices({ ...choices, [unitId]: { ...choices[unitId], ...chosen } });
}

/** Back to what Voldaan guessed of the columns. */
export function resetColumns(unitId: string): void {
  const { columns: _columns, ...rest } = now().choices[unitId] ?? {};
  setChoices({ ...now().choices, [unitId]: rest });
}

function setChoices(choices: ChoicesByUnit): void {
  const { preview } = now();
  if (!preview || isBusy(now())) return;
  set({ choices, phase: 'reading', since: performance.now(), failure: null });
  if (!choosing) void readChoices();
}

async function readChoices(): Promise<void> {
  choosing = true;
  const reading = readings;
  for (let last: ChoicesByUnit | null = null; last !== now().choices; ) {
    const { choices, preview } = now();
    last = choices;
    if (!preview) break;
    set({ phase: 'reading' });
    const answer = await books.chooseDrop(preview.id, choices).then(
      (read) => ({ preview: read, failure: null }),
      (error: unknown) => ({ failure: failureOf(error) }),
    );
    if (reading !== readings) break;
    set({ ...answer, phase: last === now().choices ? 'ready' : 'reading' });
  }
  choosing = false;
}

/** Files of administrations that are not open are laid aside, each under its own. */
function setAside(): void {
  const { preview, files, waiting } = now();
  if (!preview) return;
  const here = new Set(
    preview.units
      .filter(({ owner }) => owner.owner !== 'other')
      .flatMap((unit) => filesNamed(files, unit.files).map(({ name }) => name)),
  );
  let groups = waiting;
  for (const unit of preview.units) {
    const { owner } = unit;
    if (owner.owner !== 'other') continue;
    groups = withWaiting(groups, owner.id, owner.name, filesNamed(files, unit.files), [unit]);
  }
  const known = new Set(groups.flatMap((group) => group.files.map(({ file }) => file)));
  set({ waiting: groups, files: files.filter(({ name, file }) => here.has(name) || !known.has(file)) });
  if (now().files.length === 0) clearTable();
}

function withWaiting(
  groups: readonly WaitingGroup[],
  book: string,
  name: string,
  files: readonly DroppedFile[],
  units: WaitingGroup['units'],
): readonly WaitingGroup[] {
  const known = groups.find((group) => group.book === book);
  const ids = new Set(known?.units.map(({ id }) => id));
  const group: WaitingGroup = {
    book,
    name,
    files: laidBeside(known?.files ?? [], files),
    units: [
      ...(known?.units ?? []),
      ...units
        .filter(({ id }) => !ids.has(id))
        .map(({ id, files: names, format, kind }) => ({ id, files: names, format, kind })),
    ],
  };
  return known ? groups.map((other) => (other === known ? group : other)) : [...groups, group];
}

/** Forgets the files that wait for an administration. */
export function leaveWaiting(book: string): void {
  set({ waiting: now().waiting.filter((group) => group.book !== book) });
}

/** Opens the administration whose files wait; they are then read for it. */
export async function openWaiting(book: string): Promise<void> {
  if (!isBusy(now())) await openBook(book);
}

/**
 * Another administration was opened: what was read for the first is never confirmed in it. The files wait for their own, those
 * of the one now open are at hand.
 */
function bookChanged(before: string | null): void {
  const { files, preview, choices, phase, waiting } = now();
  readings++;
  const name = sessionStore.getState().administrations.find(({ id }) => id === before)?.name ?? before ?? '';
  const open = preview?.units.filter((unit) => !['refused', 'known', 'left-out'].includes(unitState(unit, choices)));
  const kept = open ? files.filter((file) => open.some((unit) => filesNamed([file], unit.files).length > 0)) : files;
  const isKept = before !== null && kept.length > 0 && !isBusy({ ...now(), phase });
  set({
    ...emptyTable,
    waiting: isKept ? withWaiting(waiting, before, name, kept, open ?? []) : waiting,
  });
}

function takeWaiting(): void {
  const { phase, openState, book } = sessionStore.getState();
  const group = now().waiting.find((waiting) => waiting.book === book);
  if (!group || phase !== 'open' || openState?.state !== 'ready') return;
  leaveWaiting(group.book);
  void addFiles(group.files);
}

sessionStore.subscribe((session, before) => {
  if (session.book !== before.book) bookChanged(before.book);
  if (session !== before) takeWaiting();
});

/** Archives the originals of what is taken and writes it, one commit per unit. What waits for an answer stays on the table. */
export async function confirmTable(): Promise<void> {
  const { preview, choices, phase, files } = now();
  const { book } = sessionStore.getState();
  const taken = preview ? takenUnits(preview, choices) : [];
  if (!preview || !book || phase !== 'ready' || taken.length === 0) return;
  const reading = readings;
  set({ phase: 'keeping', failure: null, done: 0, total: taken.reduce((sum, unit) => sum + unit.files.length, 0) });
  try {
    const stored = await keepOriginals(book, files, taken);
    if (reading !== readings) return;
    set({ phase: 'writing', done: 0, total: taken.length });
    const outcome = await written(preview, choices, stored);
    void rememberMarks(book).catch(() => undefined);
    confirmedAs(book, preview, outcome, reading);
  } catch (error) {
    // Another administration was opened meanwhile: its screen has nothing to say of these files.
    if (reading === readings) set({ phase: 'ready', failure: failureOf(error) });
  }
}

async function written(
  preview: DropPreview,
  choices: ChoicesByUnit,
  stored: Readonly<Record<string, readonly string[]>>,
): Promise<DropOutcome> {
  const stop = onBooks({ onCommitted: () => set({ done: Math.min(now().done + 1, now().total) }) });
  try {
    return await books.confirmDrop(preview.id, confirmedChoices(preview, choices), stored);
  } finally {
    stop();
  }
}

/** Keeps the original of every file that comes in; a larger one than the archive takes comes in without. */
async function keepOriginals(
  book: string,
  table: readonly DroppedFile[],
  units: readonly DropUnit[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const stored: Record<string, string[]> = {};
  const kept = new Map<DroppedFile, string>();
  for (const unit of units) {
    const ids: string[] = [];
    for (const original of filesNamed(table, unit.files)) {
      if (original.file.size > limits.tableBytes) continue;
      const id = kept.get(original) ?? (await keep(book, original.file));
      kept.set(original, id);
      ids.push(id);
      set({ done: now().done + 1 });
    }
    stored[unit.id] = ids;
  }
  return stored;
}

async function keep(book: string, file: File): Promise<string> {
  const answer = await uploadFile(book, 'source', file);
  if (!answer.ok) throw new FailureError(answer.error);
  return answer.value.id;
}

/** Shows what was done; what waits for an answer, and what could not be written, is read again. */
function confirmedAs(book: string, preview: DropPreview, outcome: DropOutcome, reading: number): void {
  const { choices, files, confirmed } = now();
  const here = reading === readings ? choices : {};
  const at = preview.units.findIndex(({ id }) => id === outcome.stopped?.unit);
  const stays = preview.units.filter((unit, place) => {
    const state = unitState(unit, here);
    return state === 'question' || state === 'fixable' || (at >= 0 && place >= at && state === 'ready');
  });
  const left = preview.units.filter((unit) => unitState(unit, here) === 'refused').flatMap((unit) => unit.files);
  const stopped = outcome.stopped && { name: preview.units[at]?.files[0] ?? '', code: outcome.stopped.code };
  const imports = outcome.records.map((record) => ({ record, files: filesOf(preview, record) }));
  set({ confirmed: [{ id: ++drops, book, imports, stopped, left }, ...confirmed] });
  if (reading !== readings) return;
  const rest = files.filter((file) => stays.some((unit) => filesNamed([file], unit.files).length > 0));
  readings++;
  set({
    ...emptyTable,
    files: rest,
    choices: Object.fromEntries(stays.map(({ id }) => [id, choices[id] ?? {}])),
  });
  if (rest.length > 0) void read();
}

/** Of how many files an import was made: a record names the first only. */
function filesOf({ units }: DropPreview, { fileName }: ImportRecord): number {
  return units.find(({ files }) => files[0] === fileName)?.files.length ?? 1;
}

/** Takes imports back, newest first. Rejects with a `FailureError` when one cannot be. */
export async function undoImports(importIds: readonly string[]): Promise<void> {
  await books.undoImports(importIds);
  const gone = new Set(importIds);
  set({ confirmed: now().confirmed.filter(({ imports }) => !imports.some(({ record }) => gone.has(record.id))) });
}

/** Clears everything, files of other administrations and outcomes too: as a new start of the window. */
export function forgetImports(): void {
  readings++;
  set({ ...emptyTable, waiting: [], confirmed: [] });
}

export function dismissConfirmed(id: number): void {
  set({ confirmed: now().confirmed.filter((drop) => drop.id !== id) });
}
