import { describe, expect, test } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { todayQueues } from '#shared/dunning/today.ts';
import { booksWith, credit, debtor, invoice, pay, proposalsOn } from './dunning-books.ts';

const today = '2026-06-01';
/** Not due: no letter and no call stands beside what is tested. */
const later = { dueDate: '2026-12-01' };

function booksOf(given: Partial<Debtor>, ...totals: readonly number[]): Books {
  const items = totals.map((total, at) => invoice(`F${at + 1}`, { ...later, total }));
  return booksWith({ debtor: debtor(given), items });
}

function overLimit(books: Books) {
  return todayQueues(books, proposalsOn(books, today)).find(({ queue }) => queue === 'over-limit');
}

describe('debtors past their kredietlimiet are a queue of Vandaag (criterion C4)', () => {
  test('with how much is open above it, credits deducted', () => {
    const books = booksOf({ creditLimit: 1_000_00 }, 900_00, 350_00);
    expect(overLimit(books)).toMatchObject({ totalCents: 250_00, rows: [{ limit: 1_000_00, itemIds: ['F1', 'F2'] }] });
    books.ledgers.get(1)!.item!.C1 = credit('C1', 200_00);
    expect(overLimit(books)).toMatchObject({ totalCents: 50_00 });
  });

  test.each([
    ['without a limit', {}, [5_000_00]],
    ['exactly at it', { creditLimit: 1_000_00 }, [600_00, 400_00]],
    ['with nothing open', { creditLimit: 1_000_00 }, []],
  ])('not %s', (_, given, totals) => {
    expect(overLimit(booksOf(given, ...totals))).toBeUndefined();
  });

  test('another currency is no part of a limit in euros', () => {
    const items = [invoice('F1', { ...later, total: 5_000_00, currency: 'USD' })];
    const books = booksWith({ debtor: debtor({ creditLimit: 1_000_00 }), items });
    expect(overLimit(books)).toBeUndefined();
  });

  test('seen it is gone, also when less is open; the next invoice, or another limit, brings it back', () => {
    const books = booksOf({ creditLimit: 1_000_00 }, 900_00, 350_00);
    const lineId = overLimit(books)!.rows[0]!.lineId!;
    const moment = { today, at: `${today}T10:00:00` };
    const seen = { type: 'done-task', debtorId: 1, taskId: lineId, outcome: '' } as const;
    applyChanges(books, runCommand(books, seen, moment));
    expect(books.chains.get(1)!.at(-1)!.data).toMatchObject({ kind: 'over-limit', items: ['F1', 'F2'] });
    expect(overLimit(books)).toBeUndefined();
    pay(books, 1, 'F1', 10_00, today);
    expect(overLimit(books)).toBeUndefined();
    books.ledgers.get(1)!.item!.F3 = invoice('F3', { ...later, total: 5_00 });
    expect(overLimit(books)).toMatchObject({ totalCents: 245_00 });
    applyChanges(books, runCommand(books, seen, moment));
    expect(overLimit(books)).toBeUndefined();
    const lower = debtor({ creditLimit: 800_00 });
    applyChanges(books, runCommand(books, { type: 'save-debtor', debtor: lower }, moment));
    expect(overLimit(books)).toMatchObject({ rows: [{ limit: 800_00 }] });
  });
});
