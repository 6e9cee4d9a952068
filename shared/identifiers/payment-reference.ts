import { identifyBetalingskenmerk } from './betalingskenmerk.ts';
import { ungrouped } from './identified.ts';
import { formatOgm, identifyOgm } from './ogm.ts';
import { formatRfReference, identifyRfReference } from './rf-reference.ts';

/** What an item asks to be paid with. Seven digits bear no check digit and are free text here. */
export interface PaymentReference {
  readonly sort: 'rf' | 'ogm' | 'betalingskenmerk' | 'free';
  /** As it is stored: digits or upper case without groups; free text as it was given. */
  readonly text: string;
  /** False: it is written as this sort, and its form or check digits are wrong. */
  readonly isRight: boolean;
}

/**
 * What a text is as a payment reference, by how it is written: `RF18 …`, `+++010/8068/17183+++`, or only digits in as many as
 * a betalingskenmerk (or an OGM) has. Whatever is written otherwise is free text, and right.
 */
export function readPaymentReference(given: string): PaymentReference {
  const text = given.trim();
  if (/^RF\d{2}/.test(ungrouped(text, /\s/g))) return read('rf', text, identifyRfReference(text).normalised);
  if (/^(?:\+\+\+|\*\*\*)|^\d{3}\/\d{4}\/\d{5}$/.test(text)) return read('ogm', text, identifyOgm(text).normalised);
  const digits = ungrouped(text, /[\s.]/g);
  if (!/^(?:\d{9,14}|\d{16})$/.test(digits)) return { sort: 'free', text, isRight: true };
  const kenmerk = identifyBetalingskenmerk(digits).normalised;
  const ogm = identifyOgm(digits).normalised;
  return kenmerk === null && ogm !== null ? read('ogm', text, ogm) : read('betalingskenmerk', text, kenmerk);
}

function read(sort: PaymentReference['sort'], text: string, normalised: string | null): PaymentReference {
  return { sort, text: normalised ?? text, isRight: normalised !== null };
}

/** A payment reference as people read it: RF and betalingskenmerk in groups of four, an OGM between plus signs. */
export function formatPaymentReference(reference: string): string {
  const { sort, text, isRight } = readPaymentReference(reference);
  if (!isRight || sort === 'free') return reference;
  if (sort === 'ogm') return formatOgm(text);
  return sort === 'rf' ? formatRfReference(text) : text.replace(/\B(?=(?:\d{4})+$)/g, ' ');
}
