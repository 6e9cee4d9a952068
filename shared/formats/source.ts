/** The bytes of a file in pieces, in order. A reader of large files holds no more of them than it needs. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A file that can be read from its beginning more than once. */
export interface SourceFile {
  readonly name: string;
  /** Begins anew at every call. */
  readonly open: () => ByteChunks;
}

/** How a long reading is followed and stopped; both absent for small files. */
export interface ReadControl {
  /** Bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Asked between pieces; true ends the reading with refusal `cancelled`. */
  readonly isCancelled?: () => boolean;
}

/** The first `most` bytes, or all of them when there are fewer. */
export async function firstBytes(chunks: ByteChunks, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let length = 0;
  for await (const chunk of chunks) {
    const taken = chunk.subarray(0, most - length);
    bytes.set(taken, length);
    length += taken.length;
    if (length === most) break;
  }
  return bytes.subarray(0, length);
}
