import { describe, expect, it } from 'vitest';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import { letterProblemCodes } from '#shared/law/fourteen-day-letter/letter.ts';
import { defectsIn } from './fourteen-day-defects.ts';
import { languages, rightLetters } from './fourteen-day-letters.ts';

describe('a veertiendagenbrief that holds (criterion E4, law.md §5)', () => {
  it.each(rightLetters)('$language, $name', ({ letter }) => {
    expect(checkFourteenDayLetter(letter)).toEqual({ valid: true, problems: [] });
  });
});

describe.each(languages)('a seeded defect in %s', (language) => {
  it('is there for every code', () => {
    expect(new Set(defectsIn(language).map(({ code }) => code))).toEqual(new Set(letterProblemCodes));
  });

  it.each(defectsIn(language))('$code: $name', ({ letter, code }) => {
    const { valid, problems } = checkFourteenDayLetter(letter);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(valid).toBe(false);
  });
});
