import { describe, expect, it } from 'vitest';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, openOf } from './import-books.ts';
import { ordersOf } from './orders.ts';
import { f1, f2, list, moment, today } from './partial-lists.ts';

type Step = 'list' | 'paid' | 'back' | 'lacked';

/** A payment that went back, and a later one the list t/m 20-11 does not have: it has the invoice wholly open. */
const linesOf = (amount: number) => {
  const line = (day: string, cents: number, endToEndId: string) =>
    bankLine(`2026-11-${day}`, cents, {
      remittance: 'Factuur F26001',
      endToEndId,
      returnReason: cents < 0 ? 'AM04' : null,
    });
  return { paid: line('12', amount, 'E1'), back: line('16', -amount, 'E1'), lacked: line('18', amount, 'E2') };
};

async function take(books: Books, step: Step, amount: number): Promise<void> {
  if (step === 'list') await list(books, '2026-11-20', true, f1('1.000,00'), f2);
  else importBank(books, [bankFile([linesOf(amount)[step]])], today);
}

/** The user says of every line that waits that it is of the invoice, as far as there is room for it. */
function review(books: Books): void {
  for (const { id: lineId, amount } of linesIn(books, 'review')) {
    const parts = [{ debtorId: 1, itemId: 'F26001', amount, discount: 0 }];
    try {
      applyChanges(books, runCommand(books, { type: 'match-line', lineId, parts, creditTo: null, settle: [] }, moment));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }
}

async function known(): Promise<Books> {
  const books = freshBooks();
  await list(books, '2026-11-10', true, f1('1.000,00'), f2);
  return books;
}

/** Orders in which the payment comes before its storno. */
const orders = ordersOf<Step>(['list', 'paid', 'back', 'lacked']).filter(
  (order) => order.indexOf('paid') < order.indexOf('back'),
);

describe('a list that has a payment and its storno in it, and not the payment after them (A3)', () => {
  it.each(orders.map((order) => [order]))(
    'of a part, in the order %j, leaves open what that one did not pay',
    async (order) => {
      const books = await known();
      for (const step of order) {
        await take(books, step, 400_00);
        review(books);
        expect(reconcile(books, null)?.unexplained).toBe(0);
      }
      expect([openOf(books, '1', 'F26001'), linesIn(books, 'review')]).toEqual([600_00, []]);
    },
  );

  const whole = orders.filter((order) => order.indexOf('back') < order.indexOf('lacked') || order[0] === 'list');
  it.each(whole.filter((order) => order[1] !== 'lacked').map((order) => [order]))(
    'of all of it, in the order %j, is paid once that one is confirmed',
    async (order) => {
      const books = await known();
      for (const step of order) {
        await take(books, step, 1000_00);
        review(books);
        expect(reconcile(books, null)?.unexplained).toBe(0);
      }
      expect([openOf(books, '1', 'F26001'), linesIn(books, 'review')]).toEqual([0, []]);
    },
  );

  it('waits for a user to say so where nobody looks', async () => {
    const books = await known();
    for (const step of ['paid', 'list', 'back', 'lacked'] as const) await take(books, step, 1000_00);
    expect(linesIn(books, 'review')).toMatchObject([{ date: '2026-11-18', amount: 1000_00 }]);
  });
});
