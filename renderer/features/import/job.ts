import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { books } from '#renderer/db/client.ts';
import { uploadFile } from '#renderer/host/upload.ts';
import { failureOf } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { type Failure, FailureError, fail } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import type { ImportChoices, ImportPreview } from '#shared/domain/import-preview.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';

export interface OpenFile {
  readonly file: File;
  readonly choices: ImportChoices;
  /** The last reading; stays on screen while choices are read again. */
  readonly preview: ImportPreview | null;
  readonly phase: 'reading' | 'ready' | 'confirming';
  /** Reading or writing did not succeed; nothing was changed. */
  readonly failure: Failure | null;
}

export interface ImportJob {
  readonly waiting: readonly File[];
  readonly open: OpenFile | null;
  /** Imports confirmed since the screen was last cleared, newest first. */
  readonly confirmed: readonly ImportRecord[];
  readonly tooLarge: readonly { readonly name: string; readonly bytes: number }[];
}

const nothing: ImportJob = { waiting: [], open: null, confirmed: [], tooLarge: [] };

/** The files being imported, one after another; lives on when its screen is left. */
export const importStore = createStore<ImportJob>(() => nothing);

export function useImportJob<T>(select: (job: ImportJob) => T): T {
  return useStore(importStore, select);
}

const set = importStore.setState;

/** Number of the latest reading; an earlier one that ends later is not shown. */
let readings = 0;

/** Forgets every file: what was read for one administration is never confirmed in another. */
export function forgetImports(): void {
  readings++;
  set(nothing, true);
}

sessionStore.subscribe((now, before) => {
  if (now.book !== before.book) forgetImports();
});

/** Takes files in: the first is read at once, the others wait their turn. Files over the limit are named and left out. */
export function addFiles(files: readonly File[]): void {
  const { waiting } = importStore.getState();
  const fits = files.filter((file) => file.size <= limits.tableBytes);
  set({
    waiting: [...waiting, ...fits],
    tooLarge: files
      .filter((file) => file.size > limits.tableBytes)
      .map((file) => ({ name: file.name, bytes: file.size })),
  });
  if (!importStore.getState().open) nextFile();
}

/** Leaves the open file as it is (nothing is written) and reads the next one. */
export function nextFile(): void {
  const [file, ...waiting] = importStore.getState().waiting;
  set({ waiting, open: file ? { file, choices: {}, preview: null, phase: 'reading', failure: null } : null });
  if (file) void read();
}

/** Reads the open file again with other choices. */
export function choose(choices: ImportChoices): void {
  const { open } = importStore.getState();
  if (!open || open.phase === 'confirming') return;
  set({ open: { ...open, choices: { ...open.choices, ...choices }, phase: 'reading', failure: null } });
  void read();
}

/** Back to what Voldaan guessed of the columns. */
export function resetColumns(): void {
  const { open } = importStore.getState();
  if (!open || open.phase === 'confirming') return;
  const { columns: _columns, ...choices } = open.choices;
  set({ open: { ...open, choices, phase: 'reading', failure: null } });
  void read();
}

async function read(): Promise<void> {
  const reading = ++readings;
  const { open } = importStore.getState();
  if (!open) return;
  const outcome = await open.file
    .arrayBuffer()
    .then((bytes) => books.previewImport(open.file.name, bytes, open.choices))
    .then(
      (preview) => ({ preview, failure: null }),
      (error: unknown) => ({ preview: open.preview, failure: failureOf(error) }),
    );
  // A later choice or another file has overtaken this reading.
  if (reading !== readings) return;
  set({ open: { ...open, ...outcome, phase: 'ready' } });
}

/** Keeps the original of a file that is being confirmed; the file id, and a rejection when it cannot be kept. */
async function archive(file: File): Promise<string> {
  const { book } = sessionStore.getState();
  if (!book) throw new FailureError(fail('not-found', 'no administration is open').error);
  const answer = await uploadFile(book, 'source', file);
  if (!answer.ok) throw new FailureError(answer.error);
  return answer.value.id;
}

/** Archives the original of the open file, writes its import in one commit and goes on with the next file. */
export async function confirmOpen(): Promise<void> {
  const { open } = importStore.getState();
  if (!open?.preview || open.phase !== 'ready' || open.preview.refusal) return;
  set({ open: { ...open, phase: 'confirming', failure: null } });
  const { id } = open.preview;
  const outcome = await archive(open.file)
    .then((stored) => books.confirmImport(id, open.choices, stored))
    .then(
      (record) => ({ record, failure: null }),
      (error: unknown) => ({ record: null, failure: failureOf(error) }),
    );
  // Another administration was opened meanwhile: its screen has nothing to say of this file.
  if (importStore.getState().open?.file !== open.file) return;
  if (outcome.record) {
    set({ confirmed: [outcome.record, ...importStore.getState().confirmed] });
    nextFile();
  } else set({ open: { ...open, phase: 'ready', failure: outcome.failure } });
}

/** Takes a whole import back. Rejects with a `FailureError` when it cannot be. */
export async function undoImport(importId: string): Promise<void> {
  await books.undoImport(importId);
  set({ confirmed: importStore.getState().confirmed.filter((record) => record.id !== importId) });
}

export function dismissConfirmed(importId: string): void {
  set({ confirmed: importStore.getState().confirmed.filter((record) => record.id !== importId) });
}
