import { describe, expect, it } from 'vitest';
import { capitaliseMonths, specificationRows } from '#electron/letters/specification-rows.ts';
import { interestCharge } from '#shared/law/interest-charge.ts';
import type { InterestRate } from '#shared/law/interest-terms.ts';
import { builtInRates } from '#shared/law/rates.ts';

type Reductions = readonly { readonly date: string; readonly amount: number }[];

function rowsOf(rate: InterestRate, due: string, until: string, reductions: Reductions = []) {
  const items = [{ itemId: 'i1', number: '1', principal: 100_000, due, reductions }];
  const charge = interestCharge({ items, rate, until, dayCount: '365', tables: builtInRates });
  const [item] = charge.items;
  return item ? specificationRows(item, capitaliseMonths(charge)) : [];
}

const cases: [string, InterestRate, string, string, Reductions][] = [
  ['two capitalisations', { kind: 'handel' }, '2024-06-30', '2026-11-21', []],
  ['a first interest day of 29 February', { kind: 'handel' }, '2024-02-28', '2026-11-21', []],
  [
    'a payment on the anniversary',
    { kind: 'handel' },
    '2024-06-30',
    '2026-11-21',
    [{ date: '2025-06-30', amount: 25_000 }],
  ],
  [
    'several payments',
    { kind: 'wettelijk' },
    '2023-03-31',
    '2026-11-21',
    [
      { date: '2023-09-14', amount: 10_000 },
      { date: '2024-12-31', amount: 20_000 },
      { date: '2025-01-01', amount: 5_000 },
    ],
  ],
  ['simple Belgian interest', { kind: 'be-b2b' }, '2024-06-30', '2026-11-21', []],
  [
    'agreed per month',
    { kind: 'contract', percent: '1', per: 'month', compound: 'month' },
    '2026-01-31',
    '2026-11-21',
    [],
  ],
  [
    'agreed per year',
    { kind: 'contract', percent: '8', per: 'year', compound: 'none' },
    '2023-01-31',
    '2026-11-21',
    [],
  ],
];

describe('the specification of an item explains every base', () => {
  it.each(cases)('%s', (_, rate, due, until, reductions) => {
    const rows = rowsOf(rate, due, until, reductions);
    let base = 100_000;
    let accrued = 0;
    for (const row of rows) {
      if (row.kind === 'line') {
        expect(row.line.base).toBe(base);
        accrued += row.line.interest;
      } else if (row.kind === 'capitalised') {
        expect(row.amount).toBe(accrued);
        base += row.amount;
        accrued = 0;
      } else if (row.kind === 'reduced') base += row.amount;
    }
    const reduced = rows.flatMap((row) => (row.kind === 'reduced' ? [{ date: row.date, amount: -row.amount }] : []));
    expect(reduced).toEqual(reductions);
  });

  it('interest joins the base on every anniversary, and never when it is simple', () => {
    const count = (rate: InterestRate) =>
      rowsOf(rate, '2024-02-28', '2026-11-21').filter(({ kind }) => kind === 'capitalised').length;
    expect(count({ kind: 'handel' })).toBe(2);
    expect(count({ kind: 'handel', simple: true })).toBe(0);
  });

  it('days without interest are told between two lines', () => {
    const line = { days: 10, percent: '4.00', base: 100_000, denominator: 365, interest: 110 };
    const item = {
      itemId: 'i1',
      number: '1',
      from: '2026-01-01',
      total: 220,
      lines: [
        { ...line, from: '2026-01-01', toIncl: '2026-01-10' },
        { ...line, from: '2026-02-01', toIncl: '2026-02-10' },
      ],
    };
    expect(specificationRows(item, 12)[1]).toEqual({ kind: 'paused', from: '2026-01-11', until: '2026-01-31' });
  });
});
