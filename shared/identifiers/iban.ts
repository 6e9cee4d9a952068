import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools';

/** An IBAN as it is stored: upper case without spaces; null when country, length or check digits are wrong. */
export function parseIban(text: string): string | null {
  const iban = electronicFormatIBAN(text);
  return iban && isValidIBAN(iban) ? iban : null;
}

/** An IBAN as people read it, in groups of four: `NL91 ABNA 0417 1643 00`. */
export function formatIban(iban: string): string {
  return friendlyFormatIBAN(iban) ?? iban;
}
