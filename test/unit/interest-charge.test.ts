import { describe, expect, it } from 'vitest';
import { explainedStep } from '#shared/i18n/explained.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Explanation } from '#shared/law/explanation.ts';
import { imputePayments } from '#shared/law/imputation.ts';
import { type InterestQuestion, interestOver } from '#shared/law/interest.ts';
import { type ChargeQuestion, interestCharge } from '#shared/law/interest-charge.ts';
import { rateOn, ratesBetween } from '#shared/law/rate-lookup.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { sumOf } from '#shared/money/cents.ts';
import { problemOf } from './law-examples.ts';

const plain = { dayCount: '365', tables: builtInRates } as const;
const handel = { kind: 'handel' } as const;
const contract = { kind: 'contract', percent: '1', per: 'month', compound: 'month' } as const;

const item = (itemId: string, changes: Partial<ChargeQuestion['items'][number]> = {}) => ({
  itemId,
  number: `F-${itemId}`,
  principal: 100_000,
  due: '2026-03-31',
  reductions: [],
  ...changes,
});
const charge = (items: ChargeQuestion['items'], changes: Partial<ChargeQuestion> = {}) =>
  interestCharge({ items, rate: handel, until: '2026-08-31', ...plain, ...changes });

describe('interest over the items of a letter', () => {
  it('is per item what interest over it says, and adds up', () => {
    const { items, total } = charge([item('a'), item('b', { principal: 25_050, due: '2025-09-30' })]);
    const alone = (principal: number, due: string) =>
      interestOver({ principal, rate: handel, due, until: '2026-08-31', ...plain });
    expect(items.map(({ lines }) => lines)).toEqual([
      alone(100_000, '2026-03-31').lines,
      alone(25_050, '2025-09-30').lines,
    ]);
    expect(items.map(({ from, total: own }) => [from, own])).toEqual([
      // 91 days at 10,15%: 2.530,55; 62 at 10,40%: 1.766,58
      ['2026-04-01', 2_531 + 1_767],
      // 92 and 181 days at 10,15%: 640,87 and 1.260,84; 62 at 10,40%: 442,53
      ['2025-10-01', 641 + 1_261 + 443],
    ]);
    expect(sumOf(items, ({ lines }) => sumOf(lines, ({ interest }) => interest))).toBe(total);
  });

  it('counts what was paid by the day it was paid, principal first', () => {
    const reductions = [
      { date: '2026-05-10', amount: 60_000 },
      { date: '2026-03-15', amount: 10_000 },
      { date: '2026-09-01', amount: 5_000 },
    ];
    const [only] = charge([item('a', { reductions })]).items;
    expect(only?.lines.map(({ from, days, base, interest }) => [from, days, base, interest])).toEqual([
      // 90.000 × 10,15% × 40/365; 30.000 × 10,15% × 51/365; 30.000 × 10,40% × 62/365
      ['2026-04-01', 40, 90_000, 1_001],
      ['2026-05-11', 51, 30_000, 425],
      ['2026-07-01', 62, 30_000, 530],
    ]);
  });

  it('runs up to the day an item was paid in full, and not over an item that is not late', () => {
    const paid = item('a', { reductions: [{ date: '2026-04-10', amount: 100_000 }] });
    const result = charge([paid, item('b', { due: '2026-08-31' }), item('c', { due: '2026-12-31' })]);
    expect(result.items).toMatchObject([{ itemId: 'a', total: 278 }]);
    expect(result.perDay).toBe(0);
  });

  it('per day after the letter: rounded once over all items, by the rate of the next day', () => {
    // 50 × 2.000 × 10,15% / 365 = 27,81 cents, where each item alone would make 1
    const small = Array.from({ length: 50 }, (_, at) => item(String(at), { principal: 2_000 }));
    expect(charge(small).perDay).toBe(28);
    // From 1 July 10,40%: 28,49
    expect(charge([item('a')], { until: '2026-06-29' }).perDay).toBe(28);
    expect(charge([item('a', { principal: 1_000_000 })], { until: '2026-06-30' }).perDay).toBe(285);
    expect(charge([item('a', { principal: 1_000_000 })], { until: '2026-06-29' }).perDay).toBe(278);
  });

  it('after the last day the table was checked for is stale, and goes on with the last rate', () => {
    expect(charge([item('a')], { until: '2026-12-31' }).stale).toBe(false);
    expect(charge([item('a')], { until: '2027-01-01' })).toMatchObject({ stale: true });
    expect(charge([item('a')], { until: '2027-01-31' }).items[0]?.lines.at(-1)?.percent).toBe('10.40');
  });

  it('refuses what it cannot calculate', () => {
    expect(problemOf(() => charge([item('a', { principal: -1 })])).code).toBe('negative-principal');
    expect(problemOf(() => charge([item('a', { due: '2026-02-30' })])).code).toBe('bad-date');
    expect(problemOf(() => charge([], { until: 'vandaag' })).code).toBe('bad-date');
    expect(problemOf(() => charge([item('a', { due: '2002-01-01' })])).code).toBe('rate-missing');
  });

  it('names the rate rows it used, each with where it was found', () => {
    const rows = charge([item('a')]).steps.filter(({ key }) => key === 'interest-rate-handel');
    expect(rows.map(({ values, article }) => [values.percent, article])).toEqual([
      [{ percent: '10.15' }, 'art. 6:120 lid 2 BW'],
      [{ percent: '10.40' }, 'art. 6:120 lid 2 BW'],
    ]);
    expect(rows.every(({ source }) => (source ?? '').length > 5)).toBe(true);
  });
});

describe('the rate on a day', () => {
  it.each([
    ['handel', '2026-06-30', '10.15'],
    ['handel', '2026-07-01', '10.40'],
    ['handel', '2013-03-15', '7.75'],
    ['handel', '2013-03-16', '8.75'],
    ['wettelijk', '2025-12-31', '6.00'],
    ['wettelijk', '1976-04-01', '8.00'],
    ['be-b2b', '2023-01-01', '10.50'],
  ] as const)('%s on %s: %s%%', (kind, date, percent) => {
    expect(rateOn(builtInRates, kind, date).percent).toBe(percent);
  });

  it('is missing before the table, never guessed', () => {
    expect(problemOf(() => rateOn(builtInRates, 'handel', '2002-11-30'))).toMatchObject({
      code: 'rate-missing',
      params: { kind: 'handel', date: '2002-11-30', from: '2002-12-01' },
    });
  });

  it('rows between two days: the one that held on the first, and each that began since', () => {
    const between = (from: string, until: string) => ratesBetween(builtInRates, 'handel', from, until);
    expect(between('2025-07-15', '2026-07-01').map(({ from }) => from)).toEqual([
      '2025-07-01',
      '2026-01-01',
      '2026-07-01',
    ]);
    expect(between('2026-07-02', '2026-07-01')).toEqual([]);
  });
});

const over = (question: Partial<InterestQuestion>): Explanation =>
  interestOver({ principal: 100_000, rate: handel, due: '2025-06-30', until: '2026-11-20', ...plain, ...question })
    .steps;

/** Together these give every step there is about interest and imputation. */
const explanations: readonly Explanation[] = [
  over({
    costs: 4_000,
    payments: [{ date: '2026-02-10', amount: 20_000 }],
    credits: [
      { date: '2026-03-01', amount: 1_000, from: 'start' },
      { date: '2026-04-01', amount: 2_000, from: 'date' },
    ],
    pauses: [{ from: '2026-05-01', until: '2026-05-31', reason: 'terechte klacht' }],
  }),
  over({ dayCount: 'actual', imputation: 'principal-first', payments: [{ date: '2026-02-10', amount: 200_000 }] }),
  over({ rate: contract }),
  over({ rate: { ...contract, per: 'year' } }),
  over({ rate: { kind: 'handel', simple: true }, until: '2027-01-01' }),
  over({ rate: { kind: 'wettelijk' }, due: '1991-06-30' }),
  ...(['handel', 'wettelijk', 'be-b2b'] as const).map((kind) => charge([item('a')], { rate: { kind } }).steps),
  imputePayments({
    debts: [{ ...item('a'), rate: handel }],
    payments: [
      { date: '2026-05-01', amount: 10_000 },
      { date: '2026-06-01', amount: 10_000, designated: ['a'] },
    ],
    costs: 4_000,
    until: '2026-08-31',
    ...plain,
  }).steps,
];
const steps = explanations.flat();

describe('explanations (criterion B3)', () => {
  it('these cases give every step the catalogue has words for', () => {
    const worded = Object.keys(nl.law.step).filter((key) => /^(interest|imputation)-/.test(key));
    expect(new Set(worded)).toEqual(new Set(steps.map(({ key }) => key)));
  });

  it.each(['nl', 'en'] as const)('every step has its words and its values (%s)', (language) => {
    const { t } = createTranslator(language);
    for (const step of steps) {
      const said = explainedStep(step, t, language);
      expect(said).not.toMatch(/law\.step|\{\{|undefined|\bNaN\b/);
      for (const value of Object.values(step.values)) {
        if ('date' in value) expect(said).toContain(value.date.split('-').toReversed().join('-'));
      }
    }
  });

  it.each([
    ['a business', handel, ['art. 6:119a lid 1 BW', 'art. 6:119a lid 3 BW']],
    ['a public body', { ...handel, publicBody: true }, ['art. 6:119b lid 1 BW', 'art. 6:119b lid 3 BW']],
    ['a consumer', { kind: 'wettelijk' }, ['art. 6:119 lid 1 BW', 'art. 6:119 lid 2 BW']],
    [
      'a Belgian business',
      { kind: 'be-b2b' },
      ['art. 5 wet van 2 augustus 2002 (België)', 'art. 1154 oud BW (België)'],
    ],
    ['who agreed to it', { ...contract, article: 'art. 6:119b BW' }, ['art. 6:119b BW', 'art. 6:119b BW', null]],
    ['who agreed, Belgian', { ...contract, article: null }, [null, null, null]],
  ] as const)('interest of %s rests on its own articles', (_, rate, articles) => {
    const { steps: told } = charge([item('a')], { rate });
    expect(told.slice(0, articles.length).map(({ article }) => article)).toEqual(articles);
  });

  it('read as a calculation, line by line, with what each line rests on', () => {
    const { t } = createTranslator('nl');
    const told = over({ payments: [{ date: '2026-02-10', amount: 20_000 }] });
    expect(told.map((step) => explainedStep(step, t, 'nl').replaceAll('\u00a0', ' '))).toEqual([
      'Rente vanaf 01-07-2025, de dag na de laatste betaaldag 30-06-2025',
      'Na elk vol jaar komt onbetaalde rente bij de som waarover rente loopt',
      'Een dag is 1/365 van een jaar, ook in een schrikkeljaar',
      '01-07-2025 tot en met 31-12-2025: € 1.000,00 × 10,15% × 184/365',
      '01-01-2026 tot en met 10-02-2026: € 1.000,00 × 10,15% × 41/365',
      'Betaling van 10-02-2026: € 0,00 op kosten, € 62,57 op rente, € 137,43 op de hoofdsom',
      '11-02-2026 tot en met 30-06-2026: € 862,57 × 10,15% × 140/365',
      '01-07-2026: € 33,58 rente bijgeschreven; de rente loopt verder over € 896,15',
      '01-07-2026 tot en met 20-11-2026: € 896,15 × 10,40% × 143/365',
      'Rente tot en met 20-11-2026',
    ]);
    const lines = told.filter(({ key }) => key === 'interest-line');
    expect(lines.every(({ article, source, amount }) => article && source && amount)).toBe(true);
    expect(told.find(({ key }) => key === 'interest-payment')?.article).toBe('art. 6:44 lid 1 BW');
    expect(told.find(({ key }) => key === 'interest-capitalised')?.article).toBe('art. 6:119a lid 3 BW');
  });
});
