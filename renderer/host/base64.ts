/** What newer browsers do themselves, some thirty times as fast; the types of the language do not name it yet. */
interface Encodes {
  toBase64?(): string;
}

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  return (bytes as Encodes).toBase64?.() ?? inPieces(bytes);
}

/** In pieces that no argument list is too short for. */
function inPieces(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 32_768) {
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  }
  return btoa(text);
}
