import { weightedSum } from './check-digits.ts';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

// Betaalvereniging Nederland, specification of the betalingskenmerk (facts ID-R01).
const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** From the right, 11 − sum mod 11; 10 becomes 1 and 11 becomes 0. */
function checkDigit(digits: string): string {
  const check = 11 - (weightedSum([...digits].reverse().join(''), weights) % 11);
  return String(check === 11 ? 0 : check === 10 ? 1 : check);
}

/** The length code of 7 … 12 own digits: 7, 8, 9, 0, 1, 2. */
function lengthCode(count: number): string {
  return String(count % 10);
}

/**
 * A betalingskenmerk: 7 digits without check, 9–14 as check digit, length code and 7–12 own digits, or 16 as check digit
 * and 15 own digits. Digits only, spaces, dots and hyphens left out.
 */
export function identifyBetalingskenmerk(text: string): Identified {
  const digits = ungrouped(text);
  if (digits === '') return unidentified('empty');
  if (!/^\d+$/.test(digits)) return unidentified('characters');
  const { length } = digits;
  if (length === 7) return identified(digits);
  if (length !== 16 && (length < 9 || length > 14)) return unidentified('length');
  if (length !== 16 && digits[1] !== lengthCode(length - 2)) return unidentified('length-code');
  return digits[0] === checkDigit(digits.slice(1)) ? identified(digits) : unidentified('check-digits');
}

/**
 * Makes the betalingskenmerk of `length` digits around own digits, padded with zeros on the left: length 7 holds 7 of them,
 * 9–14 hold 7–12, 16 holds 15. Null for no digits, other characters, too many digits or a length that does not exist.
 */
export function makeBetalingskenmerk(own: string, length: 7 | 9 | 10 | 11 | 12 | 13 | 14 | 16 = 16): string | null {
  const room = length === 7 ? 7 : length === 16 ? 15 : length - 2;
  if (![7, 9, 10, 11, 12, 13, 14, 16].includes(length) || !/^\d+$/.test(own) || own.length > room) return null;
  const padded = own.padStart(room, '0');
  if (length === 7) return padded;
  const body = length === 16 ? padded : lengthCode(room) + padded;
  return checkDigit(body) + body;
}
