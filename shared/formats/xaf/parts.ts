import { refuseFile } from '../problem.ts';
import { firstBytes, type SourceFile } from '../source.ts';

/** One file of a set, by its first bytes. */
interface PartStart {
  readonly file: SourceFile;
  /** Number as the file says it: `Vervolgbestand 2 van 3`. */
  readonly number: number | null;
  readonly of: number | null;
  /** It begins an XML document; a continuation goes on where the file before it was cut. */
  readonly isDocument: boolean;
  /** Bytes to leave out of a continuation: its byte order mark, declaration and comments. */
  readonly prolog: number;
}

/** Files that make one XML document together. */
export type PartialDocument = readonly [PartStart, ...PartStart[]];

const startBytes = 16_384;

/**
 * Puts the files of one auditfile in order (formats document §1.1): packages split it either into documents, of which the
 * first has the master data, or by cutting one document into pieces. Refuses what is missing or there twice.
 */
export async function arranged(files: readonly SourceFile[]): Promise<readonly PartialDocument[]> {
  const parts = await Promise.all(files.map(startOf));
  checkComplete(parts);
  const documents: [PartStart, ...PartStart[]][] = [];
  for (const part of [...parts].sort((a, b) => place(a) - place(b))) {
    const last = documents.at(-1);
    if (part.isDocument || last === undefined) documents.push([part]);
    else last.push(part);
  }
  return documents;
}

async function startOf(file: SourceFile): Promise<PartStart> {
  const bytes = await firstBytes(file.open(), startBytes);
  // Letters alone: enough for what is looked for here, in any encoding auditfiles come in.
  let text = '';
  for (const byte of bytes) if (byte !== 0) text += String.fromCharCode(byte);
  if (/^\s*CLAIR1\./.test(text)) refuseFile('xaf-adf');
  const prolog = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/.exec(text)![0];
  const named = /vervolgbestand\s+(\d{1,4})\s+van\s+(\d{1,4})/i.exec(text);
  return {
    file,
    number: named ? Number(named[1]) : null,
    of: named ? Number(named[2]) : null,
    isDocument: /<(?:[\w.-]+:)?auditfile[\s/>]/i.test(text),
    prolog: prolog.length,
  };
}

/** By the number a file says it has; else a document with the number of its name, before pieces of one. */
function place({ number, isDocument, file }: PartStart): number {
  if (number !== null) return number;
  const named = /[-_ (](\d{1,4})\)?\.[a-z]{2,4}$/i.exec(file.name)?.[1];
  return (isDocument ? 0 : 0.5) + (named === undefined ? 0 : Math.min(Number(named), 999) / 1000);
}

function checkComplete(parts: readonly PartStart[]): void {
  const numbers = parts.flatMap(({ number }) => (number === null ? [] : [number]));
  const of = Math.max(0, ...parts.map((part) => part.of ?? 0));
  const twice = numbers.find((number, i) => numbers.indexOf(number) < i);
  if (twice !== undefined) refuseFile('xaf-part-twice', { part: twice });
  const isWhole = (number: number): boolean =>
    numbers.includes(number) || (number === 1 && parts.some((part) => part.number === null && part.isDocument));
  const missing = Array.from({ length: Math.min(of, 9999) }, (_, i) => i + 1).filter((number) => !isWhole(number));
  if (missing.length > 0) {
    refuseFile('xaf-part-missing', { missing: missing.slice(0, 20).join(', '), of, read: numbers.join(', ') });
  }
}

/** The bytes of one document, its continuations behind it. */
export async function* documentChunks(parts: PartialDocument): AsyncGenerator<Uint8Array> {
  for (const [i, { file, prolog }] of parts.entries()) {
    let skip = i === 0 ? 0 : prolog;
    for await (const chunk of file.open()) {
      const rest = skip < chunk.length ? chunk.subarray(skip) : null;
      skip -= Math.min(skip, chunk.length);
      if (rest !== null) yield rest;
    }
  }
}
