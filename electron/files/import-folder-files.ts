import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { detectionBytes } from '#shared/formats/detect.ts';
import { isImportFile, isOtherwiseNamed } from '#shared/formats/import-file.ts';
import { renameOver } from './atomic-write.ts';
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

/** Files asked for their size at a time: more wait for one another on a network drive. */
const askedTogether = 32;

/** Every file of a folder that may be one to import by its name and kind, newest first. */
export async function plainFiles(folder: string, { isChosen }: FolderPlace): Promise<readonly WaitingFile[]> {
  // Voldaan's own folder is made when it is first opened; a chosen one that is gone has no answer.
  const names = isChosen ? await readdir(folder) : await namesIn(folder);
  const asked = names.filter((name) => !(isChosen && isOtherwiseNamed(name)));
  const files: WaitingFile[] = [];
  for (let at = 0; at < asked.length; at += askedTogether) {
    const some = await Promise.all(asked.slice(at, at + askedTogether).map((name) => plainFile(folder, name)));
    for (const file of some) if (file) files.push(file);
  }
  return files.sort((one, other) => other.modified - one.modified || (one.name < other.name ? -1 : 1));
}

/**
 * A file that may be imported, by its name in the folder; null for anything else, also for one the disk cannot tell of. An empty
 * one is a place kept for what comes.
 */
export async function plainFile(folder: string, name: string): Promise<WaitingFile | null> {
  // A name with a backslash or colon is a path on another system: such a file is left where it is.
  if (unfinished.test(name) || /[\\:]/.test(name)) return null;
  const entry = await lstat(join(folder, name)).catch(() => null);
  if (!entry?.isFile() || entry.size === 0) return null;
  return { id: idOf(name, entry), name, bytes: entry.size, modified: Math.trunc(entry.mtimeMs) };
}

/** Without the number of the file on its disk: a stick or share gives another one each time it is there again. */
function idOf(name: string, { size, mtimeMs }: Stats): string {
  return createHash('sha256').update(`${name}\n${size}\n${mtimeMs}`).digest('hex').slice(0, 32);
}

/** Whether a file among others is one to import; null when it cannot be read now. */
export async function isOneToImport(folder: string, name: string): Promise<boolean | null> {
  try {
    return await withOpened(folder, name, async (file) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(detectionBytes), 0, detectionBytes, 0);
      return isImportFile(name, buffer.subarray(0, bytesRead));
    });
  } catch {
    return null;
  }
}

/**
 * The bytes of a file as it was seen; null when it is gone, is another by now, or was changed while it was read. Fails with
 * unreadable when another program keeps it for itself, or the disk does not give it.
 */
export async function bytesOf(folder: string, { id, name, bytes }: WaitingFile): Promise<Buffer | null> {
  try {
    return await withOpened(folder, name, async (file) => {
      const content = Buffer.alloc(bytes);
      let size = 0;
      while (size < bytes) {
        const { bytesRead } = await file.read(content, size, bytes - size, size);
        if (bytesRead === 0) break;
        size += bytesRead;
      }
      return size === bytes && idOf(name, await file.stat()) === id ? content : null;
    });
  } catch (error) {
    // A link that was laid in its place is another as well.
    if (['ENOENT', 'ELOOP'].includes(errorCode(error)) || error instanceof FailureError) return null;
    throw new FailureError({ code: 'unreadable', message: `import folder: ${errorCode(error)}`, params: {} });
  }
}

/**
 * Reads in a file of a folder: never in what a link leads to, nor in a pipe or device that took its place, which would keep who
 * reads it waiting.
 */
async function withOpened<T>(
  folder: string,
  name: string,
  read: (file: FileHandle) => Promise<T | null>,
): Promise<T | null> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(insideRoot(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    return (await file.stat()).isFile() ? await read(file) : null;
  } finally {
    await file.close();
  }
}

/** Moves a file to `verwerkt` in its folder, under a name of its own with the day before it. */
export async function moveToDone(folder: string, name: string, today: string): Promise<void> {
  const done = join(folder, doneFolder);
  // Not the folder it is in: where a stick was taken out, nothing is made in its place.
  await mkdir(done).catch((error) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  if ((await lstat(done)).isSymbolicLink()) {
    throw new FailureError({ code: 'outside-root', message: `${doneFolder} is a link`, params: {} });
  }
  const path = await freePath(done, `${today}-${safeName(name)}`);
  try {
    await renameOver(insideRoot(folder, name), path);
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
