import { describe, expect, it } from 'vitest';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, itemOf, openOf } from './import-books.ts';

const moment = { today: '2026-11-28', at: '2026-11-28T12:00:00' };
const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const invoice = '1;J. Kok;F26001;01-10-2026;31-10-2026;1.210,00;1.210,00';
const other = '2;Bos;G1;01-10-2026;;10,00;10,00';
const whole = 121_000;
const part = 30_250;

const lineOf = (day: number, amount: number, endToEndId: string) =>
  bankLine(`2026-11-${String(day).padStart(2, '0')}`, amount, {
    remittance: 'Factuur F26001',
    endToEndId,
    returnReason: amount < 0 ? 'AM04' : null,
  });

/** The invoice is on a list, and no more on that of 9 November; `early` is what the bank had of it by then. */
async function settled(early: Parameters<typeof bankFile>[0]): Promise<Books> {
  const books = freshBooks();
  await importText(books, [head, invoice, other].join('\n'), moment.today, { asOf: '2026-11-01' });
  if (early.length > 0) importBank(books, [bankFile(early)], moment.today);
  review(books);
  await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-09' });
  return books;
}

/** The user says of every line that waits that it is of the invoice, as far as there is room for it, and again while one was. */
function review(books: Books): void {
  const before = linesIn(books, 'review').length;
  for (const { id: lineId, amount } of linesIn(books, 'review')) {
    const parts = [{ debtorId: 1, itemId: 'F26001', amount, discount: 0 }];
    try {
      const command = { type: 'match-line', lineId, parts, creditTo: null, settle: [] } as const;
      applyChanges(books, runCommand(books, command, moment));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }
  if (linesIn(books, 'review').length < before) review(books);
}

it('what came and went back on the day its invoice opens again makes nothing less open', async () => {
  const day = [lineOf(10, -whole, 'E1'), lineOf(10, part, 'E2'), lineOf(10, -part, 'E2')];
  const books = await settled([]);
  importBank(books, [bankFile([lineOf(8, whole, 'E1'), ...day])], moment.today);
  expect(linesIn(books, 'review')).toEqual([]);
  expect(openOf(books, '1', 'F26001')).toBe(whole);
});

it.each([10, 11])('what is paid after the list that lacks it and goes back on the %ith is open', async (day) => {
  for (const early of [[], [lineOf(10, whole, 'E1'), lineOf(day, -whole, 'E1')]]) {
    const books = await settled(early);
    if (early.length === 0) {
      importBank(books, [bankFile([lineOf(10, whole, 'E1'), lineOf(day, -whole, 'E1')])], moment.today);
      review(books);
    }
    expect(linesIn(books, 'review')).toEqual([]);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
    // What was paid by the list's day settled it after all: nothing of it went back.
    importBank(books, [bankFile([lineOf(8, whole, 'E0')])], moment.today);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(0);
  }
});

describe('a payment taken back that covered what a list lacks (criterion A3)', () => {
  const run = (books: Books, command: Command) => applyChanges(books, runCommand(books, command, moment));
  const ways: Record<string, { readonly pay: (books: Books) => void; readonly takeBack: (books: Books) => void }> = {
    bank: {
      pay: (books) => importBank(books, [bankFile([lineOf(11, whole, 'E1')])], moment.today),
      takeBack: (books) => run(books, { type: 'unmatch-line', lineId: linesIn(books, 'matched')[0]!.id }),
    },
    hand: {
      pay: (books) => {
        const paid = { date: '2026-11-11', amount: whole, currency: 'EUR', itemIds: [], note: '' };
        run(books, { type: 'add-payment', debtorId: 1, ...paid });
      },
      takeBack: (books) => {
        const [paymentId = ''] = Object.keys(books.ledgers.get(1)?.payment ?? {});
        run(books, { type: 'remove-payment', debtorId: 1, paymentId });
      },
    },
  };

  it.each(Object.keys(ways))('leaves it presumed paid, so that a later list opens it again: %s', async (way) => {
    const { pay, takeBack } = ways[way]!;
    const books = freshBooks();
    await importText(books, [head, invoice, other].join('\n'), moment.today, { asOf: '2026-11-01' });
    pay(books);
    await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-09' });
    expect(itemOf(books, '1', 'F26001').state).toBe('closed');
    takeBack(books);
    expect(itemOf(books, '1', 'F26001').state).toBe('presumed-paid');
    expect(openOf(books, '1', 'F26001')).toBe(0);
    await importText(books, [head, invoice, other].join('\n'), moment.today, { asOf: '2026-11-10' });
    expect(openOf(books, '1', 'F26001')).toBe(whole);
    expect(reconcile(books, null)?.unexplained).toBe(0);
    // The payment is what it was all the same.
    pay(books);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(0);
  });
});

describe('a payment of an invoice a list calls settled (criteria A3, A7)', () => {
  it('fits in what went back before it, where the bank had what came after first', async () => {
    const late = [lineOf(11, -part, 'E2'), lineOf(11, whole, 'E3')];
    const books = await settled(late);
    importBank(
      books,
      [bankFile([lineOf(9, whole, 'E1'), lineOf(10, -whole, 'E1'), lineOf(10, part, 'E2'), ...late])],
      moment.today,
    );
    review(books);
    expect(linesIn(books, 'review')).toEqual([]);
    expect(openOf(books, '1', 'F26001')).toBe(0);
  });

  it('waits where nothing went back: the list may have it, or it was paid twice', async () => {
    const books = await settled([]);
    applyChanges(books, runCommand(books, { type: 'confirm-paid', debtorId: 1, itemIds: ['F26001'] }, moment));
    importBank(books, [bankFile([lineOf(10, part, 'E2')])], moment.today);
    review(books);
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([part]);
  });
});

describe('an invoice a list lacks, that a storno opens and a later list has open', () => {
  it('stays as open as that list says when the storno is taken back', async () => {
    const books = freshBooks();
    const list = (rows: readonly string[], asOf: string) =>
      importText(books, [head, ...rows, other].join('\n'), moment.today, { asOf });
    await list([invoice], '2026-11-01');
    await list([], '2026-11-02');
    const back = { remittance: 'Factuur F26001', returnReason: 'AM04' };
    importBank(books, [bankFile([bankLine('2026-11-09', -30_250, back)])], moment.today);
    review(books);
    await list([invoice], '2026-11-03');
    const [line] = linesIn(books, 'matched');
    applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId: line!.id }, moment));
    expect(openOf(books, '1', 'F26001')).toBe(121_000);
    expect(reconcile(books, null)?.unexplained).toBe(0);
  });
});
