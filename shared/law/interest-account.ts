import { fromEpochDay, type IsoDate } from '../dates/civil.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import type { InterestLine } from './charges.ts';
import type { ExplanationStep } from './explanation.ts';
import {
  type Allocation,
  capitalisedStep,
  creditStep,
  type DatedCredit,
  type ImputationOrder,
  lineStep,
  paymentStep,
  unallocatedStep,
} from './interest-steps.ts';
import { dayAfterMonths, type InterestTerms } from './interest-terms.ts';
import { interestOf } from './per-time.ts';
import { LawProblem } from './problem.ts';
import { type RateGround, rowIndexOn } from './rate-lookup.ts';

/** A stretch of days without interest, `until` not included, as day numbers. */
export interface QuietDays {
  readonly from: number;
  readonly until: number;
}

export interface AccountOpening {
  readonly terms: InterestTerms;
  readonly principal: Cents;
  readonly costs: Cents;
  /** Day number from which the costs are owed; a payment before it cannot go to them. */
  readonly costsFrom: number;
  /** In order of day. */
  readonly credits: readonly DatedCredit[];
  /** In order of day, apart from each other. */
  readonly pauses: readonly QuietDays[];
  /** Receives how the account came about; null where nobody reads it. */
  readonly log: ExplanationStep[] | null;
}

/**
 * The account of one debt, carried forward from its first interest day: interest is booked up to a day, payments are
 * imputed, credit notes and anniversaries take effect by themselves. All amounts in cents, all days as day numbers.
 */
export class InterestAccount {
  /** First day whose interest is not booked yet. */
  day: number;
  /** The sum interest runs over, capitalised interest included. */
  bearing: Cents;
  /** Booked interest that is neither paid nor capitalised. */
  accrued: Cents = 0;
  costs: Cents;
  /** Credit notes beyond what was left to lower. */
  creditLeft: Cents = 0;
  interestTotal: Cents = 0;
  readonly lines: InterestLine[] = [];

  private readonly opening: AccountOpening;
  private readonly terms: InterestTerms;
  private row = -1;
  private nextRow = Number.NEGATIVE_INFINITY;
  private period = 0;
  private periodEnd: number;
  private denominator = 365;
  private nextCredit = 0;
  private nextPause = 0;

  constructor(opening: AccountOpening) {
    this.opening = opening;
    this.terms = opening.terms;
    this.day = opening.terms.start;
    this.bearing = opening.principal;
    this.costs = opening.costs;
    this.periodEnd = this.day;
    this.openPeriod();
  }

  /** Books interest over every day before `end`. */
  bookUntil(end: number): void {
    while (this.day < end) {
      this.settleCredits();
      if (this.bearing === 0) {
        this.day = end;
        return;
      }
      if (this.day === this.periodEnd) this.closePeriod();
      if (this.day >= this.nextRow) this.findRow();
      const cut = this.nextCut(end);
      if (!this.isQuiet()) this.bookLine(cut);
      this.day = cut;
    }
  }

  /** Takes what ends on the last booked day into account: credit notes, and the year or month that is now full. */
  close(): void {
    this.settleCredits();
    if (this.day === this.periodEnd && this.bearing > 0) this.closePeriod();
  }

  /** Everything a payment of that day can go to; interest through it must have been booked. */
  openOn(day: number): Cents {
    this.settleCredits();
    return this.bearing + this.accrued + this.costsOn(day);
  }

  /** Imputes a payment; interest through its day must have been booked. */
  pay(date: IsoDate, day: number, amount: Cents, order: ImputationOrder): Allocation {
    this.settleCredits();
    const owedCosts = this.costsOn(day);
    let left = amount;
    const take = (open: Cents): Cents => {
      const taken = Math.min(left, open);
      left -= taken;
      return taken;
    };
    let costs = 0;
    let interest = 0;
    let principal = 0;
    if (order === 'principal-first') {
      principal = take(this.bearing);
      interest = take(this.accrued);
      costs = take(owedCosts);
    } else {
      costs = take(owedCosts);
      interest = take(this.accrued);
      principal = take(this.bearing);
    }
    this.costs -= costs;
    this.accrued -= interest;
    this.bearing -= principal;
    const allocation = { date, amount, costs, interest, principal, unallocated: left };
    this.opening.log?.push(paymentStep(allocation, order));
    if (left > 0) this.opening.log?.push(unallocatedStep(date, left));
    return allocation;
  }

  /** What a day of interest comes to from now on, when nothing changes. */
  ahead(): { readonly base: Cents; readonly units: number; readonly denominator: number } {
    if (this.day >= this.nextRow) this.findRow();
    return { base: this.bearing, units: this.terms.steps.units[this.row] as number, denominator: this.denominator };
  }

  private costsOn(day: number): Cents {
    return day >= this.opening.costsFrom ? this.costs : 0;
  }

  private nextCut(end: number): number {
    let cut = end < this.periodEnd ? end : this.periodEnd;
    if (this.nextRow < cut) cut = this.nextRow;
    const credit = this.opening.credits[this.nextCredit];
    if (credit && credit.from < cut) cut = credit.from;
    const pause = this.pauseAhead();
    if (pause) {
      const edge = pause.from > this.day ? pause.from : pause.until;
      if (edge < cut) cut = edge;
    }
    return cut;
  }

  private pauseAhead(): QuietDays | undefined {
    const { pauses } = this.opening;
    while (this.nextPause < pauses.length && (pauses[this.nextPause] as QuietDays).until <= this.day) this.nextPause++;
    return pauses[this.nextPause];
  }

  private isQuiet(): boolean {
    const pause = this.opening.pauses[this.nextPause];
    return pause !== undefined && pause.from <= this.day;
  }

  private bookLine(cut: number): void {
    const { steps } = this.terms;
    const days = cut - this.day;
    const { bearing, denominator, row } = this;
    const interest = interestOf(bearing, steps.units[row] as number, days, denominator);
    const line: InterestLine = {
      from: written(this.day),
      toIncl: written(cut - 1),
      days,
      percent: steps.percent[row] as string,
      base: bearing,
      denominator,
      interest,
    };
    this.lines.push(line);
    this.accrued += interest;
    this.interestTotal += interest;
    this.refuseEndlessSum();
    this.opening.log?.push(lineStep(line, steps.grounds[row] as RateGround));
  }

  private settleCredits(): void {
    const { credits, log } = this.opening;
    for (let credit = credits[this.nextCredit]; credit && credit.from <= this.day; credit = credits[this.nextCredit]) {
      const lowered = Math.min(credit.amount, this.bearing);
      this.bearing -= lowered;
      this.creditLeft += credit.amount - lowered;
      this.nextCredit++;
      log?.push(creditStep(credit));
    }
  }

  private closePeriod(): void {
    const { capitaliseMonths, periodMonths } = this.terms;
    this.period++;
    if (capitaliseMonths > 0 && (this.period * periodMonths) % capitaliseMonths === 0 && this.accrued > 0) {
      const added = this.accrued;
      this.bearing += added;
      this.accrued = 0;
      this.opening.log?.push(capitalisedStep(this.terms, written(this.day), added, this.bearing));
    }
    this.openPeriod();
  }

  private openPeriod(): void {
    const { terms } = this;
    const begin = this.periodEnd;
    this.periodEnd = dayAfterMonths(terms, (this.period + 1) * terms.periodMonths);
    if (terms.perMonth) this.denominator = this.periodEnd - begin;
    else if (terms.dayCount === 'actual') {
      const year = Math.floor((this.period * terms.periodMonths) / 12);
      this.denominator = dayAfterMonths(terms, (year + 1) * 12) - dayAfterMonths(terms, year * 12);
    }
  }

  private findRow(): void {
    const { steps, kind } = this.terms;
    this.row = kind === 'contract' ? 0 : rowIndexOn(steps, kind, this.day);
    this.nextRow = steps.from[this.row + 1] ?? Number.POSITIVE_INFINITY;
  }

  private refuseEndlessSum(): void {
    if (!Number.isSafeInteger(this.bearing + this.accrued + this.interestTotal)) {
      throw new LawProblem('amount-too-large', { amount: this.bearing });
    }
  }
}

/**
 * Interest per day over debts together from now on, when nothing changes: rounded once for each percentage and length of
 * year, not for each debt.
 */
export function perDayOf(accounts: readonly InterestAccount[]): Cents {
  const sums = new Map<string, { units: number; denominator: number; base: Cents }>();
  for (const account of accounts) {
    if (account.bearing === 0) continue;
    const { base, units, denominator } = account.ahead();
    const key = `${units}/${denominator}`;
    const sum = sums.get(key);
    if (sum) sum.base += base;
    else sums.set(key, { units, denominator, base });
  }
  return sumOf([...sums.values()], ({ base, units, denominator }) => interestOf(base, units, 1, denominator));
}

/** 1900-01-01 and how many days are let in from then on. */
const firstDay = -25_567;
const dates: (IsoDate | undefined)[] = new Array(110_000);

/** The date of a day number from 1900 on, each written once: interest lines of a ledger share their days. */
function written(day: number): IsoDate {
  const at = day - firstDay;
  let date = dates[at];
  if (date === undefined) {
    date = fromEpochDay(day);
    dates[at] = date;
  }
  return date;
}
