import type { Change } from '#shared/domain/books.ts';
import { currentLine } from '#shared/domain/upcast.ts';
import type { JournalCommits, JournalPort } from './api.ts';

/** What one read of the journal holds: its changes, and the last commit that is whole with them (null = none yet). */
export interface Replay {
  readonly changes: readonly Change[];
  readonly seq: number | null;
}

/** Closed commits after `afterSeq`, or the newest snapshot, read by read; lines in their present shape. */
export async function* replay(
  journal: JournalPort,
  book: string,
  afterSeq: number,
  from: 'journal' | 'snapshot',
): AsyncGenerator<Replay> {
  let cursor: number | null = 0;
  while (cursor !== null) {
    const read: JournalCommits = await journal.read(book, afterSeq, from, cursor);
    const changes = read.commits.flatMap(({ parts }) => parts.flatMap((part) => JSON.parse(part) as Change[]));
    const whole = read.commits.findLast(({ done }) => done);
    yield { changes: changes.map(currentLine), seq: whole?.seq ?? null };
    cursor = read.nextCursor;
  }
}
