import { describe, expect, it } from 'vitest';
import { FailureError } from '#shared/contract/errors.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText, openOf } from './import-books.ts';
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
