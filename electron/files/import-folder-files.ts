import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import { detectionBytes } from '#shared/formats/detect.ts';
import { isImportFile, isOtherwiseNamed } from '#shared/formats/import-file.ts';
import { errorCode } from './disk.ts';
import { namesIn } from './folder-names.ts';
import { doneFolder, type FolderPlace } from './import-folder-place.ts';
import { insideRoot } from './inside-root.ts';
import { safeName } from './safe-name.ts';

/** A file that waits in an import folder. The id is of this very content as far as the disk tells: its name, size and time. */
export interface WaitingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What browsers, mail programs and systems leave while they write, or for themselves. */
const unfinished =
  /^[.~]|^(?:thumbs\.db|desktop\.ini)$|~$|\.(?:tmp|temp|part|partial|crdownload|download|opdownload|lock)$/i;

/** The newest files of a folder, by name. */
export async function plainFiles(folder: string, { isChosen }: FolderPlace): Promise<readonly WaitingFile[]> {
  const files: WaitingFile[] = [];
  for (const name of await namesIn(folder)) {
    const file = isChosen && isOtherwiseNamed(name) ? null : await plainFile(folder, name);
    if (file) files.push(file);
  }
  files.sort((one, other) => other.modified - one.modified);
  return files.slice(0, limits.importFolderFiles).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A file that may be imported, by its name in the folder; null for anything else. An empty one is a place kept for what comes. */
export async function plainFile(folder: string, name: string): Promise<WaitingFile | null> {
  // A name with a backslash or colon is a path on another system: such a file is left where it is.
  if (unfinished.test(name) || /[\\:]/.test(name)) return null;
  const entry = await lstat(join(folder, name)).catch((error) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (!entry?.isFile() || entry.size === 0) return null;
  const text = `${name}\n${entry.size}\n${entry.mtimeMs}\n${entry.ino}`;
  const id = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return { id, name, bytes: entry.size, modified: Math.trunc(entry.mtimeMs) };
}

/** Whether a file among others is one to import; one that cannot be read is not. */
export async function isOneToImport(folder: string, name: string): Promise<boolean> {
  try {
    const file = await opened(folder, name);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(detectionBytes), 0, detectionBytes, 0);
      return isImportFile(name, buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

export async function bytesOf(folder: string, name: string): Promise<Buffer> {
  const file = await opened(folder, name);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Opens a file in a folder, never what a link leads to. */
function opened(folder: string, name: string) {
  return open(insideRoot(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
}

/** Moves a file to `verwerkt` in its folder, under a name of its own with the day before it. */
export async function moveToDone(folder: string, name: string, today: string): Promise<void> {
  const done = join(folder, doneFolder);
  await mkdir(done, { recursive: true });
  if ((await lstat(done)).isSymbolicLink()) {
    throw new FailureError({ code: 'outside-root', message: `${doneFolder} is a link`, params: {} });
  }
  const path = await freePath(done, `${today}-${safeName(name)}`);
  try {
    await rename(insideRoot(folder, name), path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** A path nothing is at, kept by an empty file that is then replaced: two moves at once never meet. */
async function freePath(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${number}$1`);
    const path = insideRoot(folder, own);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
