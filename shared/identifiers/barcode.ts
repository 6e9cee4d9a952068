import { weightedSum } from './check-digits.ts';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/** `lenient` takes any letters and digits after `3S`; `strict` the four letters of a customer code and digits. */
export type BarcodeStrictness = 'lenient' | 'strict';

/** The S10 check digit of eight digits: 11 − weighted sum mod 11, where 10 becomes 0 and 11 becomes 5 (UPU S10). */
function s10CheckDigit(eightDigits: string): string {
  const check = 11 - (weightedSum(eightDigits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return String(check === 10 ? 0 : check === 11 ? 5 : check);
}

/**
 * A barcode of a letter or parcel, upper case without spaces: PostNL `3S…` of 13 or 15 characters (no public check digit),
 * or international S10 of 13: two letters, eight digits, check digit, country.
 */
export function identifyBarcode(text: string, strictness: BarcodeStrictness = 'lenient'): Identified {
  const barcode = ungrouped(text, /\s/g);
  if (barcode === '') return unidentified('empty');
  if (!/^[A-Z0-9]+$/.test(barcode)) return unidentified('characters');
  if (barcode.startsWith('3S')) return identifyPostnl(barcode, strictness);
  if (barcode.length !== 13) return unidentified('length');
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(barcode)) return unidentified('form');
  return barcode[10] === s10CheckDigit(barcode.slice(2, 10)) ? identified(barcode) : unidentified('check-digits');
}

function identifyPostnl(barcode: string, strictness: BarcodeStrictness): Identified {
  if (barcode.length !== 13 && barcode.length !== 15) return unidentified('length');
  const isRight = strictness === 'lenient' || /^3S[A-Z]{4}(\d{7}|\d{9})$/.test(barcode);
  return isRight ? identified(barcode) : unidentified('form');
}
