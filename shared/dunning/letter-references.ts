import type { OpenItem } from '../domain/item.ts';
import type { LetterPlan } from '../domain/letter.ts';
import { formatOgm } from '../identifiers/ogm.ts';
import { readPaymentReference } from '../identifiers/payment-reference.ts';

/** Longest reference a bank transfer carries (SEPA remittance information). */
const referenceLength = 140;

/** A claimed item, as far as it says what to quote. */
type Claimed = Pick<OpenItem, 'number' | 'paymentReference'>;

/**
 * What the letter is known by, and what the debtor is asked to quote (criterion E2). A payment finds its invoices by the
 * reference the creditor gave them: where all claimed items state the same, that one is quoted. Several would be several
 * payments: then, and where none is stated, our own is.
 */
export function referencesOf(
  code: string,
  items: readonly Claimed[],
): Pick<LetterPlan, 'paymentReference' | 'ourReference'> {
  const ourReference = own(code, items);
  const paymentReference = statedByAll(items);
  return paymentReference === null || paymentReference === ourReference
    ? { paymentReference: ourReference }
    : { paymentReference, ourReference };
}

/** The single invoice number, else the debtor's code and as many numbers as a transfer has room for. */
function own(code: string, items: readonly Claimed[]): string {
  const [only] = items;
  return items.length === 1 && only?.number ? only.number : withNumbers(code, items);
}

function withNumbers(start: string, items: readonly Claimed[]): string {
  let reference = start;
  for (const { number } of items) {
    if (number === '') continue;
    if (reference.length + number.length + 1 > referenceLength) break;
    reference += ` ${number}`;
  }
  return reference;
}

/** The one reference that all items state. Free text may be shared by many debtors: the numbers go with it. */
function statedByAll(items: readonly Claimed[]): string | null {
  const [stated, ...others] = new Set(items.map(({ paymentReference }) => asBanksTakeIt(paymentReference ?? '')));
  if (!stated || others.length > 0) return null;
  if (readPaymentReference(stated).sort !== 'free') return stated;
  const said = lettersAndDigits(stated);
  return withNumbers(
    stated,
    items.filter(({ number }) => !said.includes(lettersAndDigits(number))),
  );
}

/**
 * A stated reference, a structured one without groups and the word before it. Null where its check digits are wrong, since a
 * banking app refuses those, and for a text that says too little to find an invoice by.
 */
function asBanksTakeIt(stated: string): string | null {
  const text = stated.trim();
  for (const written of [text, text.replace(/^\p{L}{5,}[\s:.]+/u, '')]) {
    const reference = readPaymentReference(written);
    if (reference.sort === 'free') continue;
    if (!reference.isRight) return null;
    return reference.sort === 'ogm' ? formatOgm(reference.text) : reference.text;
  }
  const said = lettersAndDigits(text);
  return said.length < 5 || said.replace(/\D/g, '').length < 3 || text.length > referenceLength ? null : text;
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
