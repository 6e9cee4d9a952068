import { describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import type { DebtorKind } from '#shared/domain/debtor.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { withdrawLetter } from '#shared/domain/letters/rules.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { shippedPolicies } from '#shared/dunning/policies.ts';
import type { GateCode } from '#shared/dunning/proposal.ts';
import {
  administration,
  booksWith,
  credit,
  debtor,
  hold,
  invoice,
  proposalsOn,
  proposedOn,
  sendAll,
  skippedOn,
} from './dunning-books.ts';

/** Makes every letter on the first day it is proposed, day by day; what came out with its date. */
function firstDays(books: Books, from: IsoDate, days: number): string[] {
  const made: string[] = [];
  for (let day = 0; day < days; day++) {
    const today = addDays(from, day);
    for (const plan of sendAll(books, today)) made.push(`${plan.kind} ${today} → ${plan.deadline}`);
  }
  return made;
}

describe('the shipped ladders day by day, from an invoice due on Sunday 1 March (criterion D1)', () => {
  const cases: readonly [DebtorKind, readonly string[], readonly GateCode[]][] = [
    [
      'business',
      ['reminder 2026-03-07 → 2026-03-16', 'demand 2026-03-19 → 2026-03-26', 'final-demand 2026-03-31 → 2026-04-07'],
      ['end-of-policy'],
    ],
    [
      'consumer',
      [
        'reminder 2026-03-09 → 2026-03-16',
        'demand 2026-03-19 → 2026-04-02',
        // Posted on Thursday 9 April: fifteen days end on a Sunday, Monday is a holiday, and 1 May is no bank day.
        'fourteen-day-letter 2026-04-09 → null',
        'final-demand 2026-05-04 → 2026-05-11',
      ],
      ['end-of-policy'],
    ],
    [
      'public',
      ['reminder 2026-03-14 → 2026-03-30', 'demand 2026-04-13 → 2026-04-27', 'final-demand 2026-05-18 → 2026-06-01'],
      ['end-of-policy'],
    ],
    ['unknown', ['reminder 2026-03-09 → 2026-03-16'], ['debtor-type-unknown']],
  ];
  test.each(cases)('%s', (kind, letters, reasons) => {
    const books = booksWith({ debtor: { kind }, items: [invoice('F1')] });
    expect(firstDays(books, '2026-02-20', 150)).toEqual(letters);
    expect(skippedOn(books, '2026-07-30').reasons).toEqual(reasons);
  });
});

test('correction days: due 1 March, step +10 is first proposed on 14 March (criterion A9)', () => {
  const books = booksWith({ debtor: { kind: 'public' }, items: [invoice('F1')] });
  expect(proposalsOn(books, '2026-03-13').proposals).toHaveLength(0);
  expect(skippedOn(books, '2026-03-13').firstDate).toBe('2026-03-14');
  expect(proposedOn(books, '2026-03-14').kind).toBe('reminder');
});

test('a consumer gets no sommatie without a veertiendagenbrief, whatever policy is pinned (art. 6:96 lid 6 BW)', () => {
  const books = booksWith({ debtor: { kind: 'consumer', policyId: 'zakelijk' }, items: [invoice('F1')] });
  expect(firstDays(books, '2026-02-20', 150).map((line) => line.split(' ')[0])).toEqual(['reminder', 'demand']);
  expect(skippedOn(books, '2026-07-30').reasons).toEqual(['end-of-policy']);
});

test('90 days late and never dunned starts at step 1 (criterion D2)', () => {
  const books = booksWith({ items: [invoice('F1', { dueDate: '2026-03-01' })] });
  expect(proposedOn(books, '2026-05-30').kind).toBe('reminder');
});

test('days the application was closed are caught up one step at a time, each with its own term', () => {
  const books = booksWith({ items: [invoice('F1')] });
  expect(sendAll(books, '2026-03-10').map((plan) => plan.kind)).toEqual(['reminder']);
  expect(sendAll(books, '2026-08-03').map((plan) => plan.kind)).toEqual(['demand']);
  expect(sendAll(books, '2026-08-03')).toEqual([]);
  expect(sendAll(books, '2026-08-10')).toEqual([]);
  expect(sendAll(books, '2026-08-13').map((plan) => plan.kind)).toEqual(['final-demand']);
});

test('the next letter waits for deadline + 3 bank days, over Easter too', () => {
  const books = booksWith({ items: [invoice('F1', { dueDate: '2026-03-18' })] });
  expect(sendAll(books, '2026-03-26')[0]?.deadline).toBe('2026-04-02');
  const skipped = skippedOn(books, '2026-04-07');
  expect(skipped.items[0]?.gates).toEqual([{ code: 'deadline-running', until: '2026-04-09' }]);
  expect(proposedOn(books, '2026-04-09').kind).toBe('demand');
});

test('while a deadline runs, every reason is told with its own day', () => {
  const books = booksWith({ items: [invoice('F1')] });
  sendAll(books, '2026-03-09');
  const skipped = skippedOn(books, '2026-03-12');
  expect(skipped.gates).toEqual([{ code: 'interval', until: '2026-03-16' }]);
  expect(skipped.items[0]?.gates).toEqual([
    { code: 'not-due', until: '2026-03-19' },
    { code: 'deadline-running', until: '2026-03-19' },
  ]);
  expect(skipped.firstDate).toBe('2026-03-19');
});

test('a due date moved on after a letter is waited for: what is not due is not demanded', () => {
  const books = booksWith({ items: [invoice('F1')] });
  sendAll(books, '2026-03-10');
  const ledger = books.ledgers.get(1)!;
  ledger.item = { F1: invoice('F1', { dueDate: '2026-05-01' }) };
  expect(skippedOn(books, '2026-05-03').items[0]?.gates).toEqual([{ code: 'not-due', until: '2026-05-04' }]);
  expect(proposedOn(books, '2026-05-04').kind).toBe('demand');
});

test('a deadline on a Saturday moves to Monday', () => {
  expect(sendAll(booksWith({ items: [invoice('F1')] }), '2026-03-07')[0]?.deadline).toBe('2026-03-16');
});

describe('level reached outside Voldaan (criterion A10)', () => {
  const cases: readonly [string, DebtorKind, number, IsoDate, IsoDate, string][] = [
    ['one letter: the aanmaning follows', 'business', 1, '2026-03-10', '2026-04-01', 'demand'],
    ['two letters: the sommatie follows', 'business', 2, '2026-03-10', '2026-04-01', 'final-demand'],
    ['three letters: the ladder is done', 'business', 3, '2026-03-10', '2026-04-01', 'end-of-policy'],
    ['sent a week ago: its deadline runs', 'business', 1, '2026-03-25', '2026-04-01', 'deadline-running,not-due'],
    [
      'sent yesterday: the interval too',
      'business',
      1,
      '2026-03-31',
      '2026-04-01',
      'deadline-running,interval,not-due',
    ],
    ['a consumer not in default: the notice of default first', 'consumer', 3, '2026-03-10', '2026-06-01', 'demand'],
  ];
  test.each(cases)('%s', (_, kind, level, on, today, expected) => {
    const books = booksWith({ debtor: { kind }, items: [invoice('F1', { outside: { level, on } })] });
    const { proposals, skipped } = proposalsOn(books, today);
    expect(proposals[0]?.kind ?? skipped[0]?.reasons.join(',')).toBe(expected);
  });
});

test('a consumer in default is not lifted past the veertiendagenbrief by letters from elsewhere', () => {
  const outside = { level: 4, on: '2026-03-10' };
  const books = booksWith({ debtor: { kind: 'consumer', termAgreed: true }, items: [invoice('F1', { outside })] });
  expect(proposedOn(books, '2026-06-01').kind).toBe('fourteen-day-letter');
});

test('a new cycle starts at step 1 again', () => {
  const books = booksWith({ items: [invoice('F1')] });
  sendAll(books, '2026-03-10');
  const ledger = books.ledgers.get(1)!;
  ledger.item = { F1: invoice('F1', { cycle: 2 }) };
  expect(proposedOn(books, '2026-06-01').kind).toBe('reminder');
  expect(sendAll(books, '2026-06-01')[0]?.id).not.toBe(Object.keys(ledger.letter!)[0]);
});

test('when the kind becomes known the level reached stays', () => {
  const books = booksWith({ debtor: { kind: 'unknown' }, items: [invoice('F1')] });
  sendAll(books, '2026-03-10');
  const ledger = books.ledgers.get(1)!;
  ledger.debtor = { debtor: debtor({ kind: 'business' }) };
  expect(proposedOn(books, '2026-06-01').kind).toBe('demand');
});

test('a withdrawn letter no longer counts for the level, and the one made instead is another letter', () => {
  const books = booksWith({ items: [invoice('F1')] });
  const [first] = sendAll(books, '2026-03-10');
  const withdrawn = { debtorId: 1, letterId: first!.id, reason: 'verkeerd adres' };
  applyChanges(books, withdrawLetter(books, withdrawn, { today: '2026-03-11', at: '2026-03-11' }));
  expect(skippedOn(books, '2026-03-16').reasons).toEqual(['interval']);
  const [second] = sendAll(books, '2026-03-17');
  expect(second?.kind).toBe('reminder');
  expect(second?.id).not.toBe(first?.id);
});

describe('one letter per debtor at the highest step due, lifting no item past a step it has not had (criterion D5)', () => {
  const young = (number: string): OpenItem => invoice(number, { dueDate: '2026-03-20' });
  test('mixed steps: the aanmaning claims the old item, the new one is also open', () => {
    const books = booksWith({ items: [invoice('F1'), young('F2'), invoice('F3', { dueDate: '2026-12-01' })] });
    expect(sendAll(books, '2026-03-10')[0]?.items.map((item) => item.number)).toEqual(['F1']);
    const [letter] = sendAll(books, '2026-03-27');
    expect(letter?.kind).toBe('demand');
    expect(letter?.items.map((item) => item.number)).toEqual(['F1']);
    expect(letter?.alsoOpen.map((item) => [item.number, item.claimed])).toEqual([
      ['F2', 0],
      ['F3', 0],
    ]);
    expect(sendAll(books, '2026-04-02')).toEqual([]);
    const next = sendAll(books, '2026-04-03')[0];
    expect([next?.kind, next?.items.map((item) => item.number)]).toEqual(['reminder', ['F2']]);
  });
  test('items at the same step go in one letter', () => {
    const books = booksWith({ items: [invoice('F2', { dueDate: '2026-02-01' }), invoice('F1')] });
    const [letter] = sendAll(books, '2026-04-01');
    expect(letter?.items.map((item) => item.number)).toEqual(['F2', 'F1']);
    expect(letter?.paymentReference).toBe('1001 F2 F1');
  });
  test('leaving one item out does not hold up the others later', () => {
    const books = booksWith({
      items: [invoice('F1'), invoice('F2')],
      holds: [hold({ itemId: 'F2', until: '2026-03-15' })],
    });
    expect(sendAll(books, '2026-03-10')[0]?.items.map((item) => item.number)).toEqual(['F1']);
    const made = firstDays(books, '2026-03-11', 40);
    expect(made.map((line) => line.split(' → ')[0])).toEqual([
      'reminder 2026-03-17',
      'demand 2026-03-24',
      'demand 2026-03-31',
      'final-demand 2026-04-07',
      'final-demand 2026-04-14',
    ]);
  });
  test('an item with a policy of its own is in its own letter', () => {
    const books = booksWith({ items: [invoice('F1'), invoice('F2', { policyId: 'overheid', total: 50_00 })] });
    expect(sendAll(books, '2026-04-01')[0]?.items.map((item) => item.number)).toEqual(['F1']);
    expect(sendAll(books, '2026-04-08')[0]?.policy.id).toBe('overheid');
  });
  test('a highest step whose claim the credits cover gives way to the next', () => {
    const items = [
      invoice('F1', { total: 100_00, outside: { level: 1, on: '2026-03-10' } }),
      invoice('F2'),
      credit('C1', 150_00),
    ];
    const proposal = proposedOn(booksWith({ items }), '2026-06-01');
    expect([proposal.kind, proposal.itemIds, proposal.total]).toEqual(['reminder', ['F2'], 850_00]);
  });
});

describe('policies as data', () => {
  const early: Policy = {
    ...shippedPolicies[0]!,
    version: 2,
    steps: [
      { ...shippedPolicies[0]!.steps[0]!, id: 'vooraf', action: 'pre-due-notice', offsetDays: -3, deadlineDays: 3 },
      { ...shippedPolicies[0]!.steps[0]!, minimumCents: 100_00 },
      ...shippedPolicies[0]!.steps.slice(1),
    ],
  };
  const withEarly = (...items: OpenItem[]): Books => {
    const books = booksWith({ items });
    books.records.policy.set('zakelijk', early);
    return books;
  };
  test('a version of its own replaces the shipped policy; a notice before the due date has no correction days', () => {
    const books = withEarly(invoice('F1', { dueDate: '2026-03-20' }));
    expect(proposalsOn(books, '2026-03-16').proposals).toHaveLength(0);
    const [letter] = sendAll(books, '2026-03-17');
    expect([letter?.kind, letter?.deadline, letter?.policy.version]).toEqual(['pre-due-notice', '2026-03-20', 2]);
    expect(sendAll(books, '2026-03-26')[0]?.kind).toBe('reminder');
  });
  test('a notice whose due date has gone by is passed over', () => {
    expect(proposedOn(withEarly(invoice('F1')), '2026-04-01').kind).toBe('reminder');
  });
  test('a step below its minimum amount is passed over', () => {
    expect(proposedOn(withEarly(invoice('F1', { total: 99_00 })), '2026-04-01').kind).toBe('demand');
  });
});

describe('tasks never hold up a letter', () => {
  const level2 = (total: number) => invoice('F1', { total, outside: { level: 2, on: '2026-03-10' } });
  test('the call is due from € 500, a day after the deadline of the aanmaning', () => {
    const on = (total: number, today: IsoDate) => proposalsOn(booksWith({ items: [level2(total)] }), today).tasks;
    expect(on(500_00, '2026-03-17')).toEqual([]);
    expect(on(500_00, '2026-03-18').map((task) => [task.kind, task.total])).toEqual([['phone', 500_00]]);
    expect(on(499_99, '2026-03-18')).toEqual([]);
    expect(proposedOn(booksWith({ items: [level2(500_00)] }), '2026-03-20').kind).toBe('final-demand');
  });
  test('after the last letter the debtor is ready for incasso', () => {
    const books = booksWith({ items: [invoice('F1', { outside: { level: 3, on: '2026-03-10' } })] });
    expect(proposalsOn(books, '2026-03-19').tasks).toEqual([]);
    expect(proposalsOn(books, '2026-03-20').tasks.map((task) => task.kind)).toEqual(['collection-ready']);
  });
  test('nothing is asked of a debtor on hold', () => {
    const books = booksWith({ items: [level2(900_00)], holds: [hold()] });
    expect(proposalsOn(books, '2026-04-01').tasks).toEqual([]);
  });
});

test('the minimum interval is the administration’s own', () => {
  const books = booksWith({ items: [invoice('F1'), invoice('F2', { dueDate: '2026-03-05' })] });
  sendAll(books, '2026-03-07');
  expect(administration.minimumIntervalDays).toBe(7);
  expect(skippedOn(books, '2026-03-13').gates).toEqual([{ code: 'interval', until: '2026-03-14' }]);
  expect(proposedOn(books, '2026-03-14').itemIds).toEqual(['F2']);
});
