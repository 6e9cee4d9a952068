import type { Jurisdiction } from '../law/charges.ts';
import { jurisdictionOfCountry } from '../law/jurisdiction.ts';
import type { Debtor } from './debtor.ts';

/**
 * Whose rules interest and costs follow (criterion B4): chosen for the debtor, else by the country of its address: none or
 * the Netherlands NL, Belgium BE, anywhere else principal only.
 */
export function jurisdictionOf({ jurisdiction, address }: Pick<Debtor, 'jurisdiction' | 'address'>): Jurisdiction {
  return jurisdiction ?? jurisdictionOfCountry(address?.country);
}
