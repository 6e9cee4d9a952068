import { describe, expect, it, test } from 'vitest';
import { outcomeRows } from '#renderer/features/aanmanen/results.ts';
import { droppedLines } from '#renderer/features/aanmanen/wording.ts';
import { cardItems, nextSteps } from '#renderer/features/debiteuren/card.ts';
import { contactErrors, contactForm, savedDebtor, withContact } from '#renderer/features/debiteuren/contact-form.ts';
import { dayQueues, lettersReady, lettersWithMoney, nextDay, shownPerQueue } from '#renderer/features/vandaag/day.ts';
import { rowAfter } from '#renderer/features/vandaag/use-day-actions.ts';
import type { BatchResult } from '#renderer/state/batch.ts';
import type { Hold } from '#shared/domain/hold.ts';
import { blankItem, type OpenItem } from '#shared/domain/item.ts';
import type { Skipped } from '#shared/dunning/proposal.ts';
import type { QueueRow } from '#shared/dunning/today.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { debtor as debtorWith } from './dunning-books.ts';

const { t } = createTranslator('nl');
const today = '2026-11-20';

function item(id: string, given: Partial<OpenItem> = {}): OpenItem {
  return blankItem({
    id,
    number: `F-${id}`,
    date: '2026-10-01',
    dueDate: '2026-10-31',
    total: 100_00,
    listed: { open: 100_00, bankUntil: '2026-11-19' },
    ...given,
  });
}

function hold(given: Partial<Hold>): Hold {
  return { id: 'h', itemId: 'a', amount: null, reason: 'manual', from: '2026-11-01', until: null, note: '', ...given };
}

describe('the items of a card', () => {
  it('puts presumed paid first, then by due date, and settled ones apart', () => {
    const items = [
      item('late', { dueDate: '2026-09-01' }),
      item('gone', { state: 'presumed-paid', dueDate: '2026-12-01' }),
      item('done', { state: 'closed' }),
      item('zero', { listed: { open: 0, bankUntil: '2026-11-19' } }),
      item('early', { dueDate: '2026-08-01' }),
    ];
    const { live, settled } = cardItems({ item: Object.fromEntries(items.map((one) => [one.id, one])) }, today);
    expect(live.map((row) => row.item.id)).toEqual(['gone', 'early', 'late']);
    expect(settled.map((row) => row.item.id).sort()).toEqual(['done', 'zero']);
  });

  it('shows of a presumed-paid item what would be open if it were not paid', () => {
    const { live } = cardItems({ item: { a: item('a', { state: 'presumed-paid' }) } }, today);
    expect(live[0]).toMatchObject({ open: 100_00, paid: 0 });
  });

  test.each([
    ['the whole item', [hold({})], 100_00, null],
    ['a part, until a day', [hold({ amount: 30_00, until: '2026-12-04' })], 30_00, '2026-12-04'],
    ['never more than is open', [hold({ amount: 90_00 }), hold({ id: 'i', amount: 90_00 })], 100_00, null],
    ['nothing once it has ended', [hold({ until: '2026-11-19' })], 0, null],
    [
      'the longest of several',
      [hold({ until: '2026-12-04' }), hold({ id: 'i', until: '2026-12-24' })],
      100_00,
      '2026-12-24',
    ],
  ])('holds back %s', (_what, holds, held, heldUntil) => {
    const ledger = { item: { a: item('a') }, hold: Object.fromEntries(holds.map((one) => [one.id, one])) };
    expect(cardItems(ledger, today).live[0]).toMatchObject({ held, heldUntil });
  });
});

function skipped(debtorId: number, given: Partial<Skipped>): Skipped {
  return { debtorId, debtorCode: '', debtorName: '', gates: [], items: [], reasons: [], firstDate: null, ...given };
}

test('the next step of a debtor: waiting until a day, or the reason that waiting does not solve', () => {
  const proposals = {
    today,
    proposals: [],
    tasks: [],
    skipped: [
      skipped(1, { reasons: ['not-due'], firstDate: '2026-11-26' }),
      skipped(2, { reasons: ['no-contact', 'not-due'] }),
      skipped(3, {}),
    ],
  };
  expect([...nextSteps(proposals)]).toEqual([
    [1, { is: 'wait', from: '2026-11-26', gate: 'not-due' }],
    [2, { is: 'blocked', gate: 'no-contact' }],
  ]);
  expect(nextDay(proposals)).toEqual({ date: '2026-11-26', count: 1 });
});

function queueRow(debtorId: number, given: Partial<QueueRow> = {}): QueueRow {
  return {
    debtorId,
    debtorCode: '',
    debtorName: '',
    itemIds: [],
    total: 10_00,
    currency: 'EUR',
    date: null,
    kind: 'reminder',
    lineId: null,
    detail: '',
    ...given,
  };
}

describe('the day', () => {
  const many = Array.from({ length: 30 }, (_, at) => queueRow(at));
  const queue = (rows: readonly QueueRow[]) => ({ queue: 'letters', count: rows.length, totalCents: 0, rows }) as const;

  it('cuts a long queue to a screenful until it is opened, and never hides a single row', () => {
    expect(dayQueues([queue(many)], new Set())[0]).toMatchObject({ more: 30 - shownPerQueue, count: 30 });
    expect(dayQueues([queue(many)], new Set(['letters']))[0]?.more).toBe(0);
    expect(dayQueues([queue(many.slice(0, shownPerQueue + 1))], new Set())[0]?.more).toBe(0);
  });

  it('counts letters to whoever may have paid, two to one debtor as two, and names each debtor once', () => {
    const letters = queue([queueRow(1), queueRow(2, { debtorId: 7 }), queueRow(3, { debtorId: 7 })]);
    const calls = { ...queue(many), queue: 'calls' } as const;
    expect(lettersWithMoney([letters, calls], new Map([[7, []]]))).toEqual({ count: 2, debtorIds: [7] });
    expect(lettersWithMoney([calls], new Map([[7, []]]))).toEqual({ count: 0, debtorIds: [] });
  });

  it('adds the letters that are ready per currency, euros first', () => {
    const rows = [queueRow(1, { currency: 'USD' }), queueRow(2), queueRow(3)];
    expect(lettersReady([queue(rows)])).toEqual({
      count: 3,
      totals: [
        { currency: 'EUR', cents: 20_00 },
        { currency: 'USD', cents: 10_00 },
      ],
    });
  });

  it('goes on to the next row when one is done, and back at the end', () => {
    const rows = dayQueues([queue(many.slice(0, 3))], new Set())[0]!.rows;
    expect(rowAfter(rows, rows[0]!.key)).toBe(rows[1]);
    expect(rowAfter(rows, rows[2]!.key)).toBe(rows[1]);
  });
});

describe('the outcome of a batch', () => {
  it('puts what failed first, and says once per reason what fell away', () => {
    const result = (letterId: string, given: Partial<BatchResult>): BatchResult => ({
      channels: ['email'],
      letterId,
      debtorId: 1,
      name: letterId,
      kind: 'reminder',
      currency: 'EUR',
      total: 1,
      receipt: null,
      failure: null,
      ...given,
    });
    const failure = { code: 'render-failed', message: '', params: {} } as const;
    const dropped = [19, 20].map((debtorId) => ({ debtorId, name: '', reason: 'paid', detail: '19-11' }));
    const rows = outcomeRows({ results: [result('c', {}), result('f', { failure })], dropped });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'dropped', 'dropped', 'cancelled']);
    expect(droppedLines(t, dropped)).toEqual(['2 brieven vervallen: betaald 19-11']);
    const stopped = { debtorId: 1, name: '', reason: 'letter-stopped', detail: 'item-missing, costs-amount' };
    expect(droppedLines(t, [stopped])).toEqual([
      '1 brief vervalt: de veertiendagenbrief zou de incassokosten verliezen. Een factuur die in verzuim is, ontbreekt. Het bedrag van de incassokosten klopt niet.',
    ]);
  });
});

describe('the contact form', () => {
  const debtor = debtorWith({
    code: '1',
    name: 'A',
    legalForm: 'B.V.',
    address: { street: 'Kade 1', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
    email: null,
  });
  const form = contactForm(debtor);

  it('changes nothing when nothing was typed', () => {
    expect(withContact(debtor, form)).toEqual(debtor);
  });

  test.each([
    [{ email: 'a@b' }, { email: 'email' }],
    [{ email: 'a@b.nl' }, {}],
    [{ term: '366' }, { term: 'term' }],
    [{ term: '0' }, {}],
    [{ country: 'Nederland' }, { country: 'country' }],
    [{ city: '' }, { street: 'addressPart' }],
    [{ street: '', postalCode: '', city: '' }, {}],
    [{ name: ' ' }, { name: 'name' }],
    [{ iban: 'NL91ABNA0417164301' }, { iban: 'iban' }],
    [{ iban: 'NL91 ABNA 0417 1643 00', kvk: '1234 5678' }, {}],
    [{ kvk: '123' }, { kvk: 'kvk' }],
    [{ creditLimit: 0 }, { creditLimit: 'amount' }],
    [{ creditLimit: 1_000_00 }, {}],
  ] as const)('%j gives %j', (typed, errors) => {
    expect(contactErrors({ ...form, ...typed }, debtor)).toEqual(errors);
  });

  it('sets a credit limit, and takes it away where it is emptied', () => {
    const limited = withContact(debtor, { ...form, creditLimit: 1_000_00 });
    expect(limited).toEqual({ ...debtor, creditLimit: 1_000_00 });
    expect(withContact(limited, { ...contactForm(limited), creditLimit: null })).toEqual(debtor);
  });

  it('leaves a number alone that a list brought, however wrong, and writes a typed one in its one form', () => {
    const listed = { ...debtor, iban: 'NL00FOUT', kvk: null };
    const typed = { ...contactForm(listed), kvk: '1234 5678' };
    expect(contactErrors(typed, listed)).toEqual({});
    expect(savedDebtor(listed, typed)).toEqual({ ...listed, kvk: '12345678' });
  });

  it('keeps a debtor without a code of its own without one, under its new name', () => {
    const named = { ...debtor, code: 'A' };
    expect(withContact(named, { ...contactForm(named), name: 'B' })).toMatchObject({ name: 'B', code: 'B' });
    expect(withContact(debtor, { ...form, code: '' })).toMatchObject({ code: '1' });
  });
});
