import type { LetterPlan } from '#shared/domain/letter.ts';
import type { FontRun, LetterFonts } from './fonts.ts';
import type { LetterWords } from './letter-words.ts';
import type { Density } from './look.ts';

/** What the parts of a letter's layout share. */
export interface Composer {
  readonly plan: LetterPlan;
  readonly words: LetterWords;
  readonly fonts: LetterFonts;
  /** Whether the letter carries a logo. */
  readonly logo: boolean;
  readonly density: Density;
  /** Text made printable, in the fonts that have its letters. */
  readonly text: (value: string) => FontRun[];
  /** Letters no font has, collected while composing. */
  readonly missing: Set<string>;
}

/** Starts the layout of one letter. */
export function createComposer(given: Omit<Composer, 'missing' | 'text'>): Composer {
  const missing = new Set<string>();
  return { ...given, missing, text: (value) => [...given.fonts.runs(printable(value), missing)] };
}

/** Composed letters, no line breaks, control characters or direction overrides. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
