import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/books.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { bankFile, bankLine, importBank, standing } from './bank-books.ts';
import { freshBooks } from './import-books.ts';

const today = '2026-11-21';

describe('a statement of thousands of lines', () => {
  const count = 4500;
  const file = bankFile(
    Array.from({ length: count }, (_nothing, i) => bankLine('2026-11-12', -1000 - i, { remittance: `Inkoop ${i}` })),
    { number: '7', opening: 100_000_00, closing: 90_000_00 },
  );

  it('is known by records of at most 2,000 lines, the first with its balances', () => {
    const books = freshBooks();
    const { record } = importBank(books, [file], today);
    const records = [...books.records.statement.values()];
    expect(records.map(({ id, number, closing, fingerprints }) => [id, number, closing, fingerprints.length])).toEqual([
      [`${record.id}-1`, '7', 90_000_00, 2000],
      [`${record.id}-1~2`, '7', null, 2000],
      [`${record.id}-1~3`, '7', null, 500],
    ]);
  });

  it('is known again whole, and gone whole when it is taken back', () => {
    const books = freshBooks();
    const before = standing(books);
    const { record } = importBank(books, [file], today);
    expect(importBank(books, [file], today).diff.counts).toMatchObject({ lines: count, linesKnown: count });
    const undone = undoImport(books, record.id, { today, at: `${today}T11:00:00` });
    applyChanges(books, undone.ok ? undone.changes : []);
    expect(standing(books)).toEqual(before);
  });

  it('of one amount a thousand times is known a thousand times', () => {
    const books = freshBooks();
    const fees = bankFile(
      Array.from({ length: 1000 }, () => bankLine('2026-11-12', 2500, { remittance: 'Contributie' })),
    );
    importBank(books, [fees], today);
    const more = bankFile([
      ...fees.reading.statements[0]!.transactions,
      bankLine('2026-11-12', 2500, { remittance: 'Contributie' }),
    ]);
    expect(importBank(books, [more], today).diff.counts).toMatchObject({ lines: 1001, linesKnown: 1000 });
  });
});
