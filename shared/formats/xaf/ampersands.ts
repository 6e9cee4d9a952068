import type { ByteChunks } from '../source.ts';

const ampersand = 0x26;
const escapeRest = Uint8Array.from('amp;', (char) => char.charCodeAt(0));
const entity = /^&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/i;
const longestEntity = 10;

/**
 * The bytes with every `&` that begins no entity written as `&amp;`, for files of packages that forgot to. Only for encodings
 * in which ASCII is ASCII.
 */
export async function* withEscapedAmpersands(chunks: ByteChunks): AsyncGenerator<Uint8Array> {
  let kept = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = new Uint8Array(kept.length + chunk.length);
    bytes.set(kept);
    bytes.set(chunk, kept.length);
    const end = bytes.indexOf(ampersand, Math.max(0, bytes.length - longestEntity));
    kept = end < 0 ? new Uint8Array(0) : bytes.slice(end);
    yield* escaped(end < 0 ? bytes : bytes.subarray(0, end), bytes);
  }
  yield* escaped(kept, kept);
}

/** `bytes` escaped; `ahead` begins alike and goes on, so that an entity at the end can be told. */
function* escaped(bytes: Uint8Array, ahead: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  for (let i = bytes.indexOf(ampersand); i >= 0; i = bytes.indexOf(ampersand, i + 1)) {
    if (entity.test(String.fromCharCode(...ahead.subarray(i, i + longestEntity)))) continue;
    yield bytes.subarray(from, i + 1);
    yield escapeRest;
    from = i + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}
