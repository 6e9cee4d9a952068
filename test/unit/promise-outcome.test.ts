import { describe, expect, it } from 'vitest';
import { applyChanges, type Books, type DebtorLedger } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import type { PaymentPlan, PaymentPromise } from '#shared/domain/hold.ts';
import { isActive } from '#shared/domain/hold-rules.ts';
import type { Payment } from '#shared/domain/item.ts';
import { judgeAllPromises, judgeTouched } from '#shared/domain/promise-outcome.ts';
import { todayQueues } from '#shared/dunning/today.ts';
import { booksWith, hold, invoice, proposalsOn } from './dunning-books.ts';

// Thursday 12 November 2026; two bank days later is Monday 16 November.
const promised: PaymentPromise = {
  id: 't1',
  itemIds: ['A'],
  amount: 1_000_00,
  on: '2026-11-02',
  date: '2026-11-12',
  by: 'mw. Smit',
  channel: 'phone',
  state: 'open',
  holdId: 'h-t1',
};

function promising(...promises: Partial<PaymentPromise>[]): Books {
  const made = promises.map((given, i) => ({ ...promised, id: `t${i + 1}`, holdId: `h-t${i + 1}`, ...given }));
  const holds = made.map(({ holdId, on }) => hold({ id: holdId, reason: 'promise', from: on, until: '2026-11-16' }));
  const books = booksWith({ items: [invoice('A'), invoice('B')], holds });
  ledgerOf(books).promise = Object.fromEntries(made.map((promise) => [promise.id, promise]));
  return books;
}

function ledgerOf(books: Books): DebtorLedger {
  return books.ledgers.get(1)!;
}

/** A payment on item A (a storno when negative), judged on the day it is read in. */
function receive(books: Books, date: string, amount: number, readOn: string, given: Partial<Payment> = {}): void {
  const set = new ChangeSet(books, `${readOn}T09:00:00`);
  const id = `p${Object.keys(ledgerOf(books).payment ?? {}).length}`;
  const none = { counterparty: null, iban: null, remittance: null, importId: null };
  set.put(1, 'payment', id, { id, date, amount, currency: 'EUR', source: 'bank', ...none, ...given });
  set.put(1, 'allocation', id, { id, paymentId: id, itemId: 'A', date, amount });
  judgeTouched(books, set.changes, set, readOn);
  applyChanges(books, set.changes);
}

function dayBegins(books: Books, today: string): readonly string[] {
  const changes = judgeAllPromises(books, { today, at: `${today}T08:00:00` });
  applyChanges(books, changes);
  return changes.filter(({ table }) => table === 'event').map(({ line }) => (line as { type: string }).type);
}

const stateOf = (books: Books, id = 't1') => ledgerOf(books).promise![id]!.state;
const holds = (books: Books, day: string, id = 'h-t1') => isActive(ledgerOf(books).hold![id]!, day);

describe('a promise is judged by what was allocated (criterion G1)', () => {
  it.each([
    ['paid on its day', [['2026-11-12', 1_000_00]], 'kept'],
    ['arriving two bank days later', [['2026-11-16', 1_000_00]], 'kept'],
    ['arriving three bank days later', [['2026-11-17', 1_000_00]], 'broken'],
    ['five cents short', [['2026-11-10', 999_95]], 'kept'],
    ['six cents short', [['2026-11-10', 999_94]], 'partly'],
    [
      'in two parts',
      [
        ['2026-11-04', 400_00],
        ['2026-11-12', 600_00],
      ],
      'kept',
    ],
    ['paid before it was made', [['2026-11-01', 1_000_00]], 'broken'],
    ['not at all', [], 'broken'],
  ] as const)('%s', (_, payments, state) => {
    const books = promising({});
    for (const [date, amount] of payments) receive(books, date, amount, date);
    dayBegins(books, '2026-11-17');
    expect(stateOf(books)).toBe(state);
  });

  it('waits for its date and two bank days, then tells in the morning and lets dunning go on', () => {
    const books = promising({});
    expect(dayBegins(books, '2026-11-16')).toEqual([]);
    expect(stateOf(books)).toBe('open');
    expect(dayBegins(books, '2026-11-17')).toEqual(['promise-broken']);
    expect(holds(books, '2026-11-17')).toBe(false);
    expect(dayBegins(books, '2026-11-17')).toEqual([]);
  });

  it('is kept as soon as it is paid, and its hold ends that day', () => {
    const books = promising({});
    receive(books, '2026-11-05', 1_000_00, '2026-11-06');
    expect(stateOf(books)).toBe('kept');
    expect(holds(books, '2026-11-06')).toBe(false);
    const said = books.chains.get(1)!.map(({ type }) => type);
    expect(said).toEqual(['promise-kept', 'hold-ended']);
  });

  it('counts a payment in time that is read in only after it was judged', () => {
    const books = promising({});
    dayBegins(books, '2026-11-18');
    receive(books, '2026-11-11', 1_000_00, '2026-11-19');
    expect(stateOf(books)).toBe('kept');
  });

  it('counts payments the last list holds already', () => {
    const books = promising({});
    const { item } = ledgerOf(books);
    item!.A = { ...item!.A!, listed: { open: 1_000_00, bankUntil: '2026-11-15' } };
    receive(books, '2026-11-10', 1_000_00, '2026-11-16');
    expect(stateOf(books)).toBe('kept');
  });

  it('breaks again when the bank takes the money back, whether its day has passed or not', () => {
    for (const day of ['2026-11-09', '2026-12-14']) {
      const books = promising({});
      receive(books, '2026-11-05', 1_000_00, '2026-11-05');
      receive(books, day, -1_000_00, day, { returnReason: 'MD06' });
      expect(stateOf(books)).toBe('broken');
    }
  });

  it('is not broken by the storno of a payment that was none of its own', () => {
    const books = promising({});
    receive(books, '2026-10-20', 300_00, '2026-10-21');
    receive(books, '2026-11-05', -300_00, '2026-11-05');
    expect(stateOf(books)).toBe('open');
    receive(books, '2026-11-10', 1_000_00, '2026-11-10');
    expect(stateOf(books)).toBe('kept');
  });

  it('opens again with its hold when what kept it is taken away before its day', () => {
    const books = promising({});
    receive(books, '2026-11-05', 1_000_00, '2026-11-05');
    const set = new ChangeSet(books, '2026-11-06');
    set.put(1, 'payment', 'p0', null);
    set.put(1, 'allocation', 'p0', null);
    judgeTouched(books, set.changes, set, '2026-11-06');
    applyChanges(books, set.changes);
    expect(stateOf(books)).toBe('open');
    expect(holds(books, '2026-11-06')).toBe(true);
  });

  it('hands every cent out once: what kept the first promise does not keep the second', () => {
    const books = promising({ amount: 400_00 }, { amount: 600_00, date: '2026-11-20' });
    receive(books, '2026-11-10', 400_00, '2026-11-10');
    expect([stateOf(books, 't1'), stateOf(books, 't2')]).toEqual(['kept', 'open']);
    dayBegins(books, '2026-11-25');
    expect(stateOf(books, 't2')).toBe('broken');
  });

  it('never counts a payment twice that a list showed and the bank brings after', () => {
    const books = promising({ amount: 800_00 });
    const { item } = ledgerOf(books);
    item!.A = { ...item!.A!, listed: { open: 600_00, bankUntil: '2026-11-10' } };
    receive(books, '2026-11-10', 400_00, '2026-11-11', { source: 'list' });
    receive(books, '2026-11-09', 400_00, '2026-11-12');
    dayBegins(books, '2026-11-17');
    expect(stateOf(books)).toBe('partly');
    expect(books.chains.get(1)!.at(-1)!.data).toMatchObject({ paid: 400_00, amount: 800_00 });
  });

  it('waits while a list says "vermoedelijk betaald", and follows the answer', () => {
    for (const [answer, state] of [
      ['confirm-paid', 'kept'],
      ['deny-paid', 'broken'],
    ] as const) {
      const books = promising({});
      const { item } = ledgerOf(books);
      item!.A = { ...item!.A!, listed: { open: 1_000_00, bankUntil: '2026-11-10' }, state: 'presumed-paid' };
      dayBegins(books, '2026-11-20');
      expect(stateOf(books)).toBe('open');
      const moment = { today: '2026-11-20', at: '2026-11-20T10:00:00' };
      applyChanges(books, runCommand(books, { type: answer, debtorId: 1, itemIds: ['A'] }, moment));
      expect(stateOf(books)).toBe(state);
    }
  });

  it('leaves a withdrawn promise alone', () => {
    const books = promising({ state: 'withdrawn' });
    expect(dayBegins(books, '2026-12-01')).toEqual([]);
  });
});

describe('a promise that was not kept is in Vandaag the same day (criterion G2)', () => {
  const rowsOn = (books: Books, today: string) => {
    const queue = todayQueues(books, proposalsOn(books, today)).find(({ queue }) => queue === 'broken-promises');
    return queue?.rows.map(({ lineId, total, detail }) => [lineId, total, detail]) ?? [];
  };

  it('with what is open, until something follows on it', () => {
    const books = promising({});
    receive(books, '2026-11-10', 400_00, '2026-11-10');
    expect(rowsOn(books, '2026-11-16')).toEqual([]);
    dayBegins(books, '2026-11-17');
    expect(rowsOn(books, '2026-11-17')).toEqual([['t1', 600_00, 'partly']]);
    ledgerOf(books).hold!.later = hold({ id: 'later', itemId: 'A', from: '2026-11-18' });
    expect(rowsOn(books, '2026-11-18')).toEqual([]);
  });

  it('no more once its items are paid, and not for one that was kept', () => {
    const books = promising({});
    dayBegins(books, '2026-11-17');
    expect(rowsOn(books, '2026-11-17')).toEqual([['t1', 1_000_00, 'broken']]);
    receive(books, '2026-11-18', 1_000_00, '2026-11-19');
    expect(stateOf(books)).toBe('broken');
    expect(rowsOn(books, '2026-11-19')).toEqual([]);
  });
});

describe('a payment plan is judged by its instalments (criterion H3)', () => {
  const plan: PaymentPlan = {
    id: 'r1',
    version: 1,
    itemIds: ['A'],
    from: '2026-08-01',
    instalments: [
      { number: 1, date: '2026-09-01', amount: 333_33 },
      { number: 2, date: '2026-10-01', amount: 333_33 },
      { number: 3, date: '2026-11-01', amount: 333_34 },
    ],
    state: 'running',
    holdId: 'h',
  };
  const planned = () => {
    const books = booksWith({ items: [invoice('A')], holds: [hold({ reason: 'plan', from: '2026-08-01' })] });
    ledgerOf(books).plan = { r1: plan };
    return books;
  };
  const standOf = (books: Books) => ledgerOf(books).plan!.r1!;

  it('is kept when all is paid, each within three days', () => {
    const books = planned();
    for (const [date, amount] of [
      ['2026-09-04', 333_33],
      ['2026-10-01', 333_33],
      ['2026-11-03', 333_34],
    ] as const)
      receive(books, date, amount, date);
    expect(standOf(books)).toMatchObject({ state: 'kept', late: [] });
    expect(holds(books, '2026-11-03', 'h')).toBe(false);
  });

  it('says once that an instalment is late after three days, and runs on', () => {
    const books = planned();
    expect(dayBegins(books, '2026-09-04')).toEqual([]);
    expect(dayBegins(books, '2026-09-05')).toEqual(['plan-late']);
    expect(dayBegins(books, '2026-09-06')).toEqual([]);
    expect(standOf(books)).toMatchObject({ state: 'running', late: [1] });
    expect(holds(books, '2026-09-06', 'h')).toBe(true);
  });

  it('is broken when an instalment is more than ten days late', () => {
    const books = planned();
    dayBegins(books, '2026-09-11');
    expect(standOf(books).state).toBe('running');
    expect(dayBegins(books, '2026-09-12')).toEqual(['plan-broken', 'hold-ended']);
    expect(books.chains.get(1)!.at(-2)!.data).toMatchObject({ cause: 'missed', instalment: 1 });
    expect(holds(books, '2026-09-12', 'h')).toBe(false);
  });

  it('is broken when a second instalment is late, though the first was paid since', () => {
    const books = planned();
    receive(books, '2026-09-08', 333_33, '2026-09-08');
    expect(standOf(books)).toMatchObject({ state: 'running', late: [1] });
    expect(dayBegins(books, '2026-10-05')).toEqual(['plan-late', 'plan-broken', 'hold-ended']);
    expect(books.chains.get(1)!.at(-2)!.data).toMatchObject({ cause: 'second-late', instalment: 2 });
  });

  it('runs again with its hold when the bank shows the money came in time after all', () => {
    const books = planned();
    dayBegins(books, '2026-09-15');
    receive(books, '2026-09-02', 333_33, '2026-09-16');
    expect(standOf(books)).toMatchObject({ state: 'running', late: [] });
    expect(holds(books, '2026-09-16', 'h')).toBe(true);
  });
});
