import { describe, expect, it, test } from 'vitest';
import { cardItems } from '#renderer/features/debiteuren/card.ts';
import { dueByTerm, enteredItem, itemForm, itemWarnings } from '#renderer/features/debiteuren/item-form.ts';
import { mergeView, moves } from '#renderer/features/debiteuren/merge-form.ts';
import {
  heldUntil,
  openCurrencies,
  type PaymentForm,
  payableItems,
  paymentPreview,
  samePayment,
} from '#renderer/features/debiteuren/payment-form.ts';
import { booksWith, credit, invoice } from './dunning-books.ts';
import { run, today } from './entry-books.ts';

describe('the form of an item', () => {
  const form = { ...itemForm(today, null), number: ' F1 ', amount: 12_50 };

  it('turns the amount of a credit note, which falls due never', () => {
    expect(enteredItem({ ...form, kind: 'credit', creditFor: 'F0', dueDate: '2026-12-01' })).toMatchObject({
      total: -12_50,
      dueDate: null,
      creditFor: 'F0',
    });
    expect(enteredItem({ ...form, creditFor: 'F0' })).toMatchObject({ total: 12_50, creditFor: null });
    expect(dueByTerm({ ...form, kind: 'credit' }, 14)).toBeNull();
    expect(dueByTerm(form, 14)).toBe('2026-12-04');
  });

  it('holds an item as it is entered, its computed due date left open', () => {
    const item = invoice('F1', { total: -5_00, kind: 'credit', creditFor: 'F0', dueDate: null });
    expect(itemForm(today, item)).toMatchObject({ kind: 'credit', amount: 5_00, creditFor: 'F0' });
    expect(itemForm(today, invoice('F1', { dueDerived: true })).dueDate).toBeNull();
    expect(itemForm(today, invoice('F1')).dueDate).toBe('2026-03-01');
  });

  test.each([
    [{ date: '2026-11-21' }, ['future']],
    [{ currency: 'usd' }, ['currency']],
    [{ currency: 'us' }, []],
    [{}, []],
  ])('%o warns of %o', (part, warnings) => {
    expect(itemWarnings({ ...form, ...part }, today)).toEqual(warnings);
  });
});

describe('the form of a payment', () => {
  const form: PaymentForm = { date: '2026-11-18', amount: 1_200_00, currency: 'EUR', itemIds: [], note: '' };
  const books = booksWith({
    items: [
      invoice('F1', { listed: { open: 1_000_00, bankUntil: '2026-11-10' } }),
      invoice('F2', { dueDate: '2026-04-01' }),
      credit('C1', 50_00),
      invoice('U1', { currency: 'USD' }),
      invoice('X1', { state: 'closed' }),
    ],
  });
  const ledger = books.ledgers.get(1)!;
  const { live } = cardItems(ledger, today);

  it('offers the currencies something is open in, and what a payment in one can be laid against', () => {
    expect(openCurrencies(live)).toEqual(['EUR', 'USD']);
    expect(openCurrencies([])).toEqual(['EUR']);
    expect(payableItems(live, 'EUR').map(({ item }) => item.id)).toEqual(['F1', 'C1', 'F2']);
  });

  it('shows how it would be laid, and from which day a list holds it already', () => {
    expect(paymentPreview(ledger, { ...form, amount: null })).toBeNull();
    const preview = paymentPreview(ledger, form)!;
    expect(preview).toEqual({
      parts: [
        { itemId: 'F1', amount: 1_000_00 },
        { itemId: 'F2', amount: 200_00 },
      ],
      rest: 0,
    });
    expect(heldUntil(ledger, preview.parts, '2026-11-10')).toBe('2026-11-10');
    expect(heldUntil(ledger, preview.parts, '2026-11-11')).toBeNull();
  });

  it('finds a payment of the same amount that is there already, five days apart at most', () => {
    const paid = booksWith({ items: [invoice('F1')] });
    run(paid, { type: 'add-payment', debtorId: 1, ...form, amount: 1_200_00 });
    const own = paid.ledgers.get(1)!;
    expect(samePayment(own, { ...form, date: '2026-11-13' })).toMatchObject({ source: 'hand', date: '2026-11-18' });
    expect(samePayment(own, { ...form, date: '2026-11-12' })).toBeNull();
    expect(samePayment(own, { ...form, amount: 1 })).toBeNull();
  });
});

test('two debtors side by side: what each has open per currency, what moves, and what is taken over', () => {
  const books = booksWith(
    { items: [invoice('F1')], debtor: { email: null } },
    { items: [invoice('F2', { total: 5_00 }), invoice('U', { currency: 'USD' })] },
  );
  const [into, from] = [books.ledgers.get(1), books.ledgers.get(2)];
  const view = mergeView(from, into)!;
  expect(view.into.open).toEqual([{ currency: 'EUR', cents: 1_000_00 }]);
  expect(view.from.open).toEqual([
    { currency: 'EUR', cents: 5_00 },
    { currency: 'USD', cents: 1_000_00 },
  ]);
  expect(moves(view.from.counts)).toEqual([['items', 2]]);
  expect(view.after.email).toBe('post@debiteur.example');
  expect(mergeView(undefined, into)).toBeNull();
});
