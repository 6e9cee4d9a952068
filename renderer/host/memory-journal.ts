import { gunzipSync, strFromU8 } from 'fflate';
import { fail, ok, type Result } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { foldedChanges } from '#shared/domain/folded-changes.ts';

interface Commit {
  readonly seq: number;
  readonly parts: readonly string[];
}

interface Backup {
  readonly id: string;
  readonly at: string;
  readonly seq: number;
  readonly reason: string;
  readonly parts: readonly string[];
}

interface Book {
  commits: Commit[];
  open: string[];
  /** Commits up to here are in the snapshot only. */
  rebuildBelow: number;
  snapshot: Commit | null;
  backups: Backup[];
  broken: { line: number; reason: string } | null;
}

/** Commits a read answers at once; small, so that paging is met in tests. */
const commitsPerRead = 50;

/** The journal of every book in memory, with the meaning of the host's own: append, replay, backup, restore. */
export class MemoryJournal {
  private readonly byName = new Map<string, Book>();

  constructor(private readonly now: () => string) {}

  books(): string[] {
    return [...this.byName.keys()].sort();
  }

  private book(name: string): Book {
    const known = this.byName.get(name);
    if (known) return known;
    return { commits: [], open: [], rebuildBelow: 0, snapshot: null, backups: [], broken: null };
  }

  private seqOf(book: Book): number {
    return book.commits.at(-1)?.seq ?? book.rebuildBelow;
  }

  status(name: string): Output<'journal.status'> {
    const book = this.book(name);
    return {
      seq: this.seqOf(book),
      snapshotSeq: book.snapshot?.seq ?? null,
      rebuildBelow: book.rebuildBelow,
      broken: book.broken,
      bytes: 0,
      lastBackupAt: book.backups.at(-1)?.at ?? null,
    };
  }

  append(
    name: string,
    seq: number,
    parts: readonly string[],
    done: boolean,
    firstPart?: number,
  ): Result<Output<'journal.append'>> {
    const book = this.book(name);
    if (seq !== this.seqOf(book) + 1) return fail('journal-behind', `commit ${seq} is not the next`);
    if (book.broken) return fail('journal-broken', book.broken.reason);
    this.byName.set(name, book);
    if (firstPart === 0) book.open = [];
    if (firstPart !== undefined && firstPart !== book.open.length) return fail('bad-input', 'a part is missing');
    book.open.push(...parts);
    if (done) {
      book.commits.push({ seq, parts: book.open });
      book.open = [];
    }
    return ok({ seq: this.seqOf(book), bytes: 0 });
  }

  read(name: string, afterSeq: number, from: 'journal' | 'snapshot', cursor: number): Output<'journal.read'> {
    const book = this.book(name);
    const source = from === 'snapshot' ? (book.snapshot ? [book.snapshot] : []) : book.commits;
    const left = source.filter((commit) => commit.seq > afterSeq).slice(cursor);
    const commits = left.slice(0, commitsPerRead).map(({ seq, parts }) => ({ seq, parts: [...parts], done: true }));
    return { commits, nextCursor: left.length > commitsPerRead ? cursor + commitsPerRead : null };
  }

  backups(name: string): Output<'backup.list'>['backups'] {
    return this.book(name).backups.map(({ id, at, seq, reason }) => ({ id, at, seq, reason, bytes: 0 }));
  }

  backUp(name: string, reason: string): Output<'backup.make'> {
    const book = this.book(name);
    const seq = this.seqOf(book);
    const last = book.backups.at(-1);
    if (seq === 0 || last?.seq === seq) return { id: null, made: false, at: last?.at ?? this.now() };
    const parts = [JSON.stringify([...foldedChanges(this.fold(book))])];
    const backup = { id: `${name}-${seq}`, at: this.now(), seq, reason, parts };
    book.backups.push(backup);
    book.snapshot = { seq, parts };
    return { id: backup.id, made: true, at: backup.at };
  }

  restore(name: string, id: string): Result<Output<'backup.restore'>> {
    const book = this.book(name);
    const backup = book.backups.find((known) => known.id === id);
    if (!backup) return fail('not-found', id);
    this.backUp(name, 'before-restore');
    const seq = this.seqOf(book) + 1;
    book.snapshot = { seq, parts: backup.parts };
    book.commits = [];
    book.rebuildBelow = seq;
    book.broken = null;
    return ok({ seq });
  }

  private fold(book: Book): Books {
    const books = emptyBooks();
    const snapshot = book.snapshot ? [book.snapshot] : [];
    for (const commit of [...snapshot, ...book.commits.filter(({ seq }) => seq > (book.snapshot?.seq ?? 0))]) {
      for (const part of commit.parts) applyChanges(books, JSON.parse(part) as Change[]);
    }
    return books;
  }

  /** Marks a book's journal as damaged, as the host finds it at start. */
  damage(name: string): void {
    const book = this.book(name);
    book.broken = { line: 1, reason: 'content and hash differ' };
  }

  /** Forgets the last commits, as a journal put back from an older copy. */
  loseAfter(name: string, seq: number): void {
    const book = this.book(name);
    book.commits = book.commits.filter((commit) => commit.seq <= seq);
  }
}

/** The parts of a commit as they were before they were packed for the bridge. */
export function unpackedParts(parts: readonly string[]): readonly string[] {
  const bytes = Uint8Array.from(atob(parts[0] ?? ''), (letter) => letter.charCodeAt(0));
  return strFromU8(gunzipSync(bytes)).split('\n');
}
