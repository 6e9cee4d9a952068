import { type IsoDate, isIsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { LawProblem } from './problem.ts';

/** Ten billion euro: larger is a slip of the keyboard, and every sum stays exact. */
export const largestAmount: Cents = 1_000_000_000_000;

const earliest: IsoDate = '1900-01-01';
const latest: IsoDate = '2199-12-31';

/**
 * Refuses a day that does not exist (`bad-date`) or lies outside `from`–`until` (`date-out-of-range`); without bounds the
 * years 1900–2199, so that a term counted from it stays a date.
 */
export function checkDate(date: IsoDate, from: IsoDate = earliest, until: IsoDate = latest): void {
  if (!isIsoDate(date)) throw new LawProblem('bad-date', { value: date });
  if (date < from || date > until) throw new LawProblem('date-out-of-range', { date, from, until });
}

/** Refuses what is no whole number of cents (`bad-amount`) and what nobody owes (`amount-too-large`). */
export function checkAmount(amount: Cents): void {
  if (!Number.isInteger(amount) || amount < 0) throw new LawProblem('bad-amount', { value: String(amount) });
  if (amount > largestAmount) throw new LawProblem('amount-too-large', { amount });
}

/** As {@link checkAmount}, for a claim: a negative one is `negative-principal`. */
export function checkPrincipal(principal: Cents): void {
  if (principal < 0) throw new LawProblem('negative-principal', { amount: principal });
  checkAmount(principal);
}

/** A percentage from 0 to 100 with at most four decimals, in ten-thousandths: `10.40` → 104000; else `bad-percent`. */
export function percentUnits(percent: string): number {
  const parts = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent);
  const units = parts ? Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0')) : Number.NaN;
  if (!(units <= 1_000_000)) throw new LawProblem('bad-percent', { value: percent });
  return units;
}
