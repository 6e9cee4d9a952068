import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** A BIC (ISO 9362, facts ID-R03): four letters bank, two letters country, two place, optionally three branch; upper case. */
export function identifyBic(text: string): Identified {
  const bic = ungrouped(text, /\s/g);
  if (bic === '') return unidentified('empty');
  if (!/^[A-Z0-9]+$/.test(bic)) return unidentified('characters');
  if (bic.length !== 8 && bic.length !== 11) return unidentified('length');
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? identified(bic) : unidentified('form');
}
