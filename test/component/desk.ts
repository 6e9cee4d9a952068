import { connectBooks, eventsOf } from '#renderer/db/client.ts';
import { forgetAnswers } from '#renderer/db/read/live.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { installBridge } from '#renderer/host/client.ts';
import { type MemoryBridge, type MemoryHostOptions, memoryHost } from '#renderer/host/memory.ts';
import { dismissBatch } from '#renderer/state/batch.ts';
import { officeBook, openDemo, startSession } from '#renderer/state/session.ts';
import { resetSession } from '#renderer/state/session-store.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { hostClock, hostJournal } from '#renderer/workers/connect.ts';
import { packingJournal } from '#renderer/workers/packed-journal.ts';

let here: readonly BooksService[] = [];

/** Connects books that live in this page instead of a worker; the databases are fake-indexeddb's. */
export function connectBooksHere(): void {
  here = (['administration', 'office', 'background'] as const).map((which) => {
    const notify = eventsOf(which);
    const service = new BooksService({ journal: packingJournal(hostJournal), clock: hostClock, openDatabase, notify });
    connectBooks(which, service);
    return service;
  });
}

/** Ends the books of the last start, as closing the window does. */
export async function closeBooks(): Promise<void> {
  for (const service of here) await service.close();
  here = [];
}

/** Starts over on a host: as a new start of the window, with whatever journal that host has. */
export async function startOn(host: MemoryBridge): Promise<void> {
  await closeBooks();
  installBridge(host);
  connectBooksHere();
  resetSession();
  dismissBatch();
  forgetAnswers();
  await startSession();
}

/** Takes away the working databases of these books, as another test or a full disk would. */
export async function forgetDatabases(...books: readonly string[]): Promise<void> {
  await closeBooks();
  for (const book of [officeBook, ...books]) await deleteDatabase(book);
}

/** A started session with the demo administration open, on a memory host. */
export async function openDemoDesk(options: MemoryHostOptions = {}): Promise<MemoryBridge> {
  await forgetDatabases('demo');
  const host = memoryHost(options);
  await startOn(host);
  await openDemo();
  return host;
}
