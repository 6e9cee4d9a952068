import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BooksEvents } from '#renderer/db/api.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { demoChanges } from '#shared/demo/generate.ts';
import type { PaymentPromise } from '#shared/domain/hold.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { Queue } from '#shared/dunning/today.ts';
import { waitingLine } from './bank-books.ts';
import { journalPort } from './journal-port.ts';

const at = '2026-11-20T09:00:00';
let journal: MemoryJournal;
let today: string;
let said: string[];
let queues: (readonly Queue[])[];
let summaries: { changed: readonly DebtorSummary[]; all: boolean }[];

const notify: BooksEvents = {
  onProgress: () => undefined,
  onSaving: (saving) => said.push(saving ? 'saving' : 'saved'),
  onOpening: () => said.push('opening'),
  onSummaries: (changed, all) => summaries.push({ changed, all }),
  onQueues: (kept) => queues.push(kept),
  onCommitted: (seq, touched) => said.push(`committed ${seq} ${touched}`),
};

/** Does at once what a service does when nothing is asked of it for a while. */
class QuietService extends BooksService {
  async aheadNow(): Promise<void> {
    const { board } = await this.here();
    await board.storeAhead();
  }
}

function service(ports: Partial<ConstructorParameters<typeof BooksService>[0]> = {}): QuietService {
  return new QuietService({
    journal: journalPort(journal),
    clock: { moment: async () => ({ today, at }) },
    openDatabase,
    notify,
    ...ports,
  });
}

async function demoService(): Promise<QuietService> {
  const books = service();
  await books.open('proef');
  await books.fillDemo();
  said = [];
  summaries = [];
  queues = [];
  return books;
}

const note = (debtorId: number, text: string) => ({ type: 'add-note', debtorId, text, corrects: null }) as const;

beforeEach(async () => {
  await deleteDatabase('proef');
  await deleteDatabase('ander');
  journal = new MemoryJournal(() => at);
  today = '2026-11-20';
  said = [];
  summaries = [];
  queues = [];
});

describe('a write', () => {
  it('is told once it is on disk, with the debtors it touched and their new summaries', async () => {
    const books = await demoService();
    await books.run({ type: 'set-hold', debtorId: 4, itemId: null, reason: 'manual', until: null, note: 'overleg' });
    expect(said).toEqual(['saving', 'committed 2 4', 'saved']);
    expect(summaries).toMatchObject([{ all: false, changed: [{ id: 4 }] }]);
    expect((await books.summaries()).find(({ id }) => id === 4)).toEqual(summaries[0]?.changed[0]);
    await books.close();
  });

  it('leaves everything as it was when the journal refuses it', async () => {
    const books = await demoService();
    const before = await books.ledger(1);
    journal.damage('proef');
    await expect(books.run(note(1, 'x'))).rejects.toMatchObject({ failure: { code: 'journal-broken' } });
    expect(await books.ledger(1)).toEqual(before);
    expect(said).toEqual(['saving', 'saved']);
    await books.close();
  });

  it('counts when only the answer of the journal was lost', async () => {
    const lossy = journalPort(journal);
    const books = service({
      journal: {
        ...lossy,
        append: async (...args) => {
          await lossy.append(...args);
          throw new Error('the answer never came');
        },
      },
    });
    await books.open('proef');
    await books.run({ type: 'save-setting', key: 'taal', value: 'nl' });
    expect(await books.settings()).toEqual({ taal: 'nl' });
    expect(journal.status('proef').seq).toBe(1);
    await books.close();
  });

  it('waits its turn, so that no two commits take one number', async () => {
    const books = await demoService();
    await Promise.all(Array.from({ length: 20 }, (_nothing, index) => books.run(note((index % 3) + 1, `n${index}`))));
    expect(journal.status('proef').seq).toBe(21);
    await books.close();
    const again = service();
    await again.open('proef');
    const notes = await Promise.all([1, 2, 3].map((id) => again.ledger(id)));
    expect(notes.reduce((sum, ledger) => sum + Object.keys(ledger?.note ?? {}).length, 0)).toBe(20);
    await again.close();
  });

  it('that the database refuses is still saved, and in the database with the next one', async () => {
    const books = service({
      openDatabase: async (book) => {
        const db = await openDatabase(book);
        let full = true;
        db.records.hook('creating', () => {
          if (full) {
            full = false;
            throw new DOMException('full', 'QuotaExceededError');
          }
        });
        return db;
      },
    });
    await books.open('proef');
    await books.run({ type: 'save-setting', key: 'a', value: 1 });
    expect(await books.settings()).toEqual({ a: 1 });
    await books.run({ type: 'save-setting', key: 'b', value: 2 });
    await books.close();
    const again = service();
    expect(await again.open('proef')).toEqual({ state: 'ready', seq: 2, replayed: 0 });
    expect(await again.settings()).toEqual({ a: 1, b: 2 });
    await again.close();
  });

  it('of a large commit goes to the journal in parts and counts only whole', async () => {
    const sizes: number[] = [];
    const port = journalPort(journal);
    const one = demoChanges('2026-11-20').filter(({ table, key }) => table !== 'event' && key !== 'administration');
    const many = Array.from({ length: 60 }, (_nothing, run) =>
      one.map((change) => {
        const id = Number(change.key) + run * 60;
        const line = change.table === 'debtor' ? { ...(change.line as object), id } : change.line;
        return { ...change, key: String(id), line };
      }),
    ).flat();
    const books = service({
      journal: {
        ...port,
        append: async (book, seq, parts, done, firstPart) => {
          sizes.push(parts.reduce((sum, part) => sum + part.length, 0));
          await port.append(book, seq, parts, done, firstPart);
        },
      },
    });
    await books.open('proef');
    await books.undo(many);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(4 * 1024 * 1024);
    expect(journal.status('proef').seq).toBe(1);
    expect((await books.summaries()).length).toBe(3600);
    await books.close();
  });
});

describe('opening', () => {
  it('shows the lists as they were kept before the books are read', async () => {
    const books = await demoService();
    const known = await books.summaries();
    await books.close();
    const again = service();
    await again.open('proef');
    expect(summaries).toEqual([{ changed: known, all: true }]);
    await again.close();
  });

  it('shows what to do as it was kept, and it is what the books say once they are read', async () => {
    const books = await demoService();
    const known = await books.queues(null);
    await books.close();
    const again = service();
    await again.open('proef');
    expect(queues).toEqual([known]);
    expect(await again.queues(null)).toEqual(known);
    await again.close();
  });

  it('shows nothing to do that was kept before the last commit', async () => {
    const books = await demoService();
    const [letters] = (await books.queues(null)).filter(({ queue }) => queue === 'letters');
    const debtorId = letters!.rows[0]!.debtorId!;
    await books.run({ type: 'set-hold', debtorId, itemId: null, reason: 'manual', until: null, note: 'overleg' });
    await books.close();
    const again = service();
    await again.open('proef');
    expect(queues).toEqual([]);
    expect(await again.queues(null)).not.toContainEqual(letters);
    await again.close();
  });

  it('shows no lists of another day or another commit', async () => {
    const books = await demoService();
    await books.close();
    today = '2026-11-21';
    const again = service();
    await again.open('proef');
    expect(summaries).toEqual([]);
    expect(queues).toEqual([]);
    await again.close();
  });

  it.each(['2026-11-21', '2026-11-23'])('shows on %s what was worked out for it on the Friday before', async (day) => {
    const books = await demoService();
    await books.aheadNow();
    await books.close();
    today = day;
    const again = service();
    await again.open('proef');
    const [shown] = queues;
    expect(summaries[0]).toEqual({ changed: await again.summaries(), all: true });
    expect(shown).toEqual(await again.queues(null));
    await again.close();
  });

  it('shows nothing that was worked out for a day before something was written', async () => {
    const books = await demoService();
    await books.aheadNow();
    await books.run(note(4, 'Gebeld'));
    await books.close();
    summaries = [];
    today = '2026-11-23';
    const again = service();
    await again.open('proef');
    expect([summaries, queues]).toEqual([[], []]);
    await again.close();
  });

  it('lets questions wait for the book that is being opened', async () => {
    const books = await demoService();
    const opening = books.open('ander');
    expect(await books.summaries()).toEqual([]);
    expect(await opening).toMatchObject({ state: 'ready', seq: 0 });
    await expect(books.whyNot(1)).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await books.close();
  });

  it('finishes a write on the book it was meant for before another is opened', async () => {
    const books = await demoService();
    const [written] = await Promise.all([books.run(note(1, 'nog net')), books.open('ander')]);
    expect(written.seq).toBe(2);
    await books.open('proef');
    expect(Object.values((await books.ledger(1))?.note ?? {})).toMatchObject([{ text: 'nog net' }]);
    expect(journal.status('ander').seq).toBe(0);
    await books.close();
  });

  it('gives the right to write back when the book is closed or could not be opened', async () => {
    const held = new Set<string>();
    const lock = async (book: string) => {
      if (held.has(book)) throw new Error('held');
      held.add(book);
      return () => held.delete(book) as unknown as undefined;
    };
    const first = service({ lock });
    await first.open('proef');
    const second = service({ lock });
    await expect(second.open('proef')).rejects.toThrow('held');
    await first.close();
    await second.open('proef');
    await second.close();
    expect(held.size).toBe(0);
  });
});

describe('the day', () => {
  it('rolls over: summaries of the new day are sent whole', async () => {
    const books = await demoService();
    const before = await books.summaries();
    today = '2026-12-20';
    await books.dayChanged();
    expect(summaries).toMatchObject([{ all: true }]);
    const late = (list: readonly DebtorSummary[]) => list.reduce((sum, { overdue }) => sum + overdue, 0);
    expect(late(await books.summaries())).toBeGreaterThan(late(before));
    await books.close();
  });

  it('lets what a bank line set aside says be forgotten in time', async () => {
    const books = await demoService();
    const line = waitingLine({ id: 'x', date: '2026-11-18', amount: 500, state: 'set-aside', remittance: 'diversen' });
    await books.undo([{ table: 'bankLine', key: '', lineId: 'x', line, v: 1 }]);
    today = '2027-02-20';
    await books.dayChanged();
    await expect.poll(async () => (await books.bankTaken(1))[0]?.line).toMatchObject({ id: 'x', remittance: null });
    await books.close();
  });
});

describe('search', () => {
  it('finds debtors by code, name and place, and items by number and amount, after a change too', async () => {
    const books = await demoService();
    const ledger = await books.ledger(1);
    const debtor = Object.values(ledger?.debtor ?? {})[0];
    const item = Object.values(ledger?.item ?? {})[0];
    expect((await books.search(debtor?.code ?? '', 5))[0]).toMatchObject({ debtorId: 1, itemId: null });
    expect((await books.search(debtor?.name.toUpperCase() ?? '', 5))[0]).toMatchObject({ debtorId: 1 });
    expect((await books.search(item?.number ?? '', 5))[0]).toMatchObject({ debtorId: 1, itemId: item?.id });
    if (debtor) await books.run({ type: 'save-debtor', debtor: { ...debtor, name: 'Héél Andere Naam' } });
    expect((await books.search('heel andere', 5))[0]).toMatchObject({ debtorId: 1, title: 'Héél Andere Naam' });
    expect(await books.search('   ', 5)).toEqual([]);
    await books.close();
  });

  it('finds an item by the payment reference it asks for, however that is grouped, in the palette and beside a bank line', async () => {
    const books = await demoService();
    const [item] = Object.values((await books.ledger(1))?.item ?? {});
    const told = { ...item!, paymentReference: '010806817183' };
    await books.undo([{ table: 'item', key: '1', lineId: told.id, line: told, v: 1 }]);
    const typed = ['+++010/8068/17183+++', '010 8068 17183', '0108068', '8068', '6817183', '010/8068'];
    for (const text of typed) {
      expect((await books.search(text, 5))[0], text).toMatchObject({ debtorId: 1, itemId: told.id });
      expect((await books.itemsToMatch(text, 5, true))[0], text).toMatchObject({ debtorId: 1, itemId: told.id });
    }
    expect((await books.search('0108068', 1))[0]?.detail).toContain('+++010/8068/17183+++');
    const byReference = async (text: string) =>
      (await books.search(text, 100)).filter(({ detail }) => detail.includes('+++')).length;
    expect(await Promise.all(['806', '8067', '010806817184'].map(byReference))).toEqual([0, 0, 0]);
    await books.close();
  });
});

describe('a promise whose day has passed', () => {
  /** Books with an open promise of 23 November, closed again. */
  async function promised(): Promise<number> {
    const books = await demoService();
    const [item] = Object.values((await books.ledger(1))?.item ?? {}).filter(({ state }) => state === 'open');
    if (!item) throw new Error('the demo has no open item');
    const promise: PaymentPromise = {
      id: 'p',
      itemIds: [item.id],
      amount: 100,
      on: '2026-11-20',
      date: '2026-11-23',
      by: null,
      channel: null,
      state: 'open',
      holdId: 'h',
    };
    await books.undo([{ table: 'promise', key: '1', lineId: 'p', line: promise, v: 1 }]);
    await books.close();
    return journal.status('proef').seq;
  }
  const stateOf = async (books: BooksService) => (await books.ledger(1))?.promise?.p?.state;

  it('is judged once when the book is opened', async () => {
    const seq = await promised();
    today = '2026-12-01';
    const books = service();
    await books.open('proef');
    await expect.poll(() => stateOf(books)).toBe('broken');
    expect(journal.status('proef').seq).toBe(seq + 1);
    await books.close();
    const again = service();
    await again.open('proef');
    await again.close();
    expect(journal.status('proef').seq).toBe(seq + 1);
  });

  it('is judged when the day changes, and not before', async () => {
    const seq = await promised();
    const books = service();
    await books.open('proef');
    await books.run(note(2, 'x'));
    expect([await stateOf(books), journal.status('proef').seq]).toEqual(['open', seq + 1]);
    today = '2026-12-01';
    await books.dayChanged();
    await expect.poll(() => stateOf(books)).toBe('broken');
    await books.close();
  });
});
