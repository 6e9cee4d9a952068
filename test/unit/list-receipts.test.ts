import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn } from './bank-books.ts';
import { freshBooks, importText } from './import-books.ts';
import { ordersOf } from './orders.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const kok = '1001;Kok Bakkerij B.V.';
const today = '2026-11-25';
/** On every full list, so that none is empty; 5.00. */
const other = '1002;Smederij Bos;2026-0900;01-10-2026;31-10-2026;5,00;5,00';

/** 50 too much for invoice 2026-0101 on 18 November. */
const much = bankLine('2026-11-18', 105_000, {
  counterpartyName: 'Kok Bakkerij B.V.',
  remittance: 'factuur 2026-0101',
});

/** How a list can name the 50. */
const named = {
  'own number': `${kok};BANK-77;18-11-2026;;-50,00;-50,00`,
  'day alone': `${kok};;18-11-2026;;-50,00;-50,00`,
  'other day of booking': `${kok};;20-11-2026;;-50,00;-50,00`,
  'number without its total': `${kok};BANK-77;18-11-2026;;;-50,00`,
} as const;

type Step = 'partial' | 'full' | 'bank';

async function take(books: Books, step: Step, row: string): Promise<void> {
  if (step === 'bank') importBank(books, [bankFile([much])], today);
  else {
    const rows = step === 'full' ? [row, other] : [row];
    await importText(books, [head, ...rows].join('\n'), today, { asOf: '2026-11-20', full: step === 'full' });
  }
}

/** What of Kok is credit, and how many items say so. */
function creditOf(books: Books): { readonly open: number; readonly items: number } {
  const items = Object.values(books.ledgers.get(1)?.item ?? {});
  const credits = items.filter(({ total, state }) => total < 0 && state === 'open');
  return { open: openTotal(books), items: credits.length };
}

function expectToAddUp(books: Books): void {
  const { payment = {}, allocation = {}, item = {} } = books.ledgers.get(1) ?? {};
  for (const { id, amount, receiptId } of Object.values(payment)) {
    const laid = Object.values(allocation).filter(({ paymentId, kind }) => paymentId === id && !kind);
    const receipt = receiptId === undefined ? 0 : item[receiptId]!.total;
    expect(sumOf(laid, (own) => own.amount) - receipt).toBe(amount);
  }
  for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
}

async function withInvoice(): Promise<Books> {
  const books = freshBooks();
  const rows = [head, `${kok};2026-0101;01-10-2026;31-10-2026;1.000,00;1.000,00`, other];
  await importText(books, rows.join('\n'), '2026-11-11', { asOf: '2026-11-10' });
  return books;
}

describe('money a payment left over, and a list that names it (A3)', () => {
  const cases = Object.entries(named).flatMap(([how, row]) =>
    [...ordersOf<Step>(['bank', 'partial']), ...ordersOf<Step>(['bank', 'partial', 'full'])].map(
      (order) => [how, order, row] as const,
    ),
  );
  it.each(cases)('by its %s, in the order %j, is one item of 50', async (_, order, row) => {
    const books = await withInvoice();
    for (const step of order) await take(books, step, row);
    expect(creditOf(books)).toEqual({ open: -5_000 + 500, items: 1 });
    expectToAddUp(books);
  });

  it('of which a part was laid against an invoice there, is what is left of it', async () => {
    const books = await withInvoice();
    const invoice = (open: string) => `${kok};2026-0102;01-10-2026;31-10-2026;200,00;${open}`;
    await importText(books, [head, invoice('200,00')].join('\n'), '2026-11-11', { asOf: '2026-11-10', full: false });
    await take(books, 'bank', '');
    const rows = [head, `${kok};;18-11-2026;;;-30,00`, invoice('180,00')];
    await importText(books, rows.join('\n'), today, { asOf: '2026-11-20', full: false });
    expect(creditOf(books)).toEqual({ open: -3_000 + 18_000 + 500, items: 1 });
    expectToAddUp(books);
    const received = Object.values(books.ledgers.get(1)!.payment!);
    expect(received).toMatchObject([{ source: 'bank', amount: 105_000 }]);
  });

  it('keeps to it under the number it got, whatever the next list is', async () => {
    const books = await withInvoice();
    await take(books, 'bank', '');
    for (const asOf of ['2026-11-20', '2026-11-22', '2026-11-24']) {
      const rows = [head, named['own number'], ...(asOf === '2026-11-22' ? [other] : [])];
      await importText(books, rows.join('\n'), today, { asOf, full: asOf === '2026-11-22' });
      expect(creditOf(books)).toEqual({ open: -4_500, items: 1 });
    }
  });

  it('two of one day and amount are two', async () => {
    const books = await withInvoice();
    await take(books, 'bank', '');
    const rows = [head, named['own number'], named['own number'].replace('77', '78')];
    await importText(books, rows.join('\n'), today, { asOf: '2026-11-20', full: false });
    expect(creditOf(books)).toEqual({ open: -10_000 + 500, items: 2 });
  });

  it.each(ordersOf<Step>(['bank', 'partial']).map((order) => [order]))(
    'in the order %j, is not that of after the bank date of the list, be it of one amount',
    async (order) => {
      const books = await withInvoice();
      const rows = [`${head};Soort`, `${named['own number']};Betaling`];
      for (const step of order) {
        if (step === 'bank') importBank(books, [bankFile([{ ...much, bookDate: '2026-11-22' }])], today);
        else await importText(books, rows.join('\n'), today, { asOf: '2026-11-20', full: false });
      }
      expect(creditOf(books)).toEqual({ open: -10_000 + 500, items: 2 });
    },
  );

  it('went back by the day of a list that lacks it, so that its invoice is open again there', async () => {
    const books = await withInvoice();
    await take(books, 'bank', '');
    await importText(
      books,
      [head, `${kok};2026-0101;01-10-2026;31-10-2026;1.000,00;1.000,00`, other].join('\n'),
      today,
      { asOf: '2026-11-20' },
    );
    const back = { ...much, amount: -much.amount, bookDate: '2026-11-19', returnReason: 'AM04' };
    importBank(books, [bankFile([back])], today);
    expect(linesIn(books, 'review')).toEqual([]);
    expect(creditOf(books)).toEqual({ open: 100_000 + 500, items: 0 });
    expectToAddUp(books);
  });

  it.each(ordersOf(['list', 'back'] as const).map((order) => [order]))(
    'gone from a list and taken back after it, in the order %j, opens its invoice by itself',
    async (order) => {
      const books = await withInvoice();
      await take(books, 'bank', '');
      const back = { ...much, amount: -much.amount, bookDate: '2026-11-22', returnReason: 'AM04' };
      for (const step of order) {
        if (step === 'back') importBank(books, [bankFile([back])], today);
        else await importText(books, [head, other].join('\n'), today, { asOf: '2026-11-20' });
      }
      expect(linesIn(books, 'review')).toEqual([]);
      expect(creditOf(books)).toEqual({ open: 100_000 + 500, items: 0 });
      expectToAddUp(books);
      expect(reconcile(books, null)?.unexplained).toBe(0);
    },
  );

  it('worked in there, and gone back since, goes back of the invoice it was worked into', async () => {
    const books = await withInvoice();
    const line = (day: number, amount: number, endToEndId: string) => {
      const returnReason = amount < 0 ? 'AM04' : null;
      return { ...much, bookDate: `2026-11-${day}`, amount, endToEndId, returnReason };
    };
    // The later payment came in first, so that the earlier one had 200.00 over.
    importBank(books, [bankFile([line(23, 60_000, 'E2')])], today);
    importBank(books, [bankFile([line(18, 60_000, 'E1'), line(22, -60_000, 'E1')])], today);
    const rows = [head, `${kok};2026-0101;01-10-2026;31-10-2026;1.000,00;400,00`, other];
    await importText(books, rows.join('\n'), today, { asOf: '2026-11-20' });
    expect(linesIn(books, 'review')).toEqual([]);
    expect(creditOf(books)).toEqual({ open: 40_000 + 500, items: 0 });
    expectToAddUp(books);
  });

  it('a credit note that the list calls so is no receipt', async () => {
    const books = await withInvoice();
    await take(books, 'bank', '');
    const rows = [`${head};Soort`, `${kok};CN-5;18-11-2026;;-50,00;-50,00;Creditnota`];
    await importText(books, rows.join('\n'), today, { asOf: '2026-11-20', full: false });
    expect(creditOf(books)).toEqual({ open: -10_000 + 500, items: 2 });
  });

  it.each([...Object.values(named), `${kok};;18-11-2026;;-30,00;-30,00`])(
    'stays the list’s, as it says it, when the match is taken back, and is found again: %s',
    async (row) => {
      const books = await withInvoice();
      await take(books, 'partial', row);
      const listed = Object.values(books.ledgers.get(1)!.item!).find(({ total }) => total < 0)!;
      await take(books, 'bank', '');
      const moment = { today, at: `${today}T12:00:00` };
      const [line] = linesIn(books, 'matched');
      applyChanges(books, runCommand(books, { type: 'unmatch-line', lineId: line!.id }, moment));
      expect(books.ledgers.get(1)!.item![listed.id]).toEqual(listed);
      expect(creditOf(books)).toEqual({ open: 100_000 + listed.total + 500, items: 1 });
      const parts = [{ debtorId: 1, itemId: '2026-0101', amount: 100_000, discount: 0 }];
      const again = { type: 'match-line', lineId: line!.id, parts, creditTo: 1, settle: [] } as const;
      applyChanges(books, runCommand(books, again, moment));
      expect(creditOf(books)).toEqual({ open: listed.total + 500, items: 1 });
      expectToAddUp(books);
    },
  );
});

it('money in dollars that a list worked in does not stay for what was paid in euros after it', async () => {
  const books = await withInvoice();
  const paid = { counterpartyName: 'Kok Bakkerij B.V.', remittance: 'factuur 2026-0101' };
  const files = [
    bankFile([bankLine('2026-11-12', 25_000, { ...paid, remittance: 'voorschot' })], { currency: 'USD' }),
    bankFile([bankLine('2026-11-22', 100_000, paid)]),
  ];
  for (const file of files) importBank(books, [file], today);
  for (const { id, currency } of linesIn(books, 'review')) {
    const parts = currency === 'USD' ? [] : [{ debtorId: 1, itemId: '2026-0101', amount: 100_000, discount: 0 }];
    const creditTo = currency === 'USD' ? 1 : null;
    const command = { type: 'match-line', lineId: id, parts, creditTo, settle: [] } as const;
    applyChanges(books, runCommand(books, command, { today, at: `${today}T12:00:00` }));
  }
  expect(creditOf(books).items).toBe(1);
  await importText(books, [head, other].join('\n'), today, { asOf: '2026-11-20' });
  expect(creditOf(books).items).toBe(0);
});
