import { describe, expect, test } from 'vitest';
import { applyChanges, type Books, type Change } from '#shared/domain/books.ts';
import { type DossierEvent, firstBrokenEvent } from '#shared/domain/event.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { outdatedLetters, settleLetters, unfinishedLetters, withdrawLetter } from '#shared/domain/letters/rules.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import {
  administration,
  booksWith,
  credit,
  debtor,
  hold,
  importOf,
  invoice,
  type Owing,
  pay,
  proposalsOn,
  proposedOn,
  receiptOf,
  sendAll,
} from './dunning-books.ts';

const today = '2026-06-01';
const moment = { today, at: '2026-06-01T10:00:00' };

function planOf(books: Books) {
  const plan = planLetter(books, administration, proposedOn(books, today), { today });
  if (!plan) throw new Error('nothing to plan');
  return plan;
}

function eventsIn(changes: readonly Change[]): readonly DossierEvent[] {
  return changes.filter((change) => change.table === 'event').map((change) => change.line as DossierEvent);
}

describe('what a letter says was paid of an item (criterion E2)', () => {
  const planned = (item: OpenItem, ...paid: readonly (readonly [amount: number, date: string])[]) => {
    const books = booksWith({ items: [item, invoice('F2')] });
    for (const [amount, date] of paid) pay(books, 1, item.id, amount, date);
    const plan = planOf(books);
    expect(letterPlanSchema.parse(plan)).toEqual(plan);
    return [...plan.items, ...plan.credits].find(({ itemId }) => itemId === item.id);
  };
  const stated = (open: number) => invoice('F1', { listed: { open, bankUntil: '2026-04-30' } });

  test('names every payment with its day, oldest first, a storno as well', () => {
    const line = planned(invoice('F1'), [200_00, '2026-04-02'], [100_00, '2026-03-05'], [-100_00, '2026-03-09']);
    expect(line).toMatchObject({ paid: 200_00, open: 800_00 });
    expect(line?.payments).toEqual([
      { date: '2026-03-05', amount: 100_00, by: 'money' },
      { date: '2026-03-09', amount: -100_00, by: 'money' },
      { date: '2026-04-02', amount: 200_00, by: 'money' },
    ]);
  });

  test('names those that a list holds already, and leaves a part without a day to the sum', () => {
    const line = planned(stated(600_00), [250_00, '2026-04-02'], [50_00, '2026-05-04']);
    expect(line).toMatchObject({ paid: 450_00, open: 550_00 });
    expect(line?.payments?.map(({ amount }) => amount)).toEqual([250_00, 50_00]);
  });

  test('names none that the balance does not hold: the bookkeeping still has the item open for it', () => {
    const line = planned(stated(1_000_00), [400_00, '2026-04-02']);
    expect(line).toMatchObject({ paid: 0, open: 1_000_00 });
    expect(line).not.toHaveProperty('payments');
  });

  test('says nothing of an item on which nothing came in, nor of a credit note', () => {
    expect(planned(invoice('F1'))).not.toHaveProperty('payments');
    expect(planned(credit('C1', 300_00), [-100_00, '2026-04-02'])).not.toHaveProperty('payments');
  });
});

describe('what was delivered (art. XIX.2 WER)', () => {
  const address = { street: 'Laan 1', postalCode: '2300', city: 'Turnhout', country: 'BE' };
  const delivered = invoice('F1', { description: 'Tuinset met zes stoelen' });
  test.each([
    ['a consumer in Belgium', { kind: 'consumer', address }, 'Tuinset met zes stoelen'],
    ['a business in Belgium', { kind: 'business', address }, undefined],
    ['a consumer in the Netherlands', { kind: 'consumer' }, undefined],
  ] as const)('is told to %s: %s', (_, debtor, told) => {
    const plan = planOf(booksWith({ debtor, items: [delivered] }));
    expect(plan.items[0]?.description).toBe(told);
    expect(letterPlanSchema.parse(plan)).toEqual(plan);
  });
});

describe('what a letter claims (criterion B2)', () => {
  const second = invoice('F2', { total: 400_00 });
  const dispute = (amount: number | null) => hold({ itemId: 'F1', amount, reason: 'dispute' });
  const cases: readonly [string, Owing, readonly number[], readonly number[], number][] = [
    ['an invoice as it is open', { items: [invoice('F1')] }, [1_000_00], [], 1_000_00],
    [
      'what the list said is open',
      { items: [invoice('F1', { listed: { open: 600_00, bankUntil: today } })] },
      [600_00],
      [],
      600_00,
    ],
    [
      'a credit note that names an invoice lowers that one',
      { items: [invoice('F1'), second, credit('C1', 300_00, 'F1')] },
      [700_00, 400_00],
      [],
      1_100_00,
    ],
    [
      'what is left of it lowers the claim',
      { items: [invoice('F1'), second, credit('C1', 1_100_00, 'F1')] },
      [400_00],
      [-100_00],
      300_00,
    ],
    [
      'a credit note for a settled invoice is unallocated',
      { items: [second, credit('C1', 100_00, 'F9')] },
      [400_00],
      [-100_00],
      300_00,
    ],
    [
      'unallocated credits are listed and lower the claim',
      { items: [invoice('F1'), credit('C1', 50_00), invoice('', { id: 'O1', kind: 'receipt', total: -25_00 })] },
      [1_000_00],
      [-25_00, -50_00],
      925_00,
    ],
    [
      '€ 300 of € 1,000 disputed leaves € 700',
      { items: [invoice('F1')], holds: [dispute(300_00)] },
      [700_00],
      [],
      700_00,
    ],
    [
      'a credit note on a disputed item lowers no other',
      { items: [invoice('F1'), second, credit('C1', 1_200_00, 'F1')], holds: [dispute(null)] },
      [400_00],
      [],
      400_00,
    ],
    [
      'a deposit is never netted',
      { items: [invoice('F1'), invoice('W1', { kind: 'deposit', total: -500_00 })] },
      [1_000_00],
      [],
      1_000_00,
    ],
    [
      'an overpaid invoice is a credit',
      { items: [invoice('F1'), invoice('F2', { listed: { open: -80_00, bankUntil: today } })] },
      [1_000_00],
      [-80_00],
      920_00,
    ],
    [
      'presumed paid is left out',
      { items: [invoice('F1'), invoice('F2', { state: 'presumed-paid' })] },
      [1_000_00],
      [],
      1_000_00,
    ],
  ];
  test.each(cases)('%s', (_, owing, items, credits, total) => {
    const books = booksWith(owing);
    const plan = planOf(books);
    expect(plan.items.map((item) => item.claimed)).toEqual(items);
    expect(plan.credits.map((item) => item.claimed)).toEqual(credits);
    expect(plan.amounts).toEqual({ principal: total, interest: 0, costs: 0, costsAnnounced: 0, total });
    expect(proposedOn(books, today).total).toBe(total);
    expect(letterPlanSchema.parse(plan)).toEqual(plan);
  });
});

describe('what else a letter says', () => {
  test('one invoice is quoted by its number, more by the debtor’s code as well', () => {
    expect(planOf(booksWith({ items: [invoice('F1')] })).paymentReference).toBe('F1');
    const many = Array.from({ length: 60 }, (_, index) => invoice(`2026-${1000 + index}`));
    const reference = planOf(booksWith({ items: many })).paymentReference;
    expect(reference.startsWith('1001 2026-1000 2026-1001')).toBe(true);
    expect(reference.length).toBeLessThanOrEqual(140);
  });
  test('what follows is said from the aanmaning up', () => {
    const at = (level: number) => invoice('F1', { outside: { level, on: '2026-03-20' } });
    const next = (given: OpenItem, kind: 'business' | 'consumer') =>
      planOf(booksWith({ debtor: { kind }, items: [given] })).nextKind;
    expect(next(invoice('F1'), 'business')).toBeNull();
    expect(next(at(1), 'business')).toBe('final-demand');
    expect(next(at(2), 'business')).toBe('collection-ready');
    expect(next(at(1), 'consumer')).toBe('fourteen-day-letter');
  });
  test('the id depends on step and items, not on the day or the amount', () => {
    const books = booksWith({ items: [invoice('F1')] });
    const proposal = proposedOn(books, today);
    const first = planLetter(books, administration, proposal, { today });
    pay(books, 1, 'F1', 100_00, today);
    const later = planLetter(books, administration, proposal, { today: '2026-06-02' });
    expect(later?.id).toBe(first?.id);
    expect(later?.amounts.total).toBe(900_00);
  });
});

describe('between preview and commit (criterion D4)', () => {
  const drops: readonly [string, (books: Books) => void, string, string][] = [
    ['paid', (books) => pay(books, 1, 'F1', 1_000_00, '2026-05-19'), 'paid', '19-05'],
    [
      'gone from a full list',
      (books) => {
        books.ledgers.get(1)!.item!.F1 = invoice('F1', { state: 'presumed-paid' });
      },
      'presumed-paid',
      '',
    ],
    ['disputed', (books) => holdOn(books, 'dispute', null), 'hold-dispute', ''],
    ['held until a day', (books) => holdOn(books, 'manual', '2026-06-10'), 'hold-manual', '11-06'],
    [
      'a credit note came',
      (books) => {
        books.ledgers.get(1)!.item!.C1 = credit('C1', 2_000_00);
      },
      'below-tolerance',
      '',
    ],
    [
      'another letter went out',
      (books) => {
        sendAll(books, today);
      },
      'interval',
      '08-06',
    ],
    [
      'its level changed',
      (books) => {
        books.ledgers.get(1)!.item!.F1 = invoice('F1', { outside: { level: 1, on: '2026-03-20' } });
      },
      'changed',
      '',
    ],
    [
      'the debtor is gone',
      (books) => {
        books.ledgers.delete(1);
      },
      'gone',
      '',
    ],
  ];
  function holdOn(books: Books, reason: 'dispute' | 'manual', until: string | null): void {
    books.ledgers.get(1)!.hold = { h: hold({ itemId: 'F1', reason, until }) };
  }
  test.each(drops)('%s: the letter is dropped and says why', (_, meanwhile, reason, detail) => {
    const books = booksWith({ items: [invoice('F1')] }, { items: [invoice('G1')] });
    const { proposals } = proposalsOn(books, today);
    meanwhile(books);
    const batch = planBatch(books, administration, proposals, moment);
    expect(batch.dropped.filter((own) => own.debtorId === 1)).toEqual([
      { debtorId: 1, name: 'Debiteur 1', reason, detail },
    ]);
    expect(batch.plans.some((plan) => plan.debtor.id === 1)).toBe(false);
  });
  test('a part payment is taken over and named', () => {
    const books = booksWith({ items: [invoice('F1')] });
    const { proposals } = proposalsOn(books, today);
    pay(books, 1, 'F1', 250_00, '2026-05-29');
    const batch = planBatch(books, administration, proposals, moment);
    expect(batch.recomputed).toEqual([{ debtorId: 1, name: 'Debiteur 1', before: 1_000_00, after: 750_00 }]);
    expect(batch.plans[0]?.items[0]).toMatchObject({ total: 1_000_00, paid: 250_00, open: 750_00, claimed: 750_00 });
  });
  test('an item left out by hand stays out, one that came due since is not added', () => {
    const books = booksWith({ items: [invoice('F1'), invoice('F2')] });
    const proposal = { ...proposedOn(books, today), itemIds: ['F1'], total: 1_000_00 };
    books.ledgers.get(1)!.item!.F3 = invoice('F3');
    const { plans, recomputed } = planBatch(books, administration, [proposal], moment);
    expect(plans[0]?.items.map((item) => item.number)).toEqual(['F1']);
    expect(plans[0]?.alsoOpen.map((item) => item.number)).toEqual(['F2', 'F3']);
    expect(recomputed).toEqual([]);
  });
  test('the same debtor twice in a batch is one letter', () => {
    const books = booksWith({ items: [invoice('F1')] });
    const proposal = proposedOn(books, today);
    const batch = planBatch(books, administration, [proposal, proposal], moment);
    expect([batch.plans.length, batch.dropped.map((own) => own.reason)]).toEqual([1, ['interval']]);
  });
});

describe('planned, issued, settled', () => {
  const planned = () => {
    const books = booksWith({ items: [invoice('F1')] }, { debtor: { email: null }, items: [invoice('G1')] });
    const batch = planBatch(books, administration, proposalsOn(books, today).proposals, moment);
    applyChanges(books, batch.changes);
    return { books, ...batch };
  };
  test('planned letters count at once: a second run proposes nothing', () => {
    const { books, plans } = planned();
    expect(plans).toHaveLength(2);
    expect(proposalsOn(books, today).proposals).toEqual([]);
    expect(planBatch(books, administration, [], moment).changes).toEqual([]);
  });
  test('a stopped machine leaves the plans to be issued again', () => {
    const { books, plans, batchId } = planned();
    expect(unfinishedLetters(books)).toEqual({ batchId, plans, dropped: [] });
  });
  test('a letter left planned whose item was paid meanwhile is cancelled, and the others are made (D4)', () => {
    const { books, plans } = planned();
    expect(outdatedLetters(books, today)).toEqual([]);
    const { item } = books.ledgers.get(2)!;
    item!.G1 = { ...item!.G1!, listed: { open: 1, bankUntil: today } };
    const outdated = outdatedLetters(books, today);
    expect(outdated).toEqual([{ letterId: plans[1]!.id, debtorId: 2, cancelled: true }]);
    applyChanges(books, settleLetters(books, outdated, moment));
    expect(unfinishedLetters(books)?.plans).toEqual([plans[0]]);
  });
  test('issued: receipt, a dispatch per channel, an event with the hashes; twice is once', () => {
    const { books, plans } = planned();
    const outcomes = plans.map((plan) => ({ letterId: plan.id, debtorId: plan.debtor.id, receipt: receiptOf(plan) }));
    const changes = settleLetters(books, [...outcomes, ...outcomes], moment);
    applyChanges(books, changes);
    const ledger = books.ledgers.get(2)!;
    expect(Object.values(ledger.letter!)[0]).toMatchObject({ state: 'issued', receipt: { pages: 1 } });
    expect(Object.values(ledger.dispatch!)).toMatchObject([{ channel: 'post', state: 'ready', on: today }]);
    expect(eventsIn(changes).map((event) => [event.type, event.data.pdfSha256])).toEqual([
      ['letter-issued', 'a'.repeat(64)],
      ['letter-issued', 'a'.repeat(64)],
    ]);
    expect(settleLetters(books, outcomes, moment)).toEqual([]);
    expect(unfinishedLetters(books)).toBeNull();
    expect(firstBrokenEvent(books.chains.get(2)!)).toBeNull();
  });
  test('failed and cancelled letters are dropped with their cause and may be made again', () => {
    const { books, plans } = planned();
    const [first, second] = plans;
    const changes = settleLetters(
      books,
      [
        { letterId: first!.id, debtorId: 1, failed: 'missing-glyph' },
        { letterId: second!.id, debtorId: 2, cancelled: true },
      ],
      moment,
    );
    applyChanges(books, changes);
    expect(eventsIn(changes).map((event) => [event.type, event.data.cause])).toEqual([
      ['letter-dropped', 'failed'],
      ['letter-dropped', 'cancelled'],
    ]);
    expect(proposalsOn(books, today).proposals).toHaveLength(2);
  });
  test('a letter nobody planned cannot be settled', () => {
    const outcome = { letterId: 'x', debtorId: 1, cancelled: true } as const;
    expect(() => settleLetters(planned().books, [outcome], moment)).toThrow('not-found');
  });
  test('only what was issued can be withdrawn, and only with a reason', () => {
    const books = booksWith({ items: [invoice('F1')] });
    const [letter] = sendAll(books, today);
    const asked = { debtorId: 1, letterId: letter!.id, reason: ' ' };
    expect(() => withdrawLetter(books, asked, moment)).toThrow('bad-input');
    applyChanges(books, withdrawLetter(books, { ...asked, reason: 'verkeerd bedrag' }, moment));
    expect(books.ledgers.get(1)!.letter![letter!.id]).toMatchObject({ state: 'withdrawn', reason: 'verkeerd bedrag' });
    expect(withdrawLetter(books, { ...asked, reason: 'nogmaals' }, moment)).toEqual([]);
  });
  test('stale data accepted with a reason are an event of the administration', () => {
    const books = booksWith({ debtor: debtor(), items: [invoice('F1')] });
    books.records.import.set('i', importOf('2026-05-01'));
    const { proposals } = proposalsOn(books, today, 'bank is dicht');
    const { changes } = planBatch(books, administration, proposals, { ...moment, acceptStale: 'bank is dicht' });
    expect(eventsIn(changes)[0]).toMatchObject({
      chain: 'administration',
      type: 'run-accepted-stale',
      data: { reason: 'bank is dicht', dataAsOf: '2026-05-01', letters: 1 },
    });
  });
});

test('a consumer letter knows that the term was agreed only when it was for every claimed item, with a stated due date', () => {
  const agreed = invoice('F1', { termAgreed: true });
  const planned = (items: readonly OpenItem[], termAgreed: boolean | null = null) =>
    planOf(booksWith({ debtor: { kind: 'consumer', termAgreed }, items })).termAgreed;
  expect(planned([agreed])).toBe(true);
  expect(planned([invoice('F1')], true)).toBe(true);
  expect(planned([agreed, invoice('F2')])).toBeUndefined();
  expect(planned([invoice('F1', { termAgreed: true, dueDerived: true })])).toBeUndefined();
});
