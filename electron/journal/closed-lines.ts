import type { LineEntry } from './scan.ts';
import { SegmentReader } from './segment-reader.ts';

export interface JournalCommit {
  readonly seq: number;
  /** JSON texts of `Change[]`, in order. */
  readonly parts: string[];
  /** The commit ends with these parts; false = it continues in the next read. */
  readonly done: boolean;
}

export interface CommitsRead {
  readonly commits: JournalCommit[];
  /** Where the next read begins; null at the end. */
  readonly nextCursor: number | null;
}

/** About what one read answers; the bridge moves some 30 MB/s. */
const readBytes = 4 * 1024 * 1024;

/** Where the lines of closed commits stand, in order, and reading them. */
export class ClosedLines {
  /** Lines removed from the front: keeps cursors valid. */
  private removed = 0;

  constructor(private lines: LineEntry[]) {}

  add(lines: readonly LineEntry[]): void {
    this.lines.push(...lines);
  }

  /** The segment of the last line. */
  lastSegment(): number | undefined {
    return this.lines.at(-1)?.segment;
  }

  /** Segments with lines of commits after `seq`. */
  segmentsAfter(seq: number): ReadonlySet<number> {
    return new Set(this.lines.filter((line) => line.seq > seq).map((line) => line.segment));
  }

  /** Forgets the lines of a segment. Answers the last commit in it; 0 when it had none. */
  remove(segment: number): number {
    const kept = this.lines.filter((line) => line.segment !== segment);
    const last = this.lines.filter((line) => line.segment === segment).at(-1)?.seq ?? 0;
    this.removed += this.lines.length - kept.length;
    this.lines = kept;
    return last;
  }

  /** Commits after `afterSeq` from `cursor` on (0 or an earlier answer's `nextCursor`); null for a cursor of no answer. */
  async read(bookFolder: string, afterSeq: number, cursor: number): Promise<CommitsRead | null> {
    let index = cursor === 0 ? this.firstAfter(afterSeq) : cursor - 1 - this.removed;
    if (index < 0 || index > this.lines.length) return null;
    const commits: { seq: number; parts: string[]; done: boolean }[] = [];
    const files = new SegmentReader(bookFolder);
    try {
      for (let size = 0; index < this.lines.length && size < readBytes; index++) {
        const entry = this.lines[index] as LineEntry;
        const changes = await files.changesOf(entry);
        size += entry.bytes;
        const last = commits.at(-1);
        if (last?.seq === entry.seq) {
          last.parts.push(changes);
          last.done = entry.done;
        } else commits.push({ seq: entry.seq, parts: [changes], done: entry.done });
      }
    } finally {
      await files.close();
    }
    return { commits, nextCursor: index < this.lines.length ? index + 1 + this.removed : null };
  }

  private firstAfter(seq: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lines[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
