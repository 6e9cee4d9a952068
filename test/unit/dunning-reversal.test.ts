import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import type { Payment } from '#shared/domain/item.ts';
import { todayQueues } from '#shared/dunning/today.ts';
import { booksWith, invoice, type Owing, proposalsOn, proposedOn, sendAll, skippedOn } from './dunning-books.ts';

const due = '2026-05-25';
const stornoOn = '2026-05-27';

/** Books in which a direct debit of F1 was taken back, as a bank import leaves them. */
function returned(reason: string, owing: Partial<Owing> = {}): Books {
  const items = [invoice('F1', { dueDate: due, cycle: 2 }), ...(owing.items ?? [])];
  const books = booksWith({ debtor: { directDebit: true }, ...owing, items });
  const ledger = books.ledgers.get(1)!;
  const payment = (id: string, date: string, amount: number, more: Partial<Payment> = {}): void => {
    const common = { id, date, amount, currency: 'EUR', source: 'bank', importId: null } as const;
    const none = { counterparty: null, iban: null, remittance: null };
    ledger.payment = { ...ledger.payment, [id]: { ...common, ...none, ...more } };
    ledger.allocation = { ...ledger.allocation, [id]: { id, paymentId: id, itemId: 'F1', date, amount } };
  };
  payment('in', due, 1_000_00);
  payment('back', stornoOn, -1_000_00, { returnReason: reason });
  return books;
}

describe('a storno of a direct debit (criterion D3)', () => {
  it('the gate of direct debit no longer holds the item, and a letter about it goes first', () => {
    const books = returned('AM04', { items: [invoice('F2', { dueDate: due })] });
    const proposal = proposedOn(books, stornoOn);
    expect(proposal).toMatchObject({ kind: 'debit-reversal', stepId: 'storno', itemIds: ['F1'], total: 1_000_00 });
  });

  it('once; the policy begins after its deadline and three bank days', () => {
    const books = returned('AM04');
    expect(sendAll(books, stornoOn)).toMatchObject([{ kind: 'debit-reversal', deadline: '2026-06-03' }]);
    expect(skippedOn(books, '2026-06-07').reasons).toContain('deadline-running');
    expect(skippedOn(books, '2026-06-07').firstDate).toBe('2026-06-08');
    expect(proposedOn(books, '2026-06-08').kind).toBe('reminder');
  });

  it('of another cycle is behind the item', () => {
    const books = returned('AM04');
    sendAll(books, stornoOn);
    const ledger = books.ledgers.get(1)!;
    ledger.item = { F1: { ...ledger.item!.F1!, cycle: 3 } };
    expect(proposedOn(books, '2026-06-10').kind).toBe('debit-reversal');
  });

  it('waits as other letters do', () => {
    const books = returned('AM04', {
      holds: [{ id: 'h', itemId: 'F1', amount: null, reason: 'dispute', from: due, until: null, note: '' }],
    });
    expect(skippedOn(books, stornoOn).reasons).toEqual(['hold-dispute']);
  });

  it('is counted as a letter for the interval between two letters', () => {
    const books = returned('AM04', { items: [invoice('F2', { dueDate: '2026-05-22', directDebit: false })] });
    sendAll(books, stornoOn);
    expect(skippedOn(books, '2026-06-02').reasons).toContain('interval');
  });
});

describe('a storno the debtor asked for itself (MD06)', () => {
  it('is called about first; the letter follows the call', () => {
    const books = returned('MD06');
    const proposals = proposalsOn(books, stornoOn);
    expect(proposals.proposals).toEqual([]);
    expect(proposals.skipped[0]?.reasons).toEqual(['not-due']);
    expect(proposals.tasks).toMatchObject([{ kind: 'phone', itemIds: ['F1'], total: 1_000_00 }]);
    expect(todayQueues(books, proposals).find(({ queue }) => queue === 'calls')).toMatchObject({
      rows: [{ date: stornoOn, detail: 'MD06' }],
    });
    const { taskId } = proposals.tasks[0]!;
    const moment = { today: stornoOn, at: `${stornoOn}T10:00:00` };
    applyChanges(books, runCommand(books, { type: 'done-task', debtorId: 1, taskId, outcome: 'betaalt zelf' }, moment));
    const after = proposalsOn(books, stornoOn);
    expect(after.tasks).toEqual([]);
    expect(after.proposals).toMatchObject([{ kind: 'debit-reversal', itemIds: ['F1'] }]);
  });
});
