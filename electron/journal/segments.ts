import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { namesIn } from '../files/folder-names.ts';
import { readSegmentHeader } from './line.ts';
import { type SegmentScan, scanSegment } from './scan.ts';

const segmentName = /^journaal-(\d{6})\.jsonl$/;

/** Folder of the journal within a book's folder. */
function journalFolder(bookFolder: string): string {
  return join(bookFolder, 'journaal');
}

export function segmentPath(bookFolder: string, segment: number): string {
  return join(journalFolder(bookFolder), `journaal-${String(segment).padStart(6, '0')}.jsonl`);
}

/** Numbers of the segment files on disk, oldest first; empty when the book has no journal. */
export async function segmentNumbers(bookFolder: string): Promise<number[]> {
  return (await namesIn(journalFolder(bookFolder)))
    .map((name) => Number(segmentName.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
}

export interface SegmentState extends SegmentScan {
  readonly segment: number;
}

export interface ScannedJournal {
  /** From the last restore on, or all there are. */
  readonly segments: readonly SegmentState[];
  /** Number of the newest file, also when it cannot be read; 0 = none. */
  readonly lastSegment: number;
  readonly broken: { readonly line: number; readonly reason: string } | null;
  /** Highest commit number seen in any of the files, also after the first thing that cannot be trusted. */
  readonly highestSeq: number;
}

/**
 * Scans the segments since the last restore and stops before the first thing that cannot be trusted: a changed line, a
 * missing segment, an open batch or torn line anywhere but at the very end. Refuses a newer format with `newer-version`.
 */
export async function scanJournal(bookFolder: string): Promise<ScannedJournal> {
  const numbers = await segmentNumbers(bookFolder);
  const lastSegment = numbers.at(-1) ?? 0;
  const segments: SegmentState[] = [];
  const inUse = await sinceRestore(bookFolder, numbers);
  let highestSeq = 0;
  for (const [index, segment] of inUse.entries()) {
    const name = `journaal-${String(segment).padStart(6, '0')}`;
    const stopped = async (line: number, reason: string): Promise<ScannedJournal> => {
      for (const later of inUse.slice(index + 1)) {
        highestSeq = Math.max(highestSeq, (await scanSegment(segmentPath(bookFolder, later), later)).highestSeq);
      }
      return { segments, lastSegment, broken: { line, reason: `${name}: ${reason}` }, highestSeq };
    };
    const scan = await scanSegment(segmentPath(bookFolder, segment), segment);
    highestSeq = Math.max(highestSeq, scan.highestSeq);
    if (scan.newer)
      throw new FailureError({ code: 'newer-version', message: `${name} is of a newer version`, params: {} });
    if (!scan.header) {
      if (scan.broken || segment !== lastSegment) return stopped(1, 'header changed');
      continue;
    }
    const before = segments.at(-1);
    if (before && scan.header.after !== before.seq) return stopped(1, 'commits are missing before this file');
    segments.push({ ...scan, segment });
    if (scan.broken) return stopped(scan.broken.line, scan.broken.reason);
    if (scan.tail && segment !== lastSegment) return stopped(scan.lines.length + 2, 'a commit was not closed');
  }
  return { segments, lastSegment, broken: null, highestSeq };
}

/** Segments that make the present state: from the last one that starts from a restored snapshot. */
async function sinceRestore(bookFolder: string, numbers: readonly number[]): Promise<readonly number[]> {
  for (let index = numbers.length - 1; index > 0; index--) {
    if (await startsFromRestore(segmentPath(bookFolder, numbers[index] ?? 0))) return numbers.slice(index);
  }
  return numbers;
}

async function startsFromRestore(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    return end > 0 && readSegmentHeader(buffer.subarray(0, end))?.reset === true;
  } finally {
    await file.close();
  }
}
