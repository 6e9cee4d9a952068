import { cp850Text } from './single-byte.ts';
import { ZipRefusal } from './zip-refusal.ts';

/** One file of a zip as the list at its end describes it. */
export interface ZipRecord {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  /** The bytes as packed. */
  readonly packed: Uint8Array;
}

const endSignature = 0x06054b50;
const end64Locator = 0x07064b50;
const end64Signature = 0x06064b50;
const recordSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const recordBytes = 46;
const localBytes = 30;
const unknown32 = 0xffffffff;

/**
 * Reads the list at the end of a zip (PKWARE APPNOTE 4.3), with the 64-bit fields some programs always write. Bytes before the
 * zip are allowed, several disks are not.
 * @throws ZipRefusal `damaged` when the list or a file it names is not there; `too-large` for more than `most` entries.
 */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) throw new ZipRefusal('damaged');
  if (end.entries > most) throw new ZipRefusal('too-large');
  const records: ZipRecord[] = [];
  let at = end.start;
  for (let n = 0; n < end.entries; n++) {
    if (at + recordBytes > end.stop || view.getUint32(at, true) !== recordSignature) throw new ZipRefusal('damaged');
    const next = at + recordBytes + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    records.push(recordAt(view, bytes, at, end.shift));
    at = next + view.getUint16(at + 32, true);
  }
  return records;
}

interface DirectoryEnd {
  readonly entries: number;
  /** Where the list begins and ends in the file. */
  readonly start: number;
  readonly stop: number;
  /** Bytes before the zip itself. */
  readonly shift: number;
}

function endOf(view: DataView): DirectoryEnd | null {
  const lowest = Math.max(0, view.byteLength - endBytes - 0xffff);
  for (let at = view.byteLength - endBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endBytes + view.getUint16(at + 20, true) > view.byteLength) continue;
    const found = endAt(view, at);
    if (found !== null) return found;
  }
  return null;
}

function endAt(view: DataView, at: number): DirectoryEnd | null {
  if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) return null;
  let entries = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let stop = at;
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === end64Locator) {
    const wide = wideEnd(view, locator);
    if (wide === null) return null;
    ({ entries, size, offset, stop } = wide);
  }
  const start = stop - size;
  const shift = start - offset;
  return start >= 0 && shift >= 0 ? { entries, start, stop, shift } : null;
}

function wideEnd(
  view: DataView,
  locator: number,
): { entries: number; size: number; offset: number; stop: number } | null {
  for (let at = locator - 56; at >= Math.max(0, locator - 56 - 4096); at--) {
    if (view.getUint32(at, true) !== end64Signature) continue;
    return { entries: wide(view, at + 32), size: wide(view, at + 40), offset: wide(view, at + 48), stop: at };
  }
  return null;
}

/** A 64-bit number; beyond what is exact it is larger than any file, and refused by that. */
function wide(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function recordAt(view: DataView, bytes: Uint8Array, at: number, shift: number): ZipRecord {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraAt = at + recordBytes + nameLength;
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  if (extraEnd > bytes.length) throw new ZipRefusal('damaged');
  const name = nameOf(bytes.subarray(at + recordBytes, extraAt), (flags & 0x800) !== 0);
  const sizes = sizesAt(view, at, extraAt, extraEnd);
  const isUnix = view.getUint8(at + 5) === 3;
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: sizes.packed,
    size: sizes.size,
    isEncrypted: (flags & 0x2041) !== 0,
    isLink: isUnix && (view.getUint16(at + 40, true) & 0xf000) === 0xa000,
    packed: packedAt(view, bytes, sizes.offset + shift, sizes.packed, name),
  };
}

/** Sizes and place of a file; fields of 32 bits that are all ones stand in the 64-bit extra field, in this order. */
function sizesAt(
  view: DataView,
  at: number,
  extraAt: number,
  extraEnd: number,
): { size: number; packed: number; offset: number } {
  const found = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (found[key] !== unknown32 || value + 8 > extraEnd) continue;
      found[key] = wide(view, value);
      value += 8;
    }
    break;
  }
  return found;
}

function packedAt(view: DataView, bytes: Uint8Array, at: number, size: number, name: string): Uint8Array {
  if (at + localBytes > bytes.length || view.getUint32(at, true) !== localSignature)
    throw new ZipRefusal('damaged', name);
  const from = at + localBytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + size > bytes.length) throw new ZipRefusal('damaged', name);
  return bytes.subarray(from, from + size);
}

/** UTF-8 where it says so or reads as such, else the DOS letters of Western Europe. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return cp850Text(bytes);
  }
}
