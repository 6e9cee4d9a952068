import type { JournalPort } from '../db/api.ts';
import { type PackedParts, packedParts } from '../host/packed-parts.ts';

/** The journal as the page hands it on: what is appended comes packed, so that a large commit costs the page no time. */
export interface PackedJournal extends Omit<JournalPort, 'append'> {
  append(book: string, seq: number, packed: PackedParts, done: boolean, firstPart: number): Promise<void>;
}

/** The journal through the page, with parts packed on this side. */
export function packingJournal(page: PackedJournal): JournalPort {
  /** The last append handed over, so that the next, packed meanwhile, never passes it. */
  let lastAppend: Promise<unknown> = Promise.resolve();
  return {
    status: (book) => page.status(book),
    append: async (book, seq, parts, done, firstPart) => {
      const packing = packedParts(parts);
      const earlier = lastAppend;
      const sent = (async () => {
        const packed = await packing;
        await earlier.catch(() => undefined);
        await page.append(book, seq, packed, done, firstPart);
      })();
      lastAppend = sent;
      await sent;
    },
    backUpBeforeMigration: (book) => page.backUpBeforeMigration(book),
    read: (book, afterSeq, from, cursor) => page.read(book, afterSeq, from, cursor),
  };
}
