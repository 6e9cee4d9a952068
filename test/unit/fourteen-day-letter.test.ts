import { describe, expect, it } from 'vitest';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import { rightLetters } from './fourteen-day-letters.ts';

describe('a letter that holds (criterion E4, law.md §5)', () => {
  it.each(rightLetters)('$language, $name', ({ letter }) => {
    expect(checkFourteenDayLetter(letter).problems).toEqual([]);
  });
});
