import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { ask, call } from '../host/client.ts';
import { sessionStore } from './session-store.ts';

/*
 * The import folders (criterion A11): one per administration, in the data folder or where the user chose. They are looked at when a screen that shows
 * them opens, when the window comes to the front and every minute; nothing is read before the user says so.
 */

type Look = Output<'importFolder.look'>['folders'][number];
export type WaitingFile = Look['files'][number];

/** An import folder as it was last seen. */
export type ImportFolder = Omit<Look, 'settling'>;

interface Folders {
  readonly folders: readonly ImportFolder[];
}

const folderStore = createStore<Folders>(() => ({ folders: [] }));

/** The folders of all administrations as they were last seen. */
export function useImportFolders(): readonly ImportFolder[] {
  return useStore(folderStore, ({ folders }) => folders);
}

export function importFolders(): readonly ImportFolder[] {
  return folderStore.getState().folders;
}

const everyMs = 60_000;
/** After which a file that is being written is looked at again. */
const settlingMs = 2000;

let again: ReturnType<typeof setTimeout> | undefined;

/** Looks into the folders of every administration; a host that does not answer leaves them as they were. */
export async function lookAtFolders(): Promise<void> {
  clearTimeout(again);
  const { administrations } = sessionStore.getState();
  const answer = await call('importFolder.look', { books: administrations.map(({ id }) => id) });
  if (!answer.ok) return;
  const { folders } = answer.value;
  folderStore.setState({ folders: folders.map(({ settling: _, ...folder }) => folder) });
  clearTimeout(again);
  if (watching > 0 && folders.some(({ settling }) => settling)) again = setTimeout(look, settlingMs);
}

const look = () => void lookAtFolders();

/** Screens that show what waits. */
let watching = 0;

/** Keeps what waits up to date as long as a screen shows it. */
export function useFolderWatch(): void {
  useEffect(() => {
    watching++;
    look();
    const timer = setInterval(look, everyMs);
    window.addEventListener('focus', look);
    return () => {
      watching--;
      if (watching === 0) clearTimeout(again);
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
}

/** Where a file came from that was taken out of a folder. */
const origins = new WeakMap<File, { readonly book: string; readonly id: string }>();

/** The file itself. Rejects with a `FailureError`: not-found when it was changed or is gone, too-large. */
export async function fileInFolder(book: string, { id, name, modified }: WaitingFile): Promise<File> {
  const { url } = await ask('importFolder.url', { book, id });
  const response = await fetch(url);
  if (!response.ok) throw new FailureError(fail('not-found', `${response.status}`).error);
  const file = new File([await response.blob()], name, { lastModified: modified });
  origins.set(file, { book, id });
  return file;
}

/** Moves files that were imported out of the folder they came from; others, and those that are gone, are left alone. */
export async function putAway(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const origin = origins.get(file);
    if (!origin) continue;
    const answer = await call('importFolder.putAway', origin);
    if (answer.ok) forget(origin.book, [origin.id]);
  }
}

/** Leaves files in their folder without importing them: they are listed no more. Rejects with a `FailureError`. */
export async function passOver(book: string, ids: readonly string[]): Promise<void> {
  await ask('importFolder.passOver', { book, ids: [...ids] });
  forget(book, ids);
  await lookAtFolders();
}

/** Lists what was passed over again. Rejects with a `FailureError`. */
export async function showAll(book: string): Promise<void> {
  await ask('importFolder.showAll', { book });
  await lookAtFolders();
}

function forget(book: string, ids: readonly string[]): void {
  const folders = importFolders().map((folder) =>
    folder.book === book ? { ...folder, files: folder.files.filter(({ id }) => !ids.includes(id)) } : folder,
  );
  folderStore.setState({ folders });
}

/** Opens the folder of an administration in the machine's file manager. Rejects with a `FailureError`. */
export async function openFolder(book: string): Promise<void> {
  await ask('importFolder.open', { book });
}

/** What came of choosing a folder. */
export type FolderAnswer = Output<'importFolder.choose'>;

/** Asks for the folder to watch, in the machine's own window. Rejects with a `FailureError`. */
export async function chooseFolder(book: string, language: 'nl' | 'en'): Promise<FolderAnswer> {
  const answer = await ask('importFolder.choose', { book, language });
  if (answer.outcome === 'chosen') await lookAtFolders();
  return answer;
}

/** Back to the folder in the data folder. Rejects with a `FailureError`. */
export async function resetFolder(book: string): Promise<void> {
  await ask('importFolder.reset', { book });
  await lookAtFolders();
}

/** As before the first look; for tests. */
export function forgetFolders(): void {
  clearTimeout(again);
  folderStore.setState({ folders: [] });
}
