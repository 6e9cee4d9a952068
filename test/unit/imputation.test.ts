import { describe, expect, it, test } from 'vitest';
import { type Debt, type ImputationQuestion, imputePayments } from '#shared/law/imputation.ts';
import { interestOver } from '#shared/law/interest.ts';
import { shareByWeight } from '#shared/law/pro-rata.ts';
import type { RateTables } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { lawExamples } from './law-examples.ts';

const handel = { kind: 'handel' } as const;
const wettelijk = { kind: 'wettelijk' } as const;
const plain = { dayCount: '365', tables: builtInRates } as const;

const debt = (itemId: string, changes: Partial<Debt> = {}): Debt => ({
  itemId,
  number: `F-${itemId}`,
  principal: 100_000,
  due: '2026-01-31',
  rate: handel,
  ...changes,
});
const impute = (debts: readonly Debt[], changes: Partial<ImputationQuestion> = {}) =>
  imputePayments({ debts, payments: [], until: '2026-11-20', ...plain, ...changes });
/** Which debts a payment reached, and with how much. */
const reached = (debts: readonly Debt[], amount: number, date = '2026-03-31', designated: readonly string[] = []) =>
  impute(debts, { payments: [{ date, amount, designated }] }).payments[0]?.shares.map((share) => [
    share.itemId,
    share.amount,
  ]);

describe('three claims and two payments of a published calculator (PUB-02)', () => {
  const published = lawExamples('PUB-02');
  const publishedOf = (id: string) => published.find((example) => example.id === id)?.expected_published;

  /** Rows of the calculator for "statutory + 2%": one each half-year, or only where the percentage changes. */
  const raised = (halfYears: boolean): RateTables => {
    const statutory = builtInRates.rows.filter(({ kind, from }) => kind === 'wettelijk' && from >= '2012-07-01');
    const years = Array.from({ length: 11 }, (_, at) => 2015 + at);
    const days = halfYears
      ? years.flatMap((year) => [`${year}-01-01`, `${year}-07-01`]).concat('2026-01-01')
      : statutory.map(({ from }) => from);
    const rows = days.map((from) => {
      const units = Number(statutory.findLast((row) => row.from <= from)?.percent) + 2;
      return { kind: 'handel' as const, from, percent: `${units}.00`, source: 'proef', confidence: '1 bron' };
    });
    return { ...builtInRates, rows: [...builtInRates.rows.filter(({ kind }) => kind !== 'handel'), ...rows] };
  };
  const first = debt('V3', { principal: 300_000, due: '2014-05-28', rate: wettelijk, costs: 10_000 });
  const second = debt('V1', { principal: 100_000, due: '2015-05-05' });
  /* Its interest stops the day before a payment, ours on the day of payment itself: both are entered a day earlier. */
  const payments = [
    { date: '2014-12-11', amount: 150_000, designated: ['V3'] },
    { date: '2015-09-27', amount: 250_000, designated: ['V3', 'V1'] },
  ];
  const outcome = (halfYears: boolean) =>
    imputePayments({
      debts: [first, second],
      payments,
      until: '2026-01-15',
      dayCount: '365',
      tables: raised(halfYears),
    });

  test('comes out to the cent with its half-yearly rows', () => {
    const { debts, payments: imputed } = outcome(true);
    const third = interestOver({
      principal: 200_000,
      rate: handel,
      due: '2015-11-10',
      until: '2026-01-15',
      costs: 40_000,
      ...plain,
    });
    expect(imputed[0]?.shares).toMatchObject([{ itemId: 'V3', costs: 10_000, interest: 4_858, principal: 135_142 }]);
    expect(imputed[1]?.shares).toMatchObject([
      { itemId: 'V3', costs: 0, interest: 1_113, principal: 166_466 },
      { itemId: 'V1', costs: 0, interest: 1_589, principal: 80_832 },
    ]);
    const totals = [
      debts[0]?.interestTotal,
      debts[1]?.interestTotal,
      debts[1]?.totalOpen,
      (debts[1]?.totalOpen ?? 0) + third.totalOpen,
    ].map((cents) => toDecimal(cents ?? 0));
    expect(totals).toEqual(['75.79', '146.41', '322.20', '5542.63']);
    if (published.length > 0) {
      expect(totals).toEqual(['PUB-02b', 'PUB-02c', 'PUB-02d', 'PUB-02f'].map(publishedOf));
    }
  });

  test('and three cents lower where rows stand for changes only: fewer cuts, fewer roundings', () => {
    expect(outcome(false).debts[1]?.interestTotal).toBe(14_638);
  });
});

describe('over several debts (art. 6:43 BW)', () => {
  it('what the debtor names comes first, in that order', () => {
    expect(reached([debt('a'), debt('b'), debt('c')], 250_000, '2026-03-31', ['c', 'b'])).toMatchObject([
      ['c', 101_641],
      ['b', 101_641],
      ['a', 46_718],
    ]);
  });

  it.each([
    ['due before not due, however onerous', [debt('a', { due: '2026-06-30' }), debt('b', { rate: wettelijk })], 'b'],
    ['the most onerous', [debt('a', { due: '2025-01-31', rate: wettelijk }), debt('b')], 'b'],
    [
      '1% per month is more onerous than 10,15% per year',
      [
        debt('a'),
        debt('b', { due: '2026-02-28', rate: { kind: 'contract', percent: '1', per: 'month', compound: 'none' } }),
      ],
      'b',
    ],
    ['the oldest', [debt('a'), debt('b', { due: '2026-01-30' })], 'b'],
    ['due on the day of payment is due', [debt('a', { due: '2026-04-01' }), debt('b', { due: '2026-03-31' })], 'b'],
  ])('without a name: %s', (_, debts, first) => {
    expect(reached(debts, 1_000)).toEqual([[first, 1_000]]);
  });

  it('equal in everything: in proportion to what is owed, every cent placed', () => {
    // 1.000,00 + 16,41 and 500,00 + 8,20 interest
    expect(reached([debt('a'), debt('b', { principal: 50_000 })], 10_000)).toEqual([
      ['a', 6_667],
      ['b', 3_333],
    ]);
    expect(reached([debt('a'), debt('b'), debt('c')], 1_000)).toEqual([
      ['a', 334],
      ['b', 333],
      ['c', 333],
    ]);
  });

  it('reaches the next debt only when the first is paid with its interest', () => {
    expect(reached([debt('a', { due: '2025-12-31' }), debt('b')], 110_000)).toEqual([
      ['a', 102_503],
      ['b', 7_497],
    ]);
  });

  it('before a debt is due lowers its principal without interest', () => {
    const { debts, payments } = impute([debt('a')], { payments: [{ date: '2026-01-10', amount: 60_000 }] });
    expect(payments[0]?.shares).toMatchObject([{ interest: 0, principal: 60_000 }]);
    expect(debts[0]?.lines[0]).toMatchObject({ from: '2026-02-01', base: 40_000 });
  });

  it('leaves a debt it does not reach as if nothing was paid', () => {
    const payments = [{ date: '2026-03-10', amount: 50_000 }];
    const { debts } = impute([debt('a', { due: '2025-12-31' }), debt('b')], { payments });
    const alone = interestOver({ principal: 100_000, rate: handel, due: '2026-01-31', until: '2026-11-20', ...plain });
    expect(debts[1]).toMatchObject({ lines: alone.lines, totalOpen: alone.totalOpen });
  });

  it('of one debt is what interest over it says', () => {
    const payments = [
      { date: '2026-06-30', amount: 20_000 },
      { date: '2026-02-28', amount: 30_000 },
    ];
    const { debts } = impute([debt('a', { costs: 15_000 })], { payments });
    const one = interestOver({
      principal: 100_000,
      rate: handel,
      due: '2026-01-31',
      until: '2026-11-20',
      payments,
      costs: 15_000,
      ...plain,
    });
    expect(debts[0]).toMatchObject({ lines: one.lines, totalOpen: one.totalOpen, allocations: one.allocations });
  });

  it('a debt that is not due yet bears nothing', () => {
    const { debts, totalOpen } = impute([debt('a', { due: '2027-01-31' })]);
    expect(debts).toMatchObject([{ lines: [], totalOpen: 100_000 }]);
    expect(totalOpen).toBe(100_000);
  });

  it('a payment that names another debt is a mistake of the caller', () => {
    expect(() => reached([debt('a')], 100, '2026-03-31', ['x'])).toThrow('none of the debts');
  });
});

describe('costs over the debts together (art. 6:96 lid 7, 6:44 BW)', () => {
  it('are paid first, whichever debt is named', () => {
    const payments = [{ date: '2026-03-31', amount: 50_000, designated: ['b'] }];
    const result = impute([debt('a'), debt('b')], { payments, costs: 27_500 });
    expect(result.payments).toMatchObject([{ sharedCosts: 27_500, shares: [{ itemId: 'b', amount: 22_500 }] }]);
    expect(result.sharedCostsOpen).toBe(0);
  });

  it('not by a payment from before they were owed', () => {
    const payments = [{ date: '2026-03-31', amount: 50_000 }];
    const result = impute([debt('a')], { payments, costs: 15_000, costsFrom: '2026-04-01' });
    expect(result.payments).toMatchObject([{ sharedCosts: 0, shares: [{ amount: 50_000 }] }]);
    expect(result).toMatchObject({ sharedCostsOpen: 15_000 });
  });

  it('count in what is open, and what is too much is left over', () => {
    const payments = [{ date: '2026-02-10', amount: 300_000 }];
    const result = impute([debt('a'), debt('b')], { payments, costs: 27_500 });
    // 10 days: 278,08 cents each
    expect(result).toMatchObject({ totalOpen: 0, unallocated: 300_000 - 27_500 - 2 * 100_278, interestTotal: 556 });
  });
});

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [5, [3, 3, 4], [2, 1, 2]],
  [10, [3, 3, 4], [3, 3, 4]],
  [0, [5, 7], [0, 0]],
  [1, [999_999_999_999, 1], [1, 0]],
])('%d cents in proportion to %j', (amount, weights, shares) => {
  expect(shareByWeight(amount, weights)).toEqual(shares);
});
