import { describe, expect, it } from 'vitest';
import { type CostsInput, collectionCosts, costsAfterTerm } from '#shared/law/costs.ts';
import { periodicCosts } from '#shared/law/periodic-costs.ts';
import { belgianCaps, cumulationLimits, dutchTariffs } from '#shared/law/tables/collection-costs.ts';
import { sumOf } from '#shared/money/cents.ts';
import { centsOf, lawExamples, problemOf } from './law-examples.ts';

const dutch = (principals: readonly number[], more: Partial<CostsInput> = {}) =>
  collectionCosts({ principals, jurisdiction: 'NL', ...more });
const belgian = (principals: readonly number[], more: Partial<CostsInput> = {}) =>
  collectionCosts({ principals, jurisdiction: 'BE', ...more });

describe('the worked examples', () => {
  const tariffs = lawExamples('BIK-').filter(({ topic }) => topic === 'staffel');
  it.skipIf(tariffs.length === 0).each(tariffs)('$id: tariff over $input.principal', ({ input, expected }) => {
    const { costs, vat, total } = dutch([centsOf(input.principal)], { vatPercent: 21 });
    expect([costs, vat, total]).toEqual([expected?.bik, expected?.vat_21, expected?.bik_incl_vat].map(centsOf));
  });

  const published = lawExamples('PUB-').filter(({ id }) => /^PUB-(07|09|10)/.test(id));
  it.skipIf(published.length === 0).each(published)('$id: published for $input.principal', (example) => {
    expect(dutch([centsOf(example.input.principal)]).costs).toBe(centsOf(example.expected_published));
  });

  const caps = lawExamples('BE-');
  it.skipIf(caps.length === 0).each(caps)('$id: Belgian maximum over $input.principal', ({ input, expected }) => {
    expect(belgian([centsOf(input.principal)]).costs).toBe(centsOf(expected?.cap));
  });

  const others = new Map(lawExamples('BIK-3').map((example) => [example.id, example]));
  const amountsOf = (decimals: unknown) => (decimals as readonly string[]).map(centsOf);
  it.skipIf(others.size === 0)('BIK-31: the principals of one letter are added up first', () => {
    const { input, expected } = others.get('BIK-31') ?? {};
    const { base, costs } = dutch(amountsOf(input?.principals));
    expect([base, costs]).toEqual([centsOf(expected?.sum), centsOf(expected?.bik)]);
  });

  it.skipIf(others.size === 0)('BIK-32: six small monthly terms, each with its own letter', () => {
    const { input, expected } = others.get('BIK-32') ?? {};
    const term = centsOf(input?.term);
    const { base, costs } = dutch([term], { consumer: true, periodic: Number(input?.terms_in_6_months) });
    expect([base, costs]).toEqual([6 * term, centsOf(expected?.total)]);
    const months = ['01', '02', '03', '04', '05', '06'];
    const each = periodicCosts(months.map((month) => ({ dueFrom: `2026-${month}-20`, terms: [term] })));
    expect(each.map((own) => own.costs)).toEqual(amountsOf(expected?.fees));
  });

  it.skipIf(others.size === 0)('BIK-34: a business owes € 40 at least', () => {
    const { input, expected } = others.get('BIK-34') ?? {};
    expect(dutch([centsOf(input?.principal)], { consumer: false }).costs).toBe(centsOf(expected?.bik));
  });
});

describe('the Dutch tariff (art. 2 Besluit BIK)', () => {
  it.each([
    [0, 0],
    [1, 4_000],
    [26_666, 4_000],
    [26_669, 4_000],
    [26_670, 4_001],
    [249_999, 37_500],
    [250_001, 37_500],
    [250_005, 37_501],
    [500_000, 62_500],
    [500_009, 62_500],
    [500_010, 62_501],
    [1_000_000, 87_500],
    [1_000_050, 87_501],
    [20_000_000, 277_500],
    [25_000_000, 302_500],
    [99_999_800, 677_499],
    [99_999_900, 677_500],
    [1_000_000_000_000, 677_500],
  ])('over %d cents: %d cents', (principal, costs) => {
    expect(dutch([principal]).costs).toBe(costs);
  });

  it('rounds the total once, not each invoice: 120.00 + 95.50 + 310.00 costs 78.83, not 126.50', () => {
    expect(dutch([12_000, 9_550, 31_000])).toMatchObject({ base: 52_550, costs: 7_883, vat: 0, total: 7_883 });
  });

  it('raises the costs by VAT as a separate amount, and says so (art. 2 lid 3)', () => {
    const charge = dutch([52_550], { vatPercent: 21 });
    expect(charge).toMatchObject({ costs: 7_883, vat: 1_655, total: 9_538, vatPercent: 21 });
    expect(charge.steps.at(-1)).toMatchObject({ key: 'costs-vat', amount: 1_655, article: 'art. 2 lid 3 Besluit BIK' });
  });

  it('raises by the general rate of the day', () => {
    expect(dutch([52_550], { vatPercent: 19, on: '2012-09-30' })).toMatchObject({ costs: 7_883, vat: 1_498 });
  });

  it('adds no VAT to nothing', () => {
    expect(dutch([0], { vatPercent: 21 })).toMatchObject({ costs: 0, vat: 0, total: 0, vatPercent: null });
  });

  it.each([
    [52_550, ['costs-first-band']],
    [10_000, ['costs-first-band', 'costs-minimum']],
    [250_005, ['costs-first-band', 'costs-next-band']],
    [
      200_000_000,
      ['costs-first-band', 'costs-next-band', 'costs-next-band', 'costs-next-band', 'costs-next-band', 'costs-maximum'],
    ],
  ])('explains %d cents band by band', (principal, keys) => {
    const { steps, costs } = dutch([principal]);
    expect(steps.map(({ key }) => key)).toEqual(['costs-base', ...keys]);
    const bands = steps.filter(({ key }) => key.endsWith('-band'));
    const limit = steps.find(({ key }) => key === 'costs-minimum' || key === 'costs-maximum');
    expect(limit?.amount ?? sumOf(bands, ({ amount }) => amount ?? Number.NaN)).toBe(costs);
    expect(bands.every(({ article }) => article?.startsWith('art. 2 Besluit'))).toBe(true);
  });

  it('does not exist for a debt before 1 July 2012 (art. 3)', () => {
    expect(dutch([10_000], { on: '2012-07-01' }).costs).toBe(4_000);
    expect(problemOf(() => dutch([10_000], { on: '2012-06-30' })).code).toBe('date-out-of-range');
  });

  it('is one table: 40 to 6,775, bands of 15, 10, 5, 1 and 0.5 percent', () => {
    const [tariff, ...others] = dutchTariffs;
    expect(others).toEqual([]);
    expect(tariff?.bands.map(({ upTo, perMille }) => [upTo, perMille])).toEqual([
      [250_000, 150],
      [500_000, 100],
      [1_000_000, 50],
      [20_000_000, 10],
      [null, 5],
    ]);
    expect([tariff?.minimum, tariff?.maximum]).toEqual([4_000, 677_500]);
    expect(cumulationLimits).toHaveLength(1);
    expect(belgianCaps).toHaveLength(1);
  });
});

describe('costs after the term of a veertiendagenbrief (HR 2016:2704, rov. 3.8)', () => {
  it.each([
    ['nothing was paid', 15_000, [100_000], null, 15_000, 0],
    ['half was paid: the tariff over what is left', 15_000, [50_000], null, 7_500, 0],
    ['little is left: the minimum', 15_000, [500], null, 4_000, 0],
    ['everything was paid', 15_000, [0], null, 0, 0],
    ['the letter announced less than the tariff: no more than that', 10_000, [100_000], null, 10_000, 0],
    ['with VAT, half was paid', 18_150, [50_000], 21, 7_500, 1_575],
    ['with VAT, announced less', 12_100, [100_000], 21, 10_000, 2_100],
  ] as const)('%s', (_name, announced, principals, vatPercent, costs, vat) => {
    expect(costsAfterTerm({ announced, principals, vatPercent })).toMatchObject({ costs, vat, total: costs + vat });
  });
});

describe('small terms of one consumer agreement since 1 October 2024', () => {
  it.each([
    [1, 4_000],
    [2, 6_000],
    [6, 14_000],
    [7, 14_000],
    [24, 14_000],
  ])('%d terms within the look-back cost %d cents together', (periodic, costs) => {
    expect(dutch([2_500], { consumer: true, periodic })).toMatchObject({ base: periodic * 2_500, costs });
  });

  it('takes the terms one by one when they differ', () => {
    expect(dutch([2_500, 26_666, 100], { periodic: 3 })).toMatchObject({ base: 29_266, costs: 8_000 });
  });

  it('leaves terms of € 266.67 and more to the tariff over the sum', () => {
    expect(dutch([26_667], { periodic: 6 }).costs).toBe(dutch([160_002]).costs);
  });

  it('raises the limited costs by VAT after limiting them', () => {
    expect(dutch([2_500], { periodic: 6, vatPercent: 21 })).toMatchObject({ costs: 14_000, vat: 2_940, total: 16_940 });
  });

  it('holds for consumers, and from its first day', () => {
    expect(dutch([2_500], { periodic: 2, consumer: false }).costs).toBe(4_000);
    expect(dutch([2_500], { periodic: 2, on: '2024-09-30' }).costs).toBe(4_000);
    expect(dutch([2_500], { periodic: 2, on: '2024-10-01' }).costs).toBe(6_000);
  });

  it('looks back six months: the seventh monthly term costs a further 20, after a pause the first 40 again', () => {
    const on = (dueFrom: string) => ({ dueFrom, terms: [2_500] });
    const months = ['2026-01-20', '2026-02-20', '2026-03-20', '2026-04-20', '2026-05-20', '2026-06-20', '2026-07-20'];
    const costs = periodicCosts([...months, '2027-02-01'].map(on)).map((own) => own.costs);
    expect(costs).toEqual([4_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 4_000]);
  });

  it('stops at 140 within six months, whatever the order of the letters', () => {
    const days = ['2026-02-01', '2026-01-01', '2026-01-15', '2026-02-15', '2026-03-01', '2026-03-15', '2026-04-01'];
    const answers = periodicCosts(days.map((dueFrom) => ({ dueFrom, terms: [2_500] })));
    expect(answers.map(({ on }) => on)).toEqual(days.toSorted());
    expect(answers.map((own) => own.costs)).toEqual([4_000, 2_000, 2_000, 2_000, 2_000, 2_000, 0]);
  });

  it('counts what was charged before, and one letter about several terms once', () => {
    const [own] = periodicCosts(
      [{ dueFrom: '2026-06-01', terms: [2_500, 9_900, 4_000] }],
      [{ on: '2026-03-01', costs: 13_000 }],
    );
    expect(own?.costs).toBe(1_000);
    expect(own?.steps[0]).toMatchObject({ key: 'costs-periodic-further', values: { used: { cents: 13_000 } } });
  });

  it('takes a larger term by the tariff, outside the limit', () => {
    const answers = periodicCosts([
      { dueFrom: '2026-01-01', terms: [100_000] },
      { dueFrom: '2026-02-01', terms: [2_500] },
    ]);
    expect(answers.map((own) => own.costs)).toEqual([15_000, 4_000]);
  });
});

describe('agreed costs', () => {
  const agreed = { percent: '15', minimum: 7_500 };

  it.each([
    ['the percentage of the principal', 100_000, agreed, 15_000],
    ['the agreed minimum', 10_000, agreed, 7_500],
    ['never below the legal € 40 (art. 6:96 lid 4)', 10_000, { percent: '5', minimum: 0 }, 4_000],
    ['above the maximum of the tariff', 10_000_000, agreed, 1_500_000],
    ['half a cent up', 100_100, { percent: '12.5', minimum: 0 }, 12_513],
    ['less than half a cent down', 100_099, { percent: '12.5', minimum: 0 }, 12_512],
    ['nothing over nothing', 0, agreed, 0],
  ])('business: %s', (_name, principal, own, costs) => {
    expect(dutch([principal], { consumer: false, agreed: own }).costs).toBe(costs);
  });

  it('are refused towards a consumer (art. 6:96 lid 5)', () => {
    expect(problemOf(() => dutch([100_000], { consumer: true, agreed })).code).toBe('agreed-costs-consumer');
  });
});

describe('Belgium', () => {
  it.each([
    [0, 0],
    [1, 2_000],
    [15_000, 2_000],
    [15_001, 3_000],
    [15_005, 3_001],
    [50_000, 6_500],
    [50_001, 6_500],
    [50_010, 6_501],
    [3_920_000, 200_000],
    [3_920_010, 200_000],
  ])('a consumer owes at most, over %d cents: %d cents (WER art. XIX.4)', (principal, costs) => {
    expect(belgian([principal], { consumer: true }).costs).toBe(costs);
  });

  it('a clause below the maximum is what is owed; above it the maximum', () => {
    const clause = (percent: string) => ({ consumer: true, agreed: { percent, minimum: 0 } });
    expect(belgian([100_000], clause('5')).costs).toBe(5_000);
    expect(belgian([100_000], clause('10')).costs).toBe(9_000);
  });

  it('a business owes € 40 flat, or what was agreed above it', () => {
    expect(belgian([1_000_000], { consumer: false }).costs).toBe(4_000);
    expect(belgian([1_000_000], { consumer: false, agreed: { percent: '10', minimum: 0 } }).costs).toBe(100_000);
    const small = belgian([10_000], { consumer: false, agreed: { percent: '10', minimum: 0 } });
    expect([small.costs, small.steps.map(({ key }) => key)]).toEqual([4_000, ['costs-base', 'costs-be-flat']]);
  });

  it('knows no Dutch VAT uplift', () => {
    expect(belgian([100_000], { vatPercent: 21 })).toMatchObject({ vat: 0, total: 9_000, vatPercent: null });
  });
});

describe('bad input is refused with a code, never guessed', () => {
  it.each([
    ['no principal', 'bad-count', () => dutch([])],
    ['a negative principal', 'negative-principal', () => dutch([10_000, -1])],
    ['half a cent', 'bad-amount', () => dutch([100.5])],
    ['not a number', 'bad-amount', () => dutch([Number.NaN])],
    ['infinite', 'bad-amount', () => dutch([Number.POSITIVE_INFINITY])],
    ['an absurd principal', 'amount-too-large', () => dutch([1_000_000_000_001])],
    ['an absurd sum', 'amount-too-large', () => dutch([1_000_000_000_000, 1])],
    ['a reduced VAT rate', 'bad-vat-rate', () => dutch([10_000], { vatPercent: 9 })],
    ['the VAT rate of before', 'bad-vat-rate', () => dutch([10_000], { vatPercent: 19 })],
    ['the VAT rate of later', 'bad-vat-rate', () => dutch([10_000], { vatPercent: 21, on: '2012-09-30' })],
    ['a VAT rate of nothing', 'bad-vat-rate', () => dutch([10_000], { vatPercent: 0 })],
    ['no term', 'bad-count', () => dutch([2_500], { periodic: 0 })],
    ['half a term', 'bad-count', () => dutch([2_500], { periodic: 1.5 })],
    ['other terms than counted', 'bad-count', () => dutch([2_500, 2_500], { periodic: 3 })],
    ['terms in Belgium', 'bad-count', () => belgian([2_500], { periodic: 3 })],
    ['another country', 'unknown-country', () => collectionCosts({ principals: [1], jurisdiction: 'DE' as 'NL' })],
    ['a percentage above 100', 'bad-percent', () => dutch([1], { agreed: { percent: '100.01', minimum: 0 } })],
    ['a percentage in words', 'bad-percent', () => dutch([1], { agreed: { percent: '15%', minimum: 0 } })],
    ['a negative minimum', 'bad-amount', () => dutch([1], { agreed: { percent: '15', minimum: -1 } })],
    ['a day that does not exist', 'bad-date', () => dutch([1], { on: '2026-02-29' })],
    ['a letter without terms', 'bad-count', () => periodicCosts([{ dueFrom: '2026-01-01', terms: [] }])],
    ['a negative announcement', 'bad-amount', () => costsAfterTerm({ announced: -1, principals: [1] })],
  ] as const)('%s: %s', (_name, code, ask) => {
    expect(problemOf(ask).code).toBe(code);
  });
});
