import type { Output } from '#shared/contract/ipc.ts';
import { makeBackup } from '../../backup/backup.ts';
import type { Journal } from '../../journal/journal.ts';
import { unpackedParts } from '../../journal/packed-parts.ts';
import { usableSnapshots } from '../../journal/replay.ts';
import { readSnapshotLines, snapshotStands } from '../../journal/snapshot.ts';
import { parseSnapshotName, snapshotNames } from '../../journal/snapshot-names.ts';
import type { OpenBooks } from '../open-books.ts';
import type { HandlersOf, Services } from './types.ts';

const readBytes = 4 * 1024 * 1024;

export function journalHandlers({ books, host, log, requireSpace }: Services): HandlersOf<'journal'> {
  return {
    'journal.status': async ({ book }) => {
      const journal = await books.journal(book);
      const state = journal.state();
      const newest = (await usableSnapshots(journal))[0];
      const backups = (await snapshotNames(journal.bookFolder)).filter((name) => !name.restored);
      const lastBackupAt =
        backups
          .map((name) => name.at)
          .sort()
          .at(-1) ?? null;
      if (state.seq > (newest?.seq ?? 0)) await books.scheduleDailyBackup(book);
      return { ...state, snapshotSeq: newest?.seq ?? null, lastBackupAt };
    },
    'journal.append': async ({ book, seq, parts, done, firstPart, packed }) => {
      const journal = await books.journal(book);
      const appended = await journal.append(seq, packed ? await unpackedParts(parts) : parts, done, firstPart);
      if (done) await books.scheduleDailyBackup(book);
      return appended;
    },
    'journal.read': async ({ book, afterSeq, from, cursor }) => {
      const journal = await books.journal(book);
      if (from === 'journal') return journal.read(afterSeq, cursor);
      return readFromSnapshot(books, book, journal, cursor, async () => {
        await requireSpace();
        await log.write('warn', 'journal.snapshot-damaged', { book });
        return makeBackup(journal, 'on-demand', host.now());
      });
    },
  };
}

/** The newest snapshot that stands, page by page, as one commit with the snapshot's own number. Nothing when there is none. */
async function readFromSnapshot(
  books: OpenBooks,
  book: string,
  journal: Journal,
  cursor: number,
  remake: () => Promise<{ readonly id: string | null }>,
): Promise<Output<'journal.read'>> {
  const id = cursor === 0 ? await newestStanding(journal, remake) : (books.reading.get(book) ?? null);
  const name = id === null ? null : parseSnapshotName(id);
  if (!name) return { commits: [], nextCursor: null };
  books.reading.set(book, name.id);
  const page = await readSnapshotLines(journal.bookFolder, name.id, cursor, readBytes);
  if (page.next === null) books.reading.delete(book);
  return {
    commits: [{ seq: name.seq, parts: page.parts, done: page.next === null }],
    nextCursor: page.next,
  };
}

/**
 * A damaged newest snapshot is made again from the one before it and the journal, never silently replaced by an older
 * state: whoever asked goes on reading the journal after the newest number.
 */
async function newestStanding(
  journal: Journal,
  remake: () => Promise<{ readonly id: string | null }>,
): Promise<string | null> {
  const [newest] = await usableSnapshots(journal);
  if (!newest) return null;
  return (await snapshotStands(journal.bookFolder, newest.id)) ? newest.id : (await remake()).id;
}
