import type { Change } from '#shared/domain/books.ts';
import { currentLine } from '#shared/domain/upcast.ts';
import type { JournalCommits, JournalPort } from './api.ts';

/** Characters of a part: a call stays well under what the bridge takes, also in UTF-8 with accents. */
const partChars = 1_000_000;

/** Changes as the JSON texts a commit consists of; never without one, each one line. */
export function* journalParts(changes: readonly Change[]): Generator<string> {
  let lines: string[] = [];
  let chars = 0;
  for (const change of changes) {
    const line = JSON.stringify(change);
    lines.push(line);
    chars += line.length + 1;
    if (chars < partChars) continue;
    yield `[${lines.join(',')}]`;
    lines = [];
    chars = 0;
  }
  if (lines.length > 0 || changes.length === 0) yield `[${lines.join(',')}]`;
}

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
