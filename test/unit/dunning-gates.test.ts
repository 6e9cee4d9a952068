import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#shared/dates/civil.ts';
import type { GateCode } from '#shared/dunning/proposal.ts';
import { computeProposals, whyNot } from '#shared/dunning/proposals.ts';
import {
  administration,
  booksWith,
  credit,
  hold,
  importOf,
  invoice,
  type Owing,
  pay,
  proposalsOn,
  proposedOn,
  sendAll,
  skippedOn,
} from './dunning-books.ts';

describe('every gate with the first day it no longer stands (criterion D3)', () => {
  const due = invoice('F1', { dueDate: '2026-03-02' });
  const cases: readonly [string, Owing, IsoDate, readonly GateCode[], IsoDate | null][] = [
    ['nothing open', { items: [] }, '2026-06-01', ['paid'], null],
    ['closed', { items: [invoice('F1', { state: 'closed' })] }, '2026-06-01', ['paid'], null],
    [
      'presumed paid is not dunned',
      { items: [invoice('F1', { state: 'presumed-paid' })] },
      '2026-06-01',
      ['paid'],
      null,
    ],
    ['only a deposit open', { items: [invoice('F1', { kind: 'deposit' })] }, '2026-06-01', ['paid'], null],
    [
      'net equal to the tolerance',
      { items: [invoice('F1', { total: 5_00 })] },
      '2026-06-01',
      ['below-tolerance'],
      null,
    ],
    [
      'credits leave a rest below the tolerance',
      { items: [invoice('F1'), credit('C1', 996_00)] },
      '2026-06-01',
      ['below-tolerance'],
      null,
    ],
    [
      'credits cover everything',
      { items: [invoice('F1'), credit('C1', 1_000_00)] },
      '2026-06-01',
      ['below-tolerance', 'credit-covers'],
      null,
    ],
    [
      'credits cover more than everything: that is the reason, not the end of the policy',
      { items: [invoice('F1'), credit('C1', 1_030_00)] },
      '2026-06-01',
      ['below-tolerance', 'credit-covers'],
      null,
    ],
    ['only a credit note', { items: [credit('C1', 50_00)] }, '2026-06-01', ['below-tolerance', 'credit-covers'], null],
    [
      'a hold on part leaves less than the tolerance: the hold is the reason',
      { items: [due], holds: [hold({ itemId: 'F1', amount: 996_00, until: '2026-06-10' })] },
      '2026-06-01',
      ['hold-manual'],
      '2026-06-11',
    ],
    [
      'what stays small without the hold is too small',
      {
        items: [invoice('F1', { total: 4_00 }), invoice('F2', { dueDate: '2026-06-01' })],
        holds: [hold({ itemId: 'F1', amount: 1_00 })],
      },
      '2026-06-01',
      ['below-tolerance', 'not-due'],
      '2026-06-07',
    ],
    [
      'hold on the debtor',
      { items: [due], holds: [hold({ until: '2026-06-10' })] },
      '2026-06-01',
      ['hold-manual'],
      '2026-06-11',
    ],
    [
      'hold on the last day',
      { items: [due], holds: [hold({ until: '2026-06-01' })] },
      '2026-06-01',
      ['hold-manual'],
      '2026-06-02',
    ],
    ['hold without end', { items: [due], holds: [hold({ reason: 'legal' })] }, '2026-06-01', ['hold-legal'], null],
    [
      'disputed item',
      { items: [due], holds: [hold({ itemId: 'F1', reason: 'dispute' })] },
      '2026-06-01',
      ['hold-dispute'],
      null,
    ],
    [
      'promise',
      { items: [due], holds: [hold({ itemId: 'F1', reason: 'promise', until: '2026-06-03' })] },
      '2026-06-01',
      ['hold-promise'],
      '2026-06-04',
    ],
    ['plan', { items: [due], holds: [hold({ reason: 'plan' })] }, '2026-06-01', ['hold-plan'], null],
    ['handed over', { items: [due], holds: [hold({ reason: 'handover' })] }, '2026-06-01', ['hold-handover'], null],
    [
      'client has to approve',
      { items: [due], holds: [hold({ reason: 'client-approval' })] },
      '2026-06-01',
      ['client-approval'],
      null,
    ],
    [
      'direct debit, five bank days after Monday',
      { debtor: { directDebit: true }, items: [invoice('F1', { dueDate: '2026-05-25' })] },
      '2026-05-31',
      ['direct-debit'],
      '2026-06-01',
    ],
    [
      'direct debit of one item',
      { items: [invoice('F1', { dueDate: '2026-05-25', directDebit: true })] },
      '2026-05-31',
      ['direct-debit'],
      '2026-06-01',
    ],
    [
      'neither address nor e-mail',
      { debtor: { email: null, address: null }, items: [due] },
      '2026-06-01',
      ['no-contact'],
      null,
    ],
    ['not due yet', { items: [due] }, '2026-03-01', ['not-due'], '2026-03-08'],
    ['no date at all', { items: [invoice('F1', { date: null, dueDate: null })] }, '2026-06-01', ['not-due'], null],
    [
      'all gates are reported',
      { debtor: { email: null, address: null, directDebit: true }, items: [due], holds: [hold()] },
      '2026-03-01',
      ['hold-manual', 'direct-debit', 'no-contact', 'not-due'],
      null,
    ],
  ];
  test.each(cases)('%s', (_, owing, today, reasons, firstDate) => {
    const skipped = skippedOn(booksWith(owing), today);
    expect(skipped.reasons).toEqual(reasons);
    expect(skipped.firstDate).toBe(firstDate);
  });
});

describe('a gate opens on its day', () => {
  const cases: readonly [string, Owing, IsoDate][] = [
    ['the day after the hold', { items: [invoice('F1')], holds: [hold({ until: '2026-06-10' })] }, '2026-06-11'],
    [
      'direct debit: due + 5 bank days',
      { debtor: { directDebit: true }, items: [invoice('F1', { dueDate: '2026-05-25' })] },
      '2026-06-01',
    ],
    [
      'storno lifts nothing by itself, but a debtor flag can be denied for one item',
      { debtor: { directDebit: true }, items: [invoice('F1', { dueDate: '2026-05-25', directDebit: false })] },
      '2026-05-31',
    ],
    [
      'a hold that starts tomorrow does not hold today',
      { items: [invoice('F1')], holds: [hold({ from: '2026-06-02' })] },
      '2026-06-01',
    ],
    ['one cent above the tolerance', { items: [invoice('F1', { total: 5_01 })] }, '2026-06-01'],
  ];
  test.each(cases)('%s', (_, owing, today) => {
    expect(proposalsOn(booksWith(owing), today).proposals).toHaveLength(1);
  });
});

describe('stale data (criterion A9)', () => {
  const books = booksWith({ items: [invoice('F1')] });
  books.records.import.set('i', importOf('2026-11-13'));
  test('three working days old is fresh, four is stale', () => {
    expect(proposalsOn(books, '2026-11-18').proposals).toHaveLength(1);
    expect(skippedOn(books, '2026-11-19').reasons).toEqual(['stale-data']);
  });
  test('a reason lets the run go on', () => {
    expect(proposalsOn(books, '2026-11-19', 'lijst volgt morgen').proposals).toHaveLength(1);
  });
  test('the bank date counts when it is later, an undone import does not', () => {
    const later = booksWith({ items: [invoice('F1')] });
    later.records.import.set('i', importOf('2026-11-13', '2026-11-18'));
    expect(proposalsOn(later, '2026-11-19').proposals).toHaveLength(1);
    later.records.import.set('i', { ...importOf('2026-11-13', '2026-11-18'), undone: true });
    expect(proposalsOn(later, '2026-12-19').proposals).toHaveLength(1);
  });
  test('without any import nothing is stale', () => {
    expect(proposalsOn(booksWith({ items: [invoice('F1')] }), '2027-06-01').proposals).toHaveLength(1);
  });
});

describe('channels as far as they exist', () => {
  const item = invoice('F1');
  const demanded = invoice('F1', { outside: { level: 1, on: '2026-03-20' } });
  const final = invoice('F1', { outside: { level: 2, on: '2026-03-20' } });
  const address = null;
  const email = null;
  const cases: readonly [string, Owing, readonly string[], readonly string[]][] = [
    ['reminder by e-mail', { items: [item] }, ['email'], []],
    ['reminder without e-mail by post', { debtor: { email }, items: [item] }, ['post'], ['no-email']],
    ['aanmaning by both', { items: [demanded] }, ['email', 'post'], []],
    ['aanmaning without address', { debtor: { address }, items: [demanded] }, ['email'], ['no-address']],
    ['sommatie registered', { items: [final] }, ['email', 'registered'], []],
    ['sommatie without e-mail', { debtor: { email }, items: [final] }, ['post', 'registered'], ['no-email']],
    ['sommatie without address', { debtor: { address }, items: [final] }, ['email'], ['no-address']],
  ];
  test.each(cases)('%s', (_, owing, channels, warnings) => {
    const proposal = proposedOn(booksWith(owing), '2026-06-01');
    expect(proposal.channels).toEqual(channels);
    expect(proposal.warnings).toEqual(warnings);
  });
});

test('by post where the administration has no address to mail from, and says that it is that', () => {
  const unsent = { ...administration, email: null };
  const books = booksWith({ items: [invoice('F1')] });
  const { proposals } = computeProposals(books, unsent, { today: '2026-06-01', acceptStale: null });
  expect(proposals).toMatchObject([{ channels: ['post'], warnings: ['no-sender'] }]);
});

describe('unknown kind is never treated as business (criterion C1)', () => {
  test.each(['onbekend', 'zakelijk'])('a reminder, and no aanmaning under policy %s', (policyId) => {
    const books = booksWith({ debtor: { kind: 'unknown', policyId }, items: [invoice('F1')] });
    expect(sendAll(books, '2026-04-01')[0]?.kind).toBe('reminder');
    const skipped = skippedOn(books, '2026-06-01');
    expect(skipped.reasons).toEqual(['debtor-type-unknown']);
    expect(skipped.firstDate).toBeNull();
  });
});

test('no debtor is missing: each is proposed or skipped, never both', () => {
  const books = booksWith(
    { items: [invoice('F1')] },
    { items: [] },
    { items: [invoice('F2', { dueDate: '2026-12-01' })] },
    { items: [credit('C1', 10_00)] },
  );
  const { proposals, skipped } = proposalsOn(books, '2026-06-01');
  expect(proposals.map((own) => own.debtorId)).toEqual([1]);
  expect(skipped.map((own) => own.debtorId)).toEqual([2, 3, 4]);
  expect(skipped.every((own) => own.reasons.length > 0)).toBe(true);
});

test('"Waarom niet?" names the gate of the item that waits beside the one that is proposed', () => {
  const books = booksWith({ items: [invoice('F1'), invoice('F2', { dueDate: '2026-05-31' })] });
  const why = whyNot(books, administration, 1, { today: '2026-06-01' });
  expect(why?.gates).toEqual([]);
  expect(why?.items.map((item) => [item.number, item.gates])).toEqual([
    ['F1', []],
    ['F2', [{ code: 'not-due', until: '2026-06-06' }]],
  ]);
});

test('a small item beside a partly held one waits for the end of that hold', () => {
  const books = booksWith({
    items: [invoice('F1'), invoice('F2', { total: 2_00 })],
    holds: [hold({ itemId: 'F1', amount: 998_00, until: '2026-06-10' })],
  });
  const why = whyNot(books, administration, 1, { today: '2026-06-01' });
  expect(why?.items.map((item) => [item.number, item.gates])).toEqual([
    ['F1', [{ code: 'hold-manual', until: '2026-06-11' }]],
    ['F2', [{ code: 'below-tolerance', until: '2026-06-11' }]],
  ]);
});

test('each currency is judged by its own balance (criterion B5)', () => {
  const books = booksWith({
    items: [
      invoice('F1', { total: 4_00 }),
      invoice('F2', { currency: 'USD', total: 900_00 }),
      invoice('F3', { currency: 'GBP', total: 300_00 }),
    ],
  });
  const proposal = proposedOn(books, '2026-06-01');
  expect([proposal.currency, proposal.total, proposal.itemIds]).toEqual(['USD', 900_00, ['F2']]);
  const why = whyNot(books, administration, 1, { today: '2026-06-01' });
  expect(why?.items.find((item) => item.number === 'F1')?.gates.map((gate) => gate.code)).toEqual(['below-tolerance']);
  expect(sendAll(books, '2026-06-01').map((plan) => plan.currency)).toEqual(['USD']);
  expect(skippedOn(books, '2026-06-07').reasons).toContain('interval');
  expect(sendAll(books, '2026-06-08').map((plan) => plan.currency)).toEqual(['GBP']);
});

test('a payment counts the day it is known', () => {
  const books = booksWith({ items: [invoice('F1')] });
  pay(books, 1, 'F1', 1_000_00, '2026-05-30');
  expect(skippedOn(books, '2026-06-01').reasons).toEqual(['paid']);
});

test('why an item waits names its amount in its own currency', () => {
  const books = booksWith({ items: [invoice('F1', { currency: 'USD', dueDate: '2026-12-01' })] });
  expect(skippedOn(books, '2026-11-20').items).toMatchObject([{ number: 'F1', open: 1_000_00, currency: 'USD' }]);
});

test('a hold on all of an item and a longer one on a part: the first day is when the first is over', () => {
  const books = booksWith({
    items: [invoice('F1')],
    holds: [
      hold({ id: 'a', itemId: 'F1', until: '2026-06-01' }),
      hold({ id: 'b', itemId: 'F1', amount: 100_00, until: '2026-06-06' }),
    ],
  });
  expect(skippedOn(books, '2026-06-01').firstDate).toBe('2026-06-02');
  expect(proposedOn(books, '2026-06-02').total).toBe(900_00);
});
