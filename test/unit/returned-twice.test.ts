import { describe, expect, it } from 'vitest';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, openOf, pay } from './import-books.ts';
import { ordersOf } from './orders.ts';

const moment = { today: '2026-11-28', at: '2026-11-28T12:00:00' };
const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const invoice = '1;J. Kok;F26001;01-10-2026;31-10-2026;1.210,00;1.210,00';
const other = '2;Bos;G1;01-10-2026;;10,00;10,00';
const whole = 121_000;

async function withInvoice(): Promise<Books> {
  const books = freshBooks();
  await importText(books, [head, invoice, other].join('\n'), moment.today, { asOf: '2026-11-01' });
  return books;
}

/** A payment on a day that comes back the next. */
const paidAndBack = (day: number, amount: number, endToEndId: string) => [
  bankLine(`2026-11-0${day}`, amount, { remittance: 'Factuur F26001', endToEndId }),
  bankLine(`2026-11-0${day + 1}`, -amount, { remittance: 'Factuur F26001', endToEndId, returnReason: 'AM04' }),
];

/** The user says of every line that waits that it is of the invoice, as far as there is room for it. */
function review(books: Books): void {
  for (const { id: lineId, amount } of linesIn(books, 'review')) {
    const parts = [{ debtorId: 1, itemId: 'F26001', amount, discount: 0 }];
    try {
      const command = { type: 'match-line', lineId, parts, creditTo: null, settle: [] } as const;
      applyChanges(books, runCommand(books, command, moment));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }
}

describe('money of one invoice that comes back twice, in bank files out of order (A3, A7)', () => {
  // The list t/m 2-11 lacks the invoice: its first payment was in it, and came back the day after.
  const steps = ['first', 'second', 'list'] as const;
  const cases = [12_100, 60_500, whole].flatMap((again) => ordersOf(steps).map((order) => [again, order] as const));

  async function take(books: Books, step: (typeof steps)[number], again: number): Promise<void> {
    if (step === 'list') await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-02' });
    else {
      const lines = step === 'first' ? paidAndBack(2, whole, 'E1') : paidAndBack(4, again, 'E2');
      importBank(books, [bankFile(lines)], moment.today);
      review(books);
    }
  }

  it.each(cases)('is open again whole: the second time %i, in the order %j', async (again, order) => {
    const books = await withInvoice();
    for (const step of order) await take(books, step, again);
    expect(linesIn(books, 'review')).toEqual([]);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
  });

  it.each(cases)('as it is when the last line is taken back and said again: %i, %j', async (again, order) => {
    const books = await withInvoice();
    for (const step of order) await take(books, step, again);
    const lineId = linesIn(books, 'matched').at(-1)!.id;
    applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId }, moment));
    expect(openOf(books, '1', 'F26001')).not.toBe(whole);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
  });
});

describe('money of an invoice a list calls settled before the bank has it', () => {
  it.each([whole, 30_250])('is open again for what came back of it: %i', async (amount) => {
    const books = await withInvoice();
    await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-02' });
    importBank(books, [bankFile(paidAndBack(4, amount, 'E1'))], moment.today);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(amount);
    const again = bankLine('2026-11-09', amount, { remittance: 'Factuur F26001', endToEndId: 'E3' });
    importBank(books, [bankFile([again])], moment.today);
    expect(openOf(books, '1', 'F26001')).toBe(0);
  });
});

describe('an invoice paid whole, taken back, and paid in part since', () => {
  const lines = {
    paid: bankLine('2026-11-02', whole, { remittance: 'Factuur F26001', endToEndId: 'E1' }),
    back: bankLine('2026-11-03', -whole, { remittance: 'Factuur F26001', endToEndId: 'E1', returnReason: 'AM04' }),
    part: bankLine('2026-11-04', 30_250, { remittance: 'Factuur F26001', endToEndId: 'E2' }),
  };
  // Where the part came in first, the payment leaves credit, and the storno takes that back too.
  it.each(ordersOf(['list', 'paid', 'back', 'part'] as const))(
    'is open for the rest: %s, %s, %s, %s',
    async (...order) => {
      const books = await withInvoice();
      for (const step of order) {
        if (step === 'list') await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-02' });
        else importBank(books, [bankFile([lines[step]])], moment.today);
        review(books);
      }
      importBank(books, [bankFile(Object.values(lines))], moment.today);
      review(books);
      expect(linesIn(books, 'review')).toEqual([]);
      expect(openOf(books, '1', 'F26001')).toBe(whole - 30_250);
    },
  );
});

/** Payments and stornos of the invoice: day of November, and amount. */
type Money = readonly [day: number, amount: number];
const line = ([day, amount]: Money, endToEndId: string) =>
  bankLine(`2026-11-${String(day).padStart(2, '0')}`, amount, {
    remittance: 'Factuur F26001',
    endToEndId,
    bankReference: `${endToEndId}/${amount}`,
    ...(amount < 0 ? { returnReason: 'AM04' } : {}),
  });

describe('an invoice that is paid and goes back more than once, with a list in between (A3, A7)', () => {
  const part = 30_250;
  // What the bank did; the pairs are a payment and what took it back.
  const histories: Readonly<Record<string, readonly (readonly Money[])[]>> = {
    'twice, and paid in part': [
      [
        [2, whole],
        [3, -whole],
      ],
      [
        [4, whole],
        [5, -whole],
      ],
      [[5, part]],
    ],
    'first a part': [
      [
        [2, part],
        [3, -part],
      ],
      [
        [4, whole],
        [5, -whole],
      ],
    ],
    'three times': [
      [
        [2, whole],
        [3, -whole],
      ],
      [
        [4, whole],
        [5, -whole],
      ],
      [
        [6, whole],
        [7, -whole],
      ],
    ],
  };
  const cases = Object.entries(histories).flatMap(([name, pairs]) => {
    const lines = pairs.flatMap((pair, i) => pair.map((money) => ({ money, line: line(money, `E${i}`) })));
    const untils = [...new Set(lines.map(({ money: [day] }) => day))];
    return untils.flatMap((until) =>
      ordersOf(['early', 'late', 'list'] as const).map((order) => ({ name, lines, until, order })),
    );
  });

  it.each(cases)('is open for what is true: $name, list t/m $until, $order', async ({ lines, until, order }) => {
    const open = (upTo: number) =>
      whole - lines.filter(({ money: [day] }) => day <= upTo).reduce((sum, { money }) => sum + money[1], 0);
    const books = await withInvoice();
    const days = [...new Set(lines.map(({ money: [day] }) => day))];
    // The days around the list come last: a file of the first day, one of the days from the third on.
    const of = { early: (day: number) => day === days[0], late: (day: number) => day >= days[2]! };
    for (const step of order) {
      if (step === 'list') {
        const left = (open(until) / 100).toFixed(2).replace('.', ',');
        const row = `1;J. Kok;F26001;01-10-2026;31-10-2026;1210,00;${left}`;
        const text = [head, ...(open(until) === 0 ? [] : [row]), other].join('\n');
        await importText(books, text, moment.today, { asOf: `2026-11-0${until}` });
      } else
        importBank(
          books,
          [bankFile(lines.filter(({ money }) => of[step](money[0])).map((own) => own.line))],
          moment.today,
        );
      review(books);
      expect(openOf(books, '1', 'F26001')).toBeLessThanOrEqual(whole);
      expect(reconcile(books, null)?.unexplained).toBe(0);
    }
    importBank(books, [bankFile(lines.map((own) => own.line))], moment.today);
    for (const _ of lines) review(books);
    // A payment a list has open all the same goes on waiting, with what took it back.
    const waiting = linesIn(books, 'review').reduce((sum, { amount }) => sum + amount, 0);
    expect([openOf(books, '1', 'F26001'), waiting]).toEqual([open(30), 0]);
  });
});

describe('a credit note of which a part was paid back (A3)', () => {
  it('is no claim once a list lacks it', async () => {
    const books = freshBooks();
    const credit = '1;J. Kok;C1;01-10-2026;;-500,00;-500,00';
    await importText(books, [head, credit, other].join('\n'), moment.today, { asOf: '2026-11-01' });
    pay(books, 1, 'C1', '2026-11-18', -20_000);
    expect(openOf(books, '1', 'C1')).toBe(-30_000);
    await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-17' });
    expect(openOf(books, '1', 'C1')).toBe(0);
  });
});

describe('a storno that explains why a list has open what is paid here', () => {
  it('taken back, the invoice is paid here again, with its task; said again it is open', async () => {
    const books = await withInvoice();
    const [paid, back] = paidAndBack(2, whole, 'E1');
    importBank(books, [bankFile([paid!])], moment.today);
    await importText(books, [head, invoice, other].join('\n'), moment.today, { asOf: '2026-11-03' });
    expect(openOf(books, '1', 'F26001')).toBe(0);
    importBank(books, [bankFile([back!])], moment.today);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
    const lineId = linesIn(books, 'matched').find(({ amount }) => amount < 0)!.id;
    applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId }, moment));
    expect(openOf(books, '1', 'F26001')).toBe(0);
    expect(reconcile(books, null)?.unexplained).toBe(0);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
  });
});

describe('a task to letter off that a later list gave another amount', () => {
  it('stands when the payment it came with is taken back: the storno then opens what that list has open', async () => {
    const books = await withInvoice();
    const said = { remittance: 'Factuur F26001' };
    const part = 30_250;
    const lines = [
      bankLine('2026-11-02', 2 * part, { ...said, endToEndId: 'E1' }),
      bankLine('2026-11-03', part, { ...said, endToEndId: 'E2' }),
      bankLine('2026-11-04', -2 * part, { ...said, endToEndId: 'E1', returnReason: 'AM04' }),
      bankLine('2026-11-05', -part, { ...said, endToEndId: 'E2', returnReason: 'AM04' }),
    ];
    const list = (open: string, asOf: string) =>
      importText(
        books,
        [head, `1;J. Kok;F26001;01-10-2026;31-10-2026;1.210,00;${open}`, other].join('\n'),
        moment.today,
        {
          asOf,
        },
      );
    await list('907,50', '2026-11-04');
    importBank(books, [bankFile(lines.slice(0, 2))], moment.today);
    review(books);
    await list('1.210,00', '2026-11-05');
    for (const amount of [2 * part, part]) {
      const lineId = linesIn(books, 'matched').find((own) => own.amount === amount)!.id;
      applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId }, moment));
      review(books);
      expect(reconcile(books, null)?.unexplained).toBe(0);
    }
    importBank(books, [bankFile(lines)], moment.today);
    review(books);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
  });
});

describe('a storno of an invoice a list calls settled, and no more paid by its own day', () => {
  it('waits with the payment it takes back, so that neither counts without the other', async () => {
    const part = 30_250;
    const lines = [
      line([2, whole], 'E1'),
      line([3, -whole], 'E1'),
      line([3, part], 'E2'),
      line([4, -part], 'E2'),
      line([7, whole], 'E3'),
    ];
    const books = await withInvoice();
    importBank(books, [bankFile(lines.slice(-1))], moment.today);
    await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-02' });
    importBank(books, [bankFile(lines)], moment.today);
    for (const _ of lines) review(books);
    const waiting = linesIn(books, 'review').reduce((sum, { amount }) => sum + amount, 0);
    expect([openOf(books, '1', 'F26001'), waiting]).toEqual([0, 0]);
  });
});

describe('an invoice paid here in part that a list lacks and a later one has open whole', () => {
  const part = 30_250;
  const lines = [line([2, part], 'E1'), line([3, -part], 'E1'), line([4, whole], 'E2'), line([5, -whole], 'E2')];
  const list = (books: Books, day: number) => {
    const rows = day === 4 ? [head, other] : [head, invoice, other];
    return importText(books, rows.join('\n'), moment.today, { asOf: `2026-11-0${day}` });
  };

  it('is open for the rest, with a task that says what the list has; whole once the bank shows that it went back', async () => {
    const books = await withInvoice();
    importBank(books, [bankFile(lines.slice(0, 1))], moment.today);
    for (const day of [3, 4, 5]) {
      await list(books, day);
      expect(reconcile(books, null)?.unexplained).toBe(0);
    }
    expect(openOf(books, '1', 'F26001')).toBe(whole - part);
    const toDo = Object.values(books.ledgers.get(1)?.task ?? {}).filter(({ doneOn }) => doneOn === null);
    expect(toDo.map(({ kind, listed }) => [kind, listed])).toEqual([['reconcile', whole]]);
    importBank(books, [bankFile(lines)], moment.today);
    for (const _ of lines) review(books);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
    expect(reconcile(books, null)?.unexplained).toBe(0);
  });
});

describe('an invoice paid here that a list has open for what was paid since it went back', () => {
  const part = 30_250;
  const lines = {
    paid: line([2, whole], 'E1'),
    back: line([3, -whole], 'E1'),
    part: line([3, part], 'E2'),
    partBack: line([4, -part], 'E2'),
  };
  const rest = '1;J. Kok;F26001;01-10-2026;31-10-2026;1.210,00;907,50';

  it.each(ordersOf(['back', 'part', 'partBack'] as const))('is open whole after: %s, %s, %s', async (...order) => {
    const books = await withInvoice();
    importBank(books, [bankFile([lines.paid])], moment.today);
    await importText(books, [head, other].join('\n'), moment.today, { asOf: '2026-11-02' });
    await importText(books, [head, rest, other].join('\n'), moment.today, { asOf: '2026-11-03' });
    for (const name of order) {
      importBank(books, [bankFile([lines[name]])], moment.today);
      review(books);
      expect(reconcile(books, null)?.unexplained).toBe(0);
    }
    expect(linesIn(books, 'review')).toEqual([]);
    expect(openOf(books, '1', 'F26001')).toBe(whole);
  });
});
