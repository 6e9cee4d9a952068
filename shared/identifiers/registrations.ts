import { passesElfproef } from './check-digits.ts';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** A KvK number: eight digits, no check digit (facts ID-R04). Spaces and dots are left out. */
export function identifyKvk(text: string): Identified {
  return digitsOf(text, 8);
}

/** A vestigingsnummer of the trade register: twelve digits, no check digit (facts ID-R04). */
export function identifyBranchNumber(text: string): Identified {
  return digitsOf(text, 12);
}

/** An RSIN: nine digits that pass the elfproef (facts ID-R04). */
export function identifyRsin(text: string): Identified {
  const rsin = digitsOf(text, 9);
  return rsin.normalised === null || passesElfproef(rsin.normalised) ? rsin : unidentified('check-digits');
}

/** A KvK number as it is stored: eight digits; null for anything else. */
export function parseKvk(text: string): string | null {
  return identifyKvk(text).normalised;
}

function digitsOf(text: string, count: number): Identified {
  const digits = ungrouped(text, /[\s.]/g);
  if (digits === '') return unidentified('empty');
  if (!/^\d+$/.test(digits)) return unidentified('characters');
  return digits.length === count ? identified(digits) : unidentified('length');
}
