import { cp850Text, windows1252Text } from './single-byte.ts';

export interface DecodedText {
  readonly text: string;
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252` or, chosen, `cp850`. */
  readonly encoding: string;
  /** First place where the text went through a wrong encoding before it came here; null when there is none. */
  readonly damaged: DamagedPlace | null;
}

export interface DamagedPlace {
  readonly text: string;
  /** Line, from 1. */
  readonly row: number;
}

/**
 * Decodes a text file (formats document §4.2 rule 1): byte order mark, else strict UTF-8, else windows-1252. UTF-16 without
 * a mark is recognised by its zero bytes. Plain ASCII is the same text either way and is named windows-1252, which is what
 * Dutch packages write. Code page 850 cannot be told from windows-1252 by its bytes and is only read when the user chose it.
 */
export function decodeText(bytes: Uint8Array, chosen: 'cp850' | null = null): DecodedText {
  const { text, encoding, ascii } = chosen
    ? { text: cp850Text(bytes), encoding: chosen, ascii: false }
    : decoded(bytes);
  return { text, encoding, damaged: ascii ? null : damagedPlace(text) };
}

/** The first `most` bytes of a text file, decoded as {@link decodeText} does; a character cut in two falls away. */
export function decodeStart(bytes: Uint8Array, most: number): string {
  let end = Math.min(bytes.length, most);
  if (end === bytes.length) return decoded(bytes).text;
  for (let back = 0; back < 3 && (bytes[end]! & 0xc0) === 0x80; back++) end--;
  return decoded(bytes.subarray(0, end)).text;
}

interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Nothing but 7-bit characters: the text cannot be damaged. */
  readonly ascii: boolean;
}

function decoded(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = strictly('utf-8', bytes.subarray(3));
    if (text !== null) return { text, encoding: 'utf-8-bom', ascii: text.length === bytes.length - 3 };
    return { text: windows1252Text(bytes.subarray(3)), encoding: 'windows-1252', ascii: false };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide('utf-16be', bytes.subarray(2));
  const unmarked = wideWithoutMark(bytes);
  if (unmarked) return wide(unmarked, bytes);
  const text = strictly('utf-8', bytes);
  if (text === null) return { text: windows1252Text(bytes), encoding: 'windows-1252', ascii: false };
  // As many characters as bytes: each is 7-bit.
  const ascii = text.length === bytes.length;
  return { text, encoding: ascii ? 'windows-1252' : 'utf-8', ascii };
}

function wide(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding, ascii: false };
}

function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 400) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even === 0) return 'utf-16le';
  return even > length * 0.35 && odd === 0 ? 'utf-16be' : null;
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 read as Latin (`Ã©`, `ï¿½`), a replacement character, or old DOS letters (`Caf‚`, undefined code points). */
const damage =
  /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ©¨«¶¼¡³¯ªº§]|ï¿½|â‚¬|\ufffd|[\u0080-\u009f]|[a-z][‚„‰]|[a-z][‡Š‹Œ•][a-z]/;

/** Where a text shows that it was kept in a wrong encoding before; null where it does not. */
export function damagedPlace(text: string): DamagedPlace | null {
  const at = text.search(damage);
  if (at < 0) return null;
  let row = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) row++;
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 12);
  const word = text.slice(start, at + 14).split(/[\r\n]/)[0] ?? '';
  return { text: word.trim(), row };
}
