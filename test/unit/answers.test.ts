import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { connectBooks, eventsOf } from '#renderer/db/client.ts';
import { forgetAnswers, Live, live } from '#renderer/db/read/live.ts';
import '#renderer/db/read/proposals.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { journalPort } from './journal-port.ts';

const at = '2026-11-20T09:00:00';

beforeEach(async () => {
  await deleteDatabase('proef');
  await deleteDatabase('ander');
});

it('what was kept of a book that another overtook is not shown as that of the other', async () => {
  const books = new BooksService({
    journal: journalPort(new MemoryJournal(() => at)),
    clock: { moment: async () => ({ today: at.slice(0, 10), at }) },
    openDatabase,
    notify: eventsOf('administration'),
  });
  connectBooks('administration', books);
  await books.open('proef');
  await books.fillDemo();
  expect((await books.queues(null)).length).toBeGreaterThan(0);
  await books.close();

  const opening = [books.open('proef'), books.open('ander')];
  forgetAnswers();
  await Promise.all(opening);
  const shown = live(
    'queues',
    () =>
      new Live<readonly Queue[]>(
        () => books.queues(null),
        () => true,
      ),
  );
  shown.subscribe(() => undefined);
  await expect.poll(() => shown.get()).toEqual([]);
  await books.close();
});
