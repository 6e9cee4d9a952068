import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** The last two digits: the first ten mod 97, and 97 for 0 (facts ID-R06). */
function checkDigits(tenDigits: string): string {
  return String(Number(tenDigits) % 97 || 97).padStart(2, '0');
}

/** A Belgian structured communication (OGM/VCS) as twelve digits; `+++010/8068/17183+++` and `***…***` are read too. */
export function identifyOgm(text: string): Identified {
  const bare = text.trim().replace(/^(\+\+\+|\*\*\*)(.*)\1$/s, '$2');
  const digits = ungrouped(bare);
  if (digits === '') return unidentified('empty');
  if (!/^\d+$/.test(digits)) return unidentified('characters');
  if (digits.length !== 12) return unidentified('length');
  return digits.slice(10) === checkDigits(digits.slice(0, 10)) ? identified(digits) : unidentified('check-digits');
}

/** Makes the structured communication of up to ten own digits, padded with zeros on the left; null for anything else. */
export function makeOgm(own: string): string | null {
  if (!/^\d{1,10}$/.test(own)) return null;
  const padded = own.padStart(10, '0');
  return padded + checkDigits(padded);
}

/** As it is printed: `+++010/8068/17183+++`. */
export function formatOgm(ogm: string): string {
  return `+++${ogm.slice(0, 3)}/${ogm.slice(3, 7)}/${ogm.slice(7)}+++`;
}
