import { addDays, type IsoDate, weekday } from '../dates/civil.ts';
import { isBelgianHoliday } from '../dates/holidays.ts';
import { checkDate } from './checked-input.ts';
import { type Explanation, explanationStep } from './explanation.ts';

const article = 'art. XIX.2 Wetboek van economisch recht';
const termDays = 14;
const workingDaysByPost = 3;

export interface BelgianReminderTerm {
  /** Day the term starts. */
  readonly startsOn: IsoDate;
  /** Last day to pay without costs. */
  readonly lastDay: IsoDate;
  /** First day a clause may ask costs and interest. */
  readonly dueFrom: IsoDate;
  readonly steps: Explanation;
}

/**
 * The term of the first, free reminder to a Belgian consumer: at least fourteen calendar days, starting on the third working
 * day after posting or the day after an e-mail (WER art. XIX.2). Saturdays are not counted as working days and the day the
 * term starts is not counted as one of the fourteen: both only make the creditor wait. Throws `bad-date`,
 * `date-out-of-range`.
 */
export function belgianReminderTerm(sent: IsoDate, channel: 'post' | 'email'): BelgianReminderTerm {
  checkDate(sent);
  const startsOn = channel === 'email' ? addDays(sent, 1) : workingDaysAfter(sent, workingDaysByPost);
  const lastDay = addDays(startsOn, termDays);
  const dueFrom = addDays(lastDay, 1);
  const steps = [
    explanationStep(
      channel === 'email' ? 'reminder-be-email' : 'reminder-be-post',
      { sent: { date: sent }, from: { date: startsOn } },
      { article },
    ),
    explanationStep('reminder-be-last', { last: { date: lastDay }, due: { date: dueFrom } }, { article }),
  ];
  return { startsOn, lastDay, dueFrom, steps };
}

function workingDaysAfter(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (weekday(day) <= 5 && !isBelgianHoliday(day)) left--;
  }
  return day;
}
