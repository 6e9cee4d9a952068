import { createReadStream } from 'node:fs';
import { fileLines, journalVersion, readCommitHead, readSegmentHeader } from './line.ts';

/** A line of a closed commit and where it stands. */
export interface LineEntry {
  readonly seq: number;
  readonly done: boolean;
  /** Number of the segment file. */
  readonly segment: number;
  readonly offset: number;
  readonly bytes: number;
}

export interface SegmentScan {
  /** Null when the file holds no whole header: a segment that was never begun. */
  readonly header: { readonly after: number; readonly reset: boolean } | null;
  /** Lines of closed commits. */
  readonly lines: readonly LineEntry[];
  /** Last closed commit, or `after` of the header. */
  readonly seq: number;
  /** Bytes up to and including the last closed commit; what follows (torn line, open batch) does not count. */
  readonly closedBytes: number;
  /** The last closed line lacks its newline, which has to be written before the next one. */
  readonly newlineMissing: boolean;
  /** Lines or bytes follow the last closed commit. */
  readonly tail: boolean;
  readonly broken: { readonly line: number; readonly reason: string } | null;
  readonly newer: boolean;
  /** Highest commit number seen anywhere, also in lines that do not count. */
  readonly highestSeq: number;
}

/**
 * Reads a segment once: which commits are closed, where they stand and where trust ends. A whole line whose hash or
 * number is wrong is `broken` and of everything after it only the numbers are read, so that a restore is numbered past them; an unended last line is a torn write and is
 * dropped, unless its content is whole and only the newline was lost.
 */
export async function scanSegment(path: string, segment: number): Promise<SegmentScan> {
  const state = {
    header: null as SegmentScan['header'],
    lines: [] as LineEntry[],
    seq: 0,
    closedBytes: 0,
    newlineMissing: false,
    tail: false,
    broken: null as SegmentScan['broken'],
    newer: false,
    highestSeq: 0,
  };
  let open: LineEntry[] = [];
  let number = 0;
  for await (const line of fileLines(createReadStream(path, { highWaterMark: 4 * 1024 * 1024 }))) {
    number++;
    if (state.broken) {
      state.highestSeq = Math.max(state.highestSeq, claimedSeq(line.bytes));
      continue;
    }
    if (number === 1) {
      const header = readSegmentHeader(line.bytes);
      if (!header || !line.ended) {
        if (!line.ended) break;
        state.broken = { line: 1, reason: 'header changed' };
        continue;
      }
      state.newer = header.version > journalVersion;
      if (state.newer) break;
      state.header = header;
      state.seq = header.after;
      state.highestSeq = header.after;
      state.closedBytes = line.bytes.length + 1;
      continue;
    }
    state.tail = true;
    const { content, newlineMissing } = line.ended
      ? { content: line.bytes, newlineMissing: false }
      : wholeContent(line.bytes);
    const head = content && readCommitHead(content);
    if (!head) {
      if (!line.ended) break;
      state.broken = { line: number, reason: 'content and hash differ' };
      state.highestSeq = Math.max(state.highestSeq, claimedSeq(line.bytes));
      continue;
    }
    state.highestSeq = Math.max(state.highestSeq, head.seq);
    if (head.seq !== state.seq + 1 || head.part !== open.length) {
      state.broken = { line: number, reason: `commit ${head.seq} part ${head.part} out of order` };
      continue;
    }
    open.push({ seq: head.seq, done: head.done, segment, offset: line.offset, bytes: content.length });
    if (!head.done) continue;
    state.lines.push(...open);
    open = [];
    state.seq = head.seq;
    state.closedBytes = line.offset + content.length + 1;
    state.newlineMissing = newlineMissing;
    state.tail = false;
  }
  return state;
}

/** An unended last line that is whole all the same: cut just before its newline, or with that newline changed. */
function wholeContent(bytes: Buffer): { content: Buffer | null; newlineMissing: boolean } {
  for (const content of [bytes, bytes.subarray(0, -1)]) {
    if (readCommitHead(content)) return { content, newlineMissing: true };
  }
  return { content: null, newlineMissing: false };
}

/** The number a damaged line gives itself; only used to number past it. */
function claimedSeq(bytes: Buffer): number {
  return Number(/^\{"seq":(\d{1,12}),/.exec(bytes.toString('latin1', 0, 40))?.[1] ?? 0);
}
