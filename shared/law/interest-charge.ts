import { addDays, epochDay, fromEpochDay, type IsoDate } from '../dates/civil.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import type { InterestCharge, ItemInterest } from './charges.ts';
import { checkAmount, checkDate, checkPrincipal } from './checked-input.ts';
import type { Explanation, ExplanationStep } from './explanation.ts';
import { InterestAccount, perDayOf } from './interest-account.ts';
import { type DatedCredit, groundStep, rateStep, staleStep, termsSteps, totalStep } from './interest-steps.ts';
import { type InterestRate, interestTerms } from './interest-terms.ts';
import { groundOf, isStale, ratesBetween } from './rate-lookup.ts';
import type { DayCount, RateKind, RateTables } from './rate-table.ts';

/** An item interest is asked over, with what lowered it since. */
export interface ChargedItem {
  readonly itemId: string;
  readonly number: string;
  readonly principal: Cents;
  /** Last day without interest: the due date, or for a consumer the day before default began. */
  readonly due: IsoDate;
  /** Payments and credit notes, by day; one on or before `due` counts from the start, one after `until` not yet. */
  readonly reductions: readonly { readonly date: IsoDate; readonly amount: Cents }[];
}

export interface ChargeQuestion {
  readonly items: readonly ChargedItem[];
  readonly rate: InterestRate;
  /** Last day counted. */
  readonly until: IsoDate;
  readonly dayCount: DayCount;
  readonly tables: RateTables;
}

/**
 * Interest over the items of a letter, each by itself and principal first: what was paid lowered the principal, as the
 * ledger has it. Items over which nothing runs by `until` are left out. Throws the `LawProblem`s of `interestOver` for
 * dates, amounts and rates.
 */
export function interestCharge({ items, rate, until, dayCount, tables }: ChargeQuestion): InterestCharge {
  checkDate(until);
  const end = epochDay(until) + 1;
  const charged: ItemInterest[] = [];
  const accounts: InterestAccount[] = [];
  for (const item of items) {
    checkDate(item.due);
    checkPrincipal(item.principal);
    const terms = interestTerms(rate, item.due, dayCount, tables);
    if (terms.start >= end) continue;
    const account = new InterestAccount({
      terms,
      principal: item.principal,
      costs: 0,
      costsFrom: end,
      credits: datedReductions(item, terms.start, end),
      pauses: [],
      log: null,
    });
    account.bookUntil(end);
    account.close();
    const { lines, interestTotal } = account;
    const { itemId, number } = item;
    if (lines.length > 0) {
      charged.push({ itemId, number, from: fromEpochDay(terms.start), lines, total: interestTotal });
    }
    accounts.push(account);
  }
  const stale = isStale(tables, rate.kind, until);
  const total = sumOf(charged, (item) => item.total);
  const perDay = perDayOf(accounts);
  const steps = chargeSteps({ rate, until, dayCount, tables, charged, total, stale });
  return { kind: rate.kind, dayCount, until, items: charged, total, perDay, stale, steps };
}

function datedReductions(item: ChargedItem, start: number, end: number): readonly DatedCredit[] {
  const dated: DatedCredit[] = [];
  for (const { date, amount } of item.reductions) {
    checkDate(date);
    checkAmount(amount);
    const from = Math.max(start, epochDay(date) + 1);
    if (from <= end) dated.push({ from, date, amount, isFromStart: false });
  }
  return dated.sort((a, b) => a.from - b.from);
}

interface ChargeFound {
  readonly rate: InterestRate;
  readonly until: IsoDate;
  readonly dayCount: DayCount;
  readonly tables: RateTables;
  readonly charged: readonly ItemInterest[];
  readonly total: Cents;
  readonly stale: boolean;
}

/** What the items share, their lines being in the charge itself: ground, convention and the rate rows used. */
function chargeSteps({ rate, until, dayCount, tables, charged, total, stale }: ChargeFound): Explanation {
  const first = charged.reduce((earliest, { from }) => (from < earliest ? from : earliest), until);
  const terms = interestTerms(rate, addDays(first, -1), dayCount, tables);
  const steps: ExplanationStep[] = [groundStep(terms), ...termsSteps(terms)];
  if (rate.kind !== 'contract' && charged.length > 0) {
    for (const row of ratesBetween(tables, rate.kind, first, until)) steps.push(rateStep(row, groundOf(row)));
  }
  steps.push(totalStep(until, total));
  if (stale) steps.push(staleStep(tables.checkedUntil[rate.kind as RateKind]));
  return steps;
}
