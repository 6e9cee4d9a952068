import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BooksEvents } from '#renderer/db/api.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { journalPort } from './journal-port.ts';

const at = '2026-11-20T09:00:00';
const quiet: BooksEvents = {
  onProgress: () => undefined,
  onSaving: () => undefined,
  onSummaries: () => undefined,
  onCommitted: () => undefined,
};
let journal: MemoryJournal;
let largestCall = 0;

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
    notify: quiet,
  });
}

async function openEmpty(): Promise<BooksService> {
  const books = service();
  await books.open('proef');
  const administration = newAdministration({ id: 'proef', name: 'Proef', iban: 'NL91ABNA0417164300' });
  await books.run({ type: 'save-administration', administration });
  return books;
}

type Line = readonly [code: string, name: string, number: string, open: string];

function csv(lines: readonly Line[]): ArrayBuffer {
  const rows = lines.map(([code, name, number, open]) =>
    [code, name, number, '01-09-2026', '01-10-2026', open].join(';'),
  );
  const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
  return new TextEncoder().encode([head, ...rows].join('\r\n')).buffer as ArrayBuffer;
}

const first: readonly Line[] = [
  ['10001', 'Café de Zon', '2026-001', '121,00'],
  ['10001', 'Café de Zon', '2026-002', '242,00'],
  ['10002', 'Hotel Maan', '2026-003', '1.210,00'],
];

async function imported(books: BooksService, name: string, bytes: ArrayBuffer, asOf: string) {
  const choices = { asOf };
  const preview = await books.previewImport(name, bytes, choices);
  return { preview, record: await books.confirmImport(preview.id, choices) };
}

beforeEach(async () => {
  await deleteDatabase('proef');
  journal = new MemoryJournal(() => at);
  largestCall = 0;
});

describe('an import', () => {
  it('writes nothing before it is confirmed, and then everything in one commit', async () => {
    const books = await openEmpty();
    const preview = await books.previewImport('posten.csv', csv(first), { asOf: '2026-11-19' });
    expect(preview).toMatchObject({ refusal: null, itemsNew: 3, debtorsNew: 2, totalOpen: 157_300 });
    expect(journal.status('proef').seq).toBe(1);
    const record = await books.confirmImport(preview.id, { asOf: '2026-11-19' });
    expect(journal.status('proef').seq).toBe(2);
    expect(record).toMatchObject({ itemsNew: 3, asOf: '2026-11-19', totalOpen: 157_300 });
    expect((await books.summaries()).map(({ name, open }) => [name, open])).toEqual([
      ['Café de Zon', 36_300],
      ['Hotel Maan', 121_000],
    ]);
    await books.close();
  });

  it('is there after a start without a database, and the same list again changes nothing', async () => {
    const books = await openEmpty();
    await imported(books, 'posten.csv', csv(first), '2026-11-19');
    const known = await books.summaries();
    await books.close();
    await deleteDatabase('proef');
    const again = service();
    await again.open('proef');
    expect(await again.summaries()).toEqual(known);
    const { preview } = await imported(again, 'posten.csv', csv(first), '2026-11-19');
    expect(preview).toMatchObject({ itemsNew: 0, itemsChanged: 0, itemsSame: 3, sameAs: 'posten.csv' });
    expect(journal.status('proef').seq).toBe(2);
    await again.close();
  });

  it('is read again when it is confirmed with other choices than were shown', async () => {
    const books = await openEmpty();
    const preview = await books.previewImport('posten.csv', csv(first), {});
    expect(await books.confirmImport(preview.id, { asOf: '2026-11-18' })).toMatchObject({ asOf: '2026-11-18' });
    await books.close();
  });

  it('is written to the books it was read for, whatever is opened before its turn comes', async () => {
    const books = await openEmpty();
    const preview = await books.previewImport('posten.csv', csv(first), {});
    const confirmed = books.confirmImport(preview.id, { asOf: '2026-11-18' });
    await books.open('ander');
    expect(await confirmed).toMatchObject({ itemsNew: 3 });
    expect([journal.status('proef').seq, journal.status('ander').seq]).toEqual([2, 0]);
    await expect(books.confirmImport(preview.id, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await books.close();
  });

  it('cannot be confirmed when it was refused, or when its preview is gone', async () => {
    const books = await openEmpty();
    const empty = await books.previewImport('leeg.csv', new ArrayBuffer(0), {});
    expect(empty.refusal).toMatchObject({ code: 'empty' });
    await expect(books.confirmImport(empty.id, {})).rejects.toMatchObject({ failure: { code: 'bad-input' } });
    await expect(books.confirmImport('voorbeeld-99', {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect(journal.status('proef').seq).toBe(1);
    await books.close();
  });
});

describe('taking an import back', () => {
  it('lays every line back as it was, also after a start', async () => {
    const books = await openEmpty();
    await imported(books, 'een.csv', csv(first), '2026-11-12');
    const before = await books.summaries();
    const second = csv([...first.slice(1), ['10003', 'Winkel Ster', '2026-004', '50,00']]);
    const { record } = await imported(books, 'twee.csv', second, '2026-11-19');
    expect(await books.summaries()).not.toEqual(before);
    await books.close();
    const again = service();
    await again.open('proef');
    await again.undoImport(record.id);
    expect(await again.summaries()).toEqual(before);
    expect(await again.imports()).toMatchObject([{ undone: true }, { undone: false }]);
    await expect(again.undoImport(record.id)).rejects.toMatchObject({
      failure: { code: 'bad-input', params: { undo: 'undone' } },
    });
    await again.close();
  });

  it('of 7,000 changed items stays in calls of a few megabytes', async () => {
    const books = await openEmpty();
    const list = (open: string) =>
      csv(
        Array.from({ length: 7000 }, (_nothing, row) => [
          `${20_000 + (row % 700)}`,
          `Klant ${row % 700}`,
          `F${row}`,
          open,
        ]),
      );
    await imported(books, 'een.csv', list('100,00'), '2026-11-12');
    const before = await books.summaries();
    const { record } = await imported(books, 'twee.csv', list('60,00'), '2026-11-19');
    expect(record).toMatchObject({ itemsChanged: 7000 });
    await books.undoImport(record.id);
    expect(await books.summaries()).toEqual(before);
    expect(largestCall).toBeLessThan(6 * 1024 * 1024);
    await books.close();
  });
});
