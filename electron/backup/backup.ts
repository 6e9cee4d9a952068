import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import { temporaryEnding } from '../files/atomic-write.ts';
import { namesIn } from '../files/folder-names.ts';
import type { Journal } from '../journal/journal.ts';
import { replay, usableSnapshots } from '../journal/replay.ts';
import { segmentNumbers } from '../journal/segments.ts';
import { readSnapshot, readSnapshotHead, snapshotStands, writeSnapshot } from '../journal/snapshot.ts';
import { newestOf, snapshotFolder, snapshotNames } from '../journal/snapshot-names.ts';
import { backupsToRemove } from './thinning.ts';

export type BackupReason = 'daily' | 'on-demand' | 'before-migration' | 'before-restore';

export interface Backup {
  /** File name; also the id of its file reference. */
  readonly id: string;
  readonly at: string;
  readonly seq: number;
  readonly bytes: number;
  /** A {@link BackupReason}, `restored` for a state that was put back, `damaged` when its first line cannot be read. */
  readonly reason: string;
}

/** Snapshots older than this many newest ones need no journal of their own any more. */
const snapshotsWithJournal = 3;

/** Backups of a book, newest first. */
export async function listBackups(bookFolder: string): Promise<Backup[]> {
  const backups: Backup[] = [];
  for (const name of await snapshotNames(bookFolder)) {
    const { size } = await stat(join(snapshotFolder(bookFolder), name.id));
    const reason = await readSnapshotHead(bookFolder, name.id).then(
      (head) => head.reason,
      () => 'damaged',
    );
    backups.push({ id: name.id, at: name.at, seq: name.seq, bytes: size, reason });
  }
  return backups.reverse();
}

/**
 * Makes a verified snapshot of the journal's present state, then thins old ones. Nothing is made when nothing changed
 * since the newest: that one is answered. Fails with disk-full or journal-broken; older backups then stay as they were.
 */
export function makeBackup(journal: Journal, reason: BackupReason, now: string): Promise<MadeBackup> {
  return journal.backups.run(() => madeBackup(journal, reason, now));
}

interface MadeBackup {
  readonly id: string | null;
  readonly made: boolean;
  readonly at: string;
}

async function madeBackup(journal: Journal, reason: BackupReason, now: string): Promise<MadeBackup> {
  const { seq } = journal.state();
  const [newest] = await usableSnapshots(journal);
  if (seq === 0) return { id: null, made: false, at: now };
  if (newest?.seq === seq && (await snapshotStands(journal.bookFolder, newest.id))) {
    return { id: newest.id, made: false, at: newest.at };
  }
  await sweepSnapshots(journal.bookFolder);
  const books = await replay(journal);
  const name = await writeSnapshot(journal.bookFolder, books, { seq: books.seq, at: now, reason }, false);
  await journal.rotate();
  await thin(journal, now.slice(0, 10));
  return { id: name.id, made: true, at: now };
}

/** Removes snapshots that were being written when the machine stopped. */
async function sweepSnapshots(bookFolder: string): Promise<void> {
  const folder = snapshotFolder(bookFolder);
  for (const name of await namesIn(folder)) {
    if (name.endsWith(temporaryEnding)) await rm(join(folder, name), { force: true });
  }
}

/** Removes old snapshots, then the segments that no kept recent snapshot needs. */
async function thin(journal: Journal, today: string): Promise<void> {
  const base = (await usableSnapshots(journal))[0]?.id;
  for (const backup of backupsToRemove(await listBackups(journal.bookFolder), today)) {
    if (backup.id !== base) await rm(join(snapshotFolder(journal.bookFolder), backup.id), { force: true });
  }
  const oldest = (await usableSnapshots(journal))[snapshotsWithJournal - 1];
  if (oldest) await journal.removeSegmentsThrough(oldest.seq, await segmentNumbers(journal.bookFolder));
}

/**
 * Puts an older backup back as the newest state. What is there now is kept as a backup first; the restored state gets a
 * number past everything before it, so every database built earlier starts again from its snapshot.
 * Fails with not-found, journal-broken (the backup itself is damaged) or disk-full; then nothing changed.
 */
export function restoreBackup(journal: Journal, id: string, now: string): Promise<{ seq: number }> {
  return journal.backups.run(() => restored(journal, id, now));
}

async function restored(journal: Journal, id: string, now: string): Promise<{ seq: number }> {
  const { bookFolder } = journal;
  const names = await snapshotNames(bookFolder);
  const chosen = names.find((name) => name.id === id);
  if (!chosen) throw new FailureError({ code: 'not-found', message: 'no such backup', params: {} });
  const { books } = await readSnapshot(bookFolder, chosen.id);
  const before = journal.state();
  await keepPresent(journal, now);
  const seq = journal.nextRestoreSeq(newestOf(names).any);
  const set = new ChangeSet(books, now);
  set.event('administration', 'restored', { backup: chosen.at, backupSeq: chosen.seq, replacedSeq: before.seq });
  applyChanges(books, set.changes);
  books.seq = seq;
  await writeSnapshot(bookFolder, books, { seq, at: now, reason: 'restored' }, true);
  await journal.restart(seq);
  return { seq };
}

/** A damaged journal is kept as far as it reads; its files are set aside by the restart, not deleted. */
async function keepPresent(journal: Journal, now: string): Promise<void> {
  const { broken } = journal.state();
  try {
    await madeBackup(journal, 'before-restore', now);
  } catch (error) {
    if (!broken || !(error instanceof FailureError) || error.failure.code !== 'journal-broken') throw error;
  }
}
