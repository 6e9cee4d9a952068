import { Inflate } from 'fflate';
import { crcEnd, crcOf, crcStart } from './crc32.ts';
import { type ZipRecord, zipDirectory } from './zip-directory.ts';
import { ZipRefusal } from './zip-refusal.ts';

/** What a zip may hold and unpack to (formats document §7.2); sizes in bytes. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  /** Of everything together, as far as the ratio does not stop it earlier. */
  readonly totalBytes: number;
  /** Unpacked size over file size; only asked above {@link ZipLimits.ratioFrom}. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const mega = 1024 * 1024;

export const zipLimits: ZipLimits = {
  entries: 10_000,
  entryBytes: 400 * mega,
  totalBytes: 600 * mega,
  ratio: 100,
  ratioFrom: 20 * mega,
};

/** Counts the bytes that really came out, over a zip and the zips inside it. */
export interface ZipBudget {
  entries: number;
  bytes: number;
}

/** What may come out of a zip of this size. */
export function zipBudget(fileBytes: number, limits: ZipLimits = zipLimits): ZipBudget {
  const bytes = Math.min(limits.totalBytes, Math.max(limits.ratioFrom, fileBytes * limits.ratio));
  return { entries: limits.entries, bytes };
}

export interface ZipEntry {
  /** As it stands in the zip; checked, but never used as a path. */
  readonly name: string;
  /** As declared; what comes out is counted. */
  readonly size: number;
  /** The whole content. Asked a second time it does not count again. @throws ZipRefusal */
  unpack(): Uint8Array;
  /** At most the first `most` bytes. @throws ZipRefusal */
  start(most: number): Uint8Array;
  /** The content in pieces as they are asked for, checked at the end. @throws ZipRefusal */
  chunks(): Generator<Uint8Array>;
}

/**
 * The files in a zip, by the list at its end. The whole zip is refused for a name that is a path elsewhere, a link, an encrypted
 * file, files that lie over each other, and more than the limits allow; folders are left out. Nothing is unpacked yet.
 * @throws ZipRefusal
 */
export function zipEntries(
  bytes: Uint8Array,
  limits: ZipLimits = zipLimits,
  budget: ZipBudget = zipBudget(bytes.length, limits),
): readonly ZipEntry[] {
  const records = zipDirectory(bytes, budget.entries);
  budget.entries -= records.length;
  let packed = 0;
  let declared = 0;
  for (const record of records) {
    packed += record.packedBytes;
    declared += record.size;
    if (!isSafeName(record.name) || record.isLink) throw new ZipRefusal('unsafe', record.name);
    if (record.isEncrypted) throw new ZipRefusal('encrypted', record.name);
    if (record.size > limits.entryBytes) throw new ZipRefusal('too-large', record.name);
  }
  if (packed > bytes.length) throw new ZipRefusal('unsafe');
  if (declared > limits.totalBytes) throw new ZipRefusal('too-large');
  return records.filter(({ name }) => !name.endsWith('/')).map((record) => new PackedEntry(record, limits, budget));
}

const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function isSafeName(name: string): boolean {
  if (name === '' || name.length > 300 || /[\\:\0]/.test(name) || name.startsWith('/')) return false;
  return name.split('/').every((part) => part !== '..' && !reservedName.test(part));
}

/** Small, so that little more than the limit comes out before it is seen: deflate packs at most 1032 to 1. */
const step = 16 * 1024;

class PackedEntry implements ZipEntry {
  readonly name: string;
  readonly size: number;
  private counted = 0;

  constructor(
    private readonly record: ZipRecord,
    private readonly limits: ZipLimits,
    private readonly budget: ZipBudget,
  ) {
    this.name = record.name;
    this.size = record.size;
  }

  unpack(): Uint8Array {
    return joined([...this.chunks()], Number.POSITIVE_INFINITY);
  }

  start(most: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (const piece of this.chunks()) {
      pieces.push(piece);
      size += piece.length;
      if (size >= most) break;
    }
    return joined(pieces, most);
  }

  *chunks(): Generator<Uint8Array> {
    const { method, packed, crc: wanted } = this.record;
    if (method !== 0 && method !== 8) throw new ZipRefusal('method', this.name);
    let size = 0;
    let crc = crcStart;
    for (const chunk of method === 0 ? inPieces(packed) : this.inflated(packed)) {
      size += chunk.length;
      crc = crcOf(chunk, crc);
      const more = Math.max(0, size - this.counted);
      if (size > this.limits.entryBytes || more > this.budget.bytes) throw new ZipRefusal('too-large', this.name);
      this.budget.bytes -= more;
      this.counted += more;
      yield chunk;
    }
    if (size !== this.size || crcEnd(crc) !== wanted) throw new ZipRefusal('damaged', this.name);
  }

  private *inflated(packed: Uint8Array): Generator<Uint8Array> {
    const out: Uint8Array[] = [];
    const inflate = new Inflate((chunk) => {
      out.push(chunk);
    });
    for (let at = 0; at < packed.length; at += step) {
      try {
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      } catch {
        throw new ZipRefusal('damaged', this.name);
      }
      yield* out.splice(0);
    }
  }
}

function* inPieces(stored: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < stored.length; at += step) yield stored.subarray(at, at + step);
}

function joined(pieces: readonly Uint8Array[], most: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1) return only!.subarray(0, most);
  const size = pieces.reduce((total, piece) => total + piece.length, 0);
  const whole = new Uint8Array(Math.min(size, most));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece.subarray(0, whole.length - at), at);
    at += Math.min(piece.length, whole.length - at);
  }
  return whole;
}
