import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, parse, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FailureError } from '#shared/contract/errors.ts';
import { chosenFolders, type ImportFolderSetting } from './import-folder-setting.ts';
import { insideRoot, isSamePath, liesInside } from './inside-root.ts';

/** Where files go once they were imported, in the import folder itself. */
export const doneFolder = 'verwerkt';

/** Where the import folder of a book is. */
export interface FolderPlace {
  /** Absolute; never leaves the main process. */
  readonly path: string;
  /** To be shown: its last two parts. */
  readonly name: string;
  /** Chosen by the user, who may keep other files in it; else it is Voldaan's own, `importmap/<book>` in the data folder. */
  readonly isChosen: boolean;
}

export function placeIn(dataFolder: string, book: string, { folder }: ImportFolderSetting): FolderPlace {
  if (folder === null) {
    return { path: join(dataFolder, 'importmap', book), name: `importmap/${book}`, isChosen: false };
  }
  return { path: folder, name: shownName(folder), isChosen: true };
}

/** The last two parts of a path, without its drive: never the whole path of a folder below one. */
export function shownName(path: string): string {
  return relative(parse(path).root, path).split(sep).slice(-2).join(sep);
}

/**
 * The path of a place, to read and write in. Fails with not-found while it cannot be reached (a stick that was taken out, a
 * network drive), with outside-root when a link lies in its place, or when it may not be an import folder at all.
 */
export async function openedPlace(dataFolder: string, book: string, place: FolderPlace): Promise<string> {
  if (!place.isChosen) return ownFolder(dataFolder, book);
  if (!(await isReachable(place.path))) throw refusal('not-found', 'the import folder cannot be reached');
  if (!isSamePath(await realpath(place.path), place.path)) throw refusal('outside-root', 'the import folder is a link');
  if (liesInside(dataFolder, place.path)) throw refusal('outside-root', 'the import folder is one of Voldaan');
  return place.path;
}

/** Neither the folder nor the one it lies in may be a link, wherever that leads: nothing else of the data folder is listed. */
async function ownFolder(dataFolder: string, book: string): Promise<string> {
  for (const path of [join(dataFolder, 'importmap'), join(dataFolder, 'importmap', book)]) {
    const entry = await lstat(path).catch(() => null);
    if (entry?.isSymbolicLink()) throw refusal('outside-root', 'the import folder is a link');
  }
  return insideRoot(dataFolder, 'importmap', book);
}

/** How long a folder may take to answer; a network drive that is gone can take half a minute. */
const answerMs = 3000;
/** Folders that were asked and have not answered yet: they are not asked again meanwhile. */
const asked = new Map<string, Promise<boolean>>();

async function isReachable(path: string): Promise<boolean> {
  const running = asked.get(path) ?? isFolder(path).finally(() => asked.delete(path));
  asked.set(path, running);
  const waited = new AbortController();
  try {
    return await Promise.race([running, pause(answerMs, false, { signal: waited.signal })]);
  } finally {
    waited.abort();
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** Why a folder cannot be the import folder of a book. */
export type PlaceRefusal =
  | { readonly reason: 'drive' | 'own-data' | 'unreadable' }
  /** It is that of another book, or holds what was imported there. */
  | { readonly reason: 'in-use'; readonly book: string };

/**
 * The place of a folder that was chosen, links resolved; or why it cannot be one: the root of a drive, a folder of Voldaan's own
 * data, one of another book (of a list nobody could tell whose it is), or one that cannot be read. The book's own folder in the
 * data folder is the standard place.
 */
export async function chosenPlace(
  dataFolder: string,
  book: string,
  given: string,
): Promise<{ readonly folder: string | null } | PlaceRefusal> {
  const folder = await readable(given);
  if (folder === null) return { reason: 'unreadable' };
  if (dirname(folder) === folder) return { reason: 'drive' };
  if (isSamePath(folder, await ownFolder(dataFolder, book))) return { folder: null };
  if (liesInside(dataFolder, folder)) return { reason: 'own-data' };
  for (const [other, taken] of await chosenFolders(dataFolder)) {
    if (other === book ? isSamePath(folder, join(taken, doneFolder)) : overlap(folder, taken)) {
      return { reason: 'in-use', book: other };
    }
  }
  return { folder };
}

async function readable(path: string): Promise<string | null> {
  if (!(await isReachable(path))) return null;
  return readdir(path).then(
    () => realpath(path),
    () => null,
  );
}

/** Whether two folders are one, or one holds what was imported from the other. */
function overlap(one: string, other: string): boolean {
  return isSamePath(one, other) || isSamePath(one, join(other, doneFolder)) || isSamePath(join(one, doneFolder), other);
}

function refusal(code: 'not-found' | 'outside-root', message: string): FailureError {
  return new FailureError({ code, message, params: {} });
}
