import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { books } from '#renderer/db/client.ts';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { otherMarks } from '#renderer/state/marks.ts';
import { failureOf, openBook } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, filesNamed, laidBeside } from '#renderer/ui/dropped-files.ts';
import type { Failure } from '#shared/contract/errors.ts';
import type { DropChoices, DropPreview } from '#shared/domain/drop/drop.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { unitState } from './units.ts';
import { type WaitingGroup, withWaiting } from './waiting.ts';

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
  /** The choices the preview is of. */
  readonly shown: ChoicesByUnit;
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
  shown: {},
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

/** The number of the latest reading: still the same later, nothing has overtaken what was begun. */
export function currentReading(): number {
  return readings;
}

/** The reading whose choices are being read; those made meanwhile are read after them, all at once. */
let choosing: number | null = null;

/** What lay on the table when it was last read to the end, with the choices made for it, and the number of that reading. */
let settled: readonly DroppedFile[] = [];
let settledAt = 0;

const isBusy = ({ phase }: ImportJob) => phase === 'keeping' || phase === 'writing';

/** Lays files on the table and reads all that lie there; while a drop is being written, after it. */
export async function addFiles(added: readonly DroppedFile[]): Promise<void> {
  const files = laidBeside(now().files, added);
  if (files.length === now().files.length) return;
  set({ files });
  if (!isBusy(now())) await readTable();
}

/**
 * Stops reading and comparing: files that were laid beside others are taken away again, the others stay; a choice that was
 * being compared is taken back.
 */
export function stopReading(): void {
  const { preview, shown, phase } = now();
  if (phase !== 'reading') return;
  if (preview && choosing === readings && settledAt === readings) {
    set({ choices: shown });
    endProgress();
    // What is compared is overtaken by what was shown, which is still known.
    void books.chooseDrop(preview.id, shown).catch(() => undefined);
    return;
  }
  if (!preview || settled.length === 0) {
    clearTable();
    return;
  }
  set({ files: settled });
  void readTable();
}

/** Takes every file of the open administration off the table; nothing was written. */
export function clearTable(): void {
  if (isBusy(now())) return;
  readings++;
  endProgress();
  void books.leaveDrop(now().preview?.id ?? null).catch(() => undefined);
  set(emptyTable);
}

/** Reads what lies on the table and compares it with the books. */
export async function readTable(): Promise<void> {
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
  endProgress();
  set({ ...answer, shown: {}, phase: 'ready' });
  if (Object.keys(now().choices).length > 0 && answer.preview) await readChoices();
  if (reading !== readings) return;
  if (answer.preview) [settled, settledAt] = [files, reading];
  setAside();
}

/** A reading that was stopped never tells that it came to its end. */
function endProgress(): void {
  const job = sessionStore.getState().progress?.job;
  if (job === 'reading' || job === 'comparing') sessionStore.setState({ progress: null });
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
  if (choosing !== readings) void readChoices();
}

async function readChoices(): Promise<void> {
  const reading = readings;
  choosing = reading;
  for (let last: ChoicesByUnit | null = null; last !== now().choices; ) {
    const { choices, preview } = now();
    last = choices;
    if (!preview) break;
    set({ phase: 'reading' });
    const answer = await books.chooseDrop(preview.id, choices).then(
      (read) => ({ preview: read, shown: choices, failure: null }),
      (error: unknown) => ({ failure: failureOf(error) }),
    );
    if (reading !== readings) break;
    // Other choices were made meanwhile: that these were given up is no failure.
    if (last === now().choices) set({ ...answer, phase: 'ready' });
    else if ('preview' in answer) set(answer);
  }
  if (choosing === reading) choosing = null;
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

/** Forgets the files that wait for an administration. */
export function leaveWaiting(book: string): void {
  set({ waiting: now().waiting.filter((group) => group.book !== book) });
}

/** Opens the administration whose files wait; they are then read for it. */
export async function openWaiting(book: string): Promise<void> {
  if (!isBusy(now())) await openBook(book);
}

/** Files wait for the administration they are of; nothing to lay aside is nothing done. */
export function layAside(book: string, files: readonly DroppedFile[], units: WaitingGroup['units']): void {
  if (files.length === 0) return;
  const name = sessionStore.getState().administrations.find(({ id }) => id === book)?.name ?? book;
  set({ waiting: withWaiting(now().waiting, book, name, files, units) });
}

/** What stays on the table after the rest of it was confirmed is read again, with the choices made for it. */
export function tableAfter(files: readonly DroppedFile[], choices: ChoicesByUnit): void {
  readings++;
  settled = [];
  set({ ...emptyTable, files, choices });
  if (files.length > 0) void readTable();
}

/** What lay on the table, with the choices made for it. */
interface Table {
  readonly files: readonly DroppedFile[];
  readonly choices: ChoicesByUnit;
  readonly isCurrent: () => boolean;
}

/**
 * Takes what lies on the table, which may be nothing, to be written together with what waits for others. Null while it is being
 * read or written, or could not be read. Ends with `putTableBack`.
 */
export function takeTable(): Table | null {
  const { files, choices, phase, preview } = now();
  const reading = readings;
  const table = { files, choices, isCurrent: () => reading === readings };
  if (files.length === 0) return table;
  if (phase !== 'ready' || !preview) return null;
  set({ phase: 'writing', done: 0, total: 1 });
  return table;
}

/** Leaves the table as it was, or without what is in the books now; what was added meanwhile is read. */
export function putTableBack(book: string, { files, choices, isCurrent }: Table, isTaken: boolean): void {
  if (files.length === 0) return;
  const rest = isTaken ? [] : files;
  if (!isCurrent()) layAside(book, rest, []);
  else tableAfter([...rest, ...now().files.filter((file) => !files.includes(file))], isTaken ? {} : choices);
}

/**
 * Another administration was opened: what was read for the first is never confirmed in it. The files wait for their own, those
 * of the one now open are at hand. What was being confirmed is told when it ends.
 */
function bookChanged(before: string | null): void {
  const { files, preview, choices } = now();
  const busy = isBusy(now());
  readings++;
  endProgress();
  set(emptyTable);
  if (before === null || busy) return;
  const open = preview?.units.filter(
    (unit) => !['refused', 'known', 'left-out', 'other'].includes(unitState(unit, choices)),
  );
  const kept = open ? files.filter((file) => open.some((unit) => filesNamed([file], unit.files).length > 0)) : files;
  layAside(before, kept, open ?? []);
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

/** Clears everything, files of other administrations and outcomes too: as a new start of the window. */
export function forgetImports(): void {
  readings++;
  set({ ...emptyTable, waiting: [], confirmed: [] });
}
