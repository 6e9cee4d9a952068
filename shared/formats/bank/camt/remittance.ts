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

/** Lengths at which banks cut a text into several `Ustrd`: Dutch ones at 140, others as their MT940 did. */
const cuts: ReadonlySet<number> = new Set([27, 35, 65, 70, 105]);
const longestLine = 140;

/**
 * The remittance of a transaction: `Ustrd` joined without anything between where the bank cut one text, with a space where
 * each is a line of its own; behind it the document numbers and texts of `Strd`, and further references where there are
 * several.
 */
export function remittanceOf(detail: XmlNode | null): Remittance {
  const remittance = nodeAt(detail, 'RmtInf');
  if (remittance === null) return { text: null, reference: null };
  let typed = '';
  let isCut = true;
  let reference: string | null = null;
  const more: string[] = [];
  for (const child of remittance.children) {
    if (child.name === 'Ustrd') {
      if (typed.length < mostText) typed += isCut ? child.text.slice(0, mostText) : ` ${child.text.slice(0, mostText)}`;
      isCut = child.text.length >= longestLine || cuts.has(child.text.length);
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
