import { addDays, type IsoDate, weekday } from '../dates/civil.ts';
import { dutchHolidays, isWorkingDay } from '../dates/holidays.ts';
import { checkDate } from './checked-input.ts';
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts';
import { LawProblem } from './problem.ts';
import { transitRules } from './tables/transit.ts';

const article = 'art. 6:96 lid 6 BW';
const caseLaw = 'HR 25-11-2016, ECLI:NL:HR:2016:2704';

export interface NoticeTermInput {
  /** Day the letter was posted or e-mailed. */
  readonly sent: IsoDate;
  /** Day of receipt when it can be proven; absent = presumed by post. */
  readonly received?: IsoDate | null | undefined;
  /** Delivery days an ordinary letter takes; absent = by the day of sending, see `defaultTransit`. */
  readonly transit?: 2 | 3 | undefined;
}

export interface NoticeTerm {
  /** Proven, else presumed day of receipt. */
  readonly presumedReceived: IsoDate;
  /** Last of fourteen full days, the first being the day after receipt. */
  readonly lastDay14: IsoDate;
  /** Last day under the wording "within fifteen days after delivery". */
  readonly lastDay15: IsoDate;
  /** `lastDay15`, moved to the next working day off a Saturday, Sunday or holiday. */
  readonly lastDaySafe: IsoDate;
  /** First day the announced costs are due. */
  readonly costsDueFrom: IsoDate;
  readonly steps: Explanation;
}

/** Delivery days an ordinary letter is presumed to take when sent on a day: 2, and 3 from 1 July 2027. */
export function defaultTransit(sent: IsoDate): 2 | 3 {
  return transitRules.findLast(({ from }) => from <= sent)?.days ?? 2;
}

/** No post is delivered on Sundays and holidays, nor on Mondays (Postwet 2009). */
function isDeliveryDay(date: IsoDate): boolean {
  const day = weekday(date);
  return day !== 7 && day !== 1 && !dutchHolidays(Number(date.slice(0, 4))).has(date);
}

/**
 * Day an ordinary letter is presumed received: the second (or third) day after posting, Sundays, Mondays and official
 * holidays not counted (HR 25-11-2016, ECLI:NL:HR:2016:2704).
 */
function presumedReceipt(sent: IsoDate, transit: 2 | 3 = defaultTransit(sent)): IsoDate {
  checkDate(sent);
  if (transit !== 2 && transit !== 3) throw new LawProblem('bad-transit', { value: String(transit) });
  let day = sent;
  for (let left: number = transit; left > 0; ) {
    day = addDays(day, 1);
    if (isDeliveryDay(day)) left--;
  }
  return day;
}

/** The day itself, or the next one that is no Saturday, Sunday or holiday (Algemene termijnenwet art. 1, as a safety). */
function nextWorkingDay(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/**
 * The days of a veertiendagenbrief (art. 6:96 lid 6 BW): the term starts the day after receipt. With a proven day of receipt
 * the presumption is not used. Throws `bad-date`, `date-out-of-range`, `received-before-sent`, `bad-transit`.
 */
export function noticeTerm({ sent, received = null, transit }: NoticeTermInput): NoticeTerm {
  const presumed = presumedReceipt(sent, transit ?? defaultTransit(sent));
  if (received !== null) {
    checkDate(received);
    if (received < sent) throw new LawProblem('received-before-sent', { sent, received });
  }
  const day = received ?? presumed;
  const lastDay14 = addDays(day, 14);
  const lastDay15 = addDays(day, 15);
  const lastDaySafe = nextWorkingDay(lastDay15);
  const costsDueFrom = addDays(lastDaySafe, 1);
  const receipt =
    received === null
      ? explanationStep(
          'notice-presumed',
          { sent: { date: sent }, received: { date: day }, days: { count: transit ?? defaultTransit(sent) } },
          { article, source: caseLaw },
        )
      : explanationStep('notice-received', { received: { date: day } }, { article });
  const steps: ExplanationStep[] = [
    receipt,
    explanationStep('notice-fourteen', { from: { date: addDays(day, 1) }, last: { date: lastDay14 } }, { article }),
    explanationStep('notice-fifteen', { last: { date: lastDay15 } }, { article, source: caseLaw }),
  ];
  if (lastDaySafe !== lastDay15) {
    const values = { day: { date: lastDay15 }, last: { date: lastDaySafe } };
    steps.push(explanationStep('notice-moved', values, { article: 'art. 1 Algemene termijnenwet' }));
  }
  steps.push(explanationStep('notice-costs-due', { from: { date: costsDueFrom } }, { article }));
  return { presumedReceived: day, lastDay14, lastDay15, lastDaySafe, costsDueFrom, steps };
}

/**
 * The earliest last day a veertiendagenbrief sent by post may print: no earlier than fourteen full days after presumed
 * receipt. A fixed number of days after the date of the letter is too early before weekends and holidays.
 */
export function earliestPrintedDate(sent: IsoDate, transit?: 2 | 3): IsoDate {
  return noticeTerm({ sent, transit }).lastDay14;
}
