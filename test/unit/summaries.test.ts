import { describe, expect, test } from 'vitest';
import { demoChanges } from '#shared/demo/generate.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { administrationIn, applyChanges, type DebtorLedger, emptyBooks } from '#shared/domain/books.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { settleLetters } from '#shared/domain/letters/rules.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import type { Ageing, DebtorSummary } from '#shared/domain/summary.ts';
import { summariseAll, summariseDebtor } from '#shared/domain/summary-rules.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { todayQueues } from '#shared/dunning/today.ts';
import { waitingLine } from './bank-books.ts';
import { booksWith, credit, hold, invoice, type Owing, pay, proposalsOn, sendAll } from './dunning-books.ts';

const today = '2026-06-30';

function ledgerWith(owing: Owing): DebtorLedger {
  return booksWith(owing).ledgers.get(1)!;
}

function summaryOf(owing: Owing) {
  const summary = summariseDebtor(ledgerWith(owing), today);
  if (!summary) throw new Error('no debtor');
  return summary;
}

describe('age counts from the due date, never from the invoice date', () => {
  const cases: readonly [string, Partial<OpenItem>, keyof Ageing][] = [
    ['due in the future', { dueDate: '2026-07-10' }, 'notDue'],
    ['due today', { dueDate: today }, 'notDue'],
    ['1 day late', { dueDate: '2026-06-29' }, 'days1to30'],
    ['30 days late', { dueDate: '2026-05-31' }, 'days1to30'],
    ['31 days late', { dueDate: '2026-05-30' }, 'days31to60'],
    ['60 days late', { dueDate: '2026-05-01' }, 'days31to60'],
    ['61 days late', { dueDate: '2026-04-30' }, 'days61to90'],
    ['90 days late', { dueDate: '2026-04-01' }, 'days61to90'],
    ['91 days late', { dueDate: '2026-03-31' }, 'over90'],
    ['an old invoice without a due date', { date: '2025-01-01', dueDate: null }, 'unknown'],
    ['a credit note, however old', { kind: 'credit', total: -1_000_00 }, 'credits'],
  ];
  test.each(cases)('%s', (_, given, bucket) => {
    const { ageing, open } = summaryOf({ items: [invoice('F1', given)] });
    expect(Object.entries(ageing).filter(([, amount]) => amount !== 0)).toEqual([[bucket, open]]);
  });
});

test('open, overdue and held of a debtor with some of everything', () => {
  const books = booksWith({
    items: [
      invoice('F1', { dueDate: '2026-06-01' }),
      invoice('F2', { dueDate: '2026-07-20', total: 400_00 }),
      invoice('F3', { state: 'presumed-paid' }),
      invoice('F4', { state: 'closed' }),
      credit('C1', 150_00),
    ],
    holds: [hold({ itemId: 'F1', amount: 300_00, reason: 'dispute' })],
  });
  pay(books, 1, 'F1', 200_00, '2026-06-15');
  expect(summariseDebtor(books.ledgers.get(1)!, today)).toMatchObject({
    open: 1_050_00,
    overdue: 800_00,
    held: 300_00,
    openItems: 3,
    presumedPaid: 1,
    oldestDue: '2026-06-01',
    currency: 'EUR',
    otherCurrencies: [],
    policyId: 'zakelijk',
    lastLetter: null,
  });
});

test('the largest balance gives the currency, and no other is hidden', () => {
  const summary = summaryOf({ items: [invoice('F1', { total: 10_00 }), invoice('F2', { currency: 'USD' })] });
  expect([summary.currency, summary.open, summary.otherCurrencies]).toEqual(['USD', 1_000_00, ['EUR']]);
});

test.each<[string, Partial<Owing>, DebtorSummary['credit']]>([
  ['no limit', {}, undefined],
  ['up to the limit', { debtor: { creditLimit: 850_00 } }, { limit: 850_00, over: 0 }],
  ['a cent above it', { debtor: { creditLimit: 849_99 } }, { limit: 849_99, over: 1 }],
])('the credit limit is of what is open in euros, credits deducted: %s', (_, given, credited) => {
  const items = [invoice('F1'), credit('C1', 150_00), invoice('F2', { currency: 'USD', total: 9_000_00 })];
  expect(summaryOf({ ...given, items }).credit).toEqual(credited);
});

test('a hold on the debtor holds every invoice, not the credits', () => {
  expect(summaryOf({ items: [invoice('F1'), credit('C1', 100_00)], holds: [hold()] }).held).toBe(1_000_00);
});

test('the last letter is the one issued, with its deadline', () => {
  const books = booksWith({ items: [invoice('F1')] });
  sendAll(books, '2026-06-01');
  expect(summariseDebtor(books.ledgers.get(1)!, today)?.lastLetter).toEqual({
    kind: 'reminder',
    date: '2026-06-01',
    deadline: '2026-06-08',
  });
});

test('in the demo administration the buckets add up, no debtor is missing, and every proposal becomes a sound plan', () => {
  const books = emptyBooks();
  applyChanges(books, demoChanges('2026-11-20'));
  const summaries = summariseAll(books, '2026-11-20');
  expect(summaries).toHaveLength(60);
  for (const { ageing, open } of summaries) {
    expect(Object.values(ageing).reduce((sum, amount) => sum + amount, 0)).toBe(open);
  }
  const { proposals, skipped } = computeProposals(books, administrationIn(books)!, { today: '2026-11-20' });
  expect(proposals.length + skipped.length).toBe(60);
  const administration = administrationIn(books)!;
  const moment = { today: '2026-11-20', at: '2026-11-20' };
  const { plans, dropped } = planBatch(books, administration, proposals, moment);
  expect([plans.length, dropped]).toEqual([proposals.length, []]);
  for (const plan of plans) expect(letterPlanSchema.parse(plan)).toEqual(plan);
});

describe('the queues of Vandaag (criterion I1)', () => {
  const queuesOf = (...owing: Owing[]) => {
    const books = booksWith(...owing);
    return todayQueues(books, proposalsOn(books, today));
  };
  test('in working order, largest first, empty ones left out', () => {
    const queues = queuesOf(
      { items: [invoice('F1', { total: 100_00 })] },
      { items: [invoice('G1', { outside: { level: 2, on: '2026-05-10' } })] },
      { items: [invoice('H1', { state: 'presumed-paid', listed: { open: 75_00, bankUntil: today } })] },
      { items: [invoice('K1')], holds: [hold({ until: '2026-07-01', note: 'wacht op levering' })] },
      { items: [invoice('L1', { outside: { level: 3, on: '2026-05-10' } })] },
    );
    expect(queues.map((own) => [own.queue, own.count, own.totalCents])).toEqual([
      ['presumed-paid', 1, 75_00],
      ['calls', 1, 1_000_00],
      // The laatste sommatie charges 121 days of 10.15% over € 1,000 and 15% costs.
      ['letters', 2, 1_100_00 + 33_65 + 150_00],
      ['holds-ending', 1, 1_000_00],
      ['collection-ready', 1, 1_000_00],
    ]);
    expect(queues[2]?.rows.map((row) => [row.debtorId, row.kind])).toEqual([
      [2, 'final-demand'],
      [1, 'reminder'],
    ]);
    expect(queues[3]?.rows[0]).toMatchObject({ date: '2026-07-01', lineId: 'h', detail: 'wacht op levering' });
  });
  test('who would get a letter today but has no address and no e-mail is said, with what is due', () => {
    const nowhere = { email: null, address: null };
    const queues = queuesOf(
      { debtor: nowhere, items: [invoice('F1', { total: 121_00 }), invoice('F2', { dueDate: '2026-12-01' })] },
      // Nothing is due, it is held, or the policy has a call first: not for want of an address.
      { debtor: nowhere, items: [invoice('G1', { dueDate: '2026-12-01' })] },
      { debtor: nowhere, items: [invoice('H1')], holds: [hold({ until: '2026-12-01' })] },
      { debtor: { ...nowhere, email: 'post@debiteur.example' }, items: [invoice('K1')] },
    );
    expect(queues.map((own) => [own.queue, own.count, own.totalCents])).toEqual([
      ['no-contact', 1, 121_00],
      ['letters', 1, 1_000_00],
    ]);
    expect(queues[0]?.rows[0]).toMatchObject({ debtorId: 1, itemIds: ['F1'], date: '2026-03-01' });
  });
  test('a hold that ends later, or holds nothing that is open, is not shown', () => {
    const later = hold({ until: '2026-07-04' });
    const ending = hold({ until: '2026-07-01' });
    expect(queuesOf({ items: [invoice('F1')], holds: [later] }, { items: [], holds: [ending] })).toEqual([]);
  });
  test('a waiting reconcile task shows until it is done', () => {
    const books = booksWith({ items: [invoice('F1', { dueDate: '2026-12-01' })] });
    const task = { id: 't1', kind: 'reconcile', itemIds: ['F1'], due: today, doneOn: null, outcome: null } as const;
    books.ledgers.get(1)!.task = { t1: task };
    expect(todayQueues(books, proposalsOn(books, today)).map((own) => own.queue)).toEqual(['reconcile']);
    books.ledgers.get(1)!.task = { t1: { ...task, doneOn: today } };
    expect(todayQueues(books, proposalsOn(books, today))).toEqual([]);
  });
  test('what is to be lettered off is what the list has open and is paid here', () => {
    const books = booksWith({ items: [invoice('F1', { total: 100_00, dueDate: '2026-12-01' })] });
    pay(books, 1, 'F1', 60_00, today);
    const task = { id: 't1', kind: 'reconcile', itemIds: ['F1'], listed: 100_00, due: today } as const;
    books.ledgers.get(1)!.task = { t1: { ...task, doneOn: null, outcome: null } };
    expect(todayQueues(books, proposalsOn(books, today))[0]).toMatchObject({ queue: 'reconcile', totalCents: 60_00 });
  });
  test('a payment nobody was found for waits before what is presumed paid; a storno among them by its size', () => {
    const books = booksWith({
      items: [invoice('H1', { state: 'presumed-paid', listed: { open: 75_00, bankUntil: today } })],
    });
    const put = (id: string, amount: number, given: Partial<BankLine> = {}) =>
      books.records.bankLine.set(id, waitingLine({ id, date: today, amount, ...given }));
    put('a', 50_00, { counterparty: 'M. Jansen', remittance: 'zie mail' });
    put('b', -80_00, { returnReason: 'AM04', remittance: 'retour' });
    put('c', 90_00, { state: 'matched' });
    const [payments, presumed] = todayQueues(books, proposalsOn(books, today));
    expect([payments?.queue, payments?.totalCents, presumed?.queue]).toEqual(['payments', -30_00, 'presumed-paid']);
    expect(payments?.rows.map((row) => [row.debtorId, row.lineId, row.debtorName, row.detail])).toEqual([
      [null, 'b', '', 'AM04'],
      [null, 'a', 'M. Jansen', 'zie mail'],
    ]);
  });
  test('a letter that failed is shown until a later one claims what it claimed', () => {
    const books = booksWith({ items: [invoice('F1'), invoice('F2', { dueDate: '2026-07-02' })] });
    const moment = { today, at: today };
    const { plans, changes } = planBatch(books, administrationIn(books)!, proposalsOn(books, today).proposals, moment);
    applyChanges(books, changes);
    const [plan] = plans;
    applyChanges(books, settleLetters(books, [{ letterId: plan!.id, debtorId: 1, failed: 'disk-full' }], moment));
    expect(todayQueues(books, proposalsOn(books, today)).map((own) => own.queue)).toEqual([
      'failed-letters',
      'letters',
    ]);
    // Later the second invoice goes along, so it is another letter.
    const [made] = sendAll(books, '2026-07-10');
    expect(made?.id).not.toBe(plan?.id);
    expect(todayQueues(books, proposalsOn(books, '2026-07-10'))).toEqual([]);
  });
  test('amounts in other currencies stay out of the euro total', () => {
    const [letters] = queuesOf({ items: [invoice('F1', { currency: 'USD' })] }, { items: [invoice('F2')] });
    expect([letters?.count, letters?.totalCents]).toEqual([2, 1_000_00]);
  });
});
