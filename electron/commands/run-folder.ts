import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Administration } from '#shared/domain/administration.ts';
import { applyChanges, type Books, type Change } from '#shared/domain/books.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import { Journal } from '../journal/journal.ts';
import { replay } from '../journal/replay.ts';
import { segmentNumbers } from '../journal/segments.ts';
import { Stop, unreadable } from './answer.ts';

/**
 * A run's output folder: a book's folder like the desktop's (journal, letters, dossiers), complete in itself. Changes
 * reach the journal before the books.
 */
export class RunFolder {
  private constructor(
    readonly path: string,
    readonly books: Books,
    private readonly journal: Journal,
  ) {}

  /**
   * Opens `path` for a run. With `history` the earlier run is copied there and continued. An earlier run already in
   * `path` is never written over: its folder moves aside as `<path>.eerder-<n>`. Stops with 3 when the history cannot be read.
   */
  static async open(path: string, history: string | null): Promise<RunFolder> {
    const target = resolve(path);
    const inPlace = history !== null && resolve(history) === target;
    if (history !== null && (await segmentNumbers(resolve(history))).length === 0) {
      throw new Stop(unreadable('not-found', `In ${history} staat geen eerdere run`));
    }
    if (!inPlace && (await segmentNumbers(target)).length > 0) await moveAside(target);
    await mkdir(target, { recursive: true });
    if (history !== null && !inPlace) await cp(resolve(history), target, { recursive: true });
    const journal = await Journal.open(target, { minimumFree: 0 });
    const { broken } = journal.state();
    if (broken) {
      throw new Stop(unreadable('journal-broken', `Het journaal in ${path} is beschadigd bij regel ${broken.line}`));
    }
    return new RunFolder(target, await replay(journal), journal);
  }

  /** The administration the run is of; stops with 3 when it holds none. */
  administration(): Administration {
    const administration = this.books.records.administration.get('administration');
    if (!administration) throw new Stop(unreadable('not-found', `In ${this.path} staat geen administratie`));
    return administration;
  }

  /** One commit: journal first, then the books. Nothing happens without changes. */
  async commit(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const parts = [...changeParts(changes)];
    const { seq } = await this.journal.append(this.books.seq + 1, parts, true);
    applyChanges(this.books, changes);
    this.books.seq = seq;
  }

  close(): Promise<void> {
    return this.journal.close();
  }
}

async function moveAside(folder: string): Promise<void> {
  const taken = new Set(await readdir(dirname(folder)));
  let number = 1;
  while (taken.has(`${basename(folder)}.eerder-${number}`)) number++;
  await rename(folder, `${folder}.eerder-${number}`);
}
