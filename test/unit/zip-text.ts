import { zipSync } from 'fflate';

/** A zip of these files. */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>, level: 0 | 6 = 6): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = Object.entries(files).map(([name, file]) => [
    name,
    typeof file === 'string' ? encoder.encode(file) : file,
  ]);
  return zipSync(Object.fromEntries(bytes), { level });
}

/** Place of the record of a file in the list at the end of a zip. */
function recordOf(zip: Uint8Array, name: string): number {
  const text = Buffer.from(zip).toString('latin1');
  for (let at = text.indexOf('PK\x01\x02'); at >= 0; at = text.indexOf('PK\x01\x02', at + 4)) {
    if (text.startsWith(name, at + 46)) return at;
  }
  throw new Error(`${name} is not in the zip`);
}

/** The zip with fields of a record written over: `[offset in the record, bytes, value]`. */
export function withRecord(
  zip: Uint8Array,
  name: string,
  ...fields: readonly (readonly [number, 1 | 2 | 4, number])[]
): Uint8Array {
  const changed = zip.slice();
  const view = new DataView(changed.buffer);
  const at = recordOf(zip, name);
  for (const [offset, size, value] of fields) {
    if (size === 1) view.setUint8(at + offset, value);
    else if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return changed;
}

/** The zip with a name written over by one of the same length, in the list and before the file. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('names of one length');
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1');
}
