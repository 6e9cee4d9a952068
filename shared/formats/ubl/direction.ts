import { refuseFile, type Warnings } from '../problem.ts';
import { nameKey } from '../table/debtors.ts';
import type { OwnParty, UblInvoice, UblParty } from './reading.ts';

/**
 * Whether an invoice is one of ours (formats document §2): a purchase invoice, where we are the customer, is refused; one of
 * another supplier warns. One between two of our own is ours. Without `us` nothing is compared.
 * @throws FormatRefusal `ubl-purchase`
 */
export function checkDirection(invoice: UblInvoice, us: OwnParty | null, warnings: Warnings): void {
  if (us === null) return;
  const { supplier, customer, number, row } = invoice;
  const paysUs = us.iban !== null && invoice.payeeIbans.includes(compact(us.iban));
  if (isSame(supplier, us) || (paysUs && !isSame(customer, us))) return;
  if (isSame(customer, us)) refuseFile('ubl-purchase', { number, supplier: supplier.name ?? '', us: us.name }, row);
  warnings.add('ubl-other-supplier', { number, supplier: supplier.name ?? '', us: us.name }, row);
}

/** By KvK, else VAT id, else name: what both have decides. */
function isSame(party: UblParty, us: OwnParty): boolean {
  if (party.kvk !== null && us.kvk !== null) return party.kvk === compact(us.kvk);
  if (party.vatId !== null && us.vatId !== null) return party.vatId === compact(us.vatId);
  return party.name !== null && bareName(party.name) === bareName(us.name);
}

function compact(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase();
}

/** How a name is compared, without its legal form. */
export function bareName(name: string): string {
  return nameKey(name).replace(/ (?:b v|bv|n v|nv|v o f|vof|c v|cv)$/, '');
}
