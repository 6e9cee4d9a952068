import { zipSync } from 'fflate';
import { zipEntries } from '../zip-archive.ts';
import { type ZipFault, ZipRefusal } from '../zip-refusal.ts';
import { refuse } from './problems.ts';

const codes: Readonly<Record<ZipFault, string>> = {
  damaged: 'workbook-damaged',
  'too-large': 'workbook-too-large',
  unsafe: 'workbook-unsafe',
  encrypted: 'workbook-damaged',
  method: 'workbook-damaged',
};

/** Unpacks the XML parts of a workbook under the limits of any zip; see {@link zipEntries} for what is refused. */
export function unpackXmlParts(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const entries = zipEntries(bytes);
    if (entries.length === 0) refuse('workbook-damaged');
    return Object.fromEntries(
      entries.filter(({ name }) => isXmlPart(name)).map((entry) => [entry.name, entry.unpack()]),
    );
  } catch (error) {
    if (error instanceof ZipRefusal) refuse(codes[error.fault]);
    throw error;
  }
}

function isXmlPart(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}

/** The parts as a zip without compression: what the workbook reader takes without starting workers of its own. */
export function storedZip(parts: Record<string, Uint8Array>): ArrayBuffer {
  const zip = zipSync(parts, { level: 0 });
  return zip.buffer.slice(zip.byteOffset, zip.byteOffset + zip.byteLength) as ArrayBuffer;
}
