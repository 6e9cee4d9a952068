import { type Cents, formatMoney, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../problem.ts';
import { nodeAt, type XmlNode } from '../xml/tree.ts';
import { lineAmounts, type StatedAmounts } from './amounts.ts';
import type { UblInvoice, UblParty } from './reading.ts';

/**
 * Compares the totals of a document with each other (EN 16931 BR-CO-10, 13, 15, 16). What is to be paid stays as stated; each
 * difference is a warning with both amounts.
 */
export function checkTotals(document: XmlNode, stated: StatedAmounts, number: string, warnings: Warnings): void {
  const row = nodeAt(document, 'LegalMonetaryTotal')?.line ?? document.line;
  const compare = (code: string, given: Cents | null, computed: Cents | null, tolerance = 0): void => {
    if (given === null || computed === null || Math.abs(given - computed) <= tolerance) return;
    const shown = (amount: Cents): string => formatMoney(amount, stated.currency);
    warnings.add(code, { number, given: shown(given), computed: shown(computed) }, row);
  };
  const lines = lineAmounts(document);
  const known = lines.filter((amount) => amount !== null);
  // Lines may have more decimals than cents: half a cent each.
  const summed = known.length === lines.length && known.length > 0 ? sumOf(known, (amount) => amount) : null;
  compare('ubl-sum-lines', stated.lines, summed, Math.ceil(known.length / 2) - 1);
  const { lines: net, exclusive, inclusive, vat } = stated;
  compare('ubl-sum-exclusive', exclusive, net === null ? null : net - stated.allowances + stated.charges);
  compare('ubl-sum-inclusive', inclusive, exclusive === null || vat === null ? null : exclusive + vat);
  compare('ubl-sum-payable', stated.payable, inclusive - stated.prepaid + stated.rounding);
}

/** Means of payment a Dutch supplier may name (Peppol NL-R-008): transfer, card and direct debit. */
const dutchMeans = new Set(['30', '48', '49', '57', '58', '59']);

/**
 * What Dutch invoices owe (NLCIUS and Peppol NL-R-001 to 008), as far as dunning depends on it: a reference on what corrects,
 * addresses, registrations, and a known means of payment. Only asked of suppliers in the Netherlands.
 */
export function checkDutchRules(invoice: UblInvoice, codes: readonly string[], warnings: Warnings): void {
  const { number, row, supplier, customer } = invoice;
  const corrects = invoice.root === 'CreditNote' || invoice.typeCode === '384';
  if (corrects && invoice.billingReferences.length === 0) warnings.add('ubl-no-reference', { number }, row);
  if (supplier.country !== 'NL') return;
  for (const party of [supplier, customer]) {
    if (party.country !== 'NL') continue;
    const name = party.name ?? '';
    if (!hasAddress(party)) warnings.add('ubl-address', { number, name }, row);
  }
  if (!invoice.customization?.startsWith('urn:cen.eu:en16931')) return;
  // A customer without a VAT id may be a consumer, who has no registration.
  const registered = customer.vatId === null ? [supplier] : [supplier, customer];
  for (const party of registered) {
    if (party.country !== 'NL' || party.kvk !== null || party.oin !== null) continue;
    warnings.add('ubl-registration', { number, name: party.name ?? '' }, row);
  }
  const other = codes.filter((code) => !dutchMeans.has(code));
  if (other.length > 0 && invoice.open !== 0) warnings.add('ubl-means', { number, code: other.join(', ') }, row);
}

function hasAddress({ street, postalCode, city }: UblParty): boolean {
  return street !== null && postalCode !== null && city !== null;
}
