import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { reconcile } from '#shared/insight/reconciliation.ts';
import { sumOf } from '#shared/money/cents.ts';
import { bankFile, bankLine, importBank, linesIn, standing } from './bank-books.ts';
import { freshBooks, importText, openOf } from './import-books.ts';
import { ordersOf } from './orders.ts';

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand;Soort';
const today = '2026-11-28';
const kok = '1;Kok Bakkerij B.V.';
const other = '2;Smederij Bos;G1;01-10-2026;;5,00;5,00;Factuur';
const invoice = (open: string) => `${kok};F26001;01-10-2026;31-10-2026;479,00;${open};Factuur`;
const credit = (open: string) => `${kok};C26001;09-10-2026;;-95,80;${open};Creditnota`;
/** What is left of the invoice beside the credit note, on the day after the second list. */
const paid = bankLine('2026-11-21', 38_320, {
  counterpartyName: 'Kok Bakkerij B.V.',
  remittance: 'Factuur F26001',
});

type Step = 'bank' | 'list';

async function list(books: Books, asOf: string, ...rows: readonly string[]) {
  return importText(books, [head, ...rows, other].join('\n'), today, { asOf });
}

async function known(): Promise<Books> {
  const books = freshBooks();
  await list(books, '2026-11-10', invoice('479,00'), credit('-95,80'));
  return books;
}

function expectToAddUp(books: Books): void {
  const { payment = {}, allocation = {} } = books.ledgers.get(1) ?? {};
  for (const { id, amount } of Object.values(payment)) {
    const laid = Object.values(allocation).filter(({ paymentId }) => paymentId === id);
    expect(sumOf(laid, (own) => own.amount)).toBe(amount);
  }
  expect(reconcile(books, null)?.unexplained).toBe(0);
}

describe('credit a list has set off by its bank date, and a payment after it less that credit (A3)', () => {
  it.each(ordersOf<Step>(['bank', 'list']).map((order) => [order]))('in the order %j counts once', async (order) => {
    const books = await known();
    for (const step of order) {
      if (step === 'bank') importBank(books, [bankFile([paid])], today);
      else await list(books, '2026-11-20', invoice('383,20'));
    }
    expect(linesIn(books, 'review')).toEqual([]);
    expect([openOf(books, '1', 'F26001'), openTotal(books)]).toEqual([0, 500]);
    expectToAddUp(books);
  });

  it.each([
    ['a part of it', '431,10', '-47,90', 0],
    ['none of it on that invoice, so that as much of it is left', '479,00', null, 9_580],
  ])('%s', async (_, open, left, claimed) => {
    const books = await known();
    importBank(books, [bankFile([paid])], today);
    const { record } = await list(books, '2026-11-20', invoice(open), ...(left === null ? [] : [credit(left)]));
    expect([openOf(books, '1', 'F26001'), openTotal(books)]).toEqual([claimed, claimed + 500]);
    expectToAddUp(books);
    const undone = undoImport(books, record.id, { today, at: `${today}T12:00:00` });
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect([openOf(books, '1', 'F26001'), openTotal(books)]).toEqual([0, 500]);
    expectToAddUp(books);
  });

  it('stays as it is where the list has the credit still, and comes in again without a change', async () => {
    const books = await known();
    importBank(books, [bankFile([paid])], today);
    await list(books, '2026-11-20', invoice('479,00'), credit('-95,80'));
    const before = standing(books);
    await list(books, '2026-11-20', invoice('479,00'), credit('-95,80'));
    expect(standing(books)).toEqual(before);
    expect([openOf(books, '1', 'F26001'), openTotal(books)]).toEqual([0, 500]);
    expectToAddUp(books);
  });
});
