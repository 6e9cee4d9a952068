import { windows1252Text } from '../single-byte.ts';

/** How the bytes of a document are read. */
export interface XmlEncoding {
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `iso-8859-1`, `windows-1252`, `us-ascii`, or another the engine knows. */
  readonly label: string;
  /** What the document says of itself, in lower case; null when it says nothing. */
  readonly declared: string | null;
  /** The bytes are not what the document says, so that they are read as windows-1252, or as the UTF-8 they are. */
  readonly isFalse: boolean;
}

/**
 * The bytes are not in the encoding the document declares. Events were given already, so whoever streams starts again with
 * {@link FalseEncoding.instead} and forgets them.
 */
export class FalseEncoding extends Error {
  readonly instead: XmlEncoding;

  constructor(encoding: XmlEncoding, label: 'utf-8' | 'windows-1252' = 'windows-1252') {
    super(`not ${encoding.label}`);
    this.name = 'FalseEncoding';
    this.instead = { label, declared: encoding.declared ?? encoding.label, isFalse: true };
  }
}

/** Bytes that hold the byte order mark and the declaration of any document. */
export const declarationBytes = 1024;

const utf8Names = new Set(['utf-8', 'utf8', 'unicode-1-1-utf-8']);
const asciiNames = new Set(['us-ascii', 'ascii', 'iso646-us']);
const latinNames = new Set(['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'latin-1', 'l1']);
const windowsNames = new Set(['windows-1252', 'cp1252', 'cp-1252', 'win-1252', 'ansi']);

/**
 * The encoding of a document by its first bytes: byte order mark, UTF-16 by its zero bytes, else the declaration, else UTF-8.
 * A document that declares UTF-16 in 8-bit letters, or a name no engine knows, is tried as UTF-8.
 */
export function declaredEncoding(start: Uint8Array): XmlEncoding {
  const [a, b, c, d] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return encodingNamed('utf-8-bom', declarationIn(start.subarray(3), 1));
  if (a === 0xff && b === 0xfe) return encodingNamed('utf-16le', declarationIn(start.subarray(2), 2));
  if (a === 0xfe && b === 0xff) return encodingNamed('utf-16be', declarationIn(start.subarray(3), 2));
  if (a !== 0 && b === 0 && d === 0) return encodingNamed('utf-16le', declarationIn(start, 2));
  if (a === 0 && b !== 0 && c === 0) return encodingNamed('utf-16be', declarationIn(start.subarray(1), 2));
  const declared = declarationIn(start, 1);
  if (declared === null || utf8Names.has(declared)) return encodingNamed('utf-8', declared);
  if (asciiNames.has(declared)) return encodingNamed('us-ascii', declared);
  if (latinNames.has(declared)) return encodingNamed('iso-8859-1', declared);
  if (windowsNames.has(declared)) return encodingNamed('windows-1252', declared);
  return encodingNamed(isSingleByte(declared) ? declared : 'utf-8', declared);
}

function encodingNamed(label: string, declared: string | null): XmlEncoding {
  return { label, declared, isFalse: false };
}

/** Name in `<?xml … encoding="…"?>`, taking every `step`-th byte for a letter. */
function declarationIn(bytes: Uint8Array, step: number): string | null {
  let text = '';
  for (let i = 0; i < bytes.length && text.length < declarationBytes / 2; i += step) {
    text += String.fromCharCode(bytes[i]!);
  }
  const declaration = /^\s*<\?xml\s[^>]*/.exec(text)?.[0] ?? '';
  return /\sencoding\s*=\s*["']([A-Za-z][\w.:-]{0,39})["']/.exec(declaration)?.[1]?.toLowerCase() ?? null;
}

function isSingleByte(label: string): boolean {
  if (!/^(?:iso-?8859|windows-125|cp125|koi8|macintosh|ibm)/.test(label)) return false;
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Turns the bytes of one document into text, piece by piece. */
export interface XmlDecoder {
  /** @throws FalseEncoding */
  decode(bytes: Uint8Array, isLast: boolean): string;
}

export function xmlDecoder(encoding: XmlEncoding): XmlDecoder {
  const { label } = encoding;
  if (label === 'windows-1252' || label === 'iso-8859-1') {
    return {
      decode(bytes) {
        if (!encoding.isFalse && isUtf8Text(bytes)) throw new FalseEncoding(encoding, 'utf-8');
        return windows1252Text(bytes);
      },
    };
  }
  const isUtf8 = label === 'utf-8' || label === 'utf-8-bom' || label === 'us-ascii';
  const strict = new TextDecoder(isUtf8 ? 'utf-8' : label, { fatal: true, ignoreBOM: true });
  /** First bytes of a letter of UTF-8 whose rest is in the next piece. */
  let kept = new Uint8Array(0);
  return {
    decode(bytes, isLast) {
      if (label === 'us-ascii' && !isAscii(bytes)) throw new FalseEncoding(encoding);
      try {
        if (!isUtf8) return strict.decode(bytes, { stream: !isLast });
        const piece = joinedBytes(kept, bytes);
        const end = isLast ? piece.length : wholeLetters(piece);
        kept = piece.slice(end);
        // Whole letters need no stream: decoding is five times as fast without.
        return strict.decode(piece.subarray(0, end));
      } catch {
        throw new FalseEncoding(encoding);
      }
    },
  };
}

export function joinedBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the last letter of UTF-8 starts when it is not whole, else the end. */
function wholeLetters(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return wanted > back ? length - back : length;
  }
  return length;
}

/** Letters beyond ASCII that are all UTF-8: no text of single bytes has `Ã«` and the like wherever it goes beyond ASCII. */
function isUtf8Text(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return false;
  let start = 0;
  while (start < 3 && (bytes[start]! & 0xc0) === 0x80) start++;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, wholeLetters(bytes)));
    return text.length < wholeLetters(bytes) - start;
  } catch {
    return false;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

/** Bytes decoded at a time. */
export const decodingStep = 65_536;

/** The encoding a whole document is really in: as declared, else UTF-8 where it is, else windows-1252. */
export function checkedEncoding(bytes: Uint8Array): XmlEncoding {
  let encoding = declaredEncoding(bytes.subarray(0, declarationBytes));
  for (;;) {
    const instead = encodingInstead(bytes, encoding);
    if (instead === null) return encoding;
    encoding = instead;
  }
}

function encodingInstead(bytes: Uint8Array, encoding: XmlEncoding): XmlEncoding | null {
  const decoder = xmlDecoder(encoding);
  try {
    for (let at = 0; at < bytes.length; at += decodingStep) {
      decoder.decode(bytes.subarray(at, at + decodingStep), at + decodingStep >= bytes.length);
    }
  } catch (error) {
    if (error instanceof FalseEncoding) return error.instead;
    throw error;
  }
  return null;
}
