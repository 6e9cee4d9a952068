import { describe, expect, it, test } from 'vitest';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { dropHandPayment, handPaymentFor, handPaymentParts } from '#shared/domain/bank/hand-payment.ts';
import { applyChanges, type Books, debtorIn } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import type { Command, EnteredItem } from '#shared/domain/commands/commands.ts';
import { booksWith, credit, debtor, hold, invoice, proposalsOn, sendAll } from './dunning-books.ts';
import {
  brokenChains,
  enteredDebtor,
  enteredItem,
  eventsOf,
  linesOf,
  refusalOf,
  run,
  takeBack,
  today,
} from './entry-books.ts';
import { freshBooks, importText } from './import-books.ts';

const ledgerOf = (books: Books, id = 1) => books.ledgers.get(id)!;
const itemOf = (books: Books, id: string) => ledgerOf(books).item![id]!;
const openOf = (books: Books, id: string) => openBalance(itemOf(books, id), allocatedPerItem(ledgerOf(books)));
const addItem = (item: Partial<EnteredItem> = {}): Command => ({
  type: 'add-item',
  debtorId: 1,
  item: { ...enteredItem, ...item },
});
const pay = (amount: number, given: Partial<Extract<Command, { type: 'add-payment' }>> = {}): Command => ({
  type: 'add-payment',
  debtorId: 1,
  date: '2026-11-18',
  amount,
  currency: 'EUR',
  itemIds: [],
  note: '',
  ...given,
});

describe('a debtor entered by hand (criterion A11)', () => {
  const add = (given: Partial<typeof enteredDebtor>): Command => ({
    type: 'add-debtor',
    debtor: { ...enteredDebtor, ...given },
  });

  it('gets the next creation number, its numbers in one form, and an event', () => {
    const books = booksWith({ items: [] });
    const changes = run(books, add({ code: ' 2001 ', iban: 'nl91 abna 0417 1643 00', kvk: '1234 5678' }));
    expect(debtorIn(ledgerOf(books, 2))).toMatchObject({
      id: 2,
      code: '2001',
      iban: 'NL91ABNA0417164300',
      kvk: '12345678',
      since: today,
    });
    expect(changes.changes.at(-1)!.line).toMatchObject({ type: 'debtor-created', data: { code: '2001' } });
  });

  it('without a code goes by its name, so that the next list that names it gives it its own', async () => {
    const books = freshBooks();
    run(books, add({}));
    expect(debtorIn(ledgerOf(books))?.code).toBe('Nieuw B.V.');
    await importText(books, 'Debiteurnr;Naam;Factuurnr;Openstaand\n1044;Nieuw B.V.;F1;100,00\n', today);
    expect(books.ledgers.size).toBe(1);
    expect(debtorIn(ledgerOf(books))).toMatchObject({ code: '1044' });
    expect(openOf(books, 'F1')).toBe(100_00);
  });

  it('gets the next free name for a code when its name is one already', () => {
    const books = freshBooks();
    run(books, add({}));
    run(books, add({}));
    expect(debtorIn(ledgerOf(books, 2))?.code).toBe('Nieuw B.V. 2');
  });

  test.each([
    [{ name: '  ' }, 'name', 'name'],
    [{ iban: 'NL91ABNA0417164301' }, 'iban', 'iban'],
    [{ kvk: '1234567' }, 'kvk', 'kvk'],
    [{ vatId: 'NL123456789B01' }, 'vatId', 'vatId'],
    [{ email: 'post@' }, 'email', 'email'],
    [{ termDays: 400 }, 'termDays', 'term'],
    [{ code: '1001' }, 'code', 'codeTaken'],
    [{ code: '0999' }, 'code', 'codeTaken'],
  ])('is refused with %o', (given, field, reason) => {
    const books = booksWith({ items: [], debtor: { aliases: [{ id: 9, code: '0999', name: 'Oud' }] } });
    expect(refusalOf(books, add(given))).toMatchObject({ code: 'bad-input', field, reason });
  });

  it('is gone again after undo, and its number is not given twice', () => {
    const books = booksWith({ items: [] });
    const before = linesOf(books);
    takeBack(books, run(books, add({})).undo);
    expect(linesOf(books)).toEqual(before);
    expect(eventsOf(books, 2).map(({ type, data }) => [type, data.undone])).toEqual([
      ['debtor-created', undefined],
      ['debtor-created', true],
    ]);
    run(books, add({}));
    expect([...books.ledgers.keys()]).toEqual([1, 3]);
  });
});

describe('an item entered by hand (criterion A11)', () => {
  it('falls due after the term of the debtor, else of the administration, marked as computed (criterion A4)', () => {
    for (const [termDays, dueDate] of [
      [14, '2026-11-24'],
      [null, '2026-12-10'],
    ] as const) {
      const books = booksWith({ items: [], debtor: { termDays } });
      run(books, addItem());
      expect(itemOf(books, '2026-0101')).toMatchObject({ dueDate, dueDerived: true, listed: null });
    }
    const books = booksWith({ items: [] });
    run(books, addItem({ dueDate: '2026-11-15' }));
    expect(itemOf(books, '2026-0101')).toMatchObject({ dueDate: '2026-11-15', dueDerived: false });
  });

  it('may be a credit note that names its invoice, a waarborgsom or a voorschot', () => {
    const books = booksWith({ items: [invoice('F1')] });
    run(books, addItem({ number: 'C1', kind: 'credit', total: -200_00, creditFor: 'F1' }));
    run(books, addItem({ number: 'W1', kind: 'deposit', creditFor: 'F1' }));
    expect(itemOf(books, 'C1')).toMatchObject({ creditFor: 'F1', dueDate: null, dueDerived: false });
    expect(itemOf(books, 'W1')).toMatchObject({ kind: 'deposit', creditFor: null });
  });

  test.each([
    [{ number: ' ' }, 'number', 'number'],
    [{ number: 'f1' }, 'number', 'numberTaken'],
    [{ date: '2026-02-30' }, 'date', 'date'],
    [{ dueDate: '2026-11-09' }, 'dueDate', 'dueBefore'],
    [{ total: 0 }, 'amount', 'amount'],
    [{ total: -5 }, 'amount', 'amount'],
    [{ kind: 'credit', total: 5 }, 'amount', 'amount'],
    [{ total: 1.5 }, 'amount', 'amount'],
    [{ currency: 'euro' }, 'currency', 'currency'],
    [{ paymentReference: 'RF19 5390 0754 7034' }, 'paymentReference', 'paymentReference'],
    [{ paymentReference: '+++010/8068/17184+++' }, 'paymentReference', 'paymentReference'],
  ] as const)('is refused with %o', (given, field, reason) => {
    const books = booksWith({ items: [invoice('F1')] });
    expect(refusalOf(books, addItem(given))).toMatchObject({ code: 'bad-input', field, reason });
  });

  it('is the same item to the next list that names it', async () => {
    const books = freshBooks();
    run(books, { type: 'add-debtor', debtor: { ...enteredDebtor, code: '7' } });
    run(books, addItem());
    await importText(books, 'Debiteurnr;Naam;Factuurnr;Openstaand\n7;Nieuw B.V.;2026-0101;1.210,00\n', today);
    expect(Object.keys(ledgerOf(books).item!)).toEqual(['2026-0101']);
    expect(openOf(books, '2026-0101')).toBe(1_210_00);
    expect(refusalOf(books, { type: 'remove-item', debtorId: 1, itemId: '2026-0101' })).toMatchObject({
      reason: 'notByHand',
    });
  });

  it('can be put right and taken away while nothing rests on it', () => {
    const books = booksWith({ items: [] });
    run(books, addItem());
    const before = linesOf(books);
    const right = run(books, {
      type: 'correct-item',
      debtorId: 1,
      itemId: '2026-0101',
      item: { ...enteredItem, number: '2026-0110', total: 121_00 },
    });
    expect(Object.keys(ledgerOf(books).item!)).toEqual(['2026-0110']);
    takeBack(books, right.undo);
    expect(linesOf(books)).toEqual(before);
    const gone = run(books, { type: 'remove-item', debtorId: 1, itemId: '2026-0101' });
    expect(ledgerOf(books).item).toEqual({});
    takeBack(books, gone.undo);
    expect(linesOf(books)).toEqual(before);
    expect(eventsOf(books, 1).map(({ type }) => type)).toEqual([
      'item-added',
      'item-corrected',
      'item-added',
      'item-removed',
      'item-removed',
      'item-removed',
    ]);
    expect(brokenChains(books)).toEqual([]);
  });

  test.each([
    ['a payment', (books: Books) => run(books, pay(100))],
    [
      'a hold',
      (books: Books) => {
        ledgerOf(books).hold = { h: hold({ itemId: '2026-0101' }) };
      },
    ],
    ['a letter', (books: Books) => sendAll(books, '2026-12-20')],
  ])('stays when %s rests on it', (_, rest) => {
    const books = booksWith({ items: [] });
    run(books, addItem());
    expect(refusalOf(books, { type: 'remove-item', debtorId: 1, itemId: '2026-0101' })).toBeNull();
    rest(books);
    for (const type of ['remove-item', 'correct-item'] as const) {
      const command = { type, debtorId: 1, itemId: '2026-0101', item: enteredItem } as Command;
      expect(refusalOf(books, command)).toMatchObject({ code: 'bad-input', reason: 'rests' });
    }
  });
});

describe('"gezien op de bank" (criterion A11)', () => {
  const owing = () =>
    booksWith({
      items: [
        invoice('F2', { dueDate: '2026-10-15' }),
        invoice('F1', { dueDate: '2026-09-15' }),
        credit('C1', 200_00),
        invoice('W1', { kind: 'deposit', dueDate: '2026-01-01' }),
        invoice('U1', { currency: 'USD', dueDate: '2026-01-01' }),
      ],
    });

  it.each([
    ['the longest due first, partly', 1_300_00, [], { F1: 0, F2: 700_00 }, 0],
    ['what is left over as unallocated credit', 2_500_00, [], { F1: 0, F2: 0, W1: 1_000_00 }, 500_00],
    ['only chosen items, in that order', 1_100_00, ['F2', 'F1'], { F2: 0, F1: 900_00 }, 0],
    ['the rest of a chosen item as credit, not on others', 1_100_00, ['F2'], { F2: 0, F1: 1_000_00 }, 100_00],
    ['with a chosen credit note', 800_00, ['F1', 'C1'], { F1: 0, C1: 0 }, 0],
    ['of a chosen credit note only what is needed', 900_00, ['F1', 'C1'], { F1: 0, C1: -100_00 }, 0],
    ['against a chosen waarborgsom', 400_00, ['W1'], { W1: 600_00 }, 0],
  ] as const)('%s', (_, amount, itemIds, open, rest) => {
    const books = owing();
    const before = sumOpen(books);
    run(books, pay(amount, { itemIds }));
    for (const [id, cents] of Object.entries(open)) expect(openOf(books, id)).toBe(cents);
    expect(ledgerOf(books).item!['~2026-11-18']?.total ?? 0).toBe(-rest || 0);
    expect(sumOpen(books)).toBe(before - amount);
  });

  const sumOpen = (books: Books) =>
    Object.keys(ledgerOf(books).item!)
      .filter((id) => itemOf(books, id).currency === 'EUR')
      .reduce((sum, id) => sum + openOf(books, id), 0);

  test.each([
    [{ amount: 0 }, 'amount', 'amount'],
    [{ amount: -5 }, 'amount', 'amount'],
    [{ date: 'gisteren' }, 'date', 'date'],
    [{ date: '2026-11-21' }, 'date', 'future'],
    [{ itemIds: ['U1'] }, 'currency', 'otherCurrency'],
  ])('is refused with %o', (given, field, reason) => {
    expect(refusalOf(owing(), pay(100, given))).toMatchObject({ code: 'bad-input', field, reason });
  });

  it('is refused for an item with nothing open', () => {
    const books = owing();
    run(books, pay(1_000_00, { itemIds: ['F1'] }));
    expect(refusalOf(books, pay(100, { itemIds: ['F1'] }))).toMatchObject({ reason: 'nothingOpen', number: 'F1' });
  });

  it('can be undone and taken away, exactly', () => {
    const books = owing();
    const before = linesOf(books);
    takeBack(books, run(books, pay(2_500_00)).undo);
    expect(linesOf(books)).toEqual(before);
    run(books, pay(2_500_00));
    const [paymentId] = Object.keys(ledgerOf(books).payment!);
    const paid = linesOf(books);
    const removed = run(books, { type: 'remove-payment', debtorId: 1, paymentId: paymentId! });
    expect(linesOf(books)).toEqual(before);
    takeBack(books, removed.undo);
    expect(linesOf(books)).toEqual(paid);
    expect(eventsOf(books, 1).map(({ type }) => type)).toEqual([
      'payment',
      'payment',
      'payment',
      'payment-removed',
      'payment-removed',
    ]);
  });

  it('stays once what was left of it is used', () => {
    const books = owing();
    run(books, pay(2_500_00));
    const [paymentId] = Object.keys(ledgerOf(books).payment!);
    run(books, pay(1, { itemIds: ['W1', '~2026-11-18'] }));
    const command: Command = { type: 'remove-payment', debtorId: 1, paymentId: paymentId! };
    expect(refusalOf(books, command)).toMatchObject({ reason: 'rests' });
  });

  it('up to the bank date of a full list is history: the list holds it, and what is left of it, already (criterion A3)', async () => {
    const books = freshBooks();
    const list = 'Debiteurnr;Naam;Factuurnr;Openstaand\n7;Nieuw B.V.;F1;1.000,00\n';
    await importText(books, list, '2026-11-18', { bankUntil: '2026-11-17' });
    run(books, pay(1_300_00, { date: '2026-11-17' }));
    expect(openOf(books, 'F1')).toBe(1_000_00);
    expect(Object.keys(ledgerOf(books).item!)).toEqual(['F1']);
    run(books, pay(1_300_00, { date: '2026-11-18' }));
    expect(openOf(books, 'F1')).toBe(0);
    expect(openOf(books, '~2026-11-18')).toBe(-300_00);
  });

  it('keeps a promise at once', () => {
    const books = owing();
    const promise = { id: 't', itemIds: ['F1'], amount: 1_000_00, on: '2026-11-10', date: '2026-11-25' };
    ledgerOf(books).promise = { t: { ...promise, by: null, channel: null, state: 'open', holdId: 'h' } };
    run(books, pay(1_000_00));
    expect(ledgerOf(books).promise!.t!.state).toBe('kept');
  });

  describe('gives way to the bank line that is the same payment', () => {
    const line = { date: '2026-11-18', amount: 2_500_00, currency: 'EUR' };
    it.each([
      ['the same day', {}, true],
      ['five days later', { date: '2026-11-23' }, true],
      ['six days later', { date: '2026-11-24' }, false],
      ['another amount', { amount: 2_500_01 }, false],
      ['another currency', { currency: 'USD' }, false],
    ])('%s', (_, given, isSame) => {
      const books = owing();
      run(books, pay(2_500_00));
      expect(handPaymentFor(ledgerOf(books), { ...line, ...given }) !== null).toBe(isSame);
    });

    it('with its parts, and nothing of it is left', () => {
      const books = owing();
      const before = linesOf(books);
      run(books, pay(2_500_00));
      const ledger = ledgerOf(books);
      const payment = handPaymentFor(ledger, line)!;
      expect(handPaymentParts(1, ledger, payment)).toEqual({
        parts: [
          { debtorId: 1, itemId: 'F1', amount: 1_000_00, discount: 0 },
          { debtorId: 1, itemId: 'F2', amount: 1_000_00, discount: 0 },
        ],
        rest: 500_00,
      });
      const set = new ChangeSet(books, today);
      dropHandPayment(set, 1, ledger, payment);
      applyChanges(books, set.changes);
      expect(linesOf(books)).toEqual(before);
    });
  });
});

describe('a level reached before Voldaan, by hand (criterion A10)', () => {
  const given = (level: number, on = '2026-10-20'): Command => ({
    type: 'set-outside-level',
    debtorId: 1,
    itemIds: ['F1'],
    level,
    on,
  });

  it('feeds the ladder: what was reminded elsewhere gets an aanmaning', () => {
    const books = booksWith({ items: [invoice('F1', { dueDate: '2026-09-15' })] });
    expect(proposalsOn(books, today).proposals[0]?.kind).toBe('reminder');
    run(books, given(1));
    expect(proposalsOn(books, today).proposals[0]?.kind).toBe('demand');
    expect(eventsOf(books, 1).at(-1)).toMatchObject({ type: 'outside-level', data: { level: 1, on: '2026-10-20' } });
  });

  it('never counts as a veertiendagenbrief', () => {
    const books = booksWith({
      items: [invoice('F1', { dueDate: '2026-09-15', termAgreed: true })],
      debtor: { kind: 'consumer' },
    });
    run(books, given(9, '2026-09-30'));
    expect(proposalsOn(books, today).proposals[0]?.kind).toBe('fourteen-day-letter');
  });

  it('is taken away with level 0, and undone exactly', () => {
    const books = booksWith({ items: [invoice('F1')] });
    const before = linesOf(books);
    const { undo } = run(books, given(2));
    expect(run(books, given(2)).changes).toEqual([]);
    takeBack(books, undo);
    expect(linesOf(books)).toEqual(before);
    run(books, given(2));
    run(books, given(0));
    expect(itemOf(books, 'F1').outside).toBeNull();
  });

  test.each([
    [given(1.5), 'level', 'level'],
    [given(21), 'level', 'level'],
    [given(1, '2026-11-21'), 'on', 'future'],
    [given(1, 'x'), 'on', 'date'],
  ])('is refused: %o', (command, field, reason) => {
    expect(refusalOf(booksWith({ items: [invoice('F1')] }), command)).toMatchObject({ field, reason });
  });
});

test('who pays for a debtor is another one, for whom nobody else pays (criterion A11)', () => {
  const books = booksWith({ items: [] }, { items: [] }, { items: [] });
  const save = (id: number, paidBy: number): Command => ({ type: 'save-debtor', debtor: debtor({ id, paidBy }) });
  expect(refusalOf(books, save(1, 1))).toMatchObject({ field: 'paidBy' });
  expect(refusalOf(books, save(1, 9))).toMatchObject({ code: 'not-found' });
  run(books, save(1, 2));
  expect(refusalOf(books, save(2, 3))).toMatchObject({ field: 'paidBy' });
  expect(refusalOf(books, save(3, 1))).toMatchObject({ field: 'paidBy' });
});
