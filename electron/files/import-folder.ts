import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
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
  /** `missing`: it cannot be reached now. `refused`: it is a link, or cannot be read. */
  readonly state: 'ready' | 'missing' | 'refused';
  /** By name; of too many the newest. */
  readonly files: readonly WaitingFile[];
  /** Older ones are there, to be listed once these are gone. */
  readonly more: boolean;
  /** Files in it that were said not to be imported. */
  readonly passedOver: number;
  /** Others are there that may still be being written: look again in a few seconds. */
  readonly settling: boolean;
}

/** How long a file has to stay as it is before it counts as written. */
const restMs = 1500;
/** Files opened in one look to see whether they are to be imported. */
const openedPerLook = 500;

/** A file as it was when it was first seen as it is now. */
interface Seen {
  readonly id: string;
  readonly since: number;
  /** Whether it is one to import, once that was looked at. */
  readonly isImport: boolean | null;
}

type Candidates = Pick<FolderLook, 'files' | 'more' | 'passedOver' | 'settling'>;
const noFiles: Candidates = { files: [], more: false, passedOver: 0, settling: false };

/**
 * The import folders (criterion A11), one per book: `importmap/<book>` in the data folder, or a folder that was chosen. Only
 * plain files lying in it count; links, folders, hidden and temporary files, and what is still being written do not. A chosen
 * folder may hold anything else: there only what Voldaan recognises counts, and nothing else is ever touched.
 */
export class ImportFolders {
  private readonly seen = new Map<string, Map<string, Seen>>();
  private readonly settings = new TaskQueue();
  private readonly choosing = new TaskQueue();
  /** Paths of folders that did not answer when they were last looked at: they are not asked again before they do. */
  private readonly silent = new Set<string>();

  constructor(
    private readonly dataFolder: string,
    /** Milliseconds that passed since any moment. */
    private readonly passed: () => number,
    /** How long a folder may take to tell its files: a network drive can go away meanwhile and answer nothing at all. */
    private readonly lookMs = 10_000,
  ) {}

  async place(book: string): Promise<FolderPlace> {
    return placeIn(this.dataFolder, book, await readSetting(this.dataFolder, book));
  }

  /** What waits in a folder; one of Voldaan's own that was not made yet has nothing. */
  async look(book: string): Promise<FolderLook> {
    const setting = await readSetting(this.dataFolder, book);
    const place = placeIn(this.dataFolder, book, setting);
    if (this.silent.has(place.path)) return { place, state: 'missing', ...noFiles };
    const looked = this.lookIn(book, place, setting);
    const answered = new AbortController();
    try {
      const look = await Promise.race([looked, pause(this.lookMs, null, { signal: answered.signal, ref: false })]);
      if (look) return look;
      this.silent.add(place.path);
      void looked.finally(() => this.silent.delete(place.path));
      return { place, state: 'missing', ...noFiles };
    } finally {
      answered.abort();
    }
  }

  private async lookIn(book: string, place: FolderPlace, setting: ImportFolderSetting): Promise<FolderLook> {
    try {
      const folder = await openedPlace(this.dataFolder, book, place);
      return { place, state: 'ready', ...(await this.candidates(book, place, folder, new Set(setting.passedOver))) };
    } catch (error) {
      return { place, state: isRefusal(error) ? 'refused' : 'missing', ...noFiles };
    }
  }

  /** The files of a folder that may be imported. Those passed over and those that are not to be imported never take a place. */
  private async candidates(
    book: string,
    place: FolderPlace,
    folder: string,
    passedOver: ReadonlySet<string>,
  ): Promise<Candidates> {
    const before = this.seen.get(book);
    const seen = new Map<string, Seen>();
    const now = this.passed();
    const files: WaitingFile[] = [];
    let [more, passed, settling, opened] = [false, 0, false, 0];
    for (const file of await plainFiles(folder, place)) {
      const known = before?.get(file.name);
      const since = known?.id === file.id ? known.since : now;
      let isImport = known?.id === file.id ? known.isImport : place.isChosen ? null : true;
      if (passedOver.has(file.id)) passed++;
      // What is half written cannot be told yet.
      else if (now - since < restMs) settling ||= isImport !== false;
      else {
        if (isImport === null && opened === openedPerLook) settling = true;
        else if (isImport === null) {
          isImport = await isOneToImport(folder, file.name);
          if (isImport !== null) opened++;
        }
        if (isImport && files.length < limits.importFolderFiles) files.push(file);
        else more ||= isImport === true;
      }
      seen.set(file.name, { id: file.id, since, isImport });
    }
    this.seen.set(book, seen);
    files.sort((one, other) => (one.name < other.name ? -1 : 1));
    return { files, more, passedOver: passed, settling };
  }

  /**
   * Bytes of a file that waits. Fails with not-found when it is gone or was changed since it was seen, with unreadable and with
   * too-large.
   */
  async read(book: string, id: string): Promise<Uint8Array> {
    const { folder, ...file } = await this.waiting(book, id);
    if (file.bytes > limits.importFolderBytes) {
      throw refused('too-large', 'file in the import folder', { limitBytes: limits.importFolderBytes });
    }
    const bytes = await bytesOf(folder, file);
    if (!bytes) throw refused('not-found', 'a file of the import folder changed while it was read');
    return bytes;
  }

  /**
   * Moves a file that was imported to `verwerkt`, under a name of its own: nothing is overwritten, nothing deleted. Where it
   * cannot be moved (a folder that is read only, a full disk, a file that another program has open) it is passed over from now on.
   */
  async putAway(book: string, id: string, today: string): Promise<void> {
    const { folder, name } = await this.waiting(book, id);
    try {
      await moveToDone(folder, name, today);
      this.seen.get(book)?.delete(name);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw refused('not-found', 'a file of the import folder is gone');
      if (!isOfTheDisk(error) && !isRefusal(error)) throw error;
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

/** Whether a folder may not be read, or lies where it must not: other errors are of one that is away. */
function isRefusal(error: unknown): boolean {
  if (error instanceof FailureError) return error.failure.code === 'outside-root';
  return ['EACCES', 'EPERM'].includes(errorCode(error));
}

/** An error of the disk or the network, and not of Voldaan. */
function isOfTheDisk(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(errorCode(error));
}

function refused(code: 'not-found' | 'too-large', message: string, params: Record<string, number> = {}): FailureError {
  return new FailureError({ code, message, params });
}
