import { expect, test } from 'vitest';
import { writtenIn } from '#shared/i18n/written.ts';
import { formatAmount, formatMoney } from '#shared/money/cents.ts';

test.each([
  [1_234_567_89, 'EUR'],
  [-12_50, 'EUR'],
  [0, 'USD'],
  [5, 'GBP'],
  [1_000_00, 'NOK'],
])('what a rule writes of %i cents %s is shown as the language writes it', (cents, currency) => {
  const params = { amount: formatMoney(cents, currency), open: formatAmount(cents) };
  expect(writtenIn(params, 'en')).toEqual({
    amount: formatMoney(cents, currency, 'en'),
    open: formatAmount(cents, 'en'),
  });
  expect(writtenIn(params, 'nl')).toEqual(params);
});

test.each([
  ['an account number in groups', { account: 'NL59RABO0118529307' }, { account: 'NL59 RABO 0118 5293 07' }],
  ['a number of an account that is no IBAN as it is', { account: '118529307' }, { account: '118529307' }],
  ['a count as it is', { count: 3 }, { count: 3 }],
  ['what is quoted from a file as it stands there', { written: '1.234,56', number: '2026,10' }, null],
  ['a date as it is', { date: '20-11-2026' }, null],
])('%s', (_, params, shown) => {
  for (const language of ['nl', 'en'] as const) expect(writtenIn(params, language)).toEqual(shown ?? params);
});
