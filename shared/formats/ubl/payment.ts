import { type IsoDate, isIsoDate } from '#shared/dates/civil.ts';
import { hasIbanForm } from '../bank/account-number.ts';
import { refuseFile, type Warnings } from '../problem.ts';
import { nodesAt, ownTextOf, textOf, type XmlNode } from '../xml/tree.ts';
import type { UblInvoice } from './reading.ts';
import { allTexts, firstText } from './texts.ts';

export type UblPayment = Pick<UblInvoice, 'payeeIbans' | 'paymentReference' | 'directDebit' | 'paymentTerms'> & {
  readonly codes: readonly string[];
};

/** How an invoice is paid: every PaymentMeans of it, and the terms as text. */
export function readPayment(document: XmlNode): UblPayment {
  const codes = allTexts(document, 'PaymentMeans/PaymentMeansCode');
  return {
    codes,
    payeeIbans: payeeAccounts(document),
    paymentReference: firstText(document, 'PaymentMeans/PaymentID', 'PaymentMeans/InstructionID'),
    directDebit: codes.some((code) => code === '49' || code === '59') ? mandateOf(document) : null,
    paymentTerms: allTexts(document, 'PaymentTerms/Note').join(' ') || null,
  };
}

function payeeAccounts(document: XmlNode): readonly string[] {
  const accounts = allTexts(document, 'PaymentMeans/PayeeFinancialAccount/ID').map(withoutSpaces);
  return [...new Set(accounts)];
}

/** Payment means that are collected name the debtor's mandate and account. */
function mandateOf(document: XmlNode): UblPayment['directDebit'] {
  const account = firstText(
    document,
    'PaymentMeans/PaymentMandate/PayerFinancialAccount/ID',
    'PaymentMeans/PayerFinancialAccount/ID',
  );
  return {
    mandate: firstText(document, 'PaymentMeans/PaymentMandate/ID'),
    account: account === null ? null : withoutSpaces(account),
  };
}

function withoutSpaces(account: string): string {
  const compact = account.replace(/\s/g, '');
  return hasIbanForm(compact.toUpperCase()) ? compact.toUpperCase() : compact;
}

/** A date of the file, with a zone or a time behind it; null with a warning when it is none. */
export function dateAt(node: XmlNode | null, number: string, warnings: Warnings): IsoDate | null {
  const text = ownTextOf(node);
  if (node === null || text === null) return null;
  const date = /^(\d{4}-\d{2}-\d{2})(?:$|T|Z|[+-]\d{2}:\d{2}$)/.exec(text)?.[1] ?? '';
  if (isIsoDate(date)) return date;
  warnings.add('ubl-date', { number, element: node.name, text: text.slice(0, 40) }, node.line);
  return null;
}

/** Where due dates stand: on the invoice, else with the means of payment (credit notes, SI-UBL 1.x), else with the terms. */
const dueDatePlaces = [
  'DueDate',
  'PaymentMeans/PaymentDueDate',
  'PaymentTerms/PaymentDueDate',
  'PaymentTerms/InstallmentDueDate',
] as const;

/** The due date a document states; the earliest of several, with a warning. */
export function dueDateOf(document: XmlNode, number: string, warnings: Warnings): IsoDate | null {
  for (const place of dueDatePlaces) {
    const nodes = nodesAt(document, place);
    const dates = nodes.map((node) => dateAt(node, number, warnings)).filter((date) => date !== null);
    const [first] = [...new Set(dates)].sort();
    if (first === undefined) continue;
    if (dates.some((date) => date !== first)) warnings.add('ubl-due-several', { number }, nodes[0]!.line);
    return first;
  }
  return null;
}

/** The number of a document. @throws FormatRefusal when it has none. */
export function numberOf(document: XmlNode): string {
  const number = firstText(document, 'ID');
  return number ?? refuseFile('ubl-no-number', { root: document.name }, document.line);
}

/** The party to be paid, when it is another than the supplier. */
export function payeeOf(document: XmlNode, supplier: string | null): string | null {
  const payee = firstText(document, 'PayeeParty/PartyLegalEntity/RegistrationName', 'PayeeParty/PartyName/Name');
  const own = textOf(document, 'AccountingSupplierParty/Party/PartyName/Name');
  const same = (name: string | null) => name !== null && payee?.toLowerCase() === name.toLowerCase();
  return same(supplier) || same(own) ? null : payee;
}
