import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BooksEvents } from '#renderer/db/api.ts';
import { deleteDatabase, openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { journalPort } from './journal-port.ts';

const at = '2026-11-20T09:00:00';
let journal: MemoryJournal;
let progress: string[];

const notify: BooksEvents = {
  onProgress: (job, done, total) => progress.push(`${job} ${done}/${total}`),
  onSaving: () => undefined,
  onSummaries: () => undefined,
  onCommitted: () => undefined,
};

function service(): BooksService {
  return new BooksService({
    journal: journalPort(journal),
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

beforeEach(async () => {
  await deleteDatabase('proef');
  journal = new MemoryJournal(() => at);
  progress = [];
});

describe('a drop', () => {
  it('writes nothing before it is confirmed, and then each list in one commit', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([{ name: 'posten.csv', blob: csv(first) }], []);
    expect(preview).toMatchObject({ openBefore: 0, openAfter: 157_300 });
    expect(preview.units).toMatchObject([
      { files: ['posten.csv'], format: 'table', kind: 'list', sameAs: null, unchanged: false, table: { itemsNew: 3 } },
    ]);
    expect(journal.status('proef').seq).toBe(1);
    const outcome = await books.confirmDrop(preview.id, {}, {});
    expect(outcome).toMatchObject({ stopped: null, records: [{ itemsNew: 3, totalOpen: 157_300 }] });
    expect(journal.status('proef').seq).toBe(2);
    await books.close();
  });

  it('is read again with other choices, and confirmed with them', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([{ name: 'posten.csv', blob: csv(first) }], []);
    const [unit] = preview.units;
    const choices = { [unit!.id]: { asOf: '2026-11-18', full: false } };
    const chosen = await books.chooseDrop(preview.id, choices);
    expect(chosen.units).toMatchObject([{ id: unit!.id, table: { asOf: '2026-11-18', full: false } }]);
    const { records } = await books.confirmDrop(preview.id, choices, {});
    expect(records).toMatchObject([{ asOf: '2026-11-18', full: false }]);
    await books.close();
  });

  it('that was left is no longer there', async () => {
    const books = await openEmpty();
    const preview = await books.openDrop([{ name: 'posten.csv', blob: csv(first) }], []);
    await books.leaveDrop(preview.id);
    await expect(books.confirmDrop(preview.id, {}, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await books.close();
  });
});
