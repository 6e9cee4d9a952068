import { daysInMonth, epochDay, epochDayOf, type IsoDate } from '../dates/civil.ts';
import { percentText, percentUnits } from './per-time.ts';
import { LawProblem } from './problem.ts';
import { type RateSteps, rateSteps } from './rate-lookup.ts';
import type { DayCount, RateKind, RateTables } from './rate-table.ts';

/** A statutory rate. */
export interface StatutoryRate {
  readonly kind: RateKind;
  /** Interest is never added to the principal. */
  readonly simple?: boolean;
  /** The debtor is a public body: the trade rate, by art. 6:119b BW. */
  readonly publicBody?: boolean;
}

/** An agreed rate. Simple unless compounding was agreed (law §3). */
export interface AgreedRate {
  readonly kind: 'contract';
  /** Decimal string, 0–100, at most four decimals. */
  readonly percent: string;
  readonly per: 'month' | 'year';
  readonly compound: 'none' | 'month' | 'year';
  /** What allows it between these parties; absent = the Dutch articles for any debtor, null = no article to name. */
  readonly article?: string | null;
}

export type InterestRate = StatutoryRate | AgreedRate;

/** How interest runs over one debt, ready for calculating. */
export interface InterestTerms {
  readonly kind: RateKind | 'contract';
  /** Day number of the first interest day: the day after the due date. */
  readonly start: number;
  /** First interest day in parts: anniversaries are counted from it. */
  readonly startDate: readonly [year: number, month: number, day: number];
  readonly steps: RateSteps;
  /** The percentage is per month instead of per year. */
  readonly perMonth: boolean;
  /** Months between the cuts that are counted from the first interest day: 1 or 12. */
  readonly periodMonths: 1 | 12;
  /** Months after which unpaid interest is added to the base; 0 = never. */
  readonly capitaliseMonths: 0 | 1 | 12;
  readonly dayCount: DayCount;
  /** Statutory interest that is simple because default began under the law of before 1992. */
  readonly underOldLaw: boolean;
  /** The trade rate is owed by a public body. */
  readonly publicBody: boolean;
}

/** First day of the present Civil Code; debts in default before it keep the old law (Overgangswet art. 182). */
const presentCode = epochDayOf(1992, 1, 1);

/**
 * How a rate runs over a debt with this due date. Belgian interest between businesses is simple: adding it to the
 * principal asks a summons or a separate agreement (Belgian BW, old art. 1154). Throws `unknown-kind`, also for another
 * period than month or year, and `bad-percent`.
 */
export function interestTerms(rate: InterestRate, due: IsoDate, dayCount: DayCount, tables: RateTables): InterestTerms {
  const start = epochDay(due) + 1;
  const startDate = nextDate(Number(due.slice(0, 4)), Number(due.slice(5, 7)), Number(due.slice(8, 10)));
  const { kind } = rate;
  return { kind, start, startDate, dayCount, ...(kind === 'contract' ? agreed(rate) : statutory(rate, start, tables)) };
}

type Conventions = Pick<
  InterestTerms,
  'steps' | 'perMonth' | 'periodMonths' | 'capitaliseMonths' | 'underOldLaw' | 'publicBody'
>;

function statutory(
  { kind, simple, publicBody = false }: StatutoryRate,
  start: number,
  tables: RateTables,
): Conventions {
  const underOldLaw = start < presentCode;
  const isSimple = simple === true || kind === 'be-b2b' || underOldLaw;
  const capitaliseMonths = isSimple ? 0 : 12;
  return {
    steps: rateSteps(tables, kind),
    perMonth: false,
    periodMonths: 12,
    capitaliseMonths,
    underOldLaw,
    publicBody,
  };
}

function agreed({ percent, per, compound, article = agreedArticle }: AgreedRate): Conventions {
  const perMonth = per === 'month';
  if (!perMonth && per !== 'year') throw new LawProblem('unknown-kind', { kind: String(per) });
  const capitaliseMonths = compound === 'none' ? 0 : compound === 'month' ? 1 : 12;
  if (capitaliseMonths === 12 && compound !== 'year') throw new LawProblem('unknown-kind', { kind: String(compound) });
  const periodMonths = perMonth || capitaliseMonths === 1 ? 1 : 12;
  return {
    steps: agreedSteps(percent, article),
    perMonth,
    periodMonths,
    capitaliseMonths,
    underOldLaw: false,
    publicBody: false,
  };
}

/** An agreed rate takes the place of the statutory one, for consumers and public bodies only a higher one. */
const agreedArticle = 'art. 6:119 lid 3, 6:119a en 6:119b BW';

function agreedSteps(percent: string, article: string | null): RateSteps {
  const units = percentUnits(percent);
  return {
    from: [Number.NEGATIVE_INFINITY],
    units: [units],
    percent: [percentText(units)],
    grounds: [{ article, source: null }],
    rows: [],
  };
}

function nextDate(year: number, month: number, day: number): readonly [number, number, number] {
  if (day < daysInMonth(year, month)) return [year, month, day + 1];
  return month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
}

/** Day number `months` after the first interest day, on the last day of a month too short: 29 February → 28 February. */
export function dayAfterMonths(terms: InterestTerms, months: number): number {
  const [year, month, day] = terms.startDate;
  const index = year * 12 + month - 1 + months;
  const inYear = Math.floor(index / 12);
  const inMonth = (index % 12) + 1;
  return epochDayOf(inYear, inMonth, day > 28 ? Math.min(day, daysInMonth(inYear, inMonth)) : day);
}
