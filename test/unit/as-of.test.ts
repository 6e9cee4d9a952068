import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDatabase } from '#renderer/db/schema.ts';
import { listDates } from '#shared/domain/import/diff.ts';
import type { ListReading } from '#shared/formats/list-reading.ts';
import { asOfInName } from '#shared/formats/table/as-of.ts';
import { dropped, fewLines, mt940, openItems, paid, TestBooks } from './drop-books.ts';
import { readText } from './table-text.ts';

describe('the day a file is called after', () => {
  it.each([
    ['open posten per 20-11-2026.csv', '2026-11-20'],
    ['Openstaand_20261120.xlsx', '2026-11-20'],
    ['2026-11-20 debiteuren.csv', '2026-11-20'],
    ['export-2026_11_20-1534.csv', '2026-11-20'],
    ['export20261120153412.csv', '2026-11-20'],
    ['20112026.csv', '2026-11-20'],
    ['posten 3.9.2026.csv', '2026-09-03'],
    ['Posten 20 november 2026.csv', '2026-11-20'],
    ['posten_20nov2026.csv', '2026-11-20'],
    ['openstaande posten 01-01-2026 tm 20-11-2026.csv', '2026-11-20'],
    ['kantoor 2026-11-20.zip/posten.csv', '2026-11-20'],
    ['map 2025-01-01/posten 2026-11-20.csv', '2026-11-20'],
  ])('%s', (name, day) => {
    expect(asOfInName(name)[0]).toBe(day);
  });

  it.each([
    'openstaand.csv',
    'posten 2026.csv',
    'administratie 12345678.csv',
    'klant 120261120.csv',
    'versie 31-02-2026.csv',
    'F2026-0384.csv',
  ])('%s is called after none', (name) => {
    expect(asOfInName(name)).toEqual([]);
  });
});

describe('a list without a date', () => {
  const assumed = [
    { from: 'name', day: '2026-12-31' },
    { from: 'name', day: '2026-11-12' },
    { from: 'modified', day: '2026-11-15' },
  ] as const;

  it('is of the day in its name, else the day it was last changed, else today; never of a day to come', async () => {
    const reading = await readText('Debiteurnummer;Naam;Factuurnummer;Openstaand\n1;Kok;F1;10,00');
    const dates = (asOfAssumed: ListReading['asOfAssumed'], today: string) => {
      const { asOf, asOfFrom, asOfGiven, bankUntil } = listDates(
        { ...reading, asOfAssumed: asOfAssumed ?? [] },
        {},
        today,
      );
      expect([asOfGiven, bankUntil]).toEqual([false, asOf]);
      return [asOf, asOfFrom];
    };
    expect(dates(assumed, '2026-11-20')).toEqual(['2026-11-12', 'name']);
    expect(dates(assumed.slice(2), '2026-11-20')).toEqual(['2026-11-15', 'modified']);
    expect(dates(assumed.slice(2), '2026-11-15')).toEqual(['2026-11-15', 'today']);
    expect(dates(assumed.slice(2), '2026-11-10')).toEqual(['2026-11-10', 'today']);
    expect(dates([], '2026-11-20')).toEqual(['2026-11-20', 'today']);
    expect(listDates({ ...reading, asOf: '2026-11-01', asOfAssumed: assumed }, {}, '2026-11-20')).toMatchObject({
      asOf: '2026-11-01',
      asOfFrom: 'list',
    });
    expect(listDates(reading, { asOf: '2026-11-02' }, '2026-11-20')).toMatchObject({ asOfFrom: 'chosen' });
  });
});

describe('a list without a date dropped with a statement', () => {
  beforeEach(() => deleteDatabase('proef'));
  const list = openItems(undefined, 'posten.csv');
  const changedOn = (day: string) =>
    new File([list.blob], 'posten.csv', { lastModified: new Date(`${day}T16:00:00`).getTime() });

  it.each([
    ['openstaand 2026-11-12.csv', list.blob, 'name', 1],
    ['openstaand 2026-11-19.csv', list.blob, 'name', 0],
    ['posten.csv', changedOn('2026-11-12'), 'modified', 1],
    ['posten.csv', list.blob, 'today', 0],
  ] as const)(
    '%s holds the payments up to the day it is taken to be of (%#)',
    async (name, blob, asOfFrom, deducted) => {
      const books = await new TestBooks().openEmpty();
      const { preview } = await dropped(books, [{ name, blob }, mt940([paid])]);
      expect(preview.units[0]?.table).toMatchObject({ asOfFrom, asOfGiven: false });
      expect(preview.openAfter).toEqual([{ currency: 'EUR', cents: 157_300 - deducted * 12_100 }]);
      await books.close();
    },
  );
});

describe('a list older than the one that was read', () => {
  beforeEach(() => deleteDatabase('proef'));

  it('says how many of its items it leaves out, as the import then tells', async () => {
    const books = await new TestBooks().openEmpty();
    await dropped(books, [openItems(undefined, 'nieuw.csv', '2026-11-19')]);
    const lines = [...fewLines, ['10003', 'Bar Ster', '2026-000', '50,00'] as const];
    const { preview, outcome } = await dropped(books, [openItems(lines, 'oud 2026-11-12.csv')]);
    expect(preview.units[0]?.table?.warnings.map(({ code, params }) => [code, params.count ?? null])).toEqual([
      ['older-list', null],
      ['older-left', 1],
    ]);
    expect(outcome.records).toMatchObject([{ rowsSkipped: 1, itemsNew: 0, itemsGone: 0 }]);
    await books.close();
  });
});
