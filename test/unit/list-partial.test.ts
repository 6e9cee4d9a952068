import { describe, expect, it } from 'vitest';
import { decideWaiting } from '#shared/domain/bank/waiting.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { freshBooks, itemOf, openOf } from './import-books.ts';
import { f1, f2, list, moment, today } from './partial-lists.ts';

const paid = (day: string, amount: number, reference = day) =>
  bankLine(`2026-11-${day}`, amount, { remittance: 'Factuur F26001', endToEndId: `E${reference}` });
const back = (day: string, amount: number, reference: string) =>
  bankLine(`2026-11-${day}`, -amount, {
    remittance: 'Factuur F26001',
    endToEndId: `E${reference}`,
    returnReason: 'AM04',
  });
const bank = (books: Books, ...lines: readonly ReturnType<typeof bankLine>[]) =>
  importBank(books, [bankFile(lines)], today);

function run(books: Books, command: Command): void {
  applyChanges(books, runCommand(books, command, moment));
}

/** The user says that the line of an amount that waits is of the invoice. */
function confirm(books: Books, amount: number): void {
  const line = linesIn(books, 'review').find((own) => own.amount === amount);
  const parts = [{ debtorId: 1, itemId: itemOf(books, '1', 'F26001').id, amount, discount: 0 }];
  run(books, { type: 'match-line', lineId: line!.id, parts, creditTo: null, settle: [] });
}

async function known(): Promise<Books> {
  const books = freshBooks();
  await list(books, '2026-11-01', true, f1('1.000,00'), f2);
  return books;
}

describe('a list of only some items holds what was paid of those by its bank date (criterion A3)', () => {
  it('what went back and was paid again by then opens nothing of what it calls paid', async () => {
    const books = await known();
    await list(books, '2026-11-03', false, f1('0,00'));
    bank(books, paid('02', 250_00, 'a'), paid('02', 250_00, 'b'), back('03', 250_00, 'a'), paid('03', 750_00));
    expect(openOf(books, '1', 'F26001')).toBe(0);
    expect(reconcile(books, null)?.unexplained).toBe(0);
  });

  it('what goes back after it opens what it calls paid', async () => {
    const books = await known();
    await list(books, '2026-11-03', false, f1('0,00'));
    bank(books, paid('02', 1000_00, 'a'), back('05', 1000_00, 'a'));
    expect(openOf(books, '1', 'F26001')).toBe(1000_00);
  });

  it('a full list of before it opens nothing, whatever it has open', async () => {
    const books = await known();
    await list(books, '2026-11-10', false, f1('0,00'));
    await list(books, '2026-11-05', true, f1('1.000,00'), f2);
    expect([openOf(books, '1', 'F26001'), itemOf(books, '1', 'F26001').state]).toEqual([0, 'presumed-paid']);
    expect(reconcile(books, null)).toMatchObject({ stated: 1500_00, open: 500_00, unexplained: 0 });
  });

  it('a full list of before it that lacks what it has open says so of account 1300', async () => {
    const books = await known();
    await list(books, '2026-11-03', false, f1('1.000,00'));
    await list(books, '2026-11-02', true, f2);
    expect(openOf(books, '1', 'F26001')).toBe(1000_00);
    bank(books, paid('02', 1000_00, 'a'), back('03', 1000_00, 'a'));
    expect(openOf(books, '1', 'F26001')).toBe(1000_00);
    expect(reconcile(books, null)).toMatchObject({ stated: 500_00, open: 1500_00, unexplained: 0 });
  });

  it('what a payment has over beside such a list is nobody’s credit until somebody says so', async () => {
    const books = await known();
    await list(books, '2026-11-03', false, f1('250,00'));
    bank(books, paid('02', 250_00, 'a'), paid('02', 750_00, 'b'), back('03', 250_00, 'a'));
    const open = () => Object.values(books.ledgers.get(1)?.item ?? {}).map(({ number }) => openOf(books, '1', number));
    expect(open()).toEqual([250_00, 500_00]);
    const [waits, ...others] = linesIn(books, 'review');
    expect([waits?.amount, others.length]).toEqual([750_00, 0]);
    // Nor in a run that nobody looks at.
    applyChanges(books, decideWaiting(books, moment).changes);
    expect(open()).toEqual([250_00, 500_00]);
  });

  it('what came and went back by then is no credit beside it, in a run that nobody looks at', async () => {
    const books = await known();
    await list(books, '2026-11-05', false, f1('1.000,00'));
    bank(books, paid('03', 1000_00, 'a'), back('04', 1000_00, 'a'));
    applyChanges(books, decideWaiting(books, moment).changes);
    const { item = {} } = books.ledgers.get(1)!;
    expect(Object.values(item).map(({ number }) => openOf(books, '1', number))).toEqual([1000_00, 500_00]);
  });

  it('what went back of a payment of two items by its day is taken off the one it does not name', async () => {
    const books = await known();
    await list(books, '2026-11-03', false, f1('1.000,00'));
    const both = { remittance: 'Facturen F26001 en F26002', endToEndId: 'E1' };
    bank(books, bankLine('2026-11-02', 1500_00, both));
    const parts = [1000_00, 500_00].map((amount, i) => {
      return { debtorId: 1, itemId: itemOf(books, '1', `F2600${i + 1}`).id, amount, discount: 0 };
    });
    const [line] = linesIn(books, 'review');
    run(books, { type: 'match-line', lineId: line!.id, parts, creditTo: null, settle: [] });
    bank(books, bankLine('2026-11-03', -1500_00, { ...both, returnReason: 'AM04' }));
    expect(linesIn(books, 'review')).toEqual([]);
    expect([openOf(books, '1', 'F26001'), openOf(books, '1', 'F26002')]).toEqual([1000_00, 500_00]);
    expect(reconcile(books, null)?.unexplained).toBe(0);
  });

  it('what it brought, has open and is paid here was never of the full list before it', async () => {
    const books = await known();
    const f3 = '1;J. Kok;F26003;02-11-2026;01-12-2026;300,00;300,00';
    await list(books, '2026-11-03', false, f3);
    bank(books, bankLine('2026-11-05', 300_00, { remittance: 'Factuur F26003' }));
    await list(books, '2026-11-07', false, f3);
    expect(openOf(books, '1', 'F26003')).toBe(0);
    expect(reconcile(books, null)).toMatchObject({ stated: 1500_00, open: 1500_00, unexplained: 0 });
  });

  it.each([
    ['such a list', false],
    ['a full one', true],
  ])('a payment %s shows counts once with its line, beside a line the list does not have', async (_, full) => {
    const books = await known();
    const others = full ? [f2] : [];
    await list(books, '2026-11-03', full, f1('1.000,00'), ...others);
    bank(books, paid('02', 750_00));
    await list(books, '2026-11-10', full, f1('750,00'), ...others);
    bank(books, paid('05', 250_00));
    const expectOnce = () => {
      expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([750_00]);
      expect(openOf(books, '1', 'F26001')).toBe(750_00);
      expect(Object.keys(books.ledgers.get(1)?.task ?? {})).toEqual([]);
    };
    expectOnce();
    // Nor twice where the user says that it pays the invoice; the one the list does not have is what lowers it.
    const [line] = linesIn(books, 'matched');
    run(books, { type: 'unmatch-line', lineId: line!.id });
    expect(openOf(books, '1', 'F26001')).toBe(750_00);
    confirm(books, 250_00);
    expectOnce();
    confirm(books, 750_00);
    expect(openOf(books, '1', 'F26001')).toBe(0);
    expect(Object.values(books.ledgers.get(1)?.task ?? {})).toMatchObject([{ kind: 'reconcile', listed: 750_00 }]);
  });

  it('a storno that is taken back leaves beside it what a full list of before it has open', async () => {
    const books = await known();
    bank(books, back('07', 1000_00, 'a'));
    await list(books, '2026-11-06', false, f1('0,00'));
    confirm(books, -1000_00);
    await list(books, '2026-11-02', true, f1('1.000,00'), f2);
    run(books, { type: 'unmatch-line', lineId: linesIn(books, 'matched')[0]!.id });
    expect(openOf(books, '1', 'F26001')).toBe(0);
    expect(reconcile(books, null)).toMatchObject({ stated: 1500_00, open: 500_00, unexplained: 0 });
  });

  it('what was credit before the invoice it names was known is in what such a list has open of that', async () => {
    const books = await known();
    const receipt = bankLine('2026-11-02', 400_00, { remittance: 'Factuur F26003', endToEndId: 'E3' });
    bank(books, receipt, bankLine('2026-11-02', 90_00, { remittance: 'Bestelling', endToEndId: 'E4' }));
    for (const { id } of linesIn(books, 'review')) {
      run(books, { type: 'match-line', lineId: id, parts: [], creditTo: 1, settle: [] });
    }
    const credit = () =>
      sumOf(Object.values(books.ledgers.get(1)?.item ?? {}), (item) =>
        item.kind === 'receipt' && item.state === 'open' ? item.total : 0,
      );
    expect(credit()).toBe(-490_00);
    const before = standing(books);
    await list(books, '2026-11-03', false, '1;J. Kok;F26003;01-11-2026;30-11-2026;1.000,00;600,00');
    expect([openOf(books, '1', 'F26003'), credit()]).toEqual([600_00, -90_00]);
    expect(reconcile(books, null)?.unexplained).toBe(0);
    undo(books, [...books.records.import.keys()].at(-1)!);
    expect(standing(books)).toEqual(before);
    // Nothing of it is paid there: the money is still to come in that list.
    await list(books, '2026-11-03', false, '1;J. Kok;F26003;01-11-2026;30-11-2026;1.000,00;1.000,00');
    expect([openOf(books, '1', 'F26003'), credit()]).toEqual([1000_00, -490_00]);
  });

  it('money that went back is no credit of the debtor it came from, whatever it was for', async () => {
    const books = await known();
    const other = { remittance: 'Factuur F26009' };
    const came = bankLine('2026-11-03', 90_00, { ...other, endToEndId: 'E9' });
    const again = bankLine('2026-11-06', 80_00, { ...other, endToEndId: 'E10' });
    bank(books, paid('02', 1000_00));
    bank(books, came, bankLine('2026-11-04', -90_00, { ...other, endToEndId: 'E9', returnReason: 'AM04' }), again);
    applyChanges(books, decideWaiting(books, moment).changes);
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([90_00, -90_00]);
  });

  it('a storno that may be why it has open what is paid here goes on waiting beside a full list of before it', async () => {
    const books = await known();
    bank(books, paid('02', 1000_00, 'a'));
    await list(books, '2026-11-04', false, f1('1.000,00'));
    bank(books, bankLine('2026-11-03', -600_00, { remittance: 'Factuur F26001', returnReason: 'AM04' }));
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([-600_00]);
    await list(books, '2026-11-03', true, f1('1.000,00'), f2);
    expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([-600_00]);
    // Nor where the debtor is not on it, the second time as nothing of that debtor is new.
    for (const open of ['10,00', '11,00']) {
      await list(books, '2026-11-03', true, `2;Bos;G1;01-10-2026;;${open};${open}`);
      expect(linesIn(books, 'review').map(({ amount }) => amount)).toEqual([-600_00]);
    }
  });

  it('credit there was only because a storno of before it was not in yet goes with that storno', async () => {
    const books = await known();
    bank(books, paid('02', 250_00, 'a'));
    bank(books, paid('04', 1000_00, 'b'));
    await list(books, '2026-11-04', false, f1('0,00'));
    const open = () => Object.values(books.ledgers.get(1)?.item ?? {}).map(({ number }) => openOf(books, '1', number));
    expect(open()).toEqual([0, 500_00, -250_00]);
    const before = standing(books);
    bank(books, back('03', 250_00, 'a'));
    expect(open()).toEqual([0, 500_00, 0]);
    undo(books, [...books.records.import.keys()].at(-1)!);
    expect(standing(books)).toEqual(before);
  });

  it('comes again without a change, and can be taken back', async () => {
    const books = await known();
    const before = standing(books);
    for (const open of ['1.000,00', '400,00', '0,00']) {
      await list(books, '2026-11-03', false, f1(open));
      const after = standing(books);
      await list(books, '2026-11-03', false, f1(open));
      expect(standing(books)).toEqual(after);
      undo(books, [...books.records.import.keys()].at(-1)!);
      expect(standing(books)).toEqual(before);
    }
  });
});

function undo(books: Books, importId: string): void {
  const undone = undoImport(books, importId, moment);
  if (!undone.ok) throw new Error(undone.reason);
  applyChanges(books, undone.changes);
}
