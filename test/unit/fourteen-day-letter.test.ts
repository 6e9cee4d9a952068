import { describe, expect, it } from 'vitest';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import { baseLetter } from './fourteen-day-letters.ts';

describe('x', () => {
  it('y', () => {
    expect(checkFourteenDayLetter(baseLetter).problems).toEqual([]);
  });
});
