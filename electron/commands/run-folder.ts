import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { IsoDate } from '#shared/dates/civil.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { administrationIn, applyChanges, type Books, type Change } from '#shared/domain/books.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import { Journal } from '../journal/journal.ts';
import { replay } from '../journal/replay.ts';
import { segmentNumbers } from '../journal/segments.ts';
import { Stop, unreadable, wrongArguments } from './answer.ts';

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
   * `path` is never written over: its folder moves aside as `<path>.eerder-<n>`. Stops with 3 when the history cannot be
   * read and with 2 when it goes beyond `today` or `path` cannot be a folder; then nothing was written.
   */
  static async open(path: string, history: string | null, today?: IsoDate): Promise<RunFolder> {
    const target = resolve(path);
    const inPlace = history !== null && resolve(history) === target;
    if (history !== null && (await segmentNumbers(resolve(history))).length === 0) {
      throw new Stop(unreadable('not-found', `In ${history} staat geen eerdere run`));
    }
    if (history !== null) await requireReadable(history, today);
    if (!inPlace && (await segmentNumbers(target)).length > 0) await moveAside(target);
    await mkdir(target, { recursive: true }).catch(() => {
      throw new Stop(wrongArguments(`In ${path} kan geen map gemaakt worden`));
    });
    if (history !== null && !inPlace) await cp(resolve(history), target, { recursive: true });
    const journal = await Journal.open(target, { minimumFree: 0 });
    return new RunFolder(target, await replay(journal), journal);
  }

  /** The administration the run is of; stops with 3 when it holds none. */
  administration(): Administration {
    const administration = administrationIn(this.books);
    if (!administration) throw new Stop(unreadable('not-found', `In ${this.path} staat geen administratie`));
    return administration;
  }

  /** The day of the last event; empty when there is none. */
  lastDay(): IsoDate {
    return lastDayOf(this.books);
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

/** Stops when an earlier run is damaged, or has letters of a later day than the run that is to follow it. */
async function requireReadable(history: string, today: IsoDate | undefined): Promise<void> {
  const journal = await Journal.open(resolve(history), { minimumFree: 0 });
  try {
    const { broken } = journal.state();
    if (broken) {
      throw new Stop(unreadable('journal-broken', `Het journaal in ${history} is beschadigd bij regel ${broken.line}`));
    }
    if (today === undefined) return;
    const last = lastDayOf(await replay(journal));
    if (last > today) throw new Stop(wrongArguments(`--today ${today} ligt vóór ${last}, de dag van de eerdere run`));
  } finally {
    await journal.close();
  }
}

function lastDayOf(books: Books): IsoDate {
  let last = '';
  for (const chain of books.chains.values()) {
    const day = chain.at(-1)?.at.slice(0, 10) ?? '';
    if (day > last) last = day;
  }
  return last;
}

async function moveAside(folder: string): Promise<void> {
  const taken = new Set(await readdir(dirname(folder)));
  let number = 1;
  while (taken.has(`${basename(folder)}.eerder-${number}`)) number++;
  await rename(folder, `${folder}.eerder-${number}`);
}
