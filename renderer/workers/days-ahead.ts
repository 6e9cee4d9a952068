import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import { isWorkingDay } from '#shared/dates/holidays.ts';
import { administrationIn, type Books } from '#shared/domain/books.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { type Queue, todayQueues } from '#shared/dunning/today.ts';

/** Days the next start may be on: the next, and the next working day. */
export function daysAhead(today: IsoDate): readonly IsoDate[] {
  const next = addDays(today, 1);
  let working = next;
  while (!isWorkingDay(working)) working = addDays(working, 1);
  return next === working ? [next] : [next, working];
}

/** What there is to do on a day to come, should nothing be written until then; null in books without an administration. */
export function queuesOn(books: Books, day: IsoDate): readonly Queue[] | null {
  const administration = administrationIn(books);
  if (!administration) return null;
  return todayQueues(books, computeProposals(books, administration, { today: day, acceptStale: null }));
}
