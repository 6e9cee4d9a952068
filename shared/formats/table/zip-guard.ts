import { Unzip, UnzipInflate, unzipSync, zipSync } from 'fflate';
import { refuse } from './problems.ts';

/** Caps on what a workbook may unpack to (formats document §7.2). */
export const zipLimits = {
  entries: 10_000,
  entryBytes: 400 * 1024 * 1024,
  totalBytes: 600 * 1024 * 1024,
  /** Unpacked size over file size; only asked above {@link zipLimits.ratioFrom}. */
  ratio: 100,
  ratioFrom: 20 * 1024 * 1024,
} as const;

const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function isSafeName(name: string): boolean {
  if (name === '' || name.length > 300 || /[\\:\0]/.test(name) || name.startsWith('/')) return false;
  return name.split('/').every((part) => part !== '..' && !reservedName.test(part));
}

/**
 * Unpacks the XML parts of a workbook under the limits, counting the bytes that really come out rather than those the file
 * declares. Refuses unsafe names, too many or too large entries, and packed sizes that only a bomb has.
 */
export function unpackXmlParts(bytes: Uint8Array): Record<string, Uint8Array> {
  checkDirectory(bytes);
  const cap = Math.min(zipLimits.totalBytes, Math.max(zipLimits.ratioFrom, bytes.length * zipLimits.ratio));
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  // Kept aside: what is thrown inside the unpacker comes back as damage.
  let stop: 'workbook-damaged' | 'workbook-too-large' | null = null;
  const archive = new Unzip((file) => {
    if (!isXmlPart(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) stop ??= 'workbook-damaged';
      if (stop) return;
      size += chunk.length;
      total += chunk.length;
      if (size > zipLimits.entryBytes || total > cap) {
        stop = 'workbook-too-large';
        return;
      }
      chunks.push(chunk);
      if (final) parts[file.name] = joined(chunks, size);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  const step = 64 * 1024;
  for (let at = 0; at < bytes.length; at += step) {
    archive.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    if (stop) refuse(stop);
  }
  return parts;
}

function isXmlPart(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}

function checkDirectory(bytes: Uint8Array): void {
  let entries = 0;
  let declared = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries++;
      declared += originalSize;
      if (!isSafeName(name)) refuse('workbook-unsafe');
      if (entries > zipLimits.entries || originalSize > zipLimits.entryBytes || declared > zipLimits.totalBytes) {
        refuse('workbook-too-large');
      }
      return false;
    },
  });
  if (entries === 0) refuse('workbook-damaged');
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The parts as a zip without compression: what the workbook reader takes without starting workers of its own. */
export function storedZip(parts: Record<string, Uint8Array>): ArrayBuffer {
  const zip = zipSync(parts, { level: 0 });
  return zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength) as ArrayBuffer;
}
