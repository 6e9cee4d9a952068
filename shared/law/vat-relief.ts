import { addDays, addMonths, daysInMonth, type IsoDate, isoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { checkAmount, checkDate } from './checked-input.ts';
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts';
import { inForce } from './in-force.ts';
import { interestOf } from './per-time.ts';
import { LawProblem } from './problem.ts';
import { generalVat, reducedVat } from './tables/vat.ts';

const article = 'art. 29 Wet OB 1968';
/** Before 2017 relief was asked for separately, after two years. */
const inForceFrom: IsoDate = '2017-01-01';

export const filingPeriods = ['month', 'quarter', 'year'] as const;
export type FilingPeriod = (typeof filingPeriods)[number];

export interface VatReliefInput {
  /** Last day of payment. */
  readonly due: IsoDate;
  /** Invoice amount with VAT, in cents. */
  readonly gross: Cents;
  /** What was paid of it, in cents. */
  readonly paid: Cents;
  readonly rate: number;
  readonly period: FilingPeriod;
  /** What came in after the VAT was reclaimed, in cents. */
  readonly receivedLater?: Cents | null;
}

export interface VatRelief {
  /** Day the claim counts as uncollectable at the latest: a year after it became due. */
  readonly uncollectableOn: IsoDate;
  /** Return the VAT is reclaimed in: `2026-10`, `2026-Q4`, `2026`. */
  readonly returnPeriod: string;
  /** Last day to file that return. */
  readonly returnDue: IsoDate;
  /** The next period, where counting the year from the day after the last day of payment ends in it; null elsewhere. */
  readonly alternativeReturnPeriod: string | null;
  /** VAT in the unpaid part, in cents. */
  readonly vat: Cents;
  /** VAT due again on what came in later; null when nothing did. */
  readonly vatDueAgain: Cents | null;
  readonly steps: Explanation;
}

/**
 * VAT relief on a bad debt (art. 29 Wet OB 1968): in the return of the period in which one year passed since the last day of
 * payment, in proportion to the unpaid part. Whether the year counts from that day or the next is open; where that changes
 * the period, both are given. Throws `bad-date`, `date-out-of-range` (due before 2017), `bad-amount`, `amount-too-large`,
 * `paid-above-gross`, `bad-vat-rate`, `bad-period`.
 */
export function vatRelief({ due, gross, paid, rate, period, receivedLater = null }: VatReliefInput): VatRelief {
  checkDate(due, inForceFrom);
  for (const amount of [gross, paid, receivedLater ?? 0]) checkAmount(amount);
  if (paid + (receivedLater ?? 0) > gross) {
    throw new LawProblem('paid-above-gross', { paid: paid + (receivedLater ?? 0), gross });
  }
  const rates = [inForce(generalVat).percent, inForce(reducedVat).percent];
  if (!rates.includes(rate)) {
    throw new LawProblem('bad-vat-rate', { value: String(rate), allowed: rates.map((own) => `${own}%`).join(', ') });
  }
  if (!filingPeriods.includes(period)) throw new LawProblem('bad-period', { value: String(period) });
  const uncollectableOn = addMonths(due, 12);
  const returnPeriod = periodOf(uncollectableOn, period);
  const returnDue = filingDay(uncollectableOn, period);
  const alternativeReturnPeriod = alternativePeriod(due, period);
  const vat = vatIn(gross - paid, rate);
  const vatDueAgain = receivedLater === null ? null : vatIn(receivedLater, rate);
  const percent = { percent: String(rate) };
  const steps: ExplanationStep[] = [
    explanationStep('relief-year', { due: { date: due }, on: { date: uncollectableOn } }, { article }),
    explanationStep('relief-vat', { unpaid: { cents: gross - paid }, percent }, { amount: vat, article }),
    explanationStep('relief-return', { period: { text: returnPeriod }, last: { date: returnDue } }, { article }),
  ];
  if (alternativeReturnPeriod !== null) {
    const values = { period: { text: returnPeriod }, alternative: { text: alternativeReturnPeriod } };
    steps.push(explanationStep('relief-either', values, { article }));
  }
  if (receivedLater !== null && vatDueAgain !== null) {
    const values = { received: { cents: receivedLater }, percent };
    steps.push(explanationStep('relief-again', values, { amount: vatDueAgain, article }));
  }
  return { uncollectableOn, returnPeriod, returnDue, alternativeReturnPeriod, vat, vatDueAgain, steps };
}

/** VAT in an amount with VAT, half a cent up. */
function vatIn(amount: Cents, rate: number): Cents {
  return interestOf(amount, 1_000_000, rate, 100 + rate);
}

/** The filing period a day falls in, as returns are named. */
function periodOf(date: IsoDate, period: FilingPeriod): string {
  const year = date.slice(0, 4);
  if (period === 'year') return year;
  return period === 'month' ? date.slice(0, 7) : `${year}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Last month of the filing period of a day. */
function lastMonth(date: IsoDate, period: FilingPeriod): number {
  const month = Number(date.slice(5, 7));
  return period === 'year' ? 12 : period === 'month' ? month : Math.ceil(month / 3) * 3;
}

/** Month and quarter: the end of the month after the period; year: 31 March after it. */
function filingDay(date: IsoDate, period: FilingPeriod): IsoDate {
  const year = Number(date.slice(0, 4));
  if (period === 'year') return isoDate(year + 1, 3, 31);
  const ends = lastMonth(date, period);
  const [nextYear, next] = ends === 12 ? [year + 1, 1] : [year, ends + 1];
  return isoDate(nextYear, next, daysInMonth(nextYear, next));
}

function alternativePeriod(due: IsoDate, period: FilingPeriod): string | null {
  const on = addMonths(due, 12);
  const own = periodOf(on, period);
  const candidates = [addDays(on, 1), addMonths(addDays(due, 1), 12)].map((day) => periodOf(day, period));
  return candidates.find((other) => other !== own) ?? null;
}
