import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDatabase } from '#renderer/db/schema.ts';
import { dropped, fewLines, openItems, TestBooks } from './drop-books.ts';

let test: TestBooks;

beforeEach(async () => {
  await deleteDatabase('proef');
  await deleteDatabase('ander');
  test = new TestBooks();
});

describe('a drop', () => {
  it('writes nothing before it is confirmed, and then each list in one commit', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([openItems()], []);
    expect(preview).toMatchObject({ openBefore: [], openAfter: [{ currency: 'EUR', cents: 157_300 }] });
    expect(preview.units).toMatchObject([
      { files: ['posten.csv'], format: 'table', kind: 'list', sameAs: null, unchanged: false, table: { itemsNew: 3 } },
    ]);
    expect(test.journal.status('proef').seq).toBe(1);
    const outcome = await books.confirmDrop(preview.id, {}, {});
    expect(outcome).toMatchObject({ stopped: null, records: [{ itemsNew: 3, totalOpen: 157_300 }] });
    expect(test.journal.status('proef').seq).toBe(2);
    expect((await books.summaries()).map(({ name, open }) => [name, open])).toEqual([
      ['Café de Zon', 36_300],
      ['Hotel Maan', 121_000],
    ]);
    await books.close();
  });

  it('is there after a start without a database, and the same again changes nothing', async () => {
    const books = await test.openEmpty();
    await dropped(books, [openItems()], { asOf: '2026-11-19' });
    const known = await books.summaries();
    await books.close();
    await deleteDatabase('proef');
    const again = test.service();
    await again.open('proef');
    expect(await again.summaries()).toEqual(known);
    const { preview, outcome } = await dropped(again, [openItems()], { asOf: '2026-11-19' });
    expect(preview.units).toMatchObject([
      { sameAs: 'posten.csv', unchanged: true, table: { itemsNew: 0, itemsSame: 3 } },
    ]);
    expect(outcome).toEqual({ records: [], stopped: null });
    expect(test.journal.status('proef').seq).toBe(2);
    await again.close();
  });

  it('is read again with other choices, and confirmed with them', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([openItems()], []);
    const [unit] = preview.units;
    const choices = { [unit!.id]: { asOf: '2026-11-18', full: false } };
    const chosen = await books.chooseDrop(preview.id, choices);
    expect(chosen.units).toMatchObject([{ id: unit!.id, table: { asOf: '2026-11-18', full: false } }]);
    const { records } = await books.confirmDrop(preview.id, choices, {});
    expect(records).toMatchObject([{ asOf: '2026-11-18', full: false }]);
    await books.close();
  });

  it('is confirmed with other choices than were shown, too', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([openItems()], []);
    const choices = { [preview.units[0]!.id]: { asOf: '2026-11-17' } };
    expect(await books.confirmDrop(preview.id, choices, {})).toMatchObject({ records: [{ asOf: '2026-11-17' }] });
    await books.close();
  });

  it('is never written to an administration that was opened after it was read', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([openItems()], []);
    const confirmed = books.confirmDrop(preview.id, {}, {});
    await books.open('ander');
    const { records } = await confirmed;
    expect(test.journal.status('ander').seq).toBe(0);
    expect(test.journal.status('proef').seq).toBe(1 + records.length);
    await expect(books.confirmDrop(preview.id, {}, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await books.close();
  });

  it('that was left is no longer there; what was refused does not come in', async () => {
    const books = await test.openEmpty();
    const preview = await books.openDrop([openItems()], []);
    await books.leaveDrop(preview.id);
    await expect(books.confirmDrop(preview.id, {}, {})).rejects.toMatchObject({ failure: { code: 'not-found' } });
    const { outcome } = await dropped(books, [{ name: 'leeg.csv', blob: new Blob([]) }]);
    expect(outcome).toEqual({ records: [], stopped: null });
    expect(test.journal.status('proef').seq).toBe(1);
    await books.close();
  });
});

describe('taking imports back', () => {
  it('lays every line back as it was, also after a start', async () => {
    const books = await test.openEmpty();
    await dropped(books, [openItems()], { asOf: '2026-11-12' });
    const before = await books.summaries();
    const second = openItems([...fewLines.slice(1), ['10003', 'Winkel Ster', '2026-004', '50,00']], 'twee.csv');
    const { outcome } = await dropped(books, [second], { asOf: '2026-11-19' });
    const ids = outcome.records.map(({ id }) => id);
    expect(await books.summaries()).not.toEqual(before);
    await books.close();
    const again = test.service();
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
    const books = await test.openEmpty();
    const list = (open: string, name: string) =>
      openItems(
        Array.from({ length: 7000 }, (_nothing, row) => [
          `${20_000 + (row % 700)}`,
          `Klant ${row % 700}`,
          `F${row}`,
          open,
        ]),
        name,
      );
    await dropped(books, [list('100,00', 'een.csv')], { asOf: '2026-11-12' });
    const before = await books.summaries();
    const { outcome } = await dropped(books, [list('60,00', 'twee.csv')], { asOf: '2026-11-19' });
    expect(outcome.records).toMatchObject([{ itemsChanged: 7000 }]);
    await books.undoImports(outcome.records.map(({ id }) => id));
    expect(await books.summaries()).toEqual(before);
    expect(test.largestCall).toBeLessThan(6 * 1024 * 1024);
    await books.close();
  });
});
