import { setImmediate as otherWork } from 'node:timers/promises';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { currentLine } from '#shared/domain/upcast.ts';
import type { Journal } from './journal.ts';
import { readSnapshot } from './snapshot.ts';
import { type SnapshotName, snapshotNames } from './snapshot-names.ts';

/**
 * The books as the journal has them now: the newest snapshot that still stands, then every closed commit after it.
 * A damaged snapshot is passed over for an older one as long as the journal reaches back to it.
 */
export async function replay(journal: Journal): Promise<Books> {
  const books = await baseBooks(journal);
  let cursor: number | null = 0;
  const after = books.seq;
  while (cursor !== null) {
    const page: Awaited<ReturnType<Journal['read']>> = await journal.read(after, cursor);
    for (const commit of page.commits) {
      for (const part of commit.parts) {
        applyChanges(books, (JSON.parse(part) as Change[]).map(currentLine));
        await otherWork();
      }
      books.seq = commit.seq;
    }
    cursor = page.nextCursor;
  }
  return books;
}

/** Snapshots the present state can be built from, newest first. */
export async function usableSnapshots(journal: Journal): Promise<SnapshotName[]> {
  const { seq, rebuildBelow } = journal.state();
  const names = await snapshotNames(journal.bookFolder);
  return names.filter((name) => journal.builtOn(name) && name.seq <= seq && name.seq >= rebuildBelow).reverse();
}

async function baseBooks(journal: Journal): Promise<Books> {
  const candidates = await usableSnapshots(journal);
  for (const [index, name] of candidates.entries()) {
    try {
      return (await readSnapshot(journal.bookFolder, name.id)).books;
    } catch (error) {
      const last = index === candidates.length - 1;
      if (last && journal.state().rebuildBelow > 0) throw error;
    }
  }
  return emptyBooks();
}
