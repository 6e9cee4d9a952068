import { type FileHandle, open } from 'node:fs/promises';
import { journalFailure } from './changes-text.ts';
import { readCommitLine } from './line.ts';
import type { LineEntry } from './scan.ts';
import { segmentPath } from './segments.ts';

/** Reads lines of several segments with one handle open at a time. */
export class SegmentReader {
  private segment = 0;
  private file: FileHandle | null = null;

  constructor(private readonly bookFolder: string) {}

  /** The changes of a line, its hash checked again: `journal-broken` when it changed since it was scanned. */
  async changesOf(entry: LineEntry): Promise<string> {
    if (this.segment !== entry.segment) {
      await this.close();
      this.file = await open(segmentPath(this.bookFolder, entry.segment), 'r');
      this.segment = entry.segment;
    }
    const buffer = Buffer.allocUnsafe(entry.bytes);
    const { bytesRead } = (await this.file?.read(buffer, 0, entry.bytes, entry.offset)) ?? { bytesRead: 0 };
    const line = bytesRead === entry.bytes ? readCommitLine(buffer) : null;
    if (line?.seq !== entry.seq) throw journalFailure('journal-broken', `commit ${entry.seq} changed on disk`);
    return line.changes;
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = null;
    this.segment = 0;
  }
}
