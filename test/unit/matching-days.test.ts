import { describe, expect, it } from 'vitest';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { readDays } from '#shared/matching/named-days.ts';
import { booksWith, invoice } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

describe('months and days a text speaks of', () => {
  it('`23` before a month is a day', () => {
    const { days, months } = readDays('16 jan 23 feb', '2026-03-05', () => false);
    expect([[...days.keys()], months.size]).toEqual([['2026-01-16', '2026-02-23'], 0]);
  });

  it.each([
    ['huur maart', '2026-03'],
    ['Huur mrt 2026', '2026-03'],
    ["abo mrt '26", '2026-03'],
    ['abonnement 03-2026', '2026-03'],
    ['termijn 3/2026', '2026-03'],
    ['abonnement jan', '2026-01'],
    ['betaling jan', ''],
    ['2026-03', '2026-03'],
    ['contributie december', '2025-12'],
    ['huur jan t/m mrt', '2026-01 2026-02 2026-03'],
    ['huur nov - jan 2026', '2025-11 2025-12 2026-01'],
    ['huur jan 2026 feb 2026', '2026-01 2026-02'],
    ['huur januari en februari', '2026-01 2026-02'],
    ['1e kwartaal 2026', '2026-01 2026-02 2026-03'],
    ['Q1', '2026-01 2026-02 2026-03'],
    ['facturen t/m maart', ''],
    ['Jan Smit', ''],
    ['factuur 2026-0312', ''],
    ['factuur 12/2026', ''],
  ])('%s', (text, months) => {
    const found = readDays(text, '2026-03-05', (key) => key === '122026');
    expect([[...found.months.keys()].sort().join(' '), found.days.size]).toEqual([months, 0]);
  });

  it.each([
    ['betr. uw nota dd 12 februari', '2026-02-12', true],
    ['factuur van 12-02-2026', '2026-02-12', true],
    ['factuurdatum 12/2/26', '2026-02-12', true],
    ['vervaldatum 2026-02-12', '2026-02-12', false],
    ['12 feb', '2026-02-12', false],
  ])('%s', (text, day, called) => {
    const { days, months } = readDays(text, '2026-03-05', () => false);
    expect([[...days].map(([key, said]) => [key, said.called]), months.size]).toEqual([[[day, called]], 0]);
  });
});

const tenant = { iban: 'NL91ABNA0417164300', counterparty: 'Hr T Wolters' };
const club = { iban: 'NL20INGB0001234567', counterparty: 'Tennisvereniging Smash' };

/** Rent of 750.00 invoiced on the first; `paid` are those of months before that are settled. */
function rent(months: readonly number[], paid: readonly number[] = []) {
  const items = [...paid, ...months].map((month) => {
    const date = `2026-0${month}-01`;
    const state = paid.includes(month) ? ('closed' as const) : ('open' as const);
    return invoice(`H-${100 + month * 7}`, { total: 750_00, date, dueDate: `2026-0${month}-15`, state });
  });
  return booksWith(
    { debtor: { name: 'T. Wolters', kind: 'consumer', iban: tenant.iban }, items },
    {
      debtor: { name: 'Tennisvereniging Smash', iban: club.iban },
      items: [
        invoice('H-801', { total: 300_00, date: '2026-02-12', description: 'Zaalhuur januari 2026' }),
        invoice('H-802', { total: 300_00, date: '2026-03-02', description: 'Zaalhuur februari 2026' }),
      ],
    },
  );
}

type Case = readonly [
  why: string,
  text: string | null,
  books: Parameters<typeof rent>,
  given: Partial<Receipt>,
  best: string,
  accepted: boolean,
];

describe('rent and subscriptions of one amount', () => {
  it.each<Case>([
    ['the month named', 'huur februari', [[1, 2, 3]], {}, 'H-114 750.00', true],
    ['the month named by its number', 'huur 01-2026', [[1, 2, 3]], {}, 'H-107 750.00', true],
    ['the next month, invoiced ahead', 'huur april', [[3, 4]], { date: '2026-03-28' }, 'H-128 750.00', false],
    ['a month not invoiced yet', 'huur april', [[3], [1, 2]], { date: '2026-03-28' }, 'H-121 750.00', false],
    ['a month paid already', 'huur februari', [[3], [1, 2]], {}, 'nothing, rest 750.00', false],
    ['nothing named, in time', 'betaling', [[3], [1, 2]], {}, 'H-121 750.00', true],
    ['paid before its date', 'betaling', [[4], [2, 3]], { date: '2026-03-28' }, 'H-128 750.00', false],
    ['two are open', 'betaling', [[1, 2, 3]], {}, 'H-121 750.00', false],
    ['nothing named, the next is due', 'betaling', [[3], [1, 2]], { date: '2026-03-27' }, 'H-121 750.00', false],
    ['nothing named, one was skipped', 'betaling', [[1, 3], [2]], {}, 'H-121 750.00', false],
    ['two months named', 'huur jan en feb', [[1, 2, 3]], { amount: 1_500_00 }, 'H-107 750.00 + H-114 750.00', true],
    ['the day of the invoice', 'uw factuur van 01-02-2026', [[1, 2, 3]], {}, 'H-114 750.00', true],
    ['a day that is not said to be the invoice’s', '1 jan', [[1, 2, 3]], {}, 'H-107 750.00', false],
    ['what the invoice says it is for', 'februari', [[1]], { ...club, amount: 300_00 }, 'H-802 300.00', true],
  ])('%s', (_, text, books, given, best, accepted) => {
    const [match] = matchReceipts(rent(...books), [receipt(750_00, text, { ...tenant, ...given })]);
    expect([bestOf(match!), match!.accepted]).toEqual([best, accepted]);
  });
});

/** Nine members pay the same; some of them bear one name. */
const members = booksWith(
  ...['Fam. Kuipers', 'Joost Kuipers', 'A. Bos', 'B. Dam', 'C. Eik', 'D. Fok', 'E. Gans', 'F. Haan', 'G. IJs'].map(
    (name, place) => ({
      debtor: { name, kind: 'consumer' as const, ...(place === 2 && { iban: tenant.iban }) },
      items: [1, 2].map((month) =>
        invoice(`C-${month}00${place}`, { total: 49_95, date: `2026-0${month}-05`, dueDate: `2026-0${month}-19` }),
      ),
    }),
  ),
);

it.each([
  ['a name that two may bear', 'contributie februari', { counterparty: 'Hr JM Kuipers' }, false],
  ['a name, and an amount of many', 'contributie februari', { counterparty: 'Hr B Dam' }, false],
  ['an account of its own', 'contributie februari', { counterparty: 'Hr A Bos', iban: tenant.iban }, true],
  ['the number', 'C-2003', { counterparty: 'Hr B Dam' }, true],
] as const)('an amount that many are invoiced for, with %s', (_, text, given, accepted) => {
  expect(matchReceipts(members, [receipt(49_95, text, given)])[0]!.accepted).toBe(accepted);
});

it('keeps money that is said to be in advance as credit', () => {
  const [match] = matchReceipts(members, [receipt(80_00, 'aanbetaling', { counterparty: 'Hr B Dam' })]);
  expect(bestOf(match!)).toBe('nothing, rest 80.00');
});

it('reads the serial number that stands before a year', () => {
  const yearly = booksWith({
    debtor: { name: 'T. Wolters', iban: tenant.iban },
    items: [invoice('0313/2026', { total: 29_00 }), invoice('0531/2026', { total: 29_00 })],
  });
  const [match] = matchReceipts(yearly, [receipt(29_00, 'factuur 313', tenant)]);
  expect([bestOf(match!), match!.accepted]).toEqual(['0313/2026 29.00', true]);
});

it('reads no number in the year that ends every number', () => {
  const one = booksWith({
    debtor: { name: 'T. Wolters', iban: tenant.iban },
    items: [invoice('0313/2026', { total: 290_10 })],
  });
  const [match] = matchReceipts(one, [receipt(116_86, 'betaling 2026', tenant)]);
  expect(match!.accepted).toBe(false);
});

describe('a month that is also what is left of a number without its zeros', () => {
  const monthly = booksWith(
    {
      debtor: { name: 'T. Wolters', iban: tenant.iban },
      items: [
        invoice('0071/2026', { total: 48_20, date: '2026-02-05', dueDate: '2026-02-19', state: 'closed' }),
        invoice('0091/2026', { total: 48_20, date: '2026-03-05', dueDate: '2026-03-19' }),
        invoice('2026.00003', { total: 62_10, date: '2026-01-05', dueDate: '2026-01-19' }),
        invoice('2026.00085', { total: 62_10, date: '2026-03-05', dueDate: '2026-03-19' }),
      ],
    },
    { debtor: { name: 'Drukkerij Hansen' }, items: [invoice('0002/2026', { total: 17_30, date: '2026-01-02' })] },
  );
  it.each([
    ['of another debtor, and the month is paid', 'lesgeld 2/2026', 48_20, 'none'],
    ['of this debtor', 'lesgeld 2026-03', 62_10, '2026.00085 62.10'],
    ['unless it is called an invoice', 'factuur 2026-03', 62_10, '2026.00003 62.10'],
    ['two days of two months', '16 jan 23 mrt', 62_10, 'none'],
  ])('%s', (_, text, amount, best) => {
    const [match] = matchReceipts(monthly, [receipt(amount, text, { ...tenant, date: '2026-03-08' })]);
    expect(match!.accepted ? bestOf(match!) : 'none').toBe(best);
  });
});

describe('what says a little which of the same rents is meant', () => {
  const rents = booksWith({
    debtor: { name: 'T. Wolters', kind: 'consumer', iban: tenant.iban },
    items: [
      invoice('26-0046', { total: 1_050_00, date: '2026-01-01', dueDate: '2026-01-15' }),
      invoice('26-0525', { total: 1_050_00, date: '2026-03-01', dueDate: '2026-03-15' }),
    ],
  });
  it.each<readonly [why: string, text: string | null, given: Partial<Receipt>, best: string]>([
    ['two digits, of the payer’s own', 'uw kenmerk adm/46 bestelbon 477', {}, 'none'],
    ['two digits, called an invoice', 'nota 46', {}, '26-0046 1050.00'],
    ['a number that is a slip for one, the day of the other', '26-0535 dd 01-01-2026', {}, 'none'],
    ['a number that is a slip for one', '26-0535', {}, '26-0525 1050.00'],
    ['a number within a reference of the payer’s own', null, { endToEndId: '260046-46' }, 'none'],
    ['a number that is the whole reference', null, { endToEndId: '26-0046' }, '26-0046 1050.00'],
  ])('%s', (_, text, given, best) => {
    const [match] = matchReceipts(rents, [receipt(1_050_00, text, { ...tenant, date: '2026-03-02', ...given })]);
    expect(match!.accepted ? bestOf(match!) : 'none').toBe(best);
  });
});
