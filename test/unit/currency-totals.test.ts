import { expect, test } from 'vitest';
import { eurosFirst, formatTotals, totalsByCurrency } from '#shared/money/cents.ts';

const amount = (currency: string, cents: number) => ({ currency, cents });

test('amounts are added within a currency only, euros first', () => {
  const entries = [amount('USD', 100), amount('AUD', 5_00), amount('EUR', 20_00), amount('USD', 50)];
  expect(totalsByCurrency(entries, ({ cents }) => cents)).toEqual([
    amount('EUR', 20_00),
    amount('AUD', 5_00),
    amount('USD', 1_50),
  ]);
  expect(eurosFirst(amount('EUR', 1), amount('EUR', 2))).toBe(0);
});

test('several currencies are read as one text, and nothing as no euros', () => {
  expect(formatTotals([amount('EUR', 48_310_22), amount('USD', 100_00)])).toBe('€\u00a048.310,22 + US$\u00a0100,00');
  expect(formatTotals([])).toBe('€\u00a00,00');
});
