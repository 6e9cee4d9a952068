import { mod97, passesElfproef } from './check-digits.ts';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** The part after the country, by EU country (and XI, Northern Ireland), as VIES describes it. */
const forms: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{1,2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^[1-9]\d{1,9}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/,
};

/**
 * A VAT identification number, upper case without spaces, dots and hyphens. Dutch: the elfproef on the nine digits (legal
 * entities) or mod 97 = 1 on the whole converted string (sole traders since 2020), facts ID-R05. Belgian: the last two
 * digits are 97 − the first eight mod 97. Other EU countries by form; whether a number was issued only VIES knows.
 */
export function identifyVatId(text: string): Identified {
  const id = ungrouped(text, /[\s.-]/g);
  if (id === '') return unidentified('empty');
  if (!/^[A-Z0-9+*]+$/.test(id)) return unidentified('characters');
  const form = forms[id.slice(0, 2)];
  if (!form) return unidentified('country');
  const rest = id.slice(2);
  if (!form.test(rest)) return unidentified('form');
  return hasRightDigits(id.slice(0, 2), rest) ? identified(id) : unidentified('check-digits');
}

function hasRightDigits(country: string, rest: string): boolean {
  if (country === 'NL') return passesElfproef(rest.slice(0, 9)) || mod97(`NL${rest}`) === 1;
  if (country === 'BE') return 97 - (Number(rest.slice(0, 8)) % 97) === Number(rest.slice(8));
  return true;
}

/** A VAT identification number as it is stored; null when form or check digits are wrong. */
export function parseVatId(text: string): string | null {
  return identifyVatId(text).normalised;
}
