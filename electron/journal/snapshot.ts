import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books, type Change, emptyBooks } from '#shared/domain/books.ts';
import { changeParts, foldedChanges } from '#shared/domain/folded-changes.ts';
import { currentLine } from '#shared/domain/upcast.ts';
import { syncFolder, temporaryEnding } from '../files/atomic-write.ts';
import { diskError } from '../files/disk.ts';
import { durableStep } from '../files/durable-step.ts';
import { fileLines, sealedBody, sealedLine } from './line.ts';
import { type SnapshotName, snapshotFolder, snapshotName } from './snapshot-names.ts';

const version = 1;

export interface SnapshotHead {
  readonly seq: number;
  /** Local date and time. */
  readonly at: string;
  readonly reason: string;
}

function damaged(message: string): FailureError {
  return new FailureError({ code: 'journal-broken', message: `snapshot: ${message}`, params: {} });
}

/**
 * Writes the books as a snapshot and counts it only after reading it back: every hash right, and the books folded from
 * the file give the same text again. Fails with disk-full, leaving nothing.
 */
export async function writeSnapshot(
  bookFolder: string,
  books: Books,
  head: SnapshotHead,
  restored: boolean,
): Promise<SnapshotName> {
  const folder = snapshotFolder(bookFolder);
  const name = snapshotName(head.seq, head.at, restored);
  const temporary = join(folder, `.${name.id}.${randomBytes(6).toString('hex')}${temporaryEnding}`);
  try {
    await mkdir(folder, { recursive: true });
    durableStep('snapshot-start');
    const written = await writeLines(temporary, books, head);
    durableStep('snapshot-synced');
    await requireSameBooks(temporary, head.seq, written);
    await rename(temporary, join(folder, name.id));
    durableStep('snapshot-renamed');
    await syncFolder(folder);
    durableStep('snapshot-done');
    return name;
  } catch (error) {
    await rm(temporary, { force: true });
    throw diskError(error);
  }
}

async function writeLines(path: string, books: Books, head: SnapshotHead): Promise<string> {
  const file = await open(path, 'wx');
  const digest = createHash('sha256');
  try {
    await file.appendFile(sealedLine(`{"snapshot":${version},"head":${JSON.stringify(head)}`));
    let lines = 0;
    for (const part of changeParts(foldedChanges(books))) {
      digest.update(part);
      await file.appendFile(sealedLine(`{"changes":${part}`));
      lines++;
    }
    const changesHash = digest.digest('hex');
    await file.appendFile(sealedLine(`{"end":${lines},"changesSha256":"${changesHash}"`));
    await file.sync();
    return changesHash;
  } finally {
    await file.close();
  }
}

async function requireSameBooks(path: string, seq: number, written: string): Promise<void> {
  const { books } = await readSnapshotFile(path);
  const digest = createHash('sha256');
  for (const part of changeParts(foldedChanges(books))) {
    digest.update(part);
    await otherWork();
  }
  if (books.seq !== seq || digest.digest('hex') !== written) throw damaged('what was read back differs');
}

/** Books of a snapshot, every line checked. Fails with journal-broken or newer-version. */
export async function readSnapshot(bookFolder: string, id: string): Promise<{ head: SnapshotHead; books: Books }> {
  return readSnapshotFile(join(snapshotFolder(bookFolder), id));
}

async function readSnapshotFile(path: string): Promise<{ head: SnapshotHead; books: Books }> {
  const books = emptyBooks();
  const digest = createHash('sha256');
  let head: SnapshotHead | null = null;
  let lines = 0;
  let ended = false;
  for await (const line of fileLines(createReadStream(path, { highWaterMark: 1024 * 1024 }))) {
    const body = line.ended ? sealedBody(line.bytes) : null;
    if (!body || ended) throw damaged('a line changed');
    if (!head) {
      head = readHead(body);
      continue;
    }
    const text = body.toString('utf8');
    if (text.startsWith('{"changes":')) {
      const changes = text.slice(11);
      digest.update(changes);
      applyChanges(books, (JSON.parse(changes) as Change[]).map(currentLine));
      lines++;
    } else {
      ended = text === `{"end":${lines},"changesSha256":"${digest.digest('hex')}"`;
      if (!ended) throw damaged('lines are missing');
    }
  }
  if (!head || !ended) throw damaged('it stops half-way');
  books.seq = head.seq;
  return { head, books };
}

function readHead(body: Buffer): SnapshotHead {
  const match = /^\{"snapshot":(\d{1,9}),"head":(.*)$/.exec(body.toString('utf8'));
  if (!match) throw damaged('header changed');
  if (Number(match[1]) > version) {
    throw new FailureError({ code: 'newer-version', message: 'snapshot of a newer version', params: {} });
  }
  return JSON.parse(match[2] ?? '') as SnapshotHead;
}

/** Whether every line of a snapshot still has its hash and the last one is there; its content is not looked at. */
export async function snapshotStands(bookFolder: string, id: string): Promise<boolean> {
  let last = '';
  const chunks = createReadStream(join(snapshotFolder(bookFolder), id), { highWaterMark: 4 * 1024 * 1024 });
  for await (const line of fileLines(chunks)) {
    const body = line.ended ? sealedBody(line.bytes) : null;
    if (!body) return false;
    last = body.toString('latin1', 0, 7);
  }
  return last === '{"end":';
}

/** Head of a snapshot without reading the rest. */
export async function readSnapshotHead(bookFolder: string, id: string): Promise<SnapshotHead> {
  const file = await open(join(snapshotFolder(bookFolder), id), 'r');
  try {
    const first = await lineAt(file, 0);
    const body = first && sealedBody(first);
    if (!body) throw damaged('header changed');
    return readHead(body);
  } finally {
    await file.close();
  }
}

/** Lines of changes from byte `offset` (0 = the first) up to about `size` bytes; `next` null at the end. */
export async function readSnapshotLines(
  bookFolder: string,
  id: string,
  offset: number,
  size: number,
): Promise<{ parts: string[]; next: number | null }> {
  const file = await open(join(snapshotFolder(bookFolder), id), 'r');
  try {
    const parts: string[] = [];
    let position = offset;
    let read = 0;
    while (read < size) {
      const line = await lineAt(file, position);
      const body = line && sealedBody(line);
      if (!line || !body) throw damaged('a line changed');
      position += line.length + 1;
      const text = body.toString('utf8');
      if (text.startsWith('{"end":')) return { parts, next: null };
      if (!text.startsWith('{"changes":')) continue;
      parts.push(text.slice(11));
      read += line.length;
    }
    return { parts, next: position };
  } finally {
    await file.close();
  }
}

async function lineAt(file: FileHandle, offset: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for (let position = offset; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(1024 * 1024), 0, 1024 * 1024, position);
    if (bytesRead === 0) return null;
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    if (end !== -1) return Buffer.concat([...chunks, buffer.subarray(0, end)]);
    chunks.push(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}
