import { addMonths, type IsoDate } from '../dates/civil.ts';
import { checkDate } from './checked-input.ts';
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts';
import { LawProblem } from './problem.ts';

/** Terms that occur: carriage 1, consumer sale 2, contract and periodic 5, judgment 20. */
const limitationYears = [1, 2, 5, 20] as const;
export type LimitationYears = (typeof limitationYears)[number];

const articles: Readonly<Record<LimitationYears, string>> = {
  1: 'art. 8:1711 BW',
  2: 'art. 7:28 BW',
  5: 'art. 3:307 lid 1 BW',
  20: 'art. 3:324 lid 1 BW',
};
const longestAfterInterruption = 5;

export interface LimitationInput {
  /** Last day of payment, or the day of the judgment. */
  readonly due: IsoDate;
  readonly years: number;
  /** Days an interrupting letter was received or the debtor acknowledged the claim; in any order. */
  readonly interrupted?: readonly IsoDate[];
}

export interface Limitation {
  /** Last day on which an interrupting letter must have been received; after it the claim is time-barred. */
  readonly lastSafeDay: IsoDate;
  /** Interruptions that came after the claim was time-barred: they change nothing. */
  readonly tooLate: readonly IsoDate[];
  readonly steps: Explanation;
}

/** Same day so many years later; 29 February becomes 28 February. */
function yearsAfter(date: IsoDate, years: number): IsoDate {
  return addMonths(date, 12 * years);
}

/**
 * When a claim becomes time-barred: the term starts the day after it became due and ends without extension for weekends. An
 * interruption starts a new term of the same length the next day, at most five years and never ending before the original
 * (art. 3:317, 3:318, 3:319 BW). An interruption after the last day no longer counts and is answered in `tooLate`. Throws
 * `bad-date`, `date-out-of-range`, `bad-years`, `interruption-before-due`.
 */
export function limitation({ due, years, interrupted = [] }: LimitationInput): Limitation {
  checkDate(due);
  const term = limitationYears.find((own) => own === years);
  if (term === undefined) throw new LawProblem('bad-years', { value: String(years) });
  for (const date of interrupted) {
    checkDate(date);
    if (date < due) throw new LawProblem('interruption-before-due', { date, due });
  }
  let lastSafeDay = yearsAfter(due, term);
  const values = { due: { date: due }, count: { count: term }, last: { date: lastSafeDay } };
  const steps: ExplanationStep[] = [explanationStep('limitation-term', values, { article: articles[term] })];
  const tooLate: IsoDate[] = [];
  const again = Math.min(term, longestAfterInterruption);
  for (const date of interrupted.toSorted()) {
    if (date > lastSafeDay) {
      tooLate.push(date);
      steps.push(explanationStep('limitation-too-late', { date: { date } }, { article: 'art. 3:317 lid 1 BW' }));
      continue;
    }
    const renewed = yearsAfter(date, again);
    const isLonger = renewed > lastSafeDay;
    if (isLonger) lastSafeDay = renewed;
    const key = isLonger ? 'limitation-interrupted' : 'limitation-not-shortened';
    const renewal = { date: { date }, count: { count: again }, last: { date: lastSafeDay } };
    steps.push(explanationStep(key, renewal, { article: 'art. 3:319 lid 2 BW' }));
  }
  return { lastSafeDay, tooLate, steps };
}
