import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BooksEvents } from '#renderer/db/api.ts';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { DropChoices } from '#shared/domain/drop.ts';
import { journalPort } from './journal-port.ts';

const at = '2026-11-20T09:00:00';
let journal: MemoryJournal;
let progress: string[];
let largestCall: number;

const notify: BooksEvents = {
  onProgress: (job, done, total) => progress.push(`${job} ${done}/${total}`),
  onSaving: () => undefined,
  onSummaries: () => undefined,
  onCommitted: () => undefined,
};

function service(): BooksService {
  const port = journalPort(journal);
  return new BooksService({
    journal: {
      ...port,
      append: (book, seq, parts, done, firstPart) => {
        largestCall = Math.max(largestCall, parts.join('').length);
        return port.append(book, seq, parts, done, firstPart);
      },
    },
    clock: { moment: async () => ({ today: '2026-11-20', at }) },
    openDatabase,
    notify,
  });
}

async function openEmpty(): Promise<BooksService> {
  const books = service();
  await books.open('proef');
  const administration = newAdministration({ id: 'proef', name: 'Proef', iban: 'NL91ABNA0417164300' });
  await books.run({ type: 'save-administration', administration });
  progress = [];
  return books;
}

type Line = readonly [code: string, name: string, number: string, open: string];

function csv(lines: readonly Line[]): Blob {
  const rows = lines.map(([code, name, number, open]) =>
    [code, name, number, '01-09-2026', '01-10-2026', open].join(';'),
  );
  const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
  return new Blob([[head, ...rows].join('\r\n')]);
}

const first: readonly Line[] = [
  ['10001', 'Café de Zon', '2026-001', '121,00'],
  ['10001', 'Café de Zon', '2026-002', '242,00'],
  ['10002', 'Hotel Maan', '2026-003', '1.210,00'],
];

const posten = (lines: readonly Line[] = first, name = 'posten.csv') => ({ name, blob: csv(lines) });

async function imported(books: BooksService, files: readonly OfferedFile[], choices: DropChoices = {}) {
  const opened = await books.openDrop(files, []);
  const chosen = Object.fromEntries(opened.units.map(({ id }) => [id, choices]));
  const preview = await books.chooseDrop(opened.id, chosen);
  return { preview, outcome: await books.confirmDrop(preview.id, chosen, {}) };
}

beforeEach(async () => {
  await deleteDatabase('proef');
  await deleteDatabase('ander');
  journal = new MemoryJournal(() => at);
  progress = [];
  largestCall = 0;
});

describe('a drop', () => {
  it('writes nothing before it is confirmed, and then each list in one commit', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([posten()], []);
    expect(preview).toMatchObject({ openBefore: 0, openAfter: 157_300 });
    expect(preview.units).toMatchObject([
      { files: ['posten.csv'], format: 'table', kind: 'list', sameAs: null, unchanged: false, table: { itemsNew: 3 } },
    ]);
    expect(journal.status('proef').seq).toBe(1);
    const outcome = await books.confirmDrop(preview.id, {}, {});
    expect(outcome).toMatchObject({ stopped: null, records: [{ itemsNew: 3, totalOpen: 157_300 }] });
    expect(journal.status('proef').seq).toBe(2);
    expect((await books.summaries()).map(({ name, open }) => [name, open])).toEqual([
      ['Café de Zon', 36_300],
      ['Hotel Maan', 121_000],
    ]);
    await books.close();
  });

  it('is there after a start without a database, and the same again changes nothing', async () => {
    const books = await openEmpty();
    await imported(books, [posten()], { asOf: '2026-11-19' });
    const known = await books.summaries();
    await books.close();
    await deleteDatabase('proef');
    const again = service();
    await again.open('proef');
    expect(await again.summaries()).toEqual(known);
    const { preview, outcome } = await imported(again, [posten()], { asOf: '2026-11-19' });
    expect(preview.units).toMatchObject([
      { sameAs: 'posten.csv', unchanged: true, table: { itemsNew: 0, itemsSame: 3 } },
    ]);
    expect(outcome).toEqual({ records: [], stopped: null });
    expect(journal.status('proef').seq).toBe(2);
    await again.close();
  });

  it('is read again with other choices, and confirmed with them', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([posten()], []);
    const [unit] = preview.units;
    const choices = { [unit!.id]: { asOf: '2026-11-18', full: false } };
    const chosen = await books.chooseDrop(preview.id, choices);
    expect(chosen.units).toMatchObject([{ id: unit!.id, table: { asOf: '2026-11-18', full: false } }]);
    const { records } = await books.confirmDrop(preview.id, choices, {});
    expect(records).toMatchObject([{ asOf: '2026-11-18', full: false }]);
    await books.close();
  });

  it('is confirmed with other choices than were shown, too', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([posten()], []);
    const choices = { [preview.units[0]!.id]: { asOf: '2026-11-17' } };
    expect(await books.confirmDrop(preview.id, choices, {})).toMatchObject({ records: [{ asOf: '2026-11-17' }] });
    await books.close();
  });

  it('is never written to an administration that was opened after it was read', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([posten()], []);
    const confirmed = books.confirmDrop(preview.id, {}, {});
    await books.open('ander');
    const { records } = await confirmed;
    expect(journal.status('ander').seq).toBe(0);
    expect(journal.status('proef').seq).toBe(1 + records.length);
    await expect(books.confirmDrop(preview.id, {}, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await books.close();
  });

  it('that was left is no longer there; what was refused does not come in', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([posten()], []);
    await books.leaveDrop(preview.id);
    await expect(books.confirmDrop(preview.id, {}, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    const { outcome } = await imported(books, [{ name: 'leeg.csv', blob: new Blob([]) }]);
    expect(outcome).toEqual({ records: [], stopped: null });
    expect(journal.status('proef').seq).toBe(1);
    await books.close();
  });
});

describe('taking imports back', () => {
  it('lays every line back as it was, also after a start', async () => {
    const books = await openEmpty();
    await imported(books, [posten()], { asOf: '2026-11-12' });
    const before = await books.summaries();
    const second = posten([...first.slice(1), ['10003', 'Winkel Ster', '2026-004', '50,00']], 'twee.csv');
    const { outcome } = await imported(books, [second], { asOf: '2026-11-19' });
    const ids = outcome.records.map(({ id }) => id);
    expect(await books.summaries()).not.toEqual(before);
    await books.close();
    const again = service();
    await again.open('proef');
    await again.undoImports(ids);
    expect(await again.summaries()).toEqual(before);
    expect(await again.imports()).toMatchObject([{ undone: true }, { undone: false }]);
    await expect(again.undoImports(ids)).rejects.toMatchObject({
      failure: { code: 'bad-input', params: { undo: 'undone' } },
    });
    await again.close();
  });

  it('of 7,000 changed items stays in calls of a few megabytes', async () => {
    const books = await openEmpty();
    const list = (open: string, name: string) =>
      posten(
        Array.from({ length: 7000 }, (_nothing, row) => [
          `${20_000 + (row % 700)}`,
          `Klant ${row % 700}`,
          `F${row}`,
          open,
        ]),
        name,
      );
    await imported(books, [list('100,00', 'een.csv')], { asOf: '2026-11-12' });
    const before = await books.summaries();
    const { outcome } = await imported(books, [list('60,00', 'twee.csv')], { asOf: '2026-11-19' });
    expect(outcome.records).toMatchObject([{ itemsChanged: 7000 }]);
    await books.undoImports(outcome.records.map(({ id }) => id));
    expect(await books.summaries()).toEqual(before);
    expect(largestCall).toBeLessThan(6 * 1024 * 1024);
    await books.close();
  });
});
