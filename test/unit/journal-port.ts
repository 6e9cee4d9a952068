import type { JournalPort } from '#renderer/db/api.ts';
import type { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { FailureError } from '#shared/contract/errors.ts';

/** A memory journal as the books worker reaches it. */
export function journalPort(journal: MemoryJournal): JournalPort {
  return {
    status: async (book) => journal.status(book),
    append: async (book, seq, parts, done, firstPart) => {
      const answer = journal.append(book, seq, parts, done, firstPart);
      if (!answer.ok) throw new FailureError(answer.error);
    },
    read: async (book, afterSeq, from, cursor) => journal.read(book, afterSeq, from, cursor),
    backUpBeforeMigration: async (book) => void journal.backUp(book, 'before-migration'),
  };
}
