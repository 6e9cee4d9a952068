import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { JournalPort } from '#renderer/db/api.ts';
import { applyToDatabase } from '#renderer/db/apply.ts';
import { loadBooks, loadUndo, storedSeq } from '#renderer/db/load.ts';
import { migrations } from '#renderer/db/migrations/index.ts';
import { reconcile } from '#renderer/db/reconcile.ts';
import {
  type BooksDatabase,
  currentVersion,
  databaseName,
  deleteDatabase,
  openDatabase,
  packOf,
} from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { demoChanges } from '#shared/demo/generate.ts';
import { applyChanges, type Books, type Change, emptyBooks, lineVersion } from '#shared/domain/books.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import { journalPort } from './journal-port.ts';

const book = 'proef';
const demo = demoChanges('2026-11-20');

/** The demo in commits of at most `size` changes. */
function commits(size: number): Change[][] {
  const parts: Change[][] = [];
  for (let from = 0; from < demo.length; from += size) parts.push(demo.slice(from, from + size));
  return parts;
}

function write(journal: MemoryJournal, changes: readonly Change[]): number {
  const seq = journal.status(book).seq + 1;
  journal.append(book, seq, [...changeParts(changes)], true);
  return seq;
}

function inMemory(...all: readonly Change[][]): Books {
  const books = emptyBooks();
  for (const changes of all) applyChanges(books, structuredClone(changes));
  books.seq = all.length;
  return books;
}

async function everything(db: BooksDatabase): Promise<Books> {
  const books = await loadBooks(db);
  await loadUndo(db, books);
  return books;
}

let journal: MemoryJournal;
let port: JournalPort;

beforeEach(async () => {
  await deleteDatabase(book);
  journal = new MemoryJournal(() => '2026-11-20T09:00:00');
  port = journalPort(journal);
});

describe('changes into few records', () => {
  it('gives after a reload the books that memory has, however the changes were cut into commits', async () => {
    for (const size of [1000, 97]) {
      await deleteDatabase(book);
      const db = await openDatabase(book);
      const parts = commits(size);
      for (const [index, changes] of parts.entries()) await applyToDatabase(db, changes, index + 1);
      expect(await everything(db)).toEqual(inMemory(...parts));
      db.close();
    }
  });

  it('holds 32 debtors in a record, by creation number', async () => {
    expect([1, 32, 33, 64, 65].map(packOf)).toEqual([0, 0, 1, 1, 2]);
    const db = await openDatabase(book);
    await applyToDatabase(db, demo, 1);
    expect(await db.ledger.count()).toBe(2);
    db.close();
  });

  it('takes a removed line and a removed debtor out of their records', async () => {
    const db = await openDatabase(book);
    await applyToDatabase(db, demo, 1);
    const gone: Change[] = [
      { table: 'debtor', key: '3', lineId: 'debtor', line: null, v: lineVersion },
      { table: 'administration', key: 'administration', lineId: 'administration', line: null, v: lineVersion },
    ];
    await applyToDatabase(db, gone, 2);
    expect(await everything(db)).toEqual(inMemory(demo, gone));
    db.close();
  });

  it('keeps the old number while more of a large commit follows', async () => {
    const db = await openDatabase(book);
    await applyToDatabase(db, demo, null);
    expect(await storedSeq(db)).toBe(0);
    await applyToDatabase(db, [], 1);
    expect(await storedSeq(db)).toBe(1);
    db.close();
  });
});

describe('start-up', () => {
  it('replays what the journal has beyond the database: the window died between journal and database', async () => {
    const db = await openDatabase(book);
    const parts = commits(300);
    for (const changes of parts) write(journal, changes);
    await applyToDatabase(db, parts[0] ?? [], 1);
    expect(await reconcile(db, book, port)).toEqual({
      state: 'ready',
      seq: parts.length,
      replayed: parts.length - 1,
    });
    expect(await everything(db)).toEqual(inMemory(...parts));
    db.close();
  });

  it('replays a commit that reached the database in part', async () => {
    const db = await openDatabase(book);
    write(journal, demo);
    await applyToDatabase(db, demo.slice(0, demo.length / 2), null);
    await reconcile(db, book, port);
    expect(await everything(db)).toEqual(inMemory(demo));
    db.close();
  });

  it('builds an empty database from the journal alone, or from the newest snapshot and what follows it', async () => {
    for (const backupAfter of [null, 2]) {
      await deleteDatabase(book);
      journal = new MemoryJournal(() => '2026-11-20T09:00:00');
      const parts = commits(200);
      for (const [index, changes] of parts.entries()) {
        write(journal, changes);
        if (index === backupAfter) journal.backUp(book, 'daily');
      }
      const db = await openDatabase(book);
      expect(await reconcile(db, book, journalPort(journal))).toMatchObject({ state: 'ready', seq: parts.length });
      expect(await everything(db)).toEqual(inMemory(...parts));
      db.close();
    }
  });

  it('is read-only when the database is ahead of the journal, and leaves the database as it is', async () => {
    const db = await openDatabase(book);
    write(journal, demo);
    await applyToDatabase(db, demo, 1);
    await applyToDatabase(db, [], 2);
    expect(await reconcile(db, book, port)).toMatchObject({ state: 'read-only', reason: 'journal-behind' });
    expect(await storedSeq(db)).toBe(2);
    db.close();
  });

  it('is read-only when the journal is damaged, showing what can be trusted', async () => {
    const db = await openDatabase(book);
    write(journal, demo);
    journal.damage(book);
    expect(await reconcile(db, book, port)).toMatchObject({ state: 'read-only', reason: 'journal-broken' });
    expect(await everything(db)).toEqual(inMemory(demo));
    db.close();
  });

  it('builds the database anew after a restore, which is numbered past everything before it', async () => {
    const db = await openDatabase(book);
    const [first = [], ...rest] = commits(500);
    write(journal, first);
    const { id } = journal.backUp(book, 'on-demand');
    for (const changes of rest) write(journal, changes);
    await reconcile(db, book, port);
    const restored = journal.restore(book, id ?? '');
    expect(restored.ok && (await reconcile(db, book, port))).toMatchObject({ state: 'ready', seq: rest.length + 2 });
    expect({ ...(await everything(db)), seq: 1 }).toEqual(inMemory(first));
    db.close();
  });

  it('refuses a line of a newer version instead of losing what it cannot read', async () => {
    const db = await openDatabase(book);
    write(journal, [{ table: 'setting', key: 'administration', lineId: 'x', line: 1, v: lineVersion + 1 }]);
    await expect(reconcile(db, book, port)).rejects.toMatchObject({ failure: { code: 'newer-version' } });
    db.close();
  });
});

/** Puts packs as the first layout had them. */
async function packsAsObjects(db: BooksDatabase): Promise<void> {
  for (const [store, field] of [
    [db.table('ledger'), 'debtors'],
    [db.table('dossier'), 'chains'],
  ] as const) {
    await store.toCollection().modify((record: Record<string, unknown>) => {
      record[field] = JSON.parse(String(record[field]));
    });
  }
}

describe('layout', () => {
  it('has migrations numbered on from 1', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_migration, index) => index + 1));
  });

  it('comes to the present layout from every earlier one with the books unchanged', async () => {
    for (let version = 1; version <= currentVersion; version++) {
      await deleteDatabase(book);
      const old = await openDatabase(book, version);
      await applyToDatabase(old, demo, 1);
      if (version < 2) await packsAsObjects(old);
      old.close();
      const db = await openDatabase(book);
      expect(await everything(db)).toEqual(inMemory(demo));
      db.close();
    }
  });

  it('refuses a newer database', async () => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(databaseName(book), (currentVersion + 1) * 10);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    await expect(openDatabase(book)).rejects.toMatchObject({ failure: { code: 'newer-version' } });
  });
});
