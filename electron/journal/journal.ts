import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { limits } from '#shared/contract/limits.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { diskError, freeBytes } from '../files/disk.ts';
import { durableStep } from '../files/durable-step.ts';
import { TaskQueue } from '../files/task-queue.ts';
import { journalFailure as failure, requireChanges } from './changes-text.ts';
import { ClosedLines, type CommitsRead } from './closed-lines.ts';
import { commitLine, segmentHeader } from './line.ts';
import type { LineEntry } from './scan.ts';
import { scanJournal, segmentPath } from './segments.ts';
import { newestOf, type SnapshotName, snapshotNames } from './snapshot-names.ts';

export interface JournalState {
  /** Last closed commit, or the restored snapshot the journal continues from; 0 = nothing yet. */
  readonly seq: number;
  /** A copy of the books below this number cannot be brought up to date from the journal: it starts from a snapshot. */
  readonly rebuildBelow: number;
  readonly broken: { readonly line: number; readonly reason: string } | null;
  /** Bytes of the segments in use. */
  readonly bytes: number;
}

export interface JournalOptions {
  /** Free space below which nothing is written; `limits.safeModeFreeBytes` unless a test sets it. */
  readonly minimumFree?: number;
}

/** A new segment is begun at the next commit beyond this size. */
const segmentBytes = 64 * 1024 * 1024;

/**
 * The journal of one book: the truth its database is rebuilt from. Opening only reads; what a crash left behind the last
 * closed commit is cut off by the next append. Everything runs one after another.
 */
export class Journal {
  /** Backups of this book are made and put back one after another. */
  readonly backups = new TaskQueue();
  private readonly queue = new TaskQueue();
  private readonly minimumFree: number;
  private closed = new ClosedLines([]);
  private seq = 0;
  private rebuildBelow = 0;
  private restored: number | null = null;
  private broken: JournalState['broken'] = null;
  private highestSeq = 0;
  private segment = 0;
  private closedBytes = 0;
  private newlineMissing = false;
  private earlierBytes = 0;
  /** Lines of the commit being written; they do not count yet. */
  private openLines: LineEntry[] = [];
  private openBytes = 0;
  private file: FileHandle | null = null;

  private constructor(
    readonly bookFolder: string,
    options: JournalOptions,
  ) {
    this.minimumFree = options.minimumFree ?? limits.safeModeFreeBytes;
  }

  /** Opens the journal in a book's folder; a folder without one is an empty journal and stays untouched until the first append. */
  static async open(bookFolder: string, options: JournalOptions = {}): Promise<Journal> {
    const journal = new Journal(bookFolder, options);
    await journal.scan();
    return journal;
  }

  private async scan(): Promise<void> {
    const scanned = await scanJournal(this.bookFolder);
    const last = scanned.segments.at(-1);
    this.closed = new ClosedLines(scanned.segments.flatMap((segment) => segment.lines));
    this.seq = last?.seq ?? 0;
    const first = scanned.segments[0]?.header;
    this.rebuildBelow = first?.after ?? 0;
    this.restored = first?.reset ? first.after : null;
    this.broken = scanned.broken ?? (await this.missingCommits());
    this.highestSeq = scanned.highestSeq;
    this.segment = scanned.lastSegment;
    this.closedBytes = last?.segment === this.segment ? last.closedBytes : 0;
    this.newlineMissing = last?.newlineMissing ?? false;
    this.earlierBytes = scanned.segments.reduce((sum, segment) => sum + segment.closedBytes, 0) - this.closedBytes;
  }

  /** Snapshots tell what the journal must reach: it may neither end before the newest nor begin after all of them. */
  private async missingCommits(): Promise<JournalState['broken']> {
    const names = await snapshotNames(this.bookFolder);
    const newest = newestOf(names.filter((name) => this.builtOn(name)));
    if (newest.made > this.seq) return { line: 0, reason: `commits ${this.seq + 1} to ${newest.made} are missing` };
    if (newest.any < this.rebuildBelow) return { line: 0, reason: `commits up to ${this.rebuildBelow} are missing` };
    return null;
  }

  /**
   * Whether a snapshot belongs to the line of commits this journal is on. A restored state does only when the journal
   * continues from it: one whose restore was interrupted never counted, though its number was used since.
   */
  builtOn(name: SnapshotName): boolean {
    return !name.restored || name.seq === this.restored;
  }

  state(): JournalState {
    const { seq, rebuildBelow, broken } = this;
    return { seq, rebuildBelow, broken, bytes: this.earlierBytes + this.closedBytes };
  }

  /**
   * Adds parts to commit `seq`, which must be the next; `done` closes it. Returns once on disk (a part alone is only
   * written: it does not count before the closing line, which is synced). `firstPart`, when given, is the number of the
   * first of these parts within the commit: 0 starts the commit anew, another must be the next.
   * Fails with journal-behind, bad-input, journal-broken, safe-mode or disk-full; then nothing of the commit remains.
   */
  append(
    seq: number,
    parts: readonly string[],
    done: boolean,
    firstPart?: number,
  ): Promise<{ seq: number; bytes: number }> {
    return this.queue.run(async () => {
      if (this.broken) throw failure('journal-broken', this.broken.reason);
      if (seq !== this.seq + 1) throw failure('journal-behind', `commit ${seq} given, ${this.seq + 1} is next`);
      if (firstPart === 0) await this.cutOpenBatch();
      if (firstPart !== undefined && firstPart !== this.openLines.length) {
        throw failure('bad-input', `part ${firstPart} given, ${this.openLines.length} is next`);
      }
      if (parts.length === 0) throw failure('bad-input', 'a commit needs at least one part');
      for (const part of parts) requireChanges(part);
      try {
        await this.requireSpace();
        await this.write(seq, parts, done);
      } catch (error) {
        await this.cutOpenBatch();
        throw diskError(error);
      }
      if (done) this.closeBatch(seq);
      return { seq: this.seq, bytes: this.earlierBytes + this.closedBytes };
    });
  }

  /** Forgets a commit that was begun and not closed: its writer is gone. */
  dropOpenBatch(): Promise<void> {
    return this.queue.run(() => this.cutOpenBatch());
  }

  private async requireSpace(): Promise<void> {
    if ((await freeBytes(this.bookFolder)) < this.minimumFree)
      throw failure('safe-mode', 'too little free space to write');
  }

  private async write(seq: number, parts: readonly string[], done: boolean): Promise<void> {
    const file = await this.writable();
    const buffers = parts.map((changes, index) =>
      commitLine({ seq, part: this.openLines.length + index, done: done && index === parts.length - 1, changes }),
    );
    let offset = this.closedBytes + this.openBytes;
    const entries = buffers.map((buffer, index) => {
      const entry: LineEntry = {
        seq,
        done: done && index === buffers.length - 1,
        segment: this.segment,
        offset,
        bytes: buffer.length - 1,
      };
      offset += buffer.length;
      return entry;
    });
    // Counted before they are written: a failure half-way then knows there is something to cut off.
    this.openLines.push(...entries);
    this.openBytes = offset - this.closedBytes;
    durableStep('journal-write');
    for (const buffer of buffers) await file.appendFile(buffer);
    if (!done) return;
    durableStep('journal-written');
    await file.datasync();
    durableStep('journal-synced');
  }

  private closeBatch(seq: number): void {
    this.closed.add(this.openLines);
    this.closedBytes += this.openBytes;
    this.openLines = [];
    this.openBytes = 0;
    this.seq = seq;
    this.highestSeq = seq;
  }

  private async cutOpenBatch(): Promise<void> {
    const cut = this.openLines.length > 0;
    this.openLines = [];
    this.openBytes = 0;
    if (!cut || !this.file) return;
    const file = this.file;
    // Reopening cuts again, should this fail.
    this.file = null;
    await file.truncate(this.closedBytes).finally(() => file.close());
  }

  /** The newest segment ready to append to: begun when there is none or it is full, cut to its last closed commit when just opened. */
  private async writable(): Promise<FileHandle> {
    const full = this.openLines.length === 0 && this.closedBytes > segmentBytes;
    if (this.segment === 0 || this.closedBytes === 0 || full) await this.begin(this.seq, false);
    if (this.file) return this.file;
    const file = await open(segmentPath(this.bookFolder, this.segment), 'a');
    try {
      await file.truncate(this.closedBytes - (this.newlineMissing ? 1 : 0));
      if (this.newlineMissing) await file.appendFile('\n');
      this.newlineMissing = false;
    } catch (error) {
      await file.close();
      throw error;
    }
    this.file = file;
    return file;
  }

  private async begin(after: number, reset: boolean): Promise<void> {
    const header = segmentHeader(after, reset);
    // A torn header means the newest file never began: it is made again under its own number.
    const next = this.closedBytes === 0 && this.segment > 0 && !reset ? this.segment : this.segment + 1;
    await atomicWrite(segmentPath(this.bookFolder, next), header);
    await this.file?.close();
    this.file = null;
    this.earlierBytes += this.closedBytes;
    this.segment = next;
    this.closedBytes = header.length;
    this.newlineMissing = false;
  }

  /**
   * Closed commits after `afterSeq`, oldest first, about 4 MB a call. `cursor` is 0 or the last answer's `nextCursor`.
   * Fails with journal-behind when the journal no longer reaches back that far, journal-broken when a line changed since opening.
   */
  read(afterSeq: number, cursor: number): Promise<CommitsRead> {
    return this.queue.run(async () => {
      if (afterSeq < this.rebuildBelow) {
        throw failure('journal-behind', `commits up to ${this.rebuildBelow} are in a snapshot only`);
      }
      const answer = await this.closed.read(this.bookFolder, afterSeq, cursor);
      if (!answer) throw failure('bad-input', 'cursor is not of this journal');
      return answer;
    });
  }

  /**
   * Begins a new segment, so that the ones before it can go once a snapshot covers them. Nothing when the newest is still
   * empty, or when a commit is being written to it: a backup made meanwhile must not cost the user an import.
   */
  rotate(): Promise<void> {
    return this.queue.run(async () => {
      if (this.broken || this.segment === 0 || this.closed.lastSegment() !== this.segment) return;
      if (this.openLines.length > 0) return;
      await this.begin(this.seq, false);
    });
  }

  /** Number a restored snapshot must carry: past everything the journal ever said, also in lines that are damaged. */
  nextRestoreSeq(newestSnapshot: number): number {
    return Math.max(this.seq, this.highestSeq, newestSnapshot) + 1;
  }

  /** Continues from a restored snapshot numbered `seq`: a new segment whose creation is the moment the restore counts. */
  restart(seq: number): Promise<void> {
    return this.queue.run(async () => {
      if (seq <= this.seq) throw failure('bad-input', 'a restore is numbered past the journal');
      await this.cutOpenBatch();
      const damaged = this.broken ? this.segment : 0;
      await this.begin(seq, true);
      if (damaged > 0) await this.setAside(damaged);
      await this.scan();
    });
  }

  /** Keeps a damaged file under a name that nothing reads or deletes. */
  private async setAside(segment: number): Promise<void> {
    const path = segmentPath(this.bookFolder, segment);
    await rename(path, `${path}.beschadigd`);
  }

  /** Deletes segments that end at or before `seq`; the newest always stays. A broken journal keeps everything. */
  removeSegmentsThrough(seq: number, olderSegments: readonly number[]): Promise<number> {
    return this.queue.run(async () => {
      if (this.broken) return 0;
      const used = this.closed.segmentsAfter(0);
      const keep = this.closed.segmentsAfter(seq);
      const gone = olderSegments.filter((segment) => segment < this.segment && !keep.has(segment));
      for (const segment of gone) {
        const path = segmentPath(this.bookFolder, segment);
        if (used.has(segment)) this.earlierBytes -= (await stat(path)).size;
        await rm(path, { force: true });
        this.rebuildBelow = Math.max(this.rebuildBelow, this.closed.remove(segment));
      }
      return gone.length;
    });
  }

  close(): Promise<void> {
    return this.queue.run(async () => {
      await this.cutOpenBatch();
      await this.file?.close();
      this.file = null;
    });
  }
}
