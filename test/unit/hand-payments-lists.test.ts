import { describe, expect, it } from 'vitest';
import { decideWaiting } from '#shared/domain/bank/waiting.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importReading, invoicesOf, openOf } from './import-books.ts';
import { f1, f2, list, moment, today } from './partial-lists.ts';

function seen(books: Books, date: string, amount: number): void {
  const command = {
    type: 'add-payment',
    debtorId: 1,
    date,
    amount,
    currency: 'EUR',
    itemIds: ['F26001'],
    note: '',
  } as const;
  applyChanges(books, runCommand(books, command, moment));
}

const paid = (books: Books, date: string, amount: number) =>
  importBank(books, [bankFile([bankLine(date, amount, { remittance: 'Factuur F26001' })])], today);

/** What is open of each item of the debtor, credit included. */
const open = (books: Books) =>
  Object.values(books.ledgers.get(1)?.item ?? {}).map(({ number, kind }) => [
    number || kind,
    openOf(books, '1', number),
  ]);

describe('a payment entered by hand, up to the bank date of a list (criteria A3, A11)', () => {
  it.each([
    ['a full one', true],
    ['one of only some items, of what it names', false],
  ])('is in that list with what it leaves over, and so is the bank line it was: %s', async (_, full) => {
    const books = freshBooks();
    await list(books, '2026-11-01', true, f1('1.000,00'), f2);
    await list(books, '2026-11-03', full, f1('250,00'), ...(full ? [f2] : []));
    const stated = [
      ['F26001', 250_00],
      ['F26002', 500_00],
    ];
    seen(books, '2026-11-02', 750_00);
    expect(open(books)).toEqual(stated);
    paid(books, '2026-11-02', 750_00);
    applyChanges(books, decideWaiting(books, moment).changes);
    expect(open(books)).toEqual(stated);
  });

  it('leaves credit of what such a list does not name', async () => {
    const books = freshBooks();
    await list(books, '2026-11-01', true, f1('1.000,00'), f2);
    await list(books, '2026-11-03', false, f2);
    seen(books, '2026-11-02', 1_100_00);
    expect(open(books)).toEqual([
      ['F26001', 0],
      ['F26002', 500_00],
      ['receipt', -100_00],
    ]);
  });

  it('gives way to a line that names what it paid, also where that was paid in part before', async () => {
    const books = freshBooks();
    await list(books, '2026-11-01', true, f1('600,00'), f2);
    seen(books, '2026-11-04', 600_00);
    paid(books, '2026-11-04', 600_00);
    expect(linesIn(books, 'review')).toEqual([]);
    expect(Object.values(books.ledgers.get(1)?.payment ?? {}).map(({ source }) => source)).toEqual(['bank']);
    expect(open(books)).toEqual([
      ['F26001', 0],
      ['F26002', 500_00],
    ]);
  });
});

it('money of before the date of a single invoice it names becomes credit where nobody looks: no list holds it', async () => {
  const books = freshBooks();
  const invoices = invoicesOf({ number: 'F26001', date: '2026-11-12' });
  const { name } = invoices.debtors[0]!;
  const { total } = invoices.items[0]!;
  const row = `1;${name};F26002;01-10-2026;31-10-2026;500,00;500,00`;
  await list(books, '2026-11-01', true, row);
  importReading(books, invoices, today);
  const line = bankLine('2026-11-10', total, { counterpartyName: name, remittance: 'Factuur F26001' });
  importBank(books, [bankFile([line])], today);
  applyChanges(books, decideWaiting(books, moment).changes);
  const receipts = [...books.ledgers.values()]
    .flatMap(({ item = {} }) => Object.values(item))
    .filter(({ kind }) => kind === 'receipt');
  expect(receipts.map((receipt) => receipt.total)).toEqual([-total]);
});
