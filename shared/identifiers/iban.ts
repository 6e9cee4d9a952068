import { friendlyFormatIBAN, isSEPACountry, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { type Identified, identified, ungrouped, unidentified } from './identified.ts';

/**
 * An IBAN upper case without spaces, dots and hyphens (ISO 13616, facts ID-R02): country, its length and form, check digits
 * 02–98 by mod 97, and the national check where the country has one.
 */
export function identifyIban(text: string): Identified {
  const iban = ungrouped(text, /[\s.-]/g);
  if (iban === '') return unidentified('empty');
  if (!/^[A-Z0-9]+$/.test(iban)) return unidentified('characters');
  if (!/^[A-Z]{2}\d{2}/.test(iban)) return unidentified('form');
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return /^..(?:0[01]|99)/.test(iban) ? unidentified('check-digits') : identified(iban);
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return unidentified('country');
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return unidentified('length');
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat)) return unidentified('form');
  return unidentified('check-digits');
}

/** An IBAN as it is stored: upper case without spaces; null when country, length or check digits are wrong. */
export function parseIban(text: string): string | null {
  return identifyIban(text).normalised;
}

/** Whether an account has the form of an IBAN of its country, and check digits (ISO 13616) that are not those of the rest. */
export function hasWrongCheckDigits(account: string): boolean {
  const { errorCodes } = validateIBAN(ungrouped(account, /[\s.-]/g));
  return errorCodes.length > 0 && errorCodes.every((code) => code === ValidationErrorsIBAN.WrongIBANChecksum);
}

/** An IBAN as people read it, in groups of four: `NL91 ABNA 0417 1643 00`. */
export function formatIban(iban: string): string {
  return friendlyFormatIBAN(iban) ?? iban;
}

/** An account as people read it: an IBAN in groups, another number as it is. */
export function formatAccount(account: string): string {
  return /^[A-Z]{2}\d{2}[A-Z0-9]/.test(account) ? formatIban(account) : account;
}

/** Whether SEPA credit transfers reach this valid IBAN. */
export function isSepaIban(iban: string): boolean {
  return isSEPACountry(iban.slice(0, 2));
}

/** A Dutch G-account (Wka): valid, and 099 directly after the bank code (facts WKA-R03). */
export function isGAccount(text: string): boolean {
  return /^NL\d{2}[A-Z]{4}099\d{7}$/.test(parseIban(text) ?? '');
}
