import { epochDay, type IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { InterestLine } from './charges.ts';
import { checkAmount, checkDate, checkPaid, checkPrincipal } from './checked-input.ts';
import type { Explanation, ExplanationStep } from './explanation.ts';
import { InterestAccount, type QuietDays } from './interest-account.ts';
import {
  type Allocation,
  type DatedCredit,
  type ImputationOrder,
  type InterestPause,
  openingSteps,
  staleStep,
  totalStep,
} from './interest-steps.ts';
import { type InterestRate, interestTerms } from './interest-terms.ts';
import { LawProblem } from './problem.ts';
import { isStale } from './rate-lookup.ts';
import type { DayCount, RateKind, RateTables } from './rate-table.ts';

export interface Payment {
  readonly date: IsoDate;
  readonly amount: Cents;
}

/** A credit note. `start`: it corrects the claim, which was lower from the beginning (ex tunc); `date`: from its own day on (ex nunc). */
export interface InterestCredit {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly from: 'start' | 'date';
}

export interface InterestQuestion {
  readonly principal: Cents;
  readonly rate: InterestRate;
  /** Last day on which payment was in time. */
  readonly due: IsoDate;
  /** Last day counted. */
  readonly until: IsoDate;
  readonly payments?: readonly Payment[];
  readonly credits?: readonly InterestCredit[];
  readonly pauses?: readonly InterestPause[];
  /** Collection costs owed besides, without interest. */
  readonly costs?: Cents;
  /** First day on which the costs are owed; the first interest day when absent. */
  readonly costsFrom?: IsoDate;
  readonly dayCount: DayCount;
  readonly tables: RateTables;
  readonly imputation?: ImputationOrder;
}

export interface InterestResult {
  readonly lines: readonly InterestLine[];
  readonly interestTotal: Cents;
  /** In order of date; payments of one day in the order given. */
  readonly allocations: readonly Allocation[];
  /** The sum interest runs over, capitalised interest included. */
  readonly bearingOpen: Cents;
  /** Booked since the last capitalisation and not paid. */
  readonly interestOpen: Cents;
  readonly costsOpen: Cents;
  readonly totalOpen: Cents;
  /** Part of the credit notes beyond what was owed. */
  readonly creditLeft: Cents;
  readonly stale: boolean;
  readonly steps: Explanation;
}

/**
 * Interest over one debt from the day after its due date through `until`, and what its payments went to (art. 6:44 BW, or
 * principal first). A line ends at every rate row, anniversary of the first interest day, payment, credit note and pause,
 * and is rounded half-up to cents. Interest runs over the day of payment itself; a payment on the due date is in time and
 * goes to the principal. After the principal is paid nothing runs on.
 *
 * Throws a `LawProblem`: `bad-date`, `date-out-of-range` (1900–2199), `bad-amount`, `negative-principal`,
 * `amount-too-large`, `due-after-until`, `payment-before-due`, `payment-after-until`, `unknown-kind`, `bad-percent`,
 * `bad-pause` (ends before it begins), `rate-missing` (a day before the table).
 */
export function interestOver(question: InterestQuestion): InterestResult {
  const { account, allocations, stale } = calculated(question, null);
  let steps: Explanation | null = null;
  const { lines, interestTotal, bearing, accrued, costs, creditLeft } = account;
  return {
    lines,
    interestTotal,
    allocations,
    bearingOpen: bearing,
    interestOpen: accrued,
    costsOpen: costs,
    totalOpen: bearing + accrued + costs,
    creditLeft,
    stale,
    get steps() {
      steps ??= explained(question);
      return steps;
    },
  };
}

/** Calculates once more, writing down how: most results are never asked to explain themselves. */
function explained(question: InterestQuestion): Explanation {
  const { rate, due, until, dayCount, tables, pauses = [] } = question;
  const log = openingSteps(interestTerms(rate, due, dayCount, tables), due, pauses);
  const { account, stale } = calculated(question, log);
  log.push(totalStep(until, account.interestTotal));
  if (stale) log.push(staleStep(tables.checkedUntil[rate.kind as RateKind]));
  return log;
}

function calculated(question: InterestQuestion, log: ExplanationStep[] | null) {
  const {
    principal,
    rate,
    due,
    until,
    costs = 0,
    dayCount,
    tables,
    imputation = 'costs-interest-principal',
  } = question;
  checkDate(due);
  checkDate(until);
  checkPrincipal(principal);
  checkAmount(costs);
  if (due > until) throw new LawProblem('due-after-until', { due, until });
  const terms = interestTerms(rate, due, dayCount, tables);
  const payments = inOrder(question.payments ?? [], due, until);
  const account = new InterestAccount({
    terms,
    principal,
    costs,
    costsFrom: costsDay(question.costsFrom, terms.start),
    credits: datedCredits(question.credits ?? [], terms.start),
    pauses: quietDays(question.pauses ?? []),
    log,
  });
  const allocations = payments.map(({ date, amount }) => {
    const day = epochDay(date);
    account.bookUntil(day + 1);
    return account.pay(date, day, amount, imputation);
  });
  account.bookUntil(epochDay(until) + 1);
  account.close();
  return { account, allocations, stale: isStale(tables, rate.kind, until) };
}

function inOrder(payments: readonly Payment[], due: IsoDate, until: IsoDate): readonly Payment[] {
  let isSorted = true;
  let last = '';
  for (const { date, amount } of payments) {
    checkDate(date);
    checkPaid(amount);
    if (date < due) throw new LawProblem('payment-before-due', { date, due });
    if (date > until) throw new LawProblem('payment-after-until', { date, until });
    if (date < last) isSorted = false;
    last = date;
  }
  return isSorted ? payments : payments.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Day number from which costs are owed. */
export function costsDay(costsFrom: IsoDate | undefined, start: number): number {
  if (costsFrom === undefined) return start;
  checkDate(costsFrom);
  return epochDay(costsFrom);
}

/** Credit notes by the day they take effect: the first interest day, or the day after their own. */
export function datedCredits(credits: readonly InterestCredit[], start: number): readonly DatedCredit[] {
  const dated = credits.map(({ date, amount, from }) => {
    checkDate(date);
    checkPaid(amount);
    const isFromStart = from === 'start';
    return { from: isFromStart ? start : Math.max(start, epochDay(date) + 1), date, amount, isFromStart };
  });
  return dated.sort((a, b) => a.from - b.from);
}

/** Pauses in order of day, those that touch or overlap as one. */
export function quietDays(pauses: readonly InterestPause[]): readonly QuietDays[] {
  const sorted = pauses
    .map(({ from, until }) => {
      checkDate(from);
      checkDate(until);
      if (until < from) throw new LawProblem('bad-pause', { from, until });
      return { from: epochDay(from), until: epochDay(until) + 1 };
    })
    .sort((a, b) => a.from - b.from);
  const apart: { from: number; until: number }[] = [];
  for (const pause of sorted) {
    const last = apart.at(-1);
    if (last && pause.from <= last.until) last.until = Math.max(last.until, pause.until);
    else apart.push({ ...pause });
  }
  return apart;
}
