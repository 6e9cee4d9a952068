import { Gunzip } from 'fflate';
import { guarded } from '../archive.ts';
import { crcEnd, crcOf, crcStart } from '../crc32.ts';
import { detectFormat, detectionBytes } from '../detect.ts';
import { refuseFile } from '../problem.ts';
import { type ByteChunks, firstBytes, type SourceFile } from '../source.ts';
import { visibleText } from '../visible-text.ts';
import { auditfileLimits } from '../xml/limits.ts';
import { type ZipEntry, type ZipLimits, zipBudget, zipEntries, zipLimits } from '../zip-archive.ts';

/** Largest zip or gzip taken: packed it stands in memory, unpacked it streams. */
const packedBytes = 100 * 1024 * 1024;
const packedLimits: ZipLimits = {
  ...zipLimits,
  entryBytes: auditfileLimits.fileBytes,
  totalBytes: auditfileLimits.fileBytes,
};

/** Packed bytes unpacked at a time: bounds what comes out at once. */
const step = 16_384;

/**
 * The auditfiles in a file: itself, what a gzip holds, or the auditfiles of a zip, continuations too. Unpacked as they are
 * read, under the limits of formats document §7.2.
 */
export async function unpackedFiles(file: SourceFile): Promise<readonly SourceFile[]> {
  const [a, b, c] = await firstBytes(file.open(), 3);
  if (a === 0x1f && b === 0x8b) {
    const inside = { name: file.name.replace(/\.gz$/i, ''), open: () => gunzipped(file) };
    if (!isAuditfile(await firstBytes(inside.open(), detectionBytes))) refuseFile('xaf-zip-empty');
    return [inside];
  }
  if (a !== 0x50 || b !== 0x4b || (c !== 3 && c !== 5)) return [file];
  const found = auditfilesIn(await wholeOf(file));
  if (found.length === 0) refuseFile('xaf-zip-empty');
  return found.map((entry) => ({ name: visibleText(entry.name), open: () => guardedChunks(entry) }));
}

/** Whether a zip holds auditfiles; false for one that cannot be read. */
export function holdsAuditfile(zip: Uint8Array): boolean {
  try {
    return auditfilesIn(zip).length > 0;
  } catch {
    return false;
  }
}

function auditfilesIn(zip: Uint8Array): readonly ZipEntry[] {
  return guarded(() =>
    zipEntries(zip, packedLimits, zipBudget(zip.length, packedLimits)).filter((entry) => {
      if (/(?:^|\/)(?:__MACOSX\/|\._)/.test(entry.name)) return false;
      return isAuditfile(entry.start(detectionBytes));
    }),
  );
}

function isAuditfile(start: Uint8Array): boolean {
  const format = detectFormat(start);
  return format === 'xaf' || format === 'clair2' || format === 'adf';
}

function* guardedChunks(entry: ZipEntry): Generator<Uint8Array> {
  const chunks = entry.chunks();
  for (;;) {
    const { done, value } = guarded(() => chunks.next());
    if (done) return;
    yield value;
  }
}

async function wholeOf(file: SourceFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > packedBytes) refuseFile('archive-too-large');
  }
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function* gunzipped(file: SourceFile): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => {
    out.push(chunk);
  });
  let members = 1;
  gunzip.onmember = () => {
    members++;
  };
  let end = new Uint8Array();
  let crc = crcStart;
  let read = 0;
  let written = 0;
  for await (const part of lastMarked(steps(file.open()))) {
    read += part.bytes.length;
    end = lastOf(end, part.bytes);
    try {
      gunzip.push(part.bytes, part.isLast);
    } catch {
      refuseFile('archive-damaged');
    }
    for (const chunk of out.splice(0)) {
      written += chunk.length;
      crc = crcOf(chunk, crc);
      const most = Math.max(packedLimits.ratioFrom, read * packedLimits.ratio);
      if (read > packedBytes || written > Math.min(packedLimits.totalBytes, most)) refuseFile('archive-too-large');
      yield chunk;
    }
  }
  // A file of several parts states the checksum of each; that of the last says nothing of the whole.
  if (members === 1 && !isStated(end, crcEnd(crc), written)) refuseFile('archive-damaged');
}

/** What a gzip ends in: the checksum of what it holds, and its size. */
const trailerBytes = 8;

function lastOf(before: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...before, ...bytes.subarray(-trailerBytes)].slice(-trailerBytes));
}

function isStated(end: Uint8Array, crc: number, size: number): boolean {
  if (end.length < trailerBytes) return false;
  const stated = new DataView(end.buffer, end.byteOffset);
  return stated.getUint32(0, true) === crc && stated.getUint32(4, true) === size % 2 ** 32;
}

async function* steps(chunks: ByteChunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += step) yield chunk.subarray(at, at + step);
  }
}

async function* lastMarked(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly isLast: boolean }> {
  let before: Uint8Array | null = null;
  for await (const bytes of chunks) {
    if (before !== null) yield { bytes: before, isLast: false };
    before = bytes;
  }
  if (before !== null) yield { bytes: before, isLast: true };
}
