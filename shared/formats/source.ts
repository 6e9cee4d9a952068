/** The bytes of a file in pieces, in order. A reader of large files holds no more of them than it needs. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** How a long reading is followed and stopped; both absent for small files. */
export interface ReadControl {
  /** Bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Asked between pieces; true ends the reading with refusal `cancelled`. */
  readonly isCancelled?: () => boolean;
}
