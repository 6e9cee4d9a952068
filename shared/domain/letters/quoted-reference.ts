import {
  formatPaymentReference,
  type PaymentReference,
  readPaymentReference,
} from '../../identifiers/payment-reference.ts';
import type { LetterPlan } from '../letter.ts';

/** What a letter asks to quote, as people read it. Our own numbers are never taken for a structured reference. */
export function quotedReference({
  paymentReference,
  ourReference,
}: Pick<LetterPlan, 'paymentReference' | 'ourReference'>): Pick<PaymentReference, 'sort' | 'text'> {
  if (ourReference === undefined) return { sort: 'free', text: paymentReference };
  const { sort, isRight } = readPaymentReference(paymentReference);
  return { sort: isRight ? sort : 'free', text: formatPaymentReference(paymentReference) };
}

/** What a letter is known by: in its head, its file names and its enclosures. */
export function letterReference({ paymentReference, ourReference }: LetterPlan): string {
  return ourReference ?? paymentReference;
}
