import { refuseFile } from '../problem.ts';
import { textOf, type XmlNode } from '../xml/tree.ts';

/**
 * The invoices and credit notes in a document: its root, or inside an envelope of any name (SBDH and the like). One inside
 * another is not looked for.
 * @throws FormatRefusal naming what the document is instead.
 */
export function ublDocuments(tree: XmlNode): readonly XmlNode[] {
  const found: XmlNode[] = [];
  gather(tree, found);
  if (found.length === 0) refuseOther(tree);
  return found;
}

function gather(node: XmlNode, found: XmlNode[]): void {
  if (isUbl(node)) found.push(node);
  else for (const child of node.children) gather(child, found);
}

function isUbl({ name, children }: XmlNode): boolean {
  if (name !== 'Invoice' && name !== 'CreditNote') return false;
  return children.some((child) => own.has(child.name));
}

/** What only the UBL documents of these names have as children. */
const own: ReadonlySet<string> = new Set([
  'CustomizationID',
  'UBLVersionID',
  'IssueDate',
  'LegalMonetaryTotal',
  'AccountingSupplierParty',
  'AccountingCustomerParty',
]);

/** Other documents of UBL, by the names of their roots. */
const others =
  /^(?:Order(?:Response(?:Simple)?|Change|Cancellation)?|DespatchAdvice|ReceiptAdvice|Catalogue|ApplicationResponse|Reminder|Statement|DebitNote|SelfBilled(?:Invoice|CreditNote)|FreightInvoice|RemittanceAdvice|Quotation)$/;

function refuseOther(tree: XmlNode): never {
  if (/^CrossIndustry/.test(tree.name)) refuseFile('ubl-cii');
  const other = [tree, ...tree.children].find(({ name }) => others.test(name));
  if (other && textOf(other, 'ID') !== null) refuseFile('ubl-other', { document: other.name }, other.line);
  return refuseFile('ubl-none', { root: tree.name.slice(0, 60) });
}
