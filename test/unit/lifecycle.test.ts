import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { undoImport, undoImports } from '#shared/domain/import/undo.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { debtorByCode, freshBooks, importText, itemOf, openOf } from './import-books.ts';
import { ordersOf } from './orders.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const row = (number: string, open: string, total = '1.000,00') =>
  `1001;Kok Bakkerij B.V.;${number};01-10-2026;31-10-2026;${total};${open}`;
const kok = { counterpartyName: 'Kok Bakkerij B.V.', counterpartyIban: 'NL20INGB0001234567' };

/** What a bookkeeper may do to the books, by name; a list names its bank date. */
const steps = {
  /** 400 of invoice 2026-0101, received on 18 November. */
  bank: (books: Books) =>
    importBank(
      books,
      [bankFile([bankLine('2026-11-18', 40_000, { ...kok, remittance: 'factuur 2026-0101' })])],
      '2026-11-25',
    ),
  'list t/m 10-11: 1.000': (books: Books) => list(books, '2026-11-10', row('2026-0101', '1.000,00')),
  'list t/m 17-11: 1.000': (books: Books) => list(books, '2026-11-17', row('2026-0101', '1.000,00')),
  'list t/m 20-11: 600': (books: Books) => list(books, '2026-11-20', row('2026-0101', '600,00')),
  'list t/m 20-11: 500': (books: Books) => list(books, '2026-11-20', row('2026-0101', '500,00')),
} as const;
type Step = keyof typeof steps;

function list(books: Books, asOf: string, ...rows: readonly string[]) {
  return importText(books, [head, ...rows].join('\n'), '2026-11-25', { asOf });
}

async function booksAfter(...names: readonly Step[]): Promise<Books> {
  const books = freshBooks();
  for (const name of names) await steps[name](books);
  return books;
}

/** Money received for an invoice as the books tell it, by where it came from. */
function paidFor(books: Books, number: string): Readonly<Record<string, number>> {
  const ledger = books.ledgers.get(debtorByCode(books, '1001').id)!;
  const paid: Record<string, number> = {};
  for (const { paymentId, itemId, amount } of Object.values(ledger.allocation ?? {})) {
    if (itemId !== number) continue;
    const { source } = ledger.payment![paymentId]!;
    paid[source] = (paid[source] ?? 0) + amount;
  }
  return paid;
}

describe('list and bank in every order (A3): 1.000 with 400 paid on 18-11', () => {
  const base: Step = 'list t/m 10-11: 1.000';
  const cases: readonly (readonly Step[])[] = [
    ...ordersOf<Step>(['bank', 'list t/m 17-11: 1.000']),
    ...ordersOf<Step>(['bank', 'list t/m 20-11: 600']),
    ...ordersOf<Step>(['bank', 'list t/m 17-11: 1.000', 'list t/m 20-11: 600']),
  ];
  it.each(cases.map((order) => [order]))('%j leaves 600 open, of which 400 was paid once', async (order) => {
    const books = await booksAfter(base, ...order);
    expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
    expect(paidFor(books, '2026-0101')).toEqual({ bank: 40_000 });
    for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });

  it('the list alone shows it as a payment; nothing known of the bank', async () => {
    const books = await booksAfter(base, 'list t/m 20-11: 600');
    expect(paidFor(books, '2026-0101')).toEqual({ list: 40_000 });
  });

  it.each(ordersOf<Step>(['bank', 'list t/m 20-11: 500']).map((order) => [order]))(
    '%j: the list knows of 100 more, so 500 is open and 500 was paid',
    async (order) => {
      const books = await booksAfter(base, ...order);
      expect(openOf(books, '1001', '2026-0101')).toBe(50_000);
      expect(paidFor(books, '2026-0101')).toEqual({ bank: 40_000, list: 10_000 });
    },
  );

  it('a bank line from before the balance that was known is not the payment a list shows after it', async () => {
    const books = await booksAfter(base, 'list t/m 20-11: 600');
    const early = bankLine('2026-11-05', 40_000, { ...kok, remittance: 'factuur 2026-0101' });
    importBank(books, [bankFile([early])], '2026-11-25');
    expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
    expect(paidFor(books, '2026-0101').list).toBe(40_000);
  });

  it('the first list of all holds it already, whenever the bank file comes', async () => {
    const books = await booksAfter('list t/m 20-11: 600', 'bank');
    expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
  });
});

describe('an older list after a newer one', () => {
  it('changes no balance, opens nothing, and adds nothing that was paid since', async () => {
    const books = freshBooks();
    await list(books, '2026-11-20', row('2026-0102', '50,00', '50,00'));
    const { record } = await list(
      books,
      '2026-11-10',
      row('2026-0101', '1.000,00'),
      row('2026-0102', '80,00', '80,00'),
    );
    expect(record).toMatchObject({ itemsNew: 0, itemsGone: 0, rowsSkipped: 1 });
    expect(openTotal(books)).toBe(5_000);
  });

  it('says nothing of a debtor that is known better, and still adds what is lacking', async () => {
    const books = freshBooks();
    const withMail = (mail: string, due: string) =>
      `Debiteurnummer;Naam;E-mail;Telefoon;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n1001;Kok;${mail};${due}`;
    await importText(books, withMail('nieuw@x.example', ';2026-0101;01-10-2026;;10,00'), '2026-11-20', {
      asOf: '2026-11-20',
    });
    await importText(books, withMail('oud@x.example', '030 123;2026-0101;01-10-2026;15-10-2026;30,00'), '2026-11-21', {
      asOf: '2026-11-10',
    });
    expect(debtorByCode(books, '1001')).toMatchObject({ email: 'nieuw@x.example', phone: '030 123' });
    expect(itemOf(books, '1001', '2026-0101')).toMatchObject({ dueDate: '2026-10-15', listed: { open: 1_000 } });
  });

  it('does not open again what the newer one presumed paid', async () => {
    const books = freshBooks();
    await list(books, '2026-11-10', row('2026-0101', '1.000,00'), row('2026-0102', '50,00', '50,00'));
    await list(books, '2026-11-20', row('2026-0102', '50,00', '50,00'));
    await list(books, '2026-11-15', row('2026-0101', '1.000,00'), row('2026-0102', '50,00', '50,00'));
    expect(itemOf(books, '1001', '2026-0101').state).toBe('presumed-paid');
  });
});

describe('a receipt that is more than what was open', () => {
  const much = bankLine('2026-11-18', 105_000, { ...kok, remittance: 'factuur 2026-0101' });
  const receipt = '1001;Kok Bakkerij B.V.;;18-11-2026;;-50,00;-50,00';

  async function withCredit(): Promise<Books> {
    const books = await booksAfter('list t/m 10-11: 1.000');
    importBank(books, [bankFile([much])], '2026-11-19');
    expect(openTotal(books)).toBe(-5_000);
    return books;
  }

  it('is the same credit when a list names it', async () => {
    const books = await withCredit();
    await list(books, '2026-11-20', receipt);
    const items = Object.values(books.ledgers.get(1)!.item!);
    expect(items.filter(({ kind }) => kind === 'receipt')).toMatchObject([{ state: 'open', listed: { open: -5_000 } }]);
    expect(openTotal(books)).toBe(-5_000);
  });

  it('closes without a question when a list of its bank date lacks it, and not before', async () => {
    const books = await withCredit();
    await list(books, '2026-11-17', row('2026-0101', '1.000,00'));
    expect(openTotal(books)).toBe(-5_000);
    const { record } = await list(books, '2026-11-20', row('2026-0103', '10,00', '10,00'));
    expect(record.itemsGone).toBe(0);
    expect(openTotal(books)).toBe(1_000);
    expect(itemOf(books, '1001', '').state).toBe('closed');
    expect(books.chains.get(1)!.some(({ type }) => type === 'item-closed')).toBe(true);
  });

  it('is credit again when a later list has it after all', async () => {
    const books = await withCredit();
    const other = row('2026-0103', '10,00', '10,00');
    await list(books, '2026-11-20', other);
    expect(openTotal(books)).toBe(1_000);
    await list(books, '2026-11-22', other, receipt);
    expect(openTotal(books)).toBe(1_000 - 5_000);
    expect(books.chains.get(1)!.at(-1)!.type).toBe('item-reopened');
  });

  it('laid against another invoice by the bookkeeping, it is the payment of that one and no second', async () => {
    const books = freshBooks();
    await list(books, '2026-11-10', row('2026-0101', '1.000,00'), row('2026-0102', '200,00', '200,00'));
    importBank(books, [bankFile([much])], '2026-11-19');
    const { record } = await list(books, '2026-11-20', row('2026-0102', '130,00', '200,00'));
    expect(openTotal(books)).toBe(13_000);
    expect(paidFor(books, '2026-0102')).toEqual({ bank: 5_000, list: 2_000 });
    const ledger = books.ledgers.get(1)!;
    const received = Object.values(ledger.payment!).reduce((sum, { amount }) => sum + amount, 0);
    expect(received).toBe(107_000);
    const undone = undoImport(books, record.id, { today: '2026-11-25', at: '2026-11-25' });
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(openTotal(books)).toBe(15_000);
  });

  it('a list that came first holds it already', async () => {
    const books = await booksAfter('list t/m 10-11: 1.000');
    await list(books, '2026-11-20', receipt);
    importBank(books, [bankFile([much])], '2026-11-25');
    expect(openTotal(books)).toBe(-5_000);
  });
});

describe('money that was taken back', () => {
  const paid = bankLine('2026-11-12', 100_000, { ...kok, remittance: 'factuur 2026-0101', endToEndId: 'E1' });
  const back = bankLine('2026-11-18', -100_000, {
    ...kok,
    remittance: 'factuur 2026-0101',
    endToEndId: 'E1',
    returnReason: 'MD06',
  });
  const other = row('2026-0102', '50,00', '50,00');
  const cases: readonly (readonly ('paid' | 'back' | 'list')[])[] = [
    ['paid', 'back', 'list'],
    ['paid', 'list', 'back'],
  ];
  it.each(cases.map((order) => [order]))(
    '%j: the list t/m 15-11 rightly lacks it, and it is open again since 18-11',
    async (order) => {
      const books = freshBooks();
      await list(books, '2026-11-10', row('2026-0101', '1.000,00'), other);
      for (const step of order) {
        if (step === 'list') await list(books, '2026-11-15', other);
        else importBank(books, [bankFile([step === 'paid' ? paid : back])], '2026-11-25');
      }
      expect(itemOf(books, '1001', '2026-0101')).toMatchObject({ state: 'open', cycle: 2 });
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000);
    },
  );
});

describe('a task to letter off', () => {
  it('is done by itself once the bookkeeping says the same', async () => {
    const books = await booksAfter('list t/m 10-11: 1.000', 'bank');
    await list(books, '2026-11-20', row('2026-0101', '1.000,00'));
    const tasks = () => Object.values(books.ledgers.get(1)!.task ?? {});
    expect(tasks()).toMatchObject([{ kind: 'reconcile', doneOn: null }]);
    expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
    await list(books, '2026-11-24', row('2026-0101', '600,00'));
    expect(tasks()).toMatchObject([{ kind: 'reconcile', doneOn: '2026-11-24' }]);
    expect(paidFor(books, '2026-0101')).toEqual({ bank: 40_000 });
  });

  const other = row('2026-0102', '50,00', '50,00');

  it.each(['open', 'closed'] as const)('of an item that is %s is done once the list lacks it', async (state) => {
    const books = await booksAfter('list t/m 10-11: 1.000');
    const amount = state === 'closed' ? 100_000 : 40_000;
    const receipt = bankLine('2026-11-18', amount, { ...kok, remittance: 'factuur 2026-0101' });
    importBank(books, [bankFile([receipt])], '2026-11-19');
    if (state === 'closed') await list(books, '2026-11-19', other);
    await list(books, '2026-11-20', row('2026-0101', '1.000,00'), other);
    const tasks = () => Object.values(books.ledgers.get(1)!.task ?? {});
    expect(itemOf(books, '1001', '2026-0101').state).toBe(state);
    expect(tasks()).toMatchObject([{ kind: 'reconcile', doneOn: null }]);
    await list(books, '2026-11-24', other);
    expect(tasks()).toMatchObject([{ kind: 'reconcile', doneOn: '2026-11-24' }]);
  });
});

describe('lines that wait to be looked at', () => {
  it('are in a full list of their bank date, and wait no longer; taking the list back brings them back', async () => {
    const books = await booksAfter('list t/m 10-11: 1.000');
    importBank(
      books,
      [bankFile([bankLine('2026-11-18', 12_345, { counterpartyName: 'X', counterpartyIban: null })])],
      '2026-11-19',
    );
    expect(linesIn(books, 'review')).toHaveLength(1);
    await list(books, '2026-11-17', row('2026-0101', '1.000,00'));
    expect(linesIn(books, 'review')).toHaveLength(1);
    const { record } = await list(books, '2026-11-20', row('2026-0101', '1.000,00'));
    expect(linesIn(books, 'review')).toHaveLength(0);
    const undone = undoImport(books, record.id, { today: '2026-11-25', at: '2026-11-25' });
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(linesIn(books, 'review')).toHaveLength(1);
  });
});

describe('a drop is taken back as a whole', () => {
  it('list and bank, newest first, to exactly what was; refused while something later stands', async () => {
    const books = await booksAfter('list t/m 10-11: 1.000');
    const before = structuredClone(standing(books));
    const { record: first } = await list(
      books,
      '2026-11-17',
      row('2026-0101', '900,00'),
      row('2026-0102', '10,00', '10,00'),
    );
    const { record: second } = await steps.bank(books);
    for (const { id } of [first, second]) {
      books.records.import.set(id, { ...books.records.import.get(id)!, group: 'drop-1' });
    }
    const moment = { today: '2026-11-26', at: '2026-11-26' };
    expect(undoImports(books, [first.id], moment)).toMatchObject({ ok: false, reason: 'later-import' });
    const undone = undoImports(books, [second.id, first.id], moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(standing(books)).toEqual(before);
    for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });
});
