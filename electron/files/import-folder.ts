import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import { errorCode } from './disk.ts';
import { namesIn } from './folder-names.ts';
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

/** What waits in the import folder of one book. */
export interface FolderLook {
  readonly files: readonly WaitingFile[];
  /** Others are there that may still be being written: look again in a few seconds. */
  readonly settling: boolean;
}

/** Where files go once they were imported. */
const doneFolder = 'verwerkt';
/** How long a file has to stay as it is before it counts as written. */
const restMs = 1500;
/** What browsers, mail programs and systems leave while they write, or for themselves. */
const unfinished =
  /^[.~]|^(?:thumbs\.db|desktop\.ini)$|~$|\.(?:tmp|temp|part|partial|crdownload|download|opdownload|lock)$/i;

/**
 * The import folders (criterion A11): `importmap/<book>` in the data folder, one per book. Only plain files lying in it
 * count; links, folders, hidden and temporary files, and what is still being written do not.
 */
export class ImportFolders {
  /** When each file was first seen as it is now, by book and name. */
  private readonly seen = new Map<string, Map<string, { readonly id: string; readonly since: number }>>();

  constructor(
    private readonly dataFolder: string,
    /** Milliseconds that passed since any moment. */
    private readonly passed: () => number,
  ) {}

  /** What waits in a folder; a folder that was not made yet has nothing. Fails with outside-root when a link leads away. */
  async look(book: string): Promise<FolderLook> {
    const folder = await this.folder(book);
    const before = this.seen.get(book);
    const seen = new Map<string, { readonly id: string; readonly since: number }>();
    const files: WaitingFile[] = [];
    const now = this.passed();
    for (const name of (await namesIn(folder)).sort()) {
      if (seen.size >= limits.importFolderFiles) break;
      const file = await plainFile(folder, name);
      if (!file) continue;
      const known = before?.get(name);
      const since = known?.id === file.id ? known.since : now;
      seen.set(name, { id: file.id, since });
      if (now - since >= restMs) files.push(file);
    }
    this.seen.set(book, seen);
    return { files, settling: files.length < seen.size };
  }

  /** Bytes of a file that waits. Fails with not-found when it is gone or was changed since it was seen, and with too-large. */
  async read(book: string, id: string): Promise<Uint8Array> {
    const { folder, name, bytes } = await this.waiting(book, id);
    if (bytes > limits.importFolderBytes) {
      throw refused('too-large', 'file in the import folder', { limitBytes: limits.importFolderBytes });
    }
    const file = await open(insideRoot(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  /** Moves a file that was imported to `verwerkt`, under a name of its own: nothing is overwritten, nothing deleted. */
  async putAway(book: string, id: string, today: string): Promise<void> {
    const { folder, name } = await this.waiting(book, id);
    const done = join(folder, doneFolder);
    await mkdir(done, { recursive: true });
    if ((await lstat(done)).isSymbolicLink()) throw refused('outside-root', `${doneFolder} is a link`);
    await rename(insideRoot(folder, name), await freePath(done, `${today}-${safeName(name)}`));
    this.seen.get(book)?.delete(name);
  }

  /** Path of the folder, made when it is not there yet. */
  async made(book: string): Promise<string> {
    const folder = await this.folder(book);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Neither the folder nor the one it lies in may be a link, wherever that leads: nothing else of the data folder is listed. */
  private async folder(book: string): Promise<string> {
    for (const path of [join(this.dataFolder, 'importmap'), join(this.dataFolder, 'importmap', book)]) {
      const entry = await lstat(path).catch(() => null);
      if (entry?.isSymbolicLink()) throw refused('outside-root', 'the import folder is a link');
    }
    return insideRoot(this.dataFolder, 'importmap', book);
  }

  private async waiting(book: string, id: string): Promise<WaitingFile & { readonly folder: string }> {
    const folder = await this.folder(book);
    for (const [name, known] of this.seen.get(book) ?? []) {
      if (known.id !== id) continue;
      const file = await plainFile(folder, name);
      if (file?.id === id) return { ...file, folder };
    }
    throw refused('not-found', 'no file of this id in the import folder');
  }
}

/** A file that may be imported, by its name in the folder; null for anything else. An empty one is a place kept for what comes. */
async function plainFile(folder: string, name: string): Promise<WaitingFile | null> {
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

function refused(
  code: 'not-found' | 'outside-root' | 'too-large',
  message: string,
  params: Record<string, string | number> = {},
): FailureError {
  return new FailureError({ code, message, params });
}
