const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const blank = 64;
const wrong = 65;

/** Value of each character code below 128. */
const values = new Uint8Array(128).fill(wrong);
for (let i = 0; i < 64; i++) values[letters.charCodeAt(i)] = i;
// The alphabet for addresses (RFC 4648 §5) is read as well.
values[45] = 62;
values[95] = 63;
for (const space of [9, 10, 11, 12, 13, 32]) values[space] = blank;

const equals = 61;

/**
 * Bytes of a base64 text with line breaks and spaces anywhere (RFC 2045); padding may be missing. Null when a character is not
 * of the alphabet, something follows the padding, or the end is cut off in the middle of a byte.
 */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(base64Bytes(text));
  let size = 0;
  let bits = 0;
  let held = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === equals) {
      padding++;
      continue;
    }
    const value = code < 128 ? values[code]! : wrong;
    if (value === blank) continue;
    if (value === wrong || padding > 0) return null;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[size++] = (bits >> held) & 0xff;
    }
  }
  return held === 6 || padding > 2 ? null : bytes.subarray(0, size);
}

/** How many bytes a base64 text holds at most. */
export function base64Bytes(text: string): number {
  return Math.ceil((text.length * 3) / 4);
}
