import { ownText } from '../../xml/names.ts';
import { nodeAt, nodesAt, ownTextOf, textOf, type XmlNode } from '../../xml/tree.ts';
import { referenceOrNull, textOrNull } from '../information/information.ts';

/** What the payer wrote, and the reference of the payee as the file marks it. */
export interface Remittance {
  readonly text: string | null;
  readonly reference: string | null;
}

/** Further references and document numbers of one transaction that are kept; a payment of more invoices has them in a list of its own. */
const mostParts = 100;
/** Characters of the payer that are kept: more than the 140 of SEPA, and than any bank joins. */
export const mostText = 10_000;

/**
 * The remittance of a transaction: `Ustrd` joined without anything between, as banks cut them at 140 characters; behind it
 * the document numbers and texts of `Strd`, and further references where there are several.
 */
export function remittanceOf(detail: XmlNode | null): Remittance {
  const remittance = nodeAt(detail, 'RmtInf');
  if (remittance === null) return { text: null, reference: null };
  let typed = '';
  let reference: string | null = null;
  const more: string[] = [];
  for (const child of remittance.children) {
    if (child.name === 'Ustrd') {
      if (typed.length < mostText) typed += ownText(child.text.slice(0, mostText));
    } else if (child.name === 'Strd' && more.length < mostParts) {
      const own = referenceOf(child);
      if (reference === null) reference = own;
      else if (own !== null) more.push(own);
      more.push(...documentsOf(child));
    }
  }
  let text = textOrNull(typed) ?? '';
  for (const part of more.slice(0, mostParts)) if (!text.includes(part)) text = text === '' ? part : `${text} ${part}`;
  return { text: text === '' ? null : text, reference };
}

function referenceOf(structured: XmlNode): string | null {
  const found = textOf(structured, 'CdtrRefInf/Ref') ?? textOf(structured, 'CdtrRefInf/CdtrRef');
  return referenceOrNull(found ?? undefined);
}

function documentsOf(structured: XmlNode): readonly string[] {
  const found = [
    ...nodesAt(structured, 'RfrdDocInf/Nb'),
    ...nodesAt(structured, 'RfrdDocInf/RfrdDocNb'),
    ...nodesAt(structured, 'AddtlRmtInf'),
  ];
  return found.flatMap((node) => {
    const told = referenceOrNull(ownTextOf(node) ?? undefined);
    return told === null || notText.test(told) ? [] : told;
  });
}

/** Swiss banks say so whether a payment slip was read by hand. */
const notText = /^\?REJECT\?\d$/;
