import { parseIban } from '#shared/identifiers/iban.ts';

const glued = /^([A-Z]{2}\d{2}[A-Z0-9]{8,30}?)([A-Z]{3})?$/;

/** Lengths of IBANs that end in letters or may have a currency behind them cannot be told apart; these can. */
const lengths: Readonly<Record<string, number>> = {
  NL: 18,
  BE: 16,
  DE: 22,
  LU: 20,
  FR: 27,
  AT: 20,
  GB: 22,
  IE: 22,
  ES: 24,
  IT: 27,
  PT: 25,
  LT: 20,
  EE: 20,
  LV: 21,
  FI: 18,
  PL: 28,
  CH: 21,
  DK: 18,
  SE: 24,
  NO: 15,
  CZ: 24,
  SK: 24,
  HU: 28,
  RO: 24,
  BG: 22,
  GR: 27,
  CY: 28,
  MT: 31,
  SI: 19,
  HR: 21,
};

/**
 * An account as statements name it: an IBAN upper case, without spaces and without the currency some banks put behind it;
 * another number without its points, spaces, bank name and currency (`1234.56.789EUR`, `TRIODOSBANK/0123456789`,
 * `//AT39364/12345678912/EUR`). The BLZ of a German account stays: `12345678/0123456789`.
 */
export function accountAsGiven(text: string): string {
  const compact = text.replace(/[\s.]/g, '').toUpperCase();
  const bare = compact
    .replace(/^\/+|\/[A-Z]{3}$/g, '')
    .replace(/^(?:TRIODOSBANK|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\//, '');
  const length = lengths[bare.slice(0, 2)];
  if (length !== undefined && /^[A-Z]{2}\d{2}/.test(bare)) {
    return bare.length !== length && /\d[A-Z]{3}$/.test(bare) ? bare.slice(0, -3) : bare;
  }
  return glued.test(bare) ? bare : bare.replace(/(\d)[A-Z]{3}$/, '$1');
}

/** Whether a text has the form of an IBAN; its check digits are not looked at. */
export function hasIbanForm(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(text);
}

const accountWord =
  /\b(?:IBAN|VAN|NAAR|VON|FROM|TO|REK|REKENING|TEGENREKENING|ACCOUNT|KONTO|COMPTE) ?[:.]? ?(?=[A-Z]{2}\d{2}[ A-Z0-9])/gi;

/** A valid IBAN behind a word for an account in free text: `VAN : BE71 0961 2345 6769`. */
export function labelledIban(text: string): string | null {
  for (const match of text.matchAll(accountWord)) {
    const compact = text.slice(match.index + match[0].length, match.index + match[0].length + 45).replaceAll(' ', '');
    const iban = parseIban(compact.slice(0, lengths[compact.slice(0, 2).toUpperCase()] ?? 0));
    if (iban !== null) return iban;
  }
  return null;
}
