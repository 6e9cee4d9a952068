import { describe, expect, it } from 'vitest';
import { discountIn, partOf } from '#shared/formats/payment-terms.ts';

describe('a discount for early payment in terms of payment (criterion A8)', () => {
  it.each([
    ['2% korting bij betaling binnen 8 dagen', 2, 8],
    ['2 % betalingskorting indien betaald binnen 10 dagen', 2, 10],
    ['30 dagen netto; binnen 14 dagen 1,5% korting', 1.5, 14],
    ['1.5 percent discount within 10 days, net 30', 1.5, 10],
    ['#SKONTO#TAGE=8#PROZENT=2.00#', 2, 8],
    ['Betaling binnen 8 dagen: 2% contantkorting', 2, 8],
  ])('%s', (text, percent, days) => {
    expect(discountIn(text)).toEqual({ percent, days });
  });

  it.each([
    '',
    '30 dagen',
    'Betaling binnen 14 dagen na factuurdatum',
    '9% btw, betaling binnen 14 dagen',
    '21% btw, betaling binnen 14 dagen',
    'Bij te late betaling 1% rente per maand, te voldoen binnen 14 dagen',
    'Betaling binnen 30 dagen, daarna 2% rente per maand',
    '15% korting binnen 8 dagen',
    `${'9'.repeat(900)} % ${'binnen '.repeat(10)}`,
  ])('none in %j', (text) => {
    expect(discountIn(text)).toBeNull();
  });

  it('is rounded to whole cents', () => {
    expect([partOf(100_050, 2), partOf(33, 1.5), partOf(1, 2)]).toEqual([2001, 0, 0]);
  });
});
