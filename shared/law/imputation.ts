import { epochDay, fromEpochDay, type IsoDate } from '../dates/civil.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import type { InterestLine } from './charges.ts';
import { checkAmount, checkDate, checkPaid, checkPrincipal } from './checked-input.ts';
import type { Explanation, ExplanationStep } from './explanation.ts';
import { costsDay, datedCredits, type InterestCredit, quietDays } from './interest.ts';
import { InterestAccount, perDayOf } from './interest-account.ts';
import {
  type Allocation,
  designationStep,
  type InterestPause,
  openingSteps,
  sharedCostsStep,
  staleStep,
  totalStep,
} from './interest-steps.ts';
import { type InterestRate, type InterestTerms, interestTerms } from './interest-terms.ts';
import { shareByWeight } from './pro-rata.ts';
import { LawProblem } from './problem.ts';
import { isStale, rowIndexOn } from './rate-lookup.ts';
import type { DayCount, RateTables } from './rate-table.ts';

/** One claim on the debtor, with its own rate and, where it has any, its own costs. */
export interface Debt {
  readonly itemId: string;
  readonly number: string;
  readonly principal: Cents;
  /** Last day on which payment was in time. */
  readonly due: IsoDate;
  readonly rate: InterestRate;
  readonly costs?: Cents;
  /** First day on which its costs are owed; the first interest day when absent. */
  readonly costsFrom?: IsoDate;
  readonly credits?: readonly InterestCredit[];
  readonly pauses?: readonly InterestPause[];
}

export interface DebtorPayment {
  readonly date: IsoDate;
  readonly amount: Cents;
  /** Debts the debtor named with the payment, each one of `debts`, in the order named. */
  readonly designated?: readonly string[];
}

export interface ImputationQuestion {
  readonly debts: readonly Debt[];
  readonly payments: readonly DebtorPayment[];
  /** Last day counted. */
  readonly until: IsoDate;
  readonly dayCount: DayCount;
  readonly tables: RateTables;
  /** Costs over all debts together (art. 6:96 lid 7 BW). */
  readonly costs?: Cents;
  /** First day on which they are owed; the first interest day of the oldest debt when absent. */
  readonly costsFrom?: IsoDate;
}

/** What a payment did to one debt. */
export interface DebtShare extends Allocation {
  readonly itemId: string;
}

/** Where a payment went; shared costs + Σ shares + unallocated = amount. */
export interface PaymentImputation {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly sharedCosts: Cents;
  readonly shares: readonly DebtShare[];
  readonly unallocated: Cents;
}

/** A debt after its payments, as `interestOver` tells of a single one. */
export interface DebtBalance {
  readonly itemId: string;
  readonly number: string;
  /** First interest day. */
  readonly from: IsoDate;
  readonly lines: readonly InterestLine[];
  readonly interestTotal: Cents;
  readonly bearingOpen: Cents;
  readonly interestOpen: Cents;
  readonly costsOpen: Cents;
  readonly totalOpen: Cents;
  readonly creditLeft: Cents;
  readonly allocations: readonly DebtShare[];
  readonly stale: boolean;
  readonly steps: Explanation;
}

export interface ImputationResult {
  readonly debts: readonly DebtBalance[];
  /** In order of date; payments of one day in the order given. */
  readonly payments: readonly PaymentImputation[];
  readonly sharedCostsOpen: Cents;
  readonly interestTotal: Cents;
  /** Everything still owed, shared costs included. */
  readonly totalOpen: Cents;
  /** Interest per day after `until` over the debts that are late then, when nothing changes. */
  readonly perDay: Cents;
  /** What was paid beyond everything owed on its day. */
  readonly unallocated: Cents;
  readonly stale: boolean;
  readonly steps: Explanation;
}

interface OpenDebt {
  readonly debt: Debt;
  readonly terms: InterestTerms;
  readonly account: InterestAccount;
  readonly log: ExplanationStep[];
  readonly allocations: DebtShare[];
}

/**
 * Imputes payments over the debts of one debtor and books the interest of each. A payment goes to the debts the debtor
 * named, in that order, else to those that are due, of these to the most onerous (the highest rate on that day), then the oldest, then in
 * proportion (art. 6:43 BW); within a debt to costs, accrued interest and principal (art. 6:44 BW), the costs the debts
 * share first. Every cent is in a share, in the shared costs or unallocated. A line of a debt is cut only by payments that
 * reach it. A payment before a debt is due lowers its principal without interest.
 *
 * Throws the `LawProblem`s of `interestOver`, except `payment-before-due` and `due-after-until`: a debt that is not due yet
 * bears nothing.
 */
export function imputePayments(question: ImputationQuestion): ImputationResult {
  const { until, dayCount, tables, costs = 0 } = question;
  checkDate(until);
  checkAmount(costs);
  const debts = question.debts.map((debt) => opened(debt, dayCount, tables));
  const known = new Set(question.debts.map(({ itemId }) => itemId));
  const firstStart = debts.reduce((first, { terms }) => Math.min(first, terms.start), epochDay(until));
  const sharedFrom = costsDay(question.costsFrom, firstStart);
  const steps: ExplanationStep[] = [];
  let sharedOpen = costs;
  const payments = paymentsInOrder(question.payments, until, known).map((payment) => {
    const { date, amount, designated = [] } = payment;
    const day = epochDay(date);
    const sharedCosts = day >= sharedFrom ? Math.min(amount, sharedOpen) : 0;
    sharedOpen -= sharedCosts;
    if (sharedCosts > 0) steps.push(sharedCostsStep(date, sharedCosts));
    steps.push(designationStep(date, amount, designated.length > 0));
    const shares = imputeOne(debts, { date, day, amount: amount - sharedCosts, designated });
    const unallocated = amount - sharedCosts - sumOf(shares, (share) => share.amount);
    return { date, amount, sharedCosts, shares, unallocated };
  });
  const end = epochDay(until) + 1;
  const balances = debts.map((own) => closed(own, until, tables));
  return {
    debts: balances,
    payments,
    sharedCostsOpen: sharedOpen,
    interestTotal: sumOf(balances, (balance) => balance.interestTotal),
    totalOpen: sharedOpen + sumOf(balances, (balance) => balance.totalOpen),
    perDay: perDayOf(debts.filter(({ terms }) => terms.start < end).map(({ account }) => account)),
    unallocated: sumOf(payments, (payment) => payment.unallocated),
    stale: balances.some((balance) => balance.stale),
    steps,
  };
}

function opened(debt: Debt, dayCount: DayCount, tables: RateTables): OpenDebt {
  checkDate(debt.due);
  checkPrincipal(debt.principal);
  checkAmount(debt.costs ?? 0);
  const terms = interestTerms(debt.rate, debt.due, dayCount, tables);
  const { pauses = [] } = debt;
  const log = openingSteps(terms, debt.due, pauses);
  const account = new InterestAccount({
    terms,
    principal: debt.principal,
    costs: debt.costs ?? 0,
    costsFrom: costsDay(debt.costsFrom, terms.start),
    credits: datedCredits(debt.credits ?? [], terms.start),
    pauses: quietDays(pauses),
    log,
  });
  return { debt, terms, account, log, allocations: [] };
}

function closed({ debt, terms, account, log, allocations }: OpenDebt, until: IsoDate, tables: RateTables): DebtBalance {
  account.bookUntil(epochDay(until) + 1);
  account.close();
  const { itemId, number } = debt;
  const { lines, interestTotal, bearing, accrued, costs, creditLeft } = account;
  const { kind } = terms;
  const stale = isStale(tables, kind, until);
  log.push(totalStep(until, interestTotal));
  if (stale && kind !== 'contract') log.push(staleStep(tables.checkedUntil[kind]));
  return {
    itemId,
    number,
    from: fromEpochDay(terms.start),
    lines,
    interestTotal,
    bearingOpen: bearing,
    interestOpen: accrued,
    costsOpen: costs,
    totalOpen: bearing + accrued + costs,
    creditLeft,
    allocations,
    stale,
    steps: log,
  };
}

interface DayPayment {
  readonly date: IsoDate;
  readonly day: number;
  readonly amount: Cents;
  readonly designated: readonly string[];
}

/** Lays one payment against the debts in their legal order. */
function imputeOne(debts: readonly OpenDebt[], { date, day, amount, designated }: DayPayment): readonly DebtShare[] {
  const shares: DebtShare[] = [];
  let left = amount;
  for (const group of inLegalOrder(debts, day, designated)) {
    if (left === 0) break;
    for (const own of group) own.account.bookUntil(day + 1);
    const open = group.map(({ account }) => account.openOn(day));
    const whole = sumOf(open, (part) => part);
    if (whole === 0) continue;
    const parts = left >= whole ? open : shareByWeight(left, open);
    for (const [at, own] of group.entries()) {
      const part = parts[at] as Cents;
      if (part === 0) continue;
      const share = { itemId: own.debt.itemId, ...own.account.pay(date, day, part, 'costs-interest-principal') };
      own.allocations.push(share);
      shares.push(share);
      left -= part;
    }
  }
  return shares;
}

/** Debts in the order of art. 6:43 BW; those of equal rank together. */
function inLegalOrder(
  debts: readonly OpenDebt[],
  day: number,
  designated: readonly string[],
): readonly (readonly OpenDebt[])[] {
  const ranked = debts
    .filter(({ account }) => account.bearing + account.accrued + account.costs > 0)
    .map((own) => ({
      own,
      rank: [
        placeNamed(designated, own.debt.itemId),
        own.terms.start - 1 <= day ? 0 : 1,
        -yearlyUnits(own.terms, day),
        own.terms.start,
      ],
    }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const groups: OpenDebt[][] = [];
  let last: readonly number[] | null = null;
  for (const { own, rank } of ranked) {
    if (last && compareRanks(last, rank) === 0) groups.at(-1)?.push(own);
    else groups.push([own]);
    last = rank;
  }
  return groups;
}

/** Place of a debt among those the debtor named; the others come after them, together. */
function placeNamed(designated: readonly string[], itemId: string): number {
  const at = designated.indexOf(itemId);
  return at < 0 ? designated.length : at;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] as number;
    if (value !== other) return value - other;
  }
  return 0;
}

/** The percentage per year of a debt on a day, or on its first interest day when that is later. */
function yearlyUnits({ steps, kind, perMonth, start }: InterestTerms, day: number): number {
  const row = kind === 'contract' ? 0 : rowIndexOn(steps, kind, Math.max(day, start));
  return (steps.units[row] as number) * (perMonth ? 12 : 1);
}

function paymentsInOrder(
  payments: readonly DebtorPayment[],
  until: IsoDate,
  known: ReadonlySet<string>,
): readonly DebtorPayment[] {
  for (const { date, amount, designated = [] } of payments) {
    checkDate(date);
    checkPaid(amount);
    if (date > until) throw new LawProblem('payment-after-until', { date, until });
    const stranger = designated.find((itemId) => !known.has(itemId));
    if (stranger !== undefined) throw new Error(`a payment names ${stranger}, which is none of the debts`);
  }
  return payments.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
