import { mkdir } from 'node:fs/promises';
import { FailureError } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import { errorCode } from './disk.ts';
import { bytesOf, isOneToImport, moveToDone, plainFile, plainFiles, type WaitingFile } from './import-folder-files.ts';
import { chosenPlace, type FolderPlace, openedPlace, type PlaceRefusal, placeIn } from './import-folder-place.ts';
import { type ImportFolderSetting, readSetting, writeSetting } from './import-folder-setting.ts';
import { TaskQueue } from './task-queue.ts';

/** What waits in the import folder of one book. */
export interface FolderLook {
  readonly place: FolderPlace;
  /** `missing`: it was chosen and cannot be reached now. `refused`: it is a link, or cannot be read. */
  readonly state: 'ready' | 'missing' | 'refused';
  readonly files: readonly WaitingFile[];
  /** Files in it that were said not to be imported. */
  readonly passedOver: number;
  /** Others are there that may still be being written: look again in a few seconds. */
  readonly settling: boolean;
}

/** How long a file has to stay as it is before it counts as written. */
const restMs = 1500;
/** What a folder answers that is read only or has a file named `verwerkt`, or a file that another program has open. */
const notMovable = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'EEXIST', 'ENOTDIR']);

/** A file as it was when it was first seen as it is now. */
interface Seen {
  readonly id: string;
  readonly since: number;
  /** Whether it is one to import, once that was looked at. */
  readonly isImport: boolean | null;
}

/**
 * The import folders (criterion A11), one per book: `importmap/<book>` in the data folder, or a folder that was chosen. Only
 * plain files lying in it count; links, folders, hidden and temporary files, and what is still being written do not. A chosen
 * folder may hold anything else: there only what Voldaan recognises counts, and nothing else is ever touched.
 */
export class ImportFolders {
  private readonly seen = new Map<string, Map<string, Seen>>();
  private readonly settings = new TaskQueue();
  private readonly choosing = new TaskQueue();

  constructor(
    private readonly dataFolder: string,
    /** Milliseconds that passed since any moment. */
    private readonly passed: () => number,
  ) {}

  async place(book: string): Promise<FolderPlace> {
    return placeIn(this.dataFolder, book, await readSetting(this.dataFolder, book));
  }

  /** What waits in a folder; one of Voldaan's own that was not made yet has nothing. */
  async look(book: string): Promise<FolderLook> {
    const setting = await readSetting(this.dataFolder, book);
    const place = placeIn(this.dataFolder, book, setting);
    try {
      const files = await this.candidates(book, place, await openedPlace(this.dataFolder, book, place));
      const waiting = files.filter(({ id }) => !setting.passedOver.includes(id));
      const settled = waiting.filter(({ isSettled }) => isSettled);
      return {
        ...{ place, state: 'ready', files: settled.map(({ isSettled: _, ...file }) => file) },
        passedOver: files.length - waiting.length,
        settling: settled.length < waiting.length,
      };
    } catch (error) {
      const isMissing = error instanceof FailureError && error.failure.code === 'not-found';
      return { place, state: isMissing ? 'missing' : 'refused', files: [], passedOver: 0, settling: false };
    }
  }

  /** The files of a folder that may be imported, by name; of too many the newest. */
  private async candidates(
    book: string,
    place: FolderPlace,
    folder: string,
  ): Promise<readonly (WaitingFile & { readonly isSettled: boolean })[]> {
    const before = this.seen.get(book);
    const seen = new Map<string, Seen>();
    const now = this.passed();
    const found: (WaitingFile & { readonly isSettled: boolean })[] = [];
    for (const file of await plainFiles(folder, place)) {
      const known = before?.get(file.name);
      const since = known?.id === file.id ? known.since : now;
      const isSettled = now - since >= restMs;
      let isImport = known?.id === file.id ? known.isImport : null;
      // What is half written cannot be told yet.
      if (isSettled) isImport ??= !place.isChosen || (await isOneToImport(folder, file.name));
      seen.set(file.name, { id: file.id, since, isImport });
      if (isImport !== false) found.push({ ...file, isSettled });
    }
    this.seen.set(book, seen);
    return found;
  }

  /** Bytes of a file that waits. Fails with not-found when it is gone or was changed since it was seen, and with too-large. */
  async read(book: string, id: string): Promise<Uint8Array> {
    const { folder, name, bytes } = await this.waiting(book, id);
    if (bytes > limits.importFolderBytes) {
      throw refused('too-large', 'file in the import folder', { limitBytes: limits.importFolderBytes });
    }
    return bytesOf(folder, name);
  }

  /**
   * Moves a file that was imported to `verwerkt`, under a name of its own: nothing is overwritten, nothing deleted. Where it
   * cannot be moved (a folder that is read only, a file that another program has open) it is passed over from now on.
   */
  async putAway(book: string, id: string, today: string): Promise<void> {
    const { folder, name } = await this.waiting(book, id);
    try {
      await moveToDone(folder, name, today);
      this.seen.get(book)?.delete(name);
    } catch (error) {
      if (!notMovable.has(errorCode(error))) throw error;
      await this.passOver(book, [id]);
    }
  }

  /** Leaves files where they are and lists them no more; one that is changed is another file. Unknown ids are nothing. */
  async passOver(book: string, ids: readonly string[]): Promise<void> {
    const present = new Set([...(this.seen.get(book)?.values() ?? [])].map(({ id }) => id));
    const added = ids.filter((id) => present.has(id));
    if (added.length === 0) return;
    await this.change(book, ({ folder, passedOver }) => ({
      folder,
      // Those that are gone are forgotten.
      passedOver: [...new Set([...passedOver.filter((id) => present.has(id)), ...added])],
    }));
  }

  /** Lists what was passed over again. */
  async showAll(book: string): Promise<void> {
    await this.change(book, (before) => (before.passedOver.length === 0 ? before : { ...before, passedOver: [] }));
  }

  /** Makes a folder the import folder of a book; answers why not. The files of the one before stay where they are. */
  async choose(book: string, path: string): Promise<PlaceRefusal | null> {
    // One choice after another: two books never come to share a folder.
    return this.choosing.run(async () => {
      const chosen = await chosenPlace(this.dataFolder, book, path);
      if ('reason' in chosen) return chosen;
      await this.change(book, (before) => (before.folder === chosen.folder ? before : { ...chosen, passedOver: [] }));
      return null;
    });
  }

  /** Back to the folder in the data folder. */
  async reset(book: string): Promise<void> {
    await this.change(book, (before) => (before.folder === null ? before : { folder: null, passedOver: [] }));
  }

  private async change(book: string, next: (before: ImportFolderSetting) => ImportFolderSetting): Promise<void> {
    await this.settings.run(async () => {
      const before = await readSetting(this.dataFolder, book);
      const after = next(before);
      if (after === before) return;
      await writeSetting(this.dataFolder, book, after);
      if (after.folder !== before.folder) this.seen.delete(book);
    });
  }

  /** Path of the folder; Voldaan's own is made when it is not there yet. */
  async made(book: string): Promise<string> {
    const place = await this.place(book);
    const folder = await openedPlace(this.dataFolder, book, place);
    if (!place.isChosen) await mkdir(folder, { recursive: true });
    return folder;
  }

  private async waiting(book: string, id: string): Promise<WaitingFile & { readonly folder: string }> {
    const folder = await openedPlace(this.dataFolder, book, await this.place(book));
    for (const [name, known] of this.seen.get(book) ?? []) {
      if (known.id !== id || known.isImport !== true) continue;
      const file = await plainFile(folder, name);
      if (file?.id === id) return { ...file, folder };
    }
    throw refused('not-found', 'no file of this id in the import folder');
  }
}

function refused(code: 'not-found' | 'too-large', message: string, params: Record<string, number> = {}): FailureError {
  return new FailureError({ code, message, params });
}
