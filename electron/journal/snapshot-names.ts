import { join } from 'node:path';
import { namesIn } from '../files/folder-names.ts';

/** Folder of the snapshots (reservekopieën) within a book's folder. */
export function snapshotFolder(bookFolder: string): string {
  return join(bookFolder, 'reservekopie');
}

const pattern = /^(momentopname|herstel)-(\d{9})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.jsonl$/;

/** What the name of a snapshot file says. `restored` ones are older states put back: they start a new line of commits. */
export interface SnapshotName {
  readonly id: string;
  readonly seq: number;
  /** Local date and time. */
  readonly at: string;
  readonly restored: boolean;
}

export function snapshotName(seq: number, at: string, restored: boolean): SnapshotName {
  const stamp = at.replace(/[-:]/g, '').padEnd(9, 'T').padEnd(15, '0').slice(0, 15);
  const id = `${restored ? 'herstel' : 'momentopname'}-${String(seq).padStart(9, '0')}-${stamp}.jsonl`;
  return { id, seq, at, restored };
}

export function parseSnapshotName(id: string): SnapshotName | null {
  const match = pattern.exec(id);
  if (!match) return null;
  const [, kind, seq, year, month, day, hour, minute, second] = match;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return { id, seq: Number(seq), at, restored: kind === 'herstel' };
}

/** Snapshots on disk by name, oldest state first. Whether their content still stands is checked when they are read. */
export async function snapshotNames(bookFolder: string): Promise<SnapshotName[]> {
  return (await namesIn(snapshotFolder(bookFolder)))
    .map(parseSnapshotName)
    .filter((name) => name !== null)
    .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
}

/** Highest commit number snapshots were made of, with and without restored states. */
export function newestOf(names: readonly SnapshotName[]): { readonly made: number; readonly any: number } {
  return {
    made: Math.max(0, ...names.filter((name) => !name.restored).map((name) => name.seq)),
    any: Math.max(0, ...names.map((name) => name.seq)),
  };
}
