import { FailureError } from '#shared/contract/errors.ts';
import type { BooksApi, Clock, FilePort } from '../db/api.ts';
import { connectBooks, eventsOf, isConnected } from '../db/client.ts';
import { ask } from '../host/client.ts';
import { uploadBytes } from '../host/upload.ts';
import type { PackedJournal } from './packed-journal.ts';
import { join } from './rpc.ts';
import { gathering, type PieceEvents } from './summaries-in-pieces.ts';

/** What the worker offers, and what it may ask in return. */
export type WorkerSide = {
  readonly administration: BooksApi;
  readonly office: BooksApi;
  readonly background: BooksApi;
};
export type MainSide = {
  readonly journal: PackedJournal;
  readonly clock: Clock;
  readonly files: FilePort;
  readonly administrationEvents: PieceEvents;
  readonly officeEvents: PieceEvents;
  readonly backgroundEvents: PieceEvents;
};

/** The journal through the host's bridge. */
export const hostJournal: PackedJournal = {
  status: (book) => ask('journal.status', { book }),
  append: async (book, seq, packed, done, firstPart) => {
    await ask('journal.append', { book, seq, done, firstPart, ...packed });
  },
  backUpBeforeMigration: async (book) => {
    await ask('backup.make', { book, reason: 'before-migration' });
  },
  read: (book, afterSeq, from, cursor) => ask('journal.read', { book, afterSeq, from, cursor }),
};

/** What the host keeps of an import; the worker hands the bytes over, the page sends them on. */
const hostFiles: FilePort = {
  store: async (book, kind, name, file) => {
    const answer = await uploadBytes(book, kind, name, file);
    if (!answer.ok) throw new FailureError(answer.error);
    return answer.value.id;
  },
  // Most drops need no words of any PDF, so the reader of them is only loaded when one does.
  words: async (pdf) => (await import('../host/pdf-words.ts')).pdfWords(pdf),
};

/** The host's clock as write rules are told it. */
export const hostClock: Clock = {
  moment: async () => {
    const { today, now } = await ask('app.now', {});
    return { today, at: now };
  },
};

/** What went wrong in the worker last, and who hears of it. */
let trouble: string | null = null;
let hearTrouble: (message: string) => void = () => undefined;

/**
 * Starts the books worker, unless books are connected already. `onError` hears of a worker that could not be started, which
 * answers no call, and of an error in it that nobody caught; also of one before it listened.
 */
export function startBooks(onError?: (message: string) => void): void {
  if (onError) {
    hearTrouble = onError;
    if (trouble !== null) onError(trouble);
  }
  if (isConnected()) return;
  const worker = new Worker(new URL('./books.worker.ts', import.meta.url), { type: 'module', name: 'books' });
  worker.addEventListener('error', ({ message }) => {
    trouble = message || 'the books worker could not be started';
    hearTrouble(trouble);
  });
  const theirs = join<WorkerSide>(worker, {
    journal: hostJournal,
    clock: hostClock,
    files: hostFiles,
    administrationEvents: gathering(eventsOf('administration')),
    officeEvents: gathering(eventsOf('office')),
    backgroundEvents: gathering(eventsOf('background')),
  } satisfies MainSide);
  connectBooks('administration', theirs.administration);
  connectBooks('office', theirs.office);
  connectBooks('background', theirs.background);
}
