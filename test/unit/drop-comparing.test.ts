import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteDatabase } from '#renderer/db/schema.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { dropped, list, mt940, openItems, paid, type Receipt, strange, TestBooks } from './drop-books.ts';

let test: TestBooks;
let now = 1e9;

beforeEach(async () => {
  await deleteDatabase('proef');
  test = new TestBooks();
  // Every step takes longer than a slice may.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
});

afterEach(() => {
  vi.restoreAllMocks();
});

const lines = 40;
const many = mt940([
  paid,
  ...Array.from(
    { length: lines - 1 },
    (_nothing, i): Receipt => ['2026-11-18', `${20 + i}.00`, strange[2], strange[3], `brief ${i}`],
  ),
]);

const compared = () => test.progress.filter((line) => line.startsWith('comparing'));
const isComparing = () => vi.waitUntil(() => compared().length > 3, { interval: 1, timeout: 10_000 });

const long = openItems(
  Array.from({ length: lines }, (_nothing, i) => [`${5000 + i}`, `Klant ${i}`, `L-${i}`, '10,00'] as const),
  'lang.csv',
);

/** Books with a list of two debtors; what was told so far is forgotten. */
async function withList() {
  const books = await test.openEmpty();
  const { outcome } = await dropped(books, [list]);
  test.progress.length = 0;
  return { books, imports: outcome.records.map(({ id }) => id) };
}

describe.each([
  ['a bank file', many],
  ['a list', long],
])('comparing %s', (_name, file) => {
  it('tells how far it is in rows, and never goes back', async () => {
    const { books } = await withList();
    await books.openDrop([file], []);
    const told = compared().map((line) => /^comparing (\d+)\/(\d+)$/.exec(line)!.slice(1).map(Number));
    expect(told.at(-1)).toEqual([lines, lines]);
    expect(told.every(([done = 0], i) => done >= (told[i - 1]?.[0] ?? 0))).toBe(true);
    await books.close();
  });

  it('lets others be answered meanwhile', async () => {
    const { books } = await withList();
    let isDone = false;
    const opening = books.openDrop([file], []).then(() => {
      isDone = true;
    });
    await isComparing();
    expect(await books.summaries()).toHaveLength(2);
    expect(isDone).toBe(false);
    await opening;
    await books.close();
  });

  it('stops when it is left, and holds nothing up', async () => {
    const { books } = await withList();
    const opening = books.openDrop([file], []);
    opening.catch(() => undefined);
    await isComparing();
    await books.leaveDrop(null);
    await expect(opening).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect((await books.openDrop([list], [])).units).toHaveLength(1);
    await books.close();
  });

  it('begins anew when the books change meanwhile', async () => {
    const { books, imports } = await withList();
    const opening = books.openDrop([file], []);
    await isComparing();
    await books.undoImports(imports);
    expect((await opening).openBefore).toEqual([]);
    await books.close();
  });
});

describe('comparing a bank file', () => {
  it('with other choices is overtaken by the choices that were shown', async () => {
    const books = await test.openEmpty();
    const shown = await books.openDrop([list, many], []);
    const choices = { [shown.units[0]!.id]: { take: false } };
    test.progress.length = 0;
    const choosing = books.chooseDrop(shown.id, choices);
    choosing.catch(() => undefined);
    await isComparing();
    expect(await books.chooseDrop(shown.id, {})).toEqual(shown);
    await expect(choosing).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    const { records } = await books.confirmDrop(shown.id, {}, {});
    expect(records).toMatchObject([{ itemsNew: 3 }, { bank: { linesMatched: 1 } }]);
    await books.close();
  });

  it('is not done twice: what was shown is written, unless the books changed since', async () => {
    const books = await test.openEmpty();
    const first = await dropped(books, [list]);
    const { id } = await books.openDrop([many], []);
    const match = vi.spyOn(Matcher.prototype, 'match');
    const { records } = await books.confirmDrop(id, {}, {});
    expect(records).toMatchObject([{ bank: { lines, linesMatched: 1, linesToReview: lines - 1 } }]);
    expect(match).not.toHaveBeenCalled();
    await books.undoImports(records.map((record) => record.id));
    const again = await books.openDrop([many], []);
    await books.undoImports(first.outcome.records.map((record) => record.id));
    match.mockClear();
    expect((await books.confirmDrop(again.id, {}, {})).records).toMatchObject([{ bank: { linesMatched: 0 } }]);
    expect(match).toHaveBeenCalled();
    await books.close();
  });
});
