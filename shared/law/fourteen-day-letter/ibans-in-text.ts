import { getCountrySpecifications } from 'ibantools';

export interface IbanFound {
  readonly start: number;
  readonly length: number;
  /** Without spaces, upper case. */
  readonly iban: string;
}

/**
 * Every account number in a letter that has the length and build of an IBAN of its country; wrong check digits too, for to
 * the debtor that is an account as well.
 */
export function ibansIn(original: string): readonly IbanFound[] {
  const countries = getCountrySpecifications();
  const found: IbanFound[] = [];
  for (const match of original.matchAll(/(?<![A-Za-z0-9])([A-Z]{2})\d{2}(?=[\s.-]?[A-Z0-9])/g)) {
    const country = countries[match[1] ?? ''];
    if (!country?.chars || !country.bban_regexp) continue;
    const written = writtenOver(original, match.index, country.chars);
    if (!written) continue;
    const iban = written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    if (!new RegExp(country.bban_regexp).test(iban.slice(4))) continue;
    found.push({ start: match.index, length: written.length, iban });
  }
  return found;
}

/** The text from `start` that holds `count` letters and digits, with single separators between them; null when it ends sooner. */
function writtenOver(original: string, start: number, count: number): string | null {
  const pattern = new RegExp(`^(?:[A-Za-z0-9][\\s.-]?){${count - 1}}[A-Za-z0-9](?![A-Za-z0-9])`);
  return pattern.exec(original.slice(start, start + count * 2))?.[0] ?? null;
}
