import { describe, expect, it } from 'vitest';
import { readLines, refusalOf, transactionsOf } from './bank-csv-lines.ts';

const own = 'NL97BUNQ2025000001';
const amountsOf = (heading: string, rows: readonly (readonly [string, string])[]) => {
  const lines = rows.map(([amount, word], i) => `0${i + 1}-02-2026;${own};Kok;Factuur;${amount};${word}`);
  return transactionsOf(readLines([`Datum;Rekening;Naam;Omschrijving;Bedrag;${heading}`, ...lines])).map(
    ({ amount }) => amount,
  );
};

describe('amounts without a sign', () => {
  it.each([
    ['S/H', 'H', 'S'],
    ['a heading nobody listed', 'C', 'D'],
    ['a heading nobody listed', 'bij', 'af'],
    ['', '+', '-'],
  ])('go the way a column says of every line: %s, %s and %s', (heading, arrived, left) => {
    expect(
      amountsOf(heading, [
        ['10,00', arrived],
        ['4,00', left],
      ]),
    ).toEqual([1000, -400]);
    expect(amountsOf(heading, [['4,00', left]])).toEqual([-400]);
  });

  it('a column that does not say it of every line, and one beside signed amounts, says nothing', () => {
    expect(
      amountsOf('Kenmerk', [
        ['10,00', 'D'],
        ['4,00', ''],
      ]),
    ).toEqual([1000, 400]);
    expect(
      amountsOf('Kenmerk', [
        ['10,00', 'D'],
        ['-4,00', 'D'],
      ]),
    ).toEqual([1000, -400]);
  });
});

it('dates with a year of two digits in front are not read as other days', () => {
  const lines = ['26-02-01', '26-02-15', '26-03-28'].map((day) => `${day};${own};Kok;Factuur;10,00`);
  expect(refusalOf(() => readLines(['Datum;Rekening;Naam;Omschrijving;Bedrag', ...lines]))).toMatchObject({
    code: 'bank-date',
    row: 2,
  });
});
