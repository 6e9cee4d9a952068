import type { Jurisdiction } from './charges.ts';

/**
 * Whose rules hold for a debtor in a country (ISO 3166-1 alpha-2) when nothing else was chosen (criterion B4): the
 * Netherlands and Belgium their own, elsewhere none. An address without a country is Dutch.
 */
export function jurisdictionOfCountry(country: string | null | undefined): Jurisdiction {
  if (!country || country === 'NL') return 'NL';
  return country === 'BE' ? 'BE' : 'none';
}
