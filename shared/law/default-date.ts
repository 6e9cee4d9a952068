import { addDays, type IsoDate } from '../dates/civil.ts';
import { checkDate } from './checked-input.ts';
import { type Explanation, explanationStep } from './explanation.ts';
import { paymentTerm } from './payment-term.ts';

export interface DefaultInput {
  /** Last day of payment; null = not known. */
  readonly dueDate: IsoDate | null;
  /** The day was made up from a usual term and not confirmed. */
  readonly dueDerived: boolean;
  /** Whether the term was agreed; null = not stated: a consumer then counts as not having agreed, a business as having. */
  readonly termAgreed: boolean | null;
  /** Day of the invoice, from which the term of the law counts where none was agreed; null or absent = not known. */
  readonly invoiceDate?: IsoDate | null;
  readonly consumer: boolean;
  /** Last day of the reasonable term of a notice of default that was sent; null = none. */
  readonly noticeDeadline: IsoDate | null;
}

export interface DefaultDate {
  /** First day of default; null = nothing shows default yet. */
  readonly from: IsoDate | null;
  readonly steps: Explanation;
}

/**
 * From which day a debtor is in default (verzuim), and interest may run.
 *
 * A business or public body: from the day after the last day of payment, without notice (art. 6:119a lid 1, 6:119b lid 1 BW);
 * when it is stated that no term was agreed, not before thirty days after the invoice (lid 2).
 * A consumer: likewise when the term was agreed (fatal term, art. 6:83 onder a BW); otherwise from the day after the term
 * of a notice of default (art. 6:82 lid 1 BW). A made up due date proves nothing: then only a notice counts. The earlier
 * of both days holds. Throws `bad-date`, `date-out-of-range`.
 */
export function inDefaultFrom(input: DefaultInput): DefaultDate {
  const { dueDerived, termAgreed, consumer, noticeDeadline } = input;
  const dueDate = lastDayOf(input);
  if (noticeDeadline !== null) checkDate(noticeDeadline);
  const isFatal = dueDate !== null && !dueDerived && (!consumer || termAgreed === true);
  if (isFatal && (noticeDeadline === null || dueDate <= noticeDeadline)) {
    const article = consumer ? 'art. 6:83 onder a BW' : 'art. 6:119a lid 1 BW';
    const key = consumer ? 'default-fatal-term' : 'default-last-day';
    const from = addDays(dueDate, 1);
    return { from, steps: [explanationStep(key, { due: { date: dueDate }, from: { date: from } }, { article })] };
  }
  if (noticeDeadline !== null) {
    const from = addDays(noticeDeadline, 1);
    const values = { deadline: { date: noticeDeadline }, from: { date: from } };
    return { from, steps: [explanationStep('default-notice', values, { article: 'art. 6:82 lid 1 BW' })] };
  }
  const key = dueDate === null ? 'default-no-due-date' : dueDerived ? 'default-due-derived' : 'default-not-agreed';
  return { from: null, steps: [explanationStep(key, {}, { article: 'art. 6:82 lid 1 BW' })] };
}

/** The last day of payment, or the later one the law gives a business that agreed to none. */
function lastDayOf({ dueDate, termAgreed, consumer, invoiceDate = null }: DefaultInput): IsoDate | null {
  if (dueDate === null) return null;
  checkDate(dueDate);
  if (consumer || termAgreed !== false || invoiceDate === null) return dueDate;
  const { lastPaymentDay } = paymentTerm({ received: invoiceDate });
  return lastPaymentDay > dueDate ? lastPaymentDay : dueDate;
}
