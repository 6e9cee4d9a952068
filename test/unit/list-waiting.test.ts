import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { restsLeft } from '#shared/domain/commands/bank.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { postBackOf } from '#shared/insight/post-back.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { freshBooks, importText, openOf } from './import-books.ts';
import { ordersOf } from './orders.ts';
import { readText } from './table-text.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const today = '2026-11-25';
const moment = { today, at: '2026-11-24T12:00:00' };
const other = '1002;Smederij Bos;2026-0900;01-10-2026;31-10-2026;5,00;5,00';
const invoice = (open: string, number = '2026-0101') =>
  `1001;Kok Bakkerij B.V.;${number};01-10-2026;31-10-2026;1.000,00;${open}`;

const receipt = (amount: number) =>
  bankLine('2026-11-18', amount, {
    counterpartyName: 'Kok Bakkerij B.V.',
    counterpartyIban: 'NL20INGB0001234567',
    remittance: 'factuur 2026-0101',
  });

const list = (books: Books, asOf: string, ...rows: readonly string[]) =>
  importText(books, [head, ...rows, other].join('\n'), today, { asOf });
const bank = (books: Books, ...lines: readonly ReturnType<typeof bankLine>[]) =>
  importBank(books, [bankFile(lines)], '2026-11-24');

async function withInvoice(): Promise<Books> {
  const books = freshBooks();
  await list(books, '2026-11-10', invoice('1.000,00'));
  return books;
}

/** It comes in and waits: what was accepted at once is taken back. */
function bankWaits(books: Books, ...lines: readonly ReturnType<typeof bankLine>[]): void {
  bank(books, ...lines);
  for (const { id } of linesIn(books, 'matched')) run(books, { type: 'unmatch-line', lineId: id });
}

function run(books: Books, command: Command): void {
  applyChanges(books, runCommand(books, command, moment));
}

/** The user says of the line that waits that it pays the invoice. */
function confirm(books: Books, line = linesIn(books, 'review')[0]): void {
  if (!line) throw new Error('no line waits');
  const part = { debtorId: 1, itemId: '2026-0101', amount: line.amount, discount: 0 };
  run(books, { type: 'match-line', lineId: line.id, parts: [part], creditTo: null, settle: [] });
}

const tasks = (books: Books) => Object.values(books.ledgers.get(1)?.task ?? {});

describe('a line that waits, and a list t/m its day that still has its invoice open (A3)', () => {
  const steps = { bank: 'bank', list: 'list', again: 'list again' } as const;
  type Step = keyof typeof steps;
  const amounts = [100_000, 40_000];
  const orders: readonly (readonly Step[])[] = [
    ...ordersOf<Step>(['bank', 'list']),
    ...ordersOf<Step>(['bank', 'list', 'again']),
  ];
  const cases = amounts.flatMap((amount) => orders.map((order) => [amount, order] as const));

  async function take(books: Books, step: Step, amount: number): Promise<void> {
    if (step === 'bank') bankWaits(books, receipt(amount));
    else await list(books, step === 'list' ? '2026-11-20' : '2026-11-22', invoice('1.000,00'));
  }

  it.each(cases)(
    'of %i, in the order %j, goes on waiting; confirmed it is deducted, with a task',
    async (amount, order) => {
      const books = await withInvoice();
      for (const step of order) await take(books, step, amount);
      expect(linesIn(books, 'review')).toHaveLength(1);
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000);
      expect(reconcile(books, null)).toMatchObject({ stated: 100_500, open: 100_500, unexplained: 0 });
      confirm(books);
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000 - amount);
      expect(tasks(books)).toMatchObject([{ kind: 'reconcile', listed: 100_000, doneOn: null }]);
      expect(reconcile(books, null)).toMatchObject({
        causes: [{ cause: 'paid-here', total: -amount }],
        unexplained: 0,
      });
      expect(postBackOf(books)['lettered-off']).toMatchObject([{ number: '2026-0101', amount }]);
      for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
    },
  );

  it.each(amounts)('is as if %i had been confirmed before the list came', async (amount) => {
    const [before, after] = [await withInvoice(), await withInvoice()];
    bankWaits(before, receipt(amount));
    confirm(before);
    await list(before, '2026-11-20', invoice('1.000,00'));
    await list(after, '2026-11-20', invoice('1.000,00'));
    bank(after, receipt(amount));
    confirm(after);
    for (const books of [before, after]) {
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000 - amount);
      expect(tasks(books)).toMatchObject([{ kind: 'reconcile', listed: 100_000, doneOn: null }]);
      // The next list has it worked in: nothing is left to do, and nothing is counted twice.
      const rows = amount === 100_000 ? [] : [invoice('600,00')];
      await list(books, '2026-11-24', ...rows);
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000 - amount);
      expect(tasks(books)).toMatchObject([{ doneOn: '2026-11-24' }]);
    }
  });

  it('taken back, neither the payment nor the task is left, and it can be confirmed again', async () => {
    const books = await withInvoice();
    await list(books, '2026-11-20', invoice('1.000,00'));
    bank(books, receipt(40_000));
    const before = standing(books);
    confirm(books);
    run(books, { type: 'unmatch-line', lineId: linesIn(books, 'matched')[0]!.id });
    expect(standing(books)).toEqual(before);
    confirm(books);
    expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
    expect(tasks(books)).toHaveLength(1);
  });

  it('says so where it comes in', async () => {
    const books = await withInvoice();
    bankWaits(books, receipt(40_000));
    const reading = await readText([head, invoice('1.000,00'), other].join('\n'));
    const { warnings, linesListed } = diffImport(books, reading, { asOf: '2026-11-20' }, today, 'import-x');
    expect(warnings).toMatchObject([
      { code: 'lines-open', params: { count: 1, first: '18-11-2026', last: '18-11-2026' } },
    ]);
    expect(linesListed).toEqual([]);
    expect((await list(books, '2026-11-20', invoice('1.000,00'))).record.itemsChanged).toBe(0);
    const late = await withInvoice();
    await list(late, '2026-11-20', invoice('1.000,00'));
    const said = bank(late, receipt(40_000)).diff.warnings.map(({ problem }) => problem.code);
    expect(said).toEqual(['bank-open-on-list']);
  });

  it('the same list again changes nothing, and taking it back gives what was', async () => {
    const books = await withInvoice();
    bankWaits(books, receipt(40_000));
    const before = standing(books);
    const { record } = await list(books, '2026-11-20', invoice('1.000,00'));
    const then = standing(books);
    expect((await list(books, '2026-11-20', invoice('1.000,00'))).changes).toEqual([]);
    expect(standing(books)).toEqual(then);
    const undone = undoImport(books, record.id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(standing(books)).toEqual(before);
  });
});

describe('a line that waits, and a list of one debtor t/m its day that still has its invoice open', () => {
  it.each(ordersOf(['bank', 'part']).map((order) => [order]))(
    'in the order %j: confirmed it is deducted',
    async (order) => {
      const books = await withInvoice();
      for (const step of order) {
        if (step === 'bank') bankWaits(books, receipt(40_000));
        else
          await importText(books, [head, invoice('1.000,00')].join('\n'), today, { asOf: '2026-11-20', full: false });
      }
      expect(linesIn(books, 'review')).toHaveLength(1);
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000);
      confirm(books);
      expect(openOf(books, '1001', '2026-0101')).toBe(60_000);
      expect(tasks(books)).toMatchObject([{ kind: 'reconcile', listed: 100_000, doneOn: null }]);
    },
  );
});

describe('a small rest of a line that a list of today still has', () => {
  it('is let go, so that nothing of it is left to let go', async () => {
    const books = await withInvoice();
    bankWaits(books, receipt(99_999));
    confirm(books);
    await list(books, today, invoice('0,01'));
    const [line] = linesIn(books, 'matched');
    run(books, { type: 'settle-rests', lineId: line!.id });
    expect(openOf(books, '1001', '2026-0101')).toBe(0);
    expect(restsLeft(books, line!)).toEqual([]);
  });
});

describe('a line that waits, and a list t/m its day that has it worked in', () => {
  it.each([
    ['shows as much paid', 40_000, ['600,00'], 60_000],
    ['shows more paid', 40_000, ['500,00'], 50_000],
    ['no longer has the invoice', 100_000, [], 0],
  ])('waits no longer where the list %s, whichever came first', async (_, amount, open, left) => {
    const rows = open.map((own) => invoice(own));
    const first = await withInvoice();
    bankWaits(first, receipt(amount));
    await list(first, '2026-11-20', ...rows);
    const second = await withInvoice();
    await list(second, '2026-11-20', ...rows);
    bank(second, receipt(amount));
    for (const books of [first, second]) {
      expect(linesIn(books, 'review')).toEqual([]);
      expect(openOf(books, '1001', '2026-0101')).toBe(left);
    }
  });

  it('nor does one the list has open because it went back since', async () => {
    const paid = { ...receipt(100_000), endToEndId: 'E1' };
    const back = { ...receipt(-100_000), bookDate: '2026-11-19', endToEndId: 'E1', returnReason: 'MD06' };
    for (const order of [
      ['bank', 'list'],
      ['list', 'bank'],
    ]) {
      const books = await withInvoice();
      for (const step of order) {
        if (step === 'bank') bank(books, paid, back);
        else await list(books, '2026-11-20', invoice('1.000,00'));
      }
      expect(linesIn(books, 'review')).toEqual([]);
      expect(openOf(books, '1001', '2026-0101')).toBe(100_000);
    }
  });

  it('nor one lost that came and went back while another waits: its storno counts, so it has to', async () => {
    const moved = (day: string, amount: number, endToEndId: string) => ({
      ...receipt(amount),
      bookDate: `2026-11-${day}`,
      endToEndId,
      returnReason: amount < 0 ? 'AM04' : null,
    });
    const first = moved('12', 25_000, 'E1');
    const books = await withInvoice();
    bank(books, moved('22', 100_000, 'E3'));
    await list(books, '2026-11-18', invoice('1.000,00'));
    bank(books, first);
    bank(books, first, moved('13', -25_000, 'E1'), moved('14', 25_000, 'E2'), moved('15', -25_000, 'E2'));
    const waiting = linesIn(books, 'review').toSorted((a, b) => a.amount - b.amount);
    for (const line of waiting) confirm(books, line);
    expect(openOf(books, '1001', '2026-0101')).toBe(0);
  });
});

describe('a payment that came before its invoice was imported', () => {
  it.each([[['bank', 'list']], [['list', 'bank']]])('waits for it in the order %j', async (order) => {
    const books = freshBooks();
    await list(books, '2026-11-10');
    for (const step of order) {
      if (step === 'bank') bank(books, receipt(100_000));
      else await list(books, '2026-11-20', invoice('1.000,00'));
    }
    expect(linesIn(books, 'review')).toHaveLength(1);
    const [line] = linesIn(books, 'review');
    const parts = [{ debtorId: 2, itemId: '2026-0101', amount: 100_000, discount: 0 }];
    run(books, { type: 'match-line', lineId: line!.id, parts, creditTo: null, settle: [] });
    expect(openOf(books, '1001', '2026-0101')).toBe(0);
  });
});
