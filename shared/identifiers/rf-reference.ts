import { mod97 } from './check-digits.ts';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** An ISO 11649 creditor reference (facts ID-R07): `RF`, check digits 02–98, 1–21 letters or digits; upper case without spaces. */
export function identifyRfReference(text: string): Identified {
  const reference = ungrouped(text, /\s/g);
  if (reference === '') return unidentified('empty');
  if (!/^[A-Z0-9]+$/.test(reference)) return unidentified('characters');
  if (!/^RF\d{2}/.test(reference)) return unidentified('form');
  if (reference.length < 5 || reference.length > 25) return unidentified('length');
  if (/^RF(?:0[01]|99)/.test(reference)) return unidentified('check-digits');
  return mod97(reference.slice(4) + reference.slice(0, 4)) === 1 ? identified(reference) : unidentified('check-digits');
}

/** Makes the RF reference of an own reference of 1–21 letters or digits (spaces left out); null for anything else. */
export function makeRfReference(own: string): string | null {
  const reference = ungrouped(own, /\s/g);
  if (!/^[A-Z0-9]{1,21}$/.test(reference)) return null;
  return `RF${String(98 - mod97(`${reference}RF00`)).padStart(2, '0')}${reference}`;
}

/** An RF reference as people read it, in groups of four: `RF18 5390 0754 7034`. */
export function formatRfReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}
