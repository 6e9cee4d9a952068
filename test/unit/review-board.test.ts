import { describe, expect, it } from 'vitest';
import { reviewLines } from '#renderer/workers/bank-review.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, undoLines } from '#shared/domain/commands/undo.ts';
import { waitingLine } from './bank-books.ts';
import { booksWith, invoice } from './dunning-books.ts';

const moment = { today: '2026-07-01', at: '2026-07-01T10:00:00' };

function put(books: Books, id: string, amount: number, given: Partial<BankLine>): void {
  books.records.bankLine.set(id, waitingLine({ id, date: '2026-07-01', amount, ...given }));
}

/** Two debtors with two invoices each, and four lines that wait. */
function waiting(): Books {
  const books = booksWith(
    { items: [invoice('F2026-101', { total: 100_00 }), invoice('F2026-102', { total: 400_00 })] },
    { items: [invoice('F2026-201', { total: 200_00 }), invoice('F2026-202', { total: 500_00 })] },
  );
  const iban = 'NL20INGB0001234567';
  put(books, 'one', 90_00, { remittance: 'factuur F2026-101', counterparty: 'X', iban });
  put(books, 'same', 80_00, { remittance: 'factuur F2026-101', counterparty: 'Y' });
  put(books, 'account', 400_00, { remittance: 'termijn', counterparty: 'X', iban });
  put(books, 'other', 150_00, { remittance: 'factuur F2026-201', counterparty: 'Z' });
  return books;
}

function run(books: Books, command: Command): void {
  const changes = runCommand(books, command, moment);
  books.seq++;
  applyChanges(books, changes);
}

const match = (lineId: string, itemId: string, amount: number): Command => ({
  type: 'match-line',
  lineId,
  parts: [{ debtorId: 1, itemId, amount, discount: 0 }],
  creditTo: null,
  settle: [],
});

async function review(books: Books) {
  const lines = await reviewLines(books);
  return new Map(lines.map((line) => [line.line.id, line]));
}

const said = (
  line: { readonly candidates: readonly { readonly reasons: readonly { readonly code: string }[] }[] } | undefined,
) => line?.candidates.flatMap(({ reasons }) => reasons.map(({ code }) => code)) ?? [];

describe('waiting lines and what they may be', () => {
  it('stand largest first, each with every item its candidates name', async () => {
    const lines = await reviewLines(waiting());
    expect(lines.map(({ line }) => line.id)).toEqual(['account', 'other', 'one', 'same']);
    expect(lines[2]?.items.map(({ number, open }) => [number, open])).toContainEqual(['F2026-101', 100_00]);
  });

  it('after a decision what it touched is matched again, by item and by learned account; the rest stands', async () => {
    const books = waiting();
    const before = await review(books);
    run(books, match('one', 'F2026-101', 90_00));
    const after = await review(books);
    expect([...after.keys()]).toEqual(['account', 'other', 'same']);
    expect(after.get('other')?.candidates).toBe(before.get('other')?.candidates);
    expect(after.get('same')?.items.find(({ number }) => number === 'F2026-101')?.open).toBe(10_00);
    expect(after.get('same')?.candidates).not.toEqual(before.get('same')?.candidates);
    expect(said(before.get('account'))).not.toContain('account-seen');
    expect(said(after.get('account'))).toContain('account-seen');
  });

  it('undone, the lines are what they were', async () => {
    const books = waiting();
    const before = await review(books);
    const command = match('one', 'F2026-101', 90_00);
    const lines = inverseOf(books, runCommand(books, command, moment));
    run(books, command);
    await review(books);
    applyChanges(books, undoLines(books, lines, moment));
    const again = await review(books);
    for (const [id, { candidates }] of before) expect(again.get(id)?.candidates, id).toEqual(candidates);
  });

  it('an item that comes in may be what any line is about', async () => {
    const books = waiting();
    put(books, 'new', 77_00, { remittance: 'factuur F2026-999' });
    expect((await review(books)).get('new')?.items).toEqual([]);
    run(books, {
      type: 'add-item',
      debtorId: 2,
      item: {
        number: 'F2026-999',
        kind: 'invoice',
        date: '2026-06-01',
        dueDate: null,
        total: 77_00,
        currency: 'EUR',
        description: null,
        yourReference: null,
        paymentReference: null,
        creditFor: null,
      },
    });
    expect((await review(books)).get('new')?.items.map(({ number }) => number)).toEqual(['F2026-999']);
  });

  it('a decision made while many lines are being matched counts at once', async () => {
    const books = waiting();
    for (let n = 0; n < 60; n++) put(books, `many${n}`, 1_00 + n, { remittance: 'factuur F2026-101' });
    const answer = review(books);
    run(books, match('one', 'F2026-101', 100_00 - 10_00));
    const lines = await answer;
    expect(lines.has('one')).toBe(false);
    const fresh = waiting();
    for (let n = 0; n < 60; n++) put(fresh, `many${n}`, 1_00 + n, { remittance: 'factuur F2026-101' });
    run(fresh, match('one', 'F2026-101', 90_00));
    for (const [id, line] of await review(fresh)) expect(lines.get(id)?.candidates, id).toEqual(line.candidates);
  });
});
