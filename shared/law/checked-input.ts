import { type IsoDate, isIsoDate } from '../dates/civil.ts';
import { type Cents, toDecimal } from '../money/cents.ts';
import { largestAmount } from './per-time.ts';
import { LawProblem } from './problem.ts';

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
  if (!Number.isInteger(amount) || amount < 0) {
    throw new LawProblem('bad-amount', { value: Number.isInteger(amount) ? toDecimal(amount) : String(amount) });
  }
  if (amount > largestAmount) throw new LawProblem('amount-too-large', { amount });
}

/** As {@link checkAmount}, for a payment or credit note: nothing is no payment. */
export function checkPaid(amount: Cents): void {
  checkAmount(amount);
  if (amount === 0) throw new LawProblem('bad-amount', { value: '0' });
}

/** As {@link checkAmount}, for a claim: a negative one is `negative-principal`. */
export function checkPrincipal(principal: Cents): void {
  if (principal < 0) throw new LawProblem('negative-principal', { amount: principal });
  checkAmount(principal);
}
