import { books, onBooks } from '#renderer/db/client.ts';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { uploadFile } from '#renderer/host/upload.ts';
import { putAway } from '#renderer/state/import-folder.ts';
import { rememberMarks } from '#renderer/state/marks.ts';
import { failureOf } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type DroppedFile, filesNamed } from '#renderer/ui/dropped-files.ts';
import { FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import type { DropOutcome, DropPreview, DropUnit } from '#shared/domain/drop/drop.ts';
import type { ImportRecord, SourceFile } from '#shared/domain/imports.ts';
import { currentReading, importStore, layAside, readTable, tableAfter } from './job.ts';
import { asksAttention, confirmedChoices, takenUnits, unitState } from './units.ts';

const { getState: now, setState: set } = importStore;

/** What is confirmed, as it lay on the table when the button was pressed. */
interface Confirming {
  readonly book: string;
  readonly preview: DropPreview;
  readonly choices: ChoicesByUnit;
  readonly files: readonly DroppedFile[];
  /** Still the latest: no other administration was opened. */
  readonly isCurrent: () => boolean;
}

/** Archives the originals of what is taken and writes it, one commit per unit. What waits for an answer stays on the table. */
export async function confirmTable(): Promise<void> {
  const { preview, choices, phase, files } = now();
  const { book } = sessionStore.getState();
  const taken = preview ? takenUnits(preview, choices) : [];
  if (!preview || !book || phase !== 'ready' || taken.length === 0) return;
  const reading = currentReading();
  const confirming = { book, preview, choices, files, isCurrent: () => reading === currentReading() };
  const total = taken.reduce((sum, unit) => sum + originalsOf(unit, files).length, 0);
  set({ phase: 'keeping', failure: null, done: 0, total });
  try {
    const stored = await keepOriginals(confirming, taken);
    if (!stored) {
      layAside(book, files, preview.units);
      return;
    }
    set({ phase: 'writing', done: 0, total: taken.length });
    finish(confirming, await written(confirming, stored));
    await rememberMarks(book).catch(() => undefined);
  } catch (error) {
    // Another administration was opened meanwhile: its screen has nothing to say of these files.
    if (!confirming.isCurrent()) return;
    set({ phase: 'ready', failure: failureOf(error) });
    if (now().files !== files) void readTable();
  }
}

async function written(
  { preview, choices, isCurrent }: Confirming,
  stored: Readonly<Record<string, readonly SourceFile[]>>,
): Promise<DropOutcome> {
  const stop = onBooks({
    onCommitted: () => isCurrent() && set({ done: Math.min(now().done + 1, now().total) }),
  });
  try {
    return await books.confirmDrop(preview.id, confirmedChoices(preview, choices), stored);
  } finally {
    stop();
  }
}

/** The originals of what is on the table; null when another administration was opened meanwhile. */
async function keepOriginals(
  { book, files, isCurrent }: Confirming,
  units: readonly DropUnit[],
): Promise<Readonly<Record<string, readonly SourceFile[]>> | null> {
  const stored = await storedOriginals(book, units, files, () => {
    if (isCurrent()) set({ done: now().done + 1 });
    return isCurrent();
  });
  return isCurrent() ? stored : null;
}

/**
 * Keeps the original of every file that comes in, by unit; a larger one than the archive takes comes in without. `onKept`
 * answers whether to go on.
 */
export async function storedOriginals(
  book: string,
  units: readonly DropUnit[],
  files: readonly DroppedFile[],
  onKept: () => boolean = () => true,
): Promise<Readonly<Record<string, readonly SourceFile[]>>> {
  const stored: Record<string, SourceFile[]> = {};
  const kept = new Map<DroppedFile, SourceFile>();
  for (const unit of units) {
    const own: SourceFile[] = [];
    for (const original of originalsOf(unit, files)) {
      const file = kept.get(original) ?? { name: original.name, id: await keep(book, original.file) };
      kept.set(original, file);
      own.push(file);
      if (!onKept()) return stored;
    }
    stored[unit.id] = own;
  }
  return stored;
}

/** What is kept of a unit as it came: every file but PDFs, which are kept as copies of their invoices. */
function originalsOf(unit: DropUnit, files: readonly DroppedFile[]): readonly DroppedFile[] {
  return filesNamed(files, unit.files).filter(
    ({ name, file }) => file.size <= limits.sourceBytes && !(unit.kind === 'invoices' && /\.pdf$/i.test(name)),
  );
}

async function keep(book: string, file: File): Promise<string> {
  const answer = await uploadFile(book, 'source', file);
  if (!answer.ok) throw new FailureError(answer.error);
  return answer.value.id;
}

let drops = 0;

/** Shows what was done; what waits for an answer, and what could not be written, stays and is read again. */
function finish({ book, preview, choices, files, isCurrent }: Confirming, outcome: DropOutcome): void {
  const at = preview.units.findIndex(({ id }) => id === outcome.stopped?.unit);
  const stays = preview.units.filter((unit, place) => {
    const state = unitState(unit, choices);
    return state === 'question' || state === 'fixable' || (at >= 0 && place >= at && state === 'ready');
  });
  const left = preview.units.filter((unit) => unitState(unit, choices) === 'refused').flatMap((unit) => unit.files);
  const stopped = outcome.stopped && { name: preview.units[at]?.files[0] ?? '', code: outcome.stopped.code };
  const imports = outcome.records.map((record) => ({ record, files: filesOf(preview, record) }));
  set({ confirmed: [{ id: ++drops, book, imports, stopped, left }, ...now().confirmed] });
  const isIn = (unit: DropUnit) => {
    const state = unitState(unit, choices);
    if (state === 'unchanged') return !asksAttention(unit, state);
    return !stays.includes(unit) && ['ready', 'known', 'repeated'].includes(state);
  };
  void putAway(files.filter((file) => unitsOf(file, preview).every(isIn)).map(({ file }) => file));
  const rest = files.filter((file) => stays.some((unit) => filesNamed([file], unit.files).length > 0));
  const added = now().files.filter((file) => !files.includes(file));
  if (isCurrent()) tableAfter([...rest, ...added], Object.fromEntries(stays.map(({ id }) => [id, choices[id] ?? {}])));
  else layAside(book, rest, stays);
}

function unitsOf(file: DroppedFile, { units }: DropPreview): readonly DropUnit[] {
  return units.filter((unit) => filesNamed([file], unit.files).length > 0);
}

/** Of how many files an import was made: a record names the first only. */
function filesOf({ units }: DropPreview, { fileName }: ImportRecord): number {
  return units.find(({ files }) => files[0] === fileName)?.files.length ?? 1;
}

/** Takes imports back, in the order given: newest first. Rejects with a `FailureError` when one cannot be. */
export async function undoImports(importIds: readonly string[]): Promise<void> {
  await books.undoImports(importIds);
  const gone = new Set(importIds);
  set({ confirmed: now().confirmed.filter(({ imports }) => !imports.some(({ record }) => gone.has(record.id))) });
}

export function dismissConfirmed(id: number): void {
  set({ confirmed: now().confirmed.filter((drop) => drop.id !== id) });
}
