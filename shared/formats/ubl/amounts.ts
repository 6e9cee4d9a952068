import type { Cents, Currency } from '#shared/money/cents.ts';
import { refuseFile, type Warnings } from '../problem.ts';
import { attributeOf, nodeAt, nodesAt, ownTextOf, textOf, type XmlNode } from '../xml/tree.ts';

/** Amounts of a document with the sign they have in the file. */
export interface StatedAmounts {
  readonly currency: Currency;
  readonly lines: Cents | null;
  readonly allowances: Cents;
  readonly charges: Cents;
  readonly exclusive: Cents | null;
  readonly inclusive: Cents;
  readonly prepaid: Cents;
  readonly rounding: Cents;
  readonly payable: Cents;
  readonly vat: Cents | null;
}

/** Largest amount taken as one: 100 billion. */
const largest = 10_000_000_000_000;

/**
 * Cents of an XML decimal: a point, a sign, any number of decimals, rounded half away from zero. A decimal comma is read too,
 * as some packages write one. Null for anything else.
 */
export function decimalCents(text: string): Cents | null {
  const parts = /^([+-]?)0*(\d{0,12})(?:[.,](\d*))?$/.exec(text);
  if (!parts || (parts[2] === '' && !/\d/.test(text))) return null;
  const decimals = (parts[3] ?? '').padEnd(3, '0');
  const cents = Number(parts[2]) * 100 + Number(decimals.slice(0, 2)) + (decimals.charCodeAt(2) >= 53 ? 1 : 0);
  if (cents > largest) return null;
  return parts[1] === '-' && cents > 0 ? -cents : cents;
}

/** Whether a decimal has a part smaller than a cent. */
function hasFractionOfCents(text: string): boolean {
  return /[.,]\d{2}\d*[1-9]/.test(text);
}

/** @throws FormatRefusal `ubl-amount` for a text that is no amount. */
function amountOf(node: XmlNode | null, warnings: Warnings | null): Cents | null {
  const text = ownTextOf(node);
  if (node === null || text === null) return null;
  const cents = decimalCents(text);
  if (cents === null) refuseFile('ubl-amount', { element: node.name, text: text.slice(0, 40) }, node.line);
  if (hasFractionOfCents(text))
    warnings?.add('ubl-fraction', { element: node.name, text: text.slice(0, 40) }, node.line);
  return cents;
}

/**
 * Reads the totals of a document (formats document §2). The amount to pay is the stated PayableAmount; where it is missing, the
 * total less what was paid before.
 * @throws FormatRefusal when neither is there, or an amount cannot be read.
 */
export function statedAmounts(document: XmlNode, number: string, warnings: Warnings): StatedAmounts {
  const totals = nodeAt(document, 'LegalMonetaryTotal') ?? nodeAt(document, 'LegalTotal');
  const amount = (name: string): Cents | null => amountOf(nodeAt(totals, name), warnings);
  const currency = currencyOf(document, totals, number, warnings);
  const exclusive = amount('TaxExclusiveAmount');
  const prepaid = amount('PrepaidAmount') ?? 0;
  const rounding = amount('PayableRoundingAmount') ?? 0;
  const payable = amount('PayableAmount');
  const inclusive = amount('TaxInclusiveAmount') ?? (payable === null ? null : payable + prepaid - rounding);
  if (inclusive === null) refuseFile('ubl-no-amount', { number }, (totals ?? document).line);
  if (payable === null) warnings.add('ubl-payable-missing', { number }, totals?.line ?? null);
  return {
    currency,
    lines: amount('LineExtensionAmount'),
    allowances: amount('AllowanceTotalAmount') ?? 0,
    charges: amount('ChargeTotalAmount') ?? 0,
    exclusive,
    inclusive,
    prepaid,
    rounding,
    payable: payable ?? inclusive - prepaid + rounding,
    vat: vatOf(document, currency, exclusive === null ? null : inclusive - exclusive),
  };
}

/** All amounts are in the currency of the document (EN 16931 BT-5), except VAT in the currency of the tax office. */
function currencyOf(document: XmlNode, totals: XmlNode | null, number: string, warnings: Warnings): Currency {
  const payable = nodeAt(totals, 'PayableAmount') ?? nodeAt(totals, 'TaxInclusiveAmount');
  const ofAmount = codeOf(attributeOf(payable, 'currencyID'));
  const stated = codeOf(textOf(document, 'DocumentCurrencyCode'));
  if (stated === null && ofAmount === null) warnings.add('ubl-no-currency', { number }, document.line);
  else if (stated !== null && ofAmount !== null && stated !== ofAmount) {
    warnings.add('ubl-two-currencies', { number, stated, amount: ofAmount }, payable?.line ?? null);
  }
  return stated ?? ofAmount ?? 'EUR';
}

function codeOf(text: string | null): Currency | null {
  const code = text?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/**
 * VAT in the currency of the document. Of several totals in it: their sum when that is what the total holds (older versions
 * have one per tax), else the first.
 */
function vatOf(document: XmlNode, currency: Currency, expected: Cents | null): Cents | null {
  const stated = nodesAt(document, 'TaxTotal/TaxAmount');
  const own = stated.filter((node) => (codeOf(attributeOf(node, 'currencyID')) ?? currency) === currency);
  const amounts = own.map((node) => amountOf(node, null)).filter((amount) => amount !== null);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (amounts.length > 1 && sum === expected) return sum;
  return amounts.find((amount) => amount === expected) ?? amounts[0] ?? null;
}

/** Amounts of the lines of a document; null for a line without one or with one that cannot be read. */
export function lineAmounts(document: XmlNode): readonly (Cents | null)[] {
  const lines = document.children.filter(({ name }) => name === 'InvoiceLine' || name === 'CreditNoteLine');
  return lines.map((line) => decimalCents(textOf(line, 'LineExtensionAmount') ?? 'x'));
}
