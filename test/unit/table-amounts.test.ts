import { describe, expect, test } from 'vitest';
import { hasFractionsOfCents, readAmount } from '#shared/formats/table/amounts.ts';

describe('whole cents however they are written (formats document §4.2 rule 4)', () => {
  test.each([
    ['30,00-', -30_00],
    ['(30,00)', -30_00],
    ['30,00 C', -30_00],
    ['30,00 CR', -30_00],
    ['€ -30,00', -30_00],
    ['30,00 EUR', 30_00],
    ['1.234,56-', -1_234_56],
    ['302,49999999999994', 302_50],
    ['-', 0],
    [' € -   ', 0],
    ['€ 30,--', 30_00],
    ['€ 1.250,=', 1_250_00],
  ])('%s is read and not told to be rounded', (text, cents) => {
    expect(readAmount(text, 'comma')).toBe(cents);
    expect(hasFractionsOfCents(text, 'comma')).toBe(false);
  });
  test.each(['30,005', '30,005-', '(30,125)'])('%s is told to be rounded', (text) => {
    expect(hasFractionsOfCents(text, 'comma')).toBe(true);
  });
});
