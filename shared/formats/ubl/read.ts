import { type FormatProblem, FormatRefusal, refuseFile, Warnings } from '../problem.ts';
import { documentLimits, type XmlLimits } from '../xml/limits.ts';
import { nodeAt, nodesAt, readTree, type XmlNode } from '../xml/tree.ts';
import { type StatedAmounts, statedAmounts } from './amounts.ts';
import { readAttachments, readLinks } from './attachments.ts';
import { checkDutchRules, checkTotals } from './checks.ts';
import { checkDirection } from './direction.ts';
import { ublDocuments } from './documents.ts';
import { readParty } from './party.ts';
import { dateAt, dueDateOf, numberOf, payeeOf, readPayment } from './payment.ts';
import type { OwnParty, UblInvoice, UblParty, UblReading } from './reading.ts';
import { allTexts, firstText, withoutFiller } from './texts.ts';

/** An invoice of 20,000 lines stays below it; more would fill memory with elements nobody reads. */
const ublLimits: XmlLimits = { ...documentLimits, elements: 1_000_000 };

/**
 * Reads UBL invoices and credit notes of any customization (formats document §2): Peppol BIS 3, NLCIUS and SI-UBL, EN 16931,
 * bare or in an envelope, under any prefix. `us` is the administration they are for; with it purchase invoices are refused.
 * @throws FormatRefusal when the file is no UBL, or nothing in it may be imported.
 */
export function readUbl(bytes: Uint8Array, us: OwnParty | null = null): UblReading {
  const { tree, encoding, warnings: ofXml } = readTree(bytes, ublLimits);
  const warnings = new Warnings();
  const invoices: UblInvoice[] = [];
  const refused: FormatProblem[] = [];
  for (const document of ublDocuments(tree)) {
    try {
      invoices.push(readDocument(document, us, warnings));
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
      refused.push(error.problem);
    }
  }
  if (invoices.length === 0) throw new FormatRefusal(refused[0]!);
  return { format: 'ubl', encoding, invoices, refused, warnings: [...ofXml, ...warnings.all()] };
}

function readDocument(document: XmlNode, us: OwnParty | null, warnings: Warnings): UblInvoice {
  const number = numberOf(document);
  const stated = statedAmounts(document, number, warnings);
  const { codes, ...payment } = readPayment(document);
  const typeCode = firstText(document, 'InvoiceTypeCode', 'CreditNoteTypeCode');
  // Pro forma: nothing is owed by it (UNTDID 1001).
  if (typeCode === '325') refuseFile('ubl-proforma', { number }, document.line);
  const customization = firstText(document, 'CustomizationID');
  const supplier = readParty(nodeAt(document, 'AccountingSupplierParty'));
  const sign = signOf(document, typeCode, stated, number, warnings);
  const open = signed(sign, stated.payable);
  const total = signed(sign, stated.inclusive);
  const invoice: UblInvoice = {
    row: document.line,
    root: document.name === 'CreditNote' ? 'CreditNote' : 'Invoice',
    customization,
    profile: firstText(document, 'ProfileID'),
    typeCode,
    number,
    kind: (open || total) < 0 ? 'credit' : 'invoice',
    date: dateAt(nodeAt(document, 'IssueDate'), number, warnings),
    dueDate: dueDateOf(document, number, warnings),
    total,
    prepaid: signed(sign, stated.prepaid),
    rounding: signed(sign, stated.rounding),
    open,
    vat: stated.vat === null ? null : signed(sign, stated.vat),
    currency: stated.currency,
    supplier,
    customer: readParty(nodeAt(document, 'AccountingCustomerParty')),
    payee: payeeOf(document, supplier.name),
    ...payment,
    billingReferences: referencesOf(document),
    orderReference: withoutFiller(firstText(document, 'OrderReference/ID')),
    buyerReference: withoutFiller(firstText(document, 'BuyerReference')),
    note: allTexts(document, 'Note').join(' ') || null,
    isSelfBilled: isSelfBilled(typeCode, customization),
    lines: nodesAt(document, 'InvoiceLine').length + nodesAt(document, 'CreditNoteLine').length,
    attachments: [],
    links: readLinks(document),
  };
  if (isNobody(invoice.customer)) refuseFile('ubl-no-customer', { number }, document.line);
  checkDirection(invoice, us, warnings);
  checkTotals(document, stated, number, warnings);
  checkFacts(invoice, warnings);
  checkDutchRules(invoice, codes, warnings);
  return { ...invoice, attachments: readAttachments(document, number, warnings) };
}

/** Types of credit notes (UNTDID 1001, as EN 16931 has them), self-billed, factored and forwarder's among them. */
const creditCodes: ReadonlySet<string> = new Set(['81', '83', '261', '381', '396', '532']);

/**
 * A credit note has positive amounts that are given back; an invoice keeps its own sign, so that a negative one corrects. Such a
 * type on an invoice with a positive amount is a credit note all the same. A credit note whose amounts are all negative gives
 * back too: senders copy the minus of the printed one, and nobody is reminded of money that is his. Only one that has more
 * settled than credited leaves something to pay.
 */
function signOf(
  document: XmlNode,
  typeCode: string | null,
  { payable, inclusive }: StatedAmounts,
  number: string,
  warnings: Warnings,
): 1 | -1 {
  if (document.name === 'CreditNote') {
    const isNegative = payable < 0 && inclusive < 0;
    if (payable < 0) warnings.add(isNegative ? 'ubl-negative-credit' : 'ubl-credit-claim', { number }, document.line);
    return isNegative ? 1 : -1;
  }
  if (!creditCodes.has(typeCode ?? '') || payable <= 0) return 1;
  warnings.add('ubl-credit-as-invoice', { number, code: typeCode ?? '' }, document.line);
  return -1;
}

function signed(sign: 1 | -1, amount: number): number {
  return amount === 0 ? 0 : sign * amount;
}

/** Invoices a document names as those it corrects; older credit notes name them with what was wrong. */
function referencesOf(document: XmlNode): readonly string[] {
  const named = allTexts(document, 'BillingReference/InvoiceDocumentReference/ID');
  return named.length > 0 ? named : allTexts(document, 'DiscrepancyResponse/ReferenceID');
}

/** Without any of these there is no debtor to find or to make. */
function isNobody({ name, code, kvk, vatId }: UblParty): boolean {
  return name === null && code === null && kvk === null && vatId === null;
}

function isSelfBilled(typeCode: string | null, customization: string | null): boolean {
  return typeCode === '389' || typeCode === '261' || /selfbilling/i.test(customization ?? '');
}

/** What the user has to know of an invoice that can be imported. */
function checkFacts(invoice: UblInvoice, warnings: Warnings): void {
  const { number, row, date, dueDate } = invoice;
  if (invoice.isSelfBilled) warnings.add('ubl-self-billed', { number, customer: invoice.customer.name ?? '' }, row);
  if (invoice.open === 0) warnings.add('ubl-paid', { number }, row);
  if (invoice.customer.name === null) warnings.add('ubl-no-customer-name', { number }, row);
  if (date !== null && dueDate !== null && dueDate < date) warnings.add('ubl-due-early', { number }, row);
  if (invoice.payee !== null) warnings.add('ubl-payee', { number, payee: invoice.payee }, row);
}
