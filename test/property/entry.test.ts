import { expect, test } from 'vitest';
import { addDays } from '#shared/dates/civil.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { type Books, type DebtorLedger, emptyBooks } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { mergeCounts } from '#shared/domain/commands/merge.ts';
import { administration, booksWith, invoice, sendAll } from '../unit/dunning-books.ts';
import { brokenChains, enteredDebtor, enteredItem, linesOf, run, takeBack } from '../unit/entry-books.ts';
import { anyLedger, booksOf, numbers, today } from './drawn-books.ts';
import fc from './draws.ts';

/** Two drawn debtors in one administration, their letters sent. */
function pair(a: Books, b: Books): Books {
  const books = emptyBooks();
  books.records.administration.set('administration', administration);
  books.ledgers.set(1, structuredClone(a.ledgers.get(1)!));
  const other = structuredClone(b.ledgers.get(1)!);
  const [drawn] = Object.values(other.debtor ?? {});
  books.ledgers.set(2, { ...other, debtor: { debtor: { ...drawn!, id: 2, code: '1002', name: 'Debiteur 2' } } });
  sendAll(books, today);
  return books;
}

const sumOpen = (books: Books, currency: string) => {
  let sum = 0;
  for (const ledger of books.ledgers.values()) {
    const allocated = allocatedPerItem(ledger);
    for (const item of Object.values(ledger.item ?? {}))
      if (item.currency === currency) sum += openBalance(item, allocated);
  }
  return sum;
};
const sumOf = (books: Books, of: (ledger: DebtorLedger) => number) =>
  [...books.ledgers.values()].reduce((sum, ledger) => sum + of(ledger), 0);
const allocations = (ledger: DebtorLedger) =>
  Object.values(ledger.allocation ?? {}).reduce((sum, { amount }) => sum + amount, 0);
const totals = (books: Books) => ({
  euros: sumOpen(books, 'EUR'),
  dollars: sumOpen(books, 'USD'),
  allocated: sumOf(books, allocations),
  ...Object.fromEntries(
    (['items', 'payments', 'letters', 'holds', 'notes', 'promises'] as const).map((count) => [
      count,
      sumOf(books, (ledger) => mergeCounts(ledger)[count]),
    ]),
  ),
  events: [...books.chains.values()].reduce((sum, chain) => sum + chain.length, 0),
});

test('merging keeps Σ open per currency, payments, letters, holds and every event; undo lays every line back (A11)', () => {
  fc.assert(
    fc.property(anyLedger, anyLedger, fc.boolean(), (a, b, turned) => {
      const books = pair(booksOf(a), booksOf(b));
      const before = { totals: totals(books), lines: linesOf(books) };
      const [from, into] = turned ? [1, 2] : [2, 1];
      const { undo } = run(books, { type: 'merge-debtors', from, into }, today);
      expect(totals(books)).toEqual({ ...before.totals, events: before.totals.events + 2 });
      expect([...books.ledgers.keys()]).toEqual([into]);
      const ledger = books.ledgers.get(into)!;
      for (const [id, line] of Object.entries(ledger.item ?? {})) expect(line.id).toBe(id);
      for (const { plan } of Object.values(ledger.letter ?? {})) {
        for (const line of plan.items) expect(ledger.item?.[line.itemId]?.number).toBe(line.number);
      }
      for (const { itemId } of Object.values(ledger.allocation ?? {})) expect(ledger.item?.[itemId]).toBeDefined();
      takeBack(books, undo, today);
      expect(linesOf(books)).toEqual(before.lines);
      expect(brokenChains(books)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('add-payment' as const),
    debtorId: fc.constant(1),
    date: fc.integer({ min: 0, max: 40 }).map((days) => addDays(today, -days)),
    amount: fc.integer({ min: 1, max: 900_000 }),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    itemIds: fc.uniqueArray(fc.constantFrom(...numbers), { maxLength: 3 }),
    note: fc.constant(''),
  }),
  fc.record({ kind: fc.constantFrom('invoice', 'credit', 'deposit'), total: fc.integer({ min: 1, max: 900_000 }) }).map(
    ({ kind, total }): Command => ({
      type: 'add-item',
      debtorId: 1,
      item: { ...enteredItem, kind, total: kind === 'credit' ? -total : total } as typeof enteredItem,
    }),
  ),
  fc.constant({ type: 'add-debtor' as const, debtor: enteredDebtor }),
  fc.record({
    type: fc.constant('set-outside-level' as const),
    debtorId: fc.constant(1),
    itemIds: fc.uniqueArray(fc.constantFrom(...numbers), { maxLength: 3 }),
    level: fc.integer({ min: 0, max: 5 }),
    on: fc.constant('2026-10-01'),
  }),
);

test('work by hand and its undo leave every line as it was; a payment lowers Σ open by its amount, to the cent', () => {
  let ran = 0;
  fc.assert(
    fc.property(anyLedger, anyCommand, (drawn, command) => {
      const books = booksOf(drawn);
      const before = { lines: linesOf(books), euros: sumOpen(books, 'EUR'), dollars: sumOpen(books, 'USD') };
      let undo: ReturnType<typeof run>['undo'];
      try {
        ({ undo } = run(books, command, today));
      } catch (error) {
        // Drawn items that are not there, or of another currency, are refused before anything is written.
        expect(linesOf(books)).toEqual(before.lines);
        expect((error as { failure?: object }).failure).toBeDefined();
        return;
      }
      ran++;
      if (command.type === 'add-payment') {
        const own = command.currency === 'EUR' ? 'euros' : 'dollars';
        const listed = Object.values(books.ledgers.get(1)!.item ?? {}).some(
          (item) => item.listed && command.date <= item.listed.bankUntil,
        );
        if (!listed) expect(sumOpen(books, command.currency)).toBe(before[own] - command.amount);
      }
      takeBack(books, undo, today);
      expect(linesOf(books)).toEqual(before.lines);
      expect(brokenChains(books)).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(ran).toBeGreaterThan(150);
});

test('two debtors with 4,000 items each merge and come apart again', () => {
  const items = (sign: number) =>
    Array.from({ length: 4_000 }, (_, i) => invoice(`F${i}`, { total: sign * (100 + i) }));
  const books = booksWith({ items: items(1) }, { items: items(2) });
  const before = { open: sumOpen(books, 'EUR'), lines: linesOf(books) };
  const { undo } = run(books, { type: 'merge-debtors', from: 2, into: 1 }, today);
  expect(Object.keys(books.ledgers.get(1)!.item!)).toHaveLength(8_000);
  expect(sumOpen(books, 'EUR')).toBe(before.open);
  takeBack(books, undo, today);
  expect(linesOf(books)).toEqual(before.lines);
});
