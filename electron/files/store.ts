import { mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import type { FileReference } from '#shared/domain/letter.ts';
import { namesIn } from './folder-names.ts';
import { insideRoot } from './inside-root.ts';

/** Folder of a book (an administration, or `kantoor`) in the data folder. Need not exist yet. */
export function bookFolder(dataFolder: string, book: string): string {
  mkdirSync(join(dataFolder, 'administraties'), { recursive: true });
  return insideRoot(dataFolder, 'administraties', book);
}

/** Folder of one letter's files and receipt: `brieven/<year of the letter>/<letter id>`. Need not exist yet. */
export function letterFolder(folder: string, date: string, letterId: string): string {
  return insideRoot(insideRoot(folder, 'brieven', date.slice(0, 4)), letterId);
}

const places = {
  dossier: 'dossiers',
  logo: 'logo',
  source: 'bron',
  'invoice-copy': 'facturen',
  backup: 'reservekopie',
  print: 'print',
  export: 'uitvoer',
} as const;

/**
 * Where a file of this kind is put; the id is its name on disk. Letters have a folder each (`letterFolder`).
 * Need not exist yet.
 */
export function placeOf(folder: string, kind: keyof typeof places, id: string): string {
  return insideRoot(insideRoot(folder, places[kind]), id);
}

/**
 * Path of a stored file: the only way from a reference to the disk. The id of `letter-pdf` and `letter-mail` is the
 * letter's id, of the others the file's name. Fails with not-found or outside-root.
 */
export async function storedPath(folder: string, reference: FileReference): Promise<string> {
  const path =
    reference.kind === 'letter-pdf' || reference.kind === 'letter-mail'
      ? await letterFile(folder, reference.id, reference.kind === 'letter-pdf' ? '.pdf' : '.eml')
      : placeOf(folder, reference.kind, reference.id);
  if (path !== null && (await isFile(path))) return path;
  throw new FailureError({ code: 'not-found', message: `no ${reference.kind} of this id`, params: {} });
}

async function letterFile(folder: string, letterId: string, extension: string): Promise<string | null> {
  // Newest first: after a restore one letter id can have files in two years.
  const years = (await namesIn(join(folder, 'brieven'))).filter((year) => /^\d{4}$/.test(year)).sort();
  years.reverse();
  for (const year of years) {
    const own = letterFolder(folder, year, letterId);
    const name = (await namesIn(own)).find((entry) => extname(entry) === extension && !entry.startsWith('.'));
    if (name) return insideRoot(own, name);
  }
  return null;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

const mimes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.eml': 'message/rfc822',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
};

/** Media type to serve a stored file with, by its generated extension. */
export function mimeOf(path: string): string {
  return mimes[extname(path)] ?? 'application/octet-stream';
}
