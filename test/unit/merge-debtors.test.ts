import { describe, expect, it, test } from 'vitest';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, type Books, type DebtorLedger, debtorIn, ledgerTables } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { movedTables } from '#shared/domain/commands/merge-ids.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { waitingLine } from './bank-books.ts';
import { administration, booksWith, hold, invoice, pay, proposalsOn, sendAll } from './dunning-books.ts';
import { brokenChains, eventsOf, linesOf, refusalOf, run, takeBack, today } from './entry-books.ts';
import { freshBooks, importText } from './import-books.ts';

const merge = (from = 2, into = 1): Command => ({ type: 'merge-debtors', from, into });
const ledgerOf = (books: Books, id = 1): DebtorLedger => books.ledgers.get(id)!;
const debtorOf = (books: Books, id = 1): Debtor => debtorIn(books.ledgers.get(id))!;

/** Debtor 1 with F100 and debtor 2 with F100 and F200, each dunned once. */
function twins(given: Partial<Debtor> = {}): Books {
  const books = booksWith(
    { items: [invoice('F100')], debtor: given },
    { items: [invoice('F100', { total: 500_00 }), invoice('F200', { total: 300_00 })] },
  );
  sendAll(books, '2026-04-01');
  return books;
}

test('no table of a debtor is left behind', () => {
  expect([...movedTables, 'debtor', 'payer'].sort()).toEqual([...ledgerTables].sort());
});

describe('merging two debtors (criterion A11)', () => {
  it('moves every item with its balance; a number both have gets the next', () => {
    const books = twins();
    pay(books, 2, 'F100', 120_00, '2026-05-01');
    run(books, merge());
    const allocated = allocatedPerItem(ledgerOf(books));
    const open = Object.values(ledgerOf(books).item!).map((item) => [
      item.id,
      item.number,
      openBalance(item, allocated),
    ]);
    expect(open).toEqual([
      ['F100', 'F100', 1_000_00],
      ['F100~2', 'F100', 380_00],
      ['F200', 'F200', 300_00],
    ]);
    expect(books.ledgers.has(2)).toBe(false);
  });

  it('keeps the level every item had reached', () => {
    const books = twins();
    const before = proposalsOn(books, today).proposals.map(({ kind, itemIds }) => [kind, itemIds.length]);
    expect(before).toEqual([
      ['demand', 1],
      ['demand', 2],
    ]);
    run(books, merge());
    expect(proposalsOn(books, today).proposals).toMatchObject([
      { kind: 'demand', itemIds: ['F100', 'F100~2', 'F200'] },
    ]);
    expect(Object.keys(ledgerOf(books).letter!)).toHaveLength(2);
    expect(Object.keys(ledgerOf(books).dispatch!).length).toBeGreaterThan(1);
  });

  it('renames what points at a line that was renamed', () => {
    const books = booksWith({ items: [invoice('A')] }, { items: [invoice('A')] });
    for (const id of [1, 2]) {
      const ledger = ledgerOf(books, id);
      ledger.hold = { h: hold({ itemId: 'A', reason: 'promise' }) };
      const promise = { id: 't', itemIds: ['A'], amount: 1, on: '2026-01-01', date: '2026-12-01' };
      ledger.promise = { t: { ...promise, by: null, channel: null, state: 'open', holdId: 'h' } };
      ledger.task = { r: { id: 'r', kind: 'reconcile', itemIds: ['A'], due: today, doneOn: null, outcome: null } };
      ledger.note = {
        n: { id: 'n', at: today, text: 'x', corrects: null },
        m: { id: 'm', at: today, text: 'y', corrects: 'n' },
      };
      run(books, {
        type: 'add-payment',
        debtorId: id,
        date: today,
        amount: 1_100_00,
        currency: 'EUR',
        itemIds: ['A'],
        note: '',
      });
    }
    run(books, merge());
    const { hold: holds, promise, task, note, payment, allocation, item } = ledgerOf(books);
    expect(holds!['h~2']).toMatchObject({ id: 'h~2', itemId: 'A~2' });
    expect(promise!['t~2']).toMatchObject({ itemIds: ['A~2'], holdId: 'h~2' });
    expect(task!['r~2']).toMatchObject({ itemIds: ['A~2'] });
    expect(note!['m~2']).toMatchObject({ corrects: 'n~2' });
    const receipts = Object.values(payment!).map(({ receiptId }) => receiptId);
    expect(receipts).toEqual([`~${today}`, `~${today}~2`]);
    expect(Object.values(allocation!).map(({ itemId }) => itemId)).toEqual(['A', 'A~2']);
    expect(Object.keys(item!)).toEqual(['A', `~${today}`, 'A~2', `~${today}~2`]);
  });

  it('takes over what the other lacks, and answers to its code and name', () => {
    const books = booksWith(
      { items: [], debtor: { email: null, phone: '010', kind: 'unknown', creditLimit: 500_00 } },
      {
        items: [],
        debtor: { creditLimit: 900_00, email: 'b@b.nl', phone: '020', tags: ['vip'], iban: 'NL91ABNA0417164300' },
      },
    );
    run(books, merge());
    expect(debtorOf(books)).toMatchObject({
      email: 'b@b.nl',
      phone: '010',
      creditLimit: 500_00,
      kind: 'business',
      iban: 'NL91ABNA0417164300',
      tags: ['vip'],
      aliases: [{ id: 2, code: '1002', name: 'Debiteur 2' }],
    });
  });

  it('keeps the account of the other as one it pays from', () => {
    const books = booksWith(
      { items: [], debtor: { iban: 'NL59RABO0118529307' } },
      { items: [], debtor: { iban: 'NL91ABNA0417164300' } },
    );
    ledgerOf(books, 2).payer = { X: { iban: 'X', name: 'B', since: '2026-02-01' } };
    run(books, merge());
    expect(Object.keys(ledgerOf(books).payer!).sort()).toEqual(['NL91ABNA0417164300', 'X']);
  });

  it('lets go of interest only for what it was let go of', () => {
    const books = twins();
    run(books, { type: 'waive', debtorId: 2, itemId: null, what: 'interest', reason: 'coulance' });
    run(books, merge());
    expect(Object.values(ledgerOf(books).waiver!).map(({ itemId }) => itemId)).toEqual(['F100~2', 'F200']);
  });

  it('says so in both chains, which still verify, with one event each; undo lays every line back and says so too', () => {
    const books = twins();
    const before = linesOf(books);
    const counts = [1, 2].map((id) => eventsOf(books, id).length);
    const { undo } = run(books, merge());
    expect(eventsOf(books, 2).slice(counts[1])).toMatchObject([
      { type: 'debtor-merged', data: { into: 1, code: '1001', items: 2 } },
    ]);
    expect(eventsOf(books, 1).slice(counts[0])).toMatchObject([
      { type: 'debtor-merged', data: { from: 2, code: '1002', open: 800_00 } },
    ]);
    takeBack(books, undo);
    expect(linesOf(books)).toEqual(before);
    expect(eventsOf(books, 1).at(-1)).toMatchObject({ type: 'debtor-merged', data: { undone: true, code: '1002' } });
    expect(eventsOf(books, 2).at(-1)).toMatchObject({ type: 'debtor-merged', data: { undone: true, code: '1001' } });
    expect([1, 2].map((id) => eventsOf(books, id).length)).toEqual(counts.map((count) => count + 2));
    expect(brokenChains(books)).toEqual([]);
  });

  it('moves who it pays for, and a bank line matched to it', () => {
    const books = booksWith({ items: [] }, { items: [] }, { items: [], debtor: { paidBy: 2 } });
    const taken = [{ debtorId: 2, paymentId: 'p' }];
    const line = waitingLine({ id: 'b', date: today, amount: 1, state: 'matched', taken });
    books.records.bankLine.set('b', line);
    const { undo } = run(books, merge());
    expect(debtorOf(books, 3).paidBy).toBe(1);
    expect(books.records.bankLine.get('b')!.taken).toEqual([{ debtorId: 1, paymentId: 'p' }]);
    takeBack(books, undo);
    expect(books.records.bankLine.get('b')!.taken).toEqual(taken);
  });

  test.each([
    ['with itself', merge(1, 1), { code: 'bad-input', reason: 'sameDebtor' }],
    ['with one that is not there', merge(7, 1), { code: 'not-found' }],
    ['into one that is not there', merge(2, 7), { code: 'not-found' }],
  ])('is refused %s', (_, command, refusal) => {
    expect(refusalOf(twins(), command)).toMatchObject(refusal);
  });

  it('is refused while letters of either are being made', () => {
    const books = twins();
    const { proposals } = proposalsOn(books, today);
    const first = proposals.slice(0, 1);
    applyChanges(books, planBatch(books, administration, first, { today, at: today }).changes);
    for (const command of [merge(1, 2), merge(2, 1)]) {
      expect(refusalOf(books, command)).toMatchObject({ reason: 'lettersPlanned' });
    }
  });
});

describe('lists after a merge', () => {
  const head = 'Debiteurnr;Naam;Factuurnr;Openstaand\n';

  async function merged(): Promise<Books> {
    const books = freshBooks();
    await importText(
      books,
      `${head}1001;Bakker B.V.;F100;1.000,00\n1002;Bakkerij;F100;500,00\n1002;Bakkerij;F200;300,00\n`,
      '2026-11-10',
    );
    run(books, merge());
    return books;
  }

  it('find the debtor under the old code, and its items', async () => {
    const books = await merged();
    await importText(
      books,
      `${head}1001;Bakker B.V.;F100;1.000,00\n1002;Bakkerij;F100;450,00\n1002;Bakkerij;F200;300,00\n`,
      '2026-11-12',
    );
    expect([...books.ledgers.keys()]).toEqual([1]);
    const items = Object.values(ledgerOf(books).item!);
    expect(items.map(({ id, listed, state }) => [id, listed?.open, state])).toEqual([
      ['F100', 1_000_00, 'open'],
      ['F100~2', 450_00, 'open'],
      ['F200', 300_00, 'open'],
    ]);
    expect(debtorOf(books)).toMatchObject({ code: '1001', name: 'Bakker B.V.' });
  });

  it('that name only the old one close only what is gone', async () => {
    const books = await merged();
    await importText(books, `${head}1002;Bakkerij;F200;300,00\n`, '2026-11-12', { full: true });
    const states = Object.values(ledgerOf(books).item!).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      ['F100', 'presumed-paid'],
      ['F100~2', 'presumed-paid'],
      ['F200', 'open'],
    ]);
  });

  it('keep an import from before it from being taken back', async () => {
    const books = await merged();
    const [record] = books.records.import.values();
    const moment = { today, at: `${today}T12:00:00` };
    expect(undoImport(books, record!.id, moment)).toMatchObject({ ok: false, reason: 'later-work' });
  });

  it('give a debtor without a code the code of the one that had it', async () => {
    const books = freshBooks();
    await importText(books, 'Naam;Factuurnr;Openstaand\nBakker;F100;1.000,00\n', '2026-11-10');
    await importText(books, `${head}1002;Bakkerij;F200;300,00\n`, '2026-11-11', { full: false });
    run(books, merge());
    expect(debtorOf(books).code).toBe('1002');
    await importText(books, `${head}1002;Bakkerij;F200;300,00\n`, '2026-11-12', { full: false });
    expect(books.ledgers.size).toBe(1);
  });
});
