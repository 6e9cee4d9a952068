import type { Jurisdiction } from './charges.ts';

/**
 * Whose rules interest and costs follow (criterion B4): what was chosen for the debtor, else the country of the address as
 * ISO 3166-1 alpha-2. Without a country Dutch rules hold; elsewhere than in the Netherlands and Belgium only the principal
 * is claimed until someone chooses.
 */
export function jurisdictionOf(chosen: Jurisdiction | undefined, country: string | null): Jurisdiction {
  if (chosen) return chosen;
  if (country === null || country === '' || country === 'NL') return 'NL';
  return country === 'BE' ? 'BE' : 'none';
}
