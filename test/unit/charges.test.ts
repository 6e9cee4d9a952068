import { describe, expect, test } from 'vitest';
import { letterWords } from '#electron/letters/letter-words.ts';
import type { IsoDate } from '#shared/dates/civil.ts';
import { demoChanges } from '#shared/demo/generate.ts';
import { demoDate } from '#shared/demo/months.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { administrationIn, applyChanges, type Books, emptyBooks } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { lintFourteenDayPlan } from '#shared/domain/letters/fourteen-day-plan.ts';
import { withdrawLetter } from '#shared/domain/letters/rules.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { debtorCharges } from '#shared/dunning/debtor-charges.ts';
import { planLetter } from '#shared/dunning/plan.ts';
import { shippedPolicies } from '#shared/dunning/policies.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { builtInRates } from '#shared/law/rates.ts';
import {
  administration,
  booksWith,
  credit,
  hold,
  invoice,
  type Owing,
  pay,
  proposedOn,
  sendAll,
  skippedOn,
} from './dunning-books.ts';

const belgium = { street: 'Laan 1', postalCode: '2300', city: 'Turnhout', country: 'BE' };
const germany = { street: 'Weg 1', postalCode: '48431', city: 'Rheine', country: 'DE' };
const clause = 'artikel 9 van de voorwaarden';
const consumer = { kind: 'consumer', termAgreed: true } as const;
/** A business at its laatste sommatie on 1 June: due Sunday 1 March, so 92 days of 10.15%. */
const atLast = (given: Parameters<typeof invoice>[1] = {}) =>
  invoice('F1', { outside: { level: 2, on: '2026-03-20' }, ...given });

function planOn(books: Books, today: IsoDate, own: Administration = administration) {
  const [proposal] = computeProposals(books, own, { today }).proposals;
  const plan = proposal && planLetter(books, own, proposal, { today });
  if (!plan) throw new Error(`no letter on ${today}`);
  return plan;
}

describe('a laatste sommatie of 1 June 2026 over € 1.000 due 1 March, worked out by hand', () => {
  const rate = { percent: '1', per: 'month', compound: 'none', clause } as const;
  const cases: readonly [string, Owing, number, number][] = [
    // 1.000 × 10,15% × 92/365 = 25,583…; 15% of 1.000.
    ['handelsrente and the tariff', { items: [atLast()] }, 25_58, 150_00],
    // 3% is € 30, and between businesses never less than € 40.
    ['agreed costs take the place of the tariff', agreedCosts('3', 10_00), 25_58, 40_00],
    ['agreed costs above the tariff', agreedCosts('20', 10_00), 25_58, 200_00],
    // 30 days over 1.000 and 62 over 600.
    ['a part payment on a known day lowers it from then', { items: [atLast()] }, 8_34 + 10_34, 90_00],
    ['a part paid at an unknown day counts as in time', listed(), 15_35, 90_00],
    [
      'a credit note that names it lowers it from the start',
      { items: [atLast(), credit('C1', 400_00, 'F1')] },
      15_35,
      90_00,
    ],
    ['so does a credit that names nothing', { items: [atLast(), credit('C1', 400_00)] }, 15_35, 90_00],
    ['a held part is not claimed', held(), 15_35, 90_00],
    ['a computed due date starts nothing', { items: [atLast({ dueDerived: true })] }, 0, 0],
    // Invoice of 14 February: thirty days to 16 March, so 77 days.
    [
      'a business that agreed to no term has the thirty days of the law',
      { items: [atLast({ termAgreed: false, date: '2026-02-14' })] },
      21_41,
      150_00,
    ],
    ['another currency: principal only', { items: [atLast({ currency: 'USD' })] }, 0, 0],
    ['German law: principal only', { debtor: { address: germany }, items: [atLast()] }, 0, 0],
    ['Dutch law chosen', { debtor: { address: germany, jurisdiction: 'NL' }, items: [atLast()] }, 25_58, 150_00],
    // 1.000 × 10,50% × 92/365 = 26,465…; € 40 flat.
    ['Belgium between businesses', { debtor: { address: belgium }, items: [atLast()] }, 26_47, 40_00],
    ['a lower agreed rate holds between businesses', agreedRate('business', '4'), 10_08, 150_00],
    [
      'one agreed percent a month, three months exactly',
      { debtor: { agreedInterest: { ...rate, percent: '1' } }, items: [atLast()] },
      30_00,
      150_00,
    ],
  ];
  function agreedCosts(percent: string, minimum: number): Owing {
    return { debtor: { agreedCosts: { percent, minimum, clause } }, items: [atLast()] };
  }
  function agreedRate(kind: Debtor['kind'], percent: string): Owing {
    return { debtor: { kind, agreedInterest: { percent, per: 'year', compound: 'none', clause } }, items: [atLast()] };
  }
  function listed(): Owing {
    return { items: [atLast({ listed: { open: 600_00, bankUntil: '2026-05-01' } })] };
  }
  function held(): Owing {
    return { items: [atLast()], holds: [hold({ itemId: 'F1', amount: 400_00 })] };
  }
  test.each(cases)('%s', (name, owing, interest, costs) => {
    const books = booksWith(owing);
    if (name.startsWith('a part payment')) pay(books, 1, 'F1', 400_00, '2026-03-31');
    const { amounts } = planOn(books, '2026-06-01');
    expect([amounts.interest, amounts.costs]).toEqual([interest, costs]);
    expect(amounts.total).toBe(amounts.principal + interest + costs);
    expect(proposedOn(books, '2026-06-01').total).toBe(amounts.total);
  });
});

test('an aanmaning to a business announces: nothing is claimed beside the principal, the specification is there', () => {
  const books = booksWith({ items: [invoice('F1', { outside: { level: 1, on: '2026-03-10' } })] });
  const { amounts, charges } = planOn(books, '2026-04-01');
  expect(amounts).toEqual({ principal: 1_000_00, interest: 0, costs: 0, costsAnnounced: 150_00, total: 1_000_00 });
  // 31 days: 2 March through 1 April.
  expect([charges?.interest?.total, charges?.interest?.until, charges?.costs?.total]).toEqual([
    8_62,
    '2026-04-01',
    150_00,
  ]);
});

test('a letter without charges speaks of the law that was chosen for its debtor, not of the address (criterion B4)', () => {
  const plan = planOn(booksWith({ debtor: { jurisdiction: 'none' }, items: [atLast()] }), '2026-06-01');
  expect(plan.charges).toBeUndefined();
  const text = letterWords(plan).consequence.join(' ');
  expect(text).toContain('Blijft betaling uit');
  expect(text).not.toMatch(/handelsrente|incassokosten/);
});

test('VAT on costs only when an office sends for a creditor that cannot deduct it (art. 2 lid 3 Besluit BIK)', () => {
  const own = (given: Partial<Administration>) =>
    planOn(booksWith({ items: [atLast()] }), '2026-06-01', { ...administration, ...given });
  expect(own({ sender: 'office', deductsVat: false }).amounts.costs).toBe(181_50);
  expect(own({ sender: 'office', deductsVat: true }).amounts.costs).toBe(150_00);
  expect(own({ sender: 'client', deductsVat: false }).amounts.costs).toBe(150_00);
});

test('a clause is named with what rests on it, and towards a consumer only where it comes to more', () => {
  const charged = (kind: Debtor['kind'], percent: string) => {
    const agreedInterest = { percent, per: 'year', compound: 'none', clause } as const;
    const books = booksWith({ debtor: { kind, termAgreed: true, agreedInterest }, items: [invoice('F1')] });
    const found = debtorCharges(books, 1, '2026-06-01');
    return [found?.interest?.kind, found?.interestClause];
  };
  expect(charged('business', '1')).toEqual(['contract', clause]);
  expect(charged('public', '8')).toEqual(['handel', null]);
  expect(charged('public', '12')).toEqual(['contract', clause]);
  expect(charged('consumer', '3.9')).toEqual(['wettelijk', null]);
  expect(charged('consumer', '8')).toEqual(['contract', clause]);
});

test('a rate table past its last checked day asks, and one without a row charges no interest; neither stops the letter', () => {
  const books = booksWith({ items: [atLast()] });
  expect(proposedOn(books, '2027-01-04').warnings).toContain('rates-stale');
  const rows = builtInRates.rows.filter((row) => row.kind !== 'handel' || row.from > '2026-03-02');
  books.records.setting.set('rates', { ...builtInRates, rows });
  expect(proposedOn(books, '2026-06-01')).toMatchObject({ total: 1_150_00, warnings: ['rates-missing'] });
});

test('what was given up is neither charged nor announced; taken back, it is again', () => {
  const books = booksWith({ items: [atLast(), invoice('F2', { outside: { level: 2, on: '2026-03-20' } })] });
  const moment = { today: '2026-06-01', at: '2026-06-01T10:00:00' };
  const waived = { type: 'waive', debtorId: 1, itemId: 'F2', what: 'both', reason: 'coulance' } as const;
  applyChanges(books, runCommand(books, waived, moment));
  expect(planOn(books, moment.today).amounts).toMatchObject({ principal: 2_000_00, interest: 25_58, costs: 150_00 });
  applyChanges(books, runCommand(books, { ...waived, itemId: null, what: 'costs' }, moment));
  const plan = planOn(books, moment.today);
  expect(plan.amounts).toMatchObject({ interest: 25_58, costs: 0 });
  expect(plan.charges?.waived).toEqual(['costs']);
  for (const waiverId of Object.keys(books.ledgers.get(1)!.waiver!)) {
    applyChanges(books, runCommand(books, { type: 'end-waiver', debtorId: 1, waiverId, reason: 'toch niet' }, moment));
  }
  expect(planOn(books, moment.today).amounts).toMatchObject({ interest: 51_16, costs: 300_00 });
});

describe('the veertiendagenbrief in the engine (criteria D5, E3; art. 6:96 lid 6 and 7 BW)', () => {
  /** Reminder and aanmaning have gone out to a consumer; the brief is due on 9 April, its costs from 29 April. */
  function demanded(owing: Owing): Books {
    const books = booksWith({ ...owing, debtor: { ...consumer, ...owing.debtor } });
    sendAll(books, '2026-03-09');
    sendAll(books, '2026-03-19');
    return books;
  }
  test('announces the tariff over all items in default, also those at an earlier step, and only those', () => {
    const books = demanded({
      items: [
        invoice('F1', { total: 120_00 }),
        invoice('F2', { total: 95_50, dueDate: '2026-03-28' }),
        invoice('F3', { total: 310_00, dueDate: '2026-04-01' }),
        invoice('F4', { total: 400_00, dueDate: '2026-05-01' }),
        invoice('F5', { total: 700_00, dueDate: '2026-03-28', termAgreed: false }),
      ],
    });
    const plan = planOn(books, '2026-04-09');
    expect(plan.kind).toBe('fourteen-day-letter');
    expect(plan.items.map((item) => item.number)).toEqual(['F1', 'F2', 'F3']);
    expect(plan.alsoOpen.map((item) => item.number)).toEqual(['F5', 'F4']);
    expect(plan.amounts).toEqual({ principal: 525_50, interest: 0, costs: 0, costsAnnounced: 78_83, total: 525_50 });
    expect([plan.deadline, plan.costsDueFrom, plan.charges?.interest]).toEqual([null, '2026-04-29', null]);
    sendAll(books, '2026-04-09');
    expect(sendAll(books, '2026-05-04')[0]).toMatchObject({
      kind: 'final-demand',
      items: [{ number: 'F1' }, { number: 'F2' }, { number: 'F3' }],
      amounts: { costs: 78_83 },
    });
  });
  test('waits for default: the aanmaning was the notice, and its term has to lapse', () => {
    const books = booksWith({ debtor: { kind: 'consumer' }, items: [invoice('F1')] });
    sendAll(books, '2026-03-09');
    sendAll(books, '2026-03-19');
    expect(skippedOn(books, '2026-04-02').reasons).toContain('not-in-default');
    expect(skippedOn(books, '2026-04-02').items[0]?.gates).toContainEqual({
      code: 'not-in-default',
      until: '2026-04-03',
    });
    expect(proposedOn(books, '2026-04-09').kind).toBe('fourteen-day-letter');
  });
  test('an item taken out of the choice is put back: a letter that leaves one out loses the costs', () => {
    const books = demanded({ items: [invoice('F1'), invoice('F2')] });
    const proposal = { ...proposedOn(books, '2026-04-09'), itemIds: ['F1'] };
    const { plans } = planBatch(books, administration, [proposal], { today: '2026-04-09', at: '2026-04-09' });
    expect(plans[0]?.items.map((item) => item.number)).toEqual(['F1', 'F2']);
  });
  test('one whose costs cannot be announced falls away with its reason, and stops no other letter', () => {
    // Nobody owes ten billion: no tariff is taken over it, and a letter without the costs would lose them.
    const books = booksWith(
      { debtor: consumer, items: [invoice('F1', { total: 1_000_000_000_001 })] },
      { debtor: { ...consumer, id: 2, code: '2' }, items: [invoice('F2')] },
    );
    sendAll(books, '2026-03-09');
    sendAll(books, '2026-03-19');
    const { proposals } = computeProposals(books, administration, { today: '2026-04-09' });
    const moment = { today: '2026-04-09', at: '2026-04-09' };
    const { plans, dropped } = planBatch(books, administration, proposals, moment);
    expect(dropped).toMatchObject([{ debtorId: 1, reason: 'letter-stopped', detail: 'costs-missing' }]);
    expect(plans.map((plan) => plan.debtor.id)).toEqual([2]);
  });
  test('a part payment within the term lowers the costs; everything paid, there are none', () => {
    const part = demanded({ items: [invoice('F1')] });
    expect(sendAll(part, '2026-04-09')[0]?.amounts.costsAnnounced).toBe(150_00);
    pay(part, 1, 'F1', 600_00, '2026-04-20');
    // 400 × 15%; the shipped policy asks a consumer for no interest (criterion D1).
    expect(planOn(part, '2026-05-04').amounts).toMatchObject({ principal: 400_00, interest: 0, costs: 60_00 });
    // A policy that does: 4% over 1.000 for 50 days (to 20 April) and over 400 for 14: 5,48 + 0,61.
    const shipped = shippedPolicies.find((policy) => policy.id === 'consument')!;
    const steps = shipped.steps.map(
      (step) => ({ ...step, interest: step.costs === 'charge' ? 'charge' : 'none' }) as const,
    );
    const moment = { today: '2026-05-04', at: '2026-05-04T09:00:00' };
    applyChanges(part, runCommand(part, { type: 'save-policy', policy: { ...shipped, steps } }, moment));
    expect(planOn(part, '2026-05-04').amounts).toMatchObject({ principal: 400_00, interest: 6_09, costs: 60_00 });
    pay(part, 1, 'F1', 400_00, '2026-04-21');
    expect(skippedOn(part, '2026-05-04').reasons).toEqual(['paid']);
  });
  test('small claims that may be terms of one agreement are asked about, larger and single ones are not', () => {
    const warned = (books: Books, today: IsoDate) => proposedOn(books, today).warnings.includes('periodic-terms');
    expect(warned(demanded({ items: [invoice('F1', { total: 266_67 })] }), '2026-04-09')).toBe(false);
    expect(
      warned(demanded({ items: [invoice('F1', { total: 120_00 }), invoice('F2', { total: 95_50 })] }), '2026-04-09'),
    ).toBe(false);
    expect(
      warned(demanded({ items: [invoice('F1', { total: 200_00 }), invoice('F2', { total: 200_00 })] }), '2026-04-09'),
    ).toBe(true);
    const later = demanded({ items: [invoice('F1', { total: 25_00 })] });
    expect(warned(later, '2026-04-09')).toBe(false);
    sendAll(later, '2026-04-09');
    later.ledgers.get(1)!.item!.F2 = invoice('F2', { total: 25_00, dueDate: '2026-04-01' });
    later.ledgers.get(1)!.letter = Object.fromEntries(
      Object.entries(later.ledgers.get(1)!.letter!).map(([id, letter]) => [
        id,
        letter.plan.kind === 'demand'
          ? {
              ...letter,
              plan: {
                ...letter.plan,
                items: [...letter.plan.items, { ...letter.plan.items[0]!, itemId: 'F2', number: 'F2' }],
              },
            }
          : letter,
      ]),
    );
    pay(later, 1, 'F1', 25_00, '2026-04-12');
    expect(warned(later, '2026-04-20')).toBe(true);
  });
  test('costs are never above what was announced, also when the items go in two letters', () => {
    const books = demanded({ items: [invoice('F1', { total: 100_00 }), invoice('F2', { total: 100_00 })] });
    expect(sendAll(books, '2026-04-09')[0]?.amounts.costsAnnounced).toBe(40_00);
    books.ledgers.get(1)!.hold = { h: hold({ itemId: 'F2', until: '2026-05-08' }) };
    expect(sendAll(books, '2026-05-04')[0]?.amounts.costs).toBe(40_00);
    expect(sendAll(books, '2026-05-11')[0]).toMatchObject({ items: [{ number: 'F2' }], amounts: { costs: 0 } });
  });
  test('a withdrawn one does not count', () => {
    const books = demanded({ items: [invoice('F1')] });
    const [letter] = sendAll(books, '2026-04-09');
    const moment = { today: '2026-04-10', at: '2026-04-10' };
    applyChanges(books, withdrawLetter(books, { debtorId: 1, letterId: letter!.id, reason: 'fout' }, moment));
    expect(planOn(books, '2026-05-04').kind).toBe('fourteen-day-letter');
  });
  test('costs given up: none is sent, and the sommatie charges none', () => {
    const books = demanded({ items: [invoice('F1')] });
    books.ledgers.get(1)!.waiver = {
      w: { id: 'w', itemId: null, what: 'costs', reason: 'coulance', on: '2026-04-01' },
    };
    expect(planOn(books, '2026-04-09')).toMatchObject({ kind: 'final-demand', amounts: { costs: 0 } });
  });
  test('a longer postal presumption of the administration moves the day the costs are due', () => {
    const plan = planOn(demanded({ items: [invoice('F1')] }), '2026-04-09', { ...administration, postalDays: 3 });
    expect(plan.costsDueFrom).toBe('2026-04-30');
  });
});

describe('a Belgian consumer: a free reminder, then only what a clause says', () => {
  const owing = (given: Partial<Debtor>) =>
    booksWith({ debtor: { kind: 'consumer', address: belgium, ...given }, items: [invoice('F1')] });
  test('without a clause the sommatie claims the principal', () => {
    const books = owing({});
    expect(sendAll(books, '2026-03-09')[0]).toMatchObject({
      kind: 'reminder',
      deadline: '2026-03-30',
      amounts: { costs: 0 },
    });
    expect(planOn(books, '2026-04-02')).toMatchObject({ kind: 'final-demand', amounts: { total: 1_000_00 } });
    expect(debtorCharges(books, 1, '2026-04-02')).toMatchObject({
      noCosts: 'no-clause',
      items: [{ noInterest: 'no-clause' }],
    });
  });
  test('with one: the free reminder announces it; at most the cap, and interest at most the reference rate', () => {
    const agreedInterest = { percent: '18', per: 'year', compound: 'none', clause } as const;
    const books = owing({ agreedCosts: { percent: '15', minimum: 40_00, clause }, agreedInterest });
    const [reminder] = sendAll(books, '2026-03-09');
    expect(reminder?.amounts).toEqual({
      principal: 1_000_00,
      interest: 0,
      costs: 0,
      costsAnnounced: 90_00,
      total: 1_000_00,
    });
    expect(reminder?.charges).toMatchObject({ interest: null, costsClause: clause });
    const { amounts, charges } = planOn(books, '2026-04-07');
    // 65 + 5% of 500; 10,50% over 1.000 from 31 March, the day after the term, for 8 days.
    expect(amounts).toMatchObject({ interest: 2_30, costs: 90_00 });
    expect([charges?.costsClause, charges?.interestClause]).toEqual([clause, clause]);
  });
});

test('a credit note that was laid against its invoice lowers it from the start, not from its own day', () => {
  const books = booksWith({ items: [atLast(), credit('C1', 400_00)] });
  const laid = { paymentId: 'C1', date: '2026-05-01', amount: 400_00 };
  books.ledgers.get(1)!.allocation = {
    a: { ...laid, id: 'a', itemId: 'F1' },
    b: { ...laid, id: 'b', itemId: 'C1', amount: -400_00 },
  };
  expect(planOn(books, '2026-06-01').amounts).toMatchObject({ principal: 600_00, interest: 15_35, costs: 90_00 });
});

test('in the demo administration consumers get a veertiendagenbrief and businesses a charged laatste sommatie', () => {
  const books = emptyBooks();
  applyChanges(books, demoChanges(demoDate));
  const own = administrationIn(books)!;
  const { proposals } = computeProposals(books, own, { today: demoDate });
  const plans = planBatch(books, own, proposals, { today: demoDate, at: demoDate }).plans;
  const kinds = plans.filter((plan) => plan.amounts.costsAnnounced > 0 && plan.kind === 'fourteen-day-letter');
  expect(kinds.length).toBeGreaterThan(0);
  for (const plan of kinds) expect(lintFourteenDayPlan(plan, null, null).problems).toEqual([]);
  expect(plans.filter((plan) => plan.amounts.interest > 0 && plan.amounts.costs > 0).length).toBeGreaterThan(3);
});

test('why there is nothing, item by item', () => {
  const why = (owing: Owing) => {
    const found = debtorCharges(booksWith(owing), 1, '2026-06-01');
    return [found?.items[0]?.noInterest, found?.noCosts];
  };
  const items = [invoice('F1')];
  expect(why({ items })).toEqual([null, null]);
  expect(why({ debtor: { kind: 'unknown' }, items })).toEqual(['unknown-kind', 'unknown-kind']);
  expect(why({ debtor: { address: germany }, items })).toEqual(['foreign-law', 'foreign-law']);
  expect(why({ items: [invoice('F1', { currency: 'USD' })] })).toEqual(['other-currency', 'not-due']);
  expect(why({ items: [invoice('F1', { dueDate: '2026-06-01' })] })).toEqual(['not-due', 'not-due']);
  expect(why({ items: [invoice('F1', { dueDerived: true })] })).toEqual(['due-derived', 'not-in-default']);
  expect(why({ items, holds: [hold({ itemId: 'F1' })] })).toEqual(['held', 'held']);
  expect(why({ debtor: consumer, items })).toEqual([null, 'no-fourteen-day-letter']);
  expect(why({ debtor: { kind: 'consumer' }, items })).toEqual(['not-in-default', 'no-fourteen-day-letter']);
});
