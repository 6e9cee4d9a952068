import type { IsoDate } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import { type NoChargesReason, noChargesReason } from '../dunning/charge-mode.ts';
import { type ChargeContext, type ChargedClaim, costsDue, interestBases } from '../dunning/charges.ts';
import { costsClauseOf, lapsedNotice } from '../dunning/costs-charge.ts';
import { type ChosenRate, chosenRate, statutoryRateOf } from '../dunning/interest-charge.ts';
import { type Notices, noticesOf } from '../dunning/notices.ts';
import { positionsOf } from '../dunning/position.ts';
import { countsForLevel, isOfPresentCycle } from '../dunning/reached.ts';
import type { CostsCharge, InterestLine } from '../law/charges.ts';
import type { Explanation } from '../law/explanation.ts';
import { type DebtBalance, type ImputationResult, imputePayments } from '../law/imputation.ts';
import { shareByWeight } from '../law/pro-rata.ts';
import { LawProblem } from '../law/problem.ts';
import type { RateKind, RateTables } from '../law/rate-table.ts';
import { type Cents, sumOf } from '../money/cents.ts';

/** Why a claim in a currency is its principal only. */
export type PrincipalOnlyReason = NoChargesReason | 'rates-missing';

/** One invoice of the claim with its interest and what its payments went to (art. 6:44 BW). */
export interface ClaimItem {
  readonly itemId: string;
  readonly number: string;
  /** What was owed when interest began; paid at an unknown day counts as paid by then. */
  readonly principal: Cents;
  /** First interest day; null = no interest runs. */
  readonly interestFrom: IsoDate | null;
  readonly lines: readonly InterestLine[];
  readonly interest: Cents;
  /** Its part of the costs, in proportion to the principals. */
  readonly costs: Cents;
  readonly principalOpen: Cents;
  readonly interestOpen: Cents;
  readonly steps: Explanation;
}

/** Where a payment after the first interest day went; costs + interest + principal + unallocated = amount. */
export interface ClaimImputation {
  readonly date: IsoDate;
  readonly number: string;
  readonly amount: Cents;
  readonly costs: Cents;
  readonly interest: Cents;
  readonly principal: Cents;
  readonly unallocated: Cents;
}

/** Interest and costs of a claim; every amount in euros. */
export interface ClaimCharges {
  readonly rate: RateKind | 'contract';
  /** Clause the agreed interest rests on; null = the statute. */
  readonly interestClause: string | null;
  readonly costsClause: string | null;
  readonly items: readonly ClaimItem[];
  readonly costs: CostsCharge | null;
  /** First day the costs were owed. */
  readonly costsFrom: IsoDate | null;
  readonly costsOpen: Cents;
  readonly imputations: readonly ClaimImputation[];
  /** Interest per day after the day of the claim, as long as nothing changes. */
  readonly perDay: Cents;
  readonly stale: boolean;
  /** Why this rate, and how payments were imputed. */
  readonly steps: Explanation;
}

/**
 * Interest and costs of everything a debtor owes in euros, payments imputed to costs, interest and principal (art. 6:43 and
 * 6:44 BW; criterion B3). Holds do not matter: what is disputed is claimed too, and named. The reason when the claim is its
 * principal only. An allocation is what the debtor designated.
 */
export function claimCharges(
  ledger: DebtorLedger,
  debtor: Debtor,
  administration: Administration,
  rates: RateTables,
  asOf: IsoDate,
): ClaimCharges | PrincipalOnlyReason {
  const impossible = noChargesReason(debtor, 'EUR');
  if (impossible) return impossible;
  const { hold: _, ...free } = ledger;
  const context: ChargeContext = { ledger, debtor, administration, rates, today: asOf };
  const position = positionsOf(free, asOf).find(({ currency }) => currency === 'EUR');
  const claims: readonly ChargedClaim[] = position?.claims ?? [];
  const creditTotal = position?.creditTotal ?? 0;
  const notices = noticesOf(ledger, debtor);
  const costs = costsDue(context, claims, creditTotal, notices);
  const costsFrom = costs ? costsFromOf(context, claims, notices) : null;
  try {
    return chargesOf(context, claims, creditTotal, notices, costs, costsFrom);
  } catch (error) {
    if (error instanceof LawProblem) return 'rates-missing';
    throw error;
  }
}

function chargesOf(
  context: ChargeContext,
  claims: readonly ChargedClaim[],
  creditTotal: Cents,
  notices: Notices,
  costs: CostsCharge | null,
  costsFrom: IsoDate | null,
): ClaimCharges {
  const { debtor, administration, rates: tables, today: until } = context;
  const dayCount = administration.dayCount ?? '365';
  const { bases, quiet } = interestBases(context, claims, creditTotal, notices);
  const chosen: ChosenRate =
    bases.length > 0
      ? chosenRate(debtor, bases, { until, dayCount, tables })
      : { rate: { kind: statutoryRateOf(debtor) }, clause: null, steps: [] };
  const { rate } = chosen;
  const silent = quiet.map(({ item, claimable }) => ({ itemId: item.id, number: item.number, principal: claimable }));
  const result = imputePayments({
    debts: [
      ...bases.map(({ itemId, number, principal, due }) => ({ itemId, number, principal, due, rate })),
      ...silent.map((own) => ({ ...own, due: until, rate })),
    ],
    payments: bases.flatMap(({ itemId, reductions }) =>
      reductions.map(({ date, amount }) => ({ date, amount, designated: [itemId] })),
    ),
    until,
    dayCount,
    tables,
    costs: costs?.total ?? 0,
    costsFrom: costsFrom ?? until,
  });
  const principals = new Map([...bases, ...silent].map(({ itemId, principal }) => [itemId, principal]));
  return {
    rate: rate.kind,
    interestClause: chosen.clause,
    costsClause: costsClauseOf(debtor, costs),
    items: itemsOf(result, principals, costs?.total ?? 0),
    costs,
    costsFrom,
    costsOpen: result.sharedCostsOpen,
    imputations: imputationsOf(result),
    perDay: result.perDay,
    stale: result.stale,
    steps: [...chosen.steps, ...result.steps],
  };
}

/** Day the costs were owed from: of a consumer when the first letter lapsed, else when a letter first charged them. */
function costsFromOf(
  { ledger, debtor, today }: ChargeContext,
  claims: readonly ChargedClaim[],
  notices: Notices,
): IsoDate {
  const ids = new Set(claims.map(({ item }) => item.id));
  const days = Object.values(ledger.letter ?? {})
    .filter((letter) => countsForLevel(letter) && letter.plan.amounts.costs > 0)
    .filter(({ plan }) => plan.items.some((line) => ids.has(line.itemId) && isOfPresentCycle(ledger, line)))
    .map(({ plan }) => plan.date);
  if (debtor.kind === 'consumer') {
    for (const id of ids) {
      const notice = lapsedNotice(notices, id, today);
      if (notice) days.push(notice.costsDueFrom);
    }
  }
  return days.sort()[0] ?? today;
}

function itemsOf(
  { debts }: ImputationResult,
  principals: ReadonlyMap<string, Cents>,
  costs: Cents,
): readonly ClaimItem[] {
  const weights = debts.map(({ itemId }) => principals.get(itemId) ?? 0);
  const shares = costs > 0 ? shareByWeight(costs, weights) : [];
  return debts.map((debt, index): ClaimItem => {
    const principal = weights[index] ?? 0;
    const principalOpen = principalOpenOf(debt, principal);
    return {
      itemId: debt.itemId,
      number: debt.number,
      principal,
      interestFrom: debt.lines[0]?.from ?? null,
      lines: debt.lines,
      interest: debt.interestTotal,
      costs: shares[index] ?? 0,
      principalOpen,
      interestOpen: debt.bearingOpen + debt.interestOpen - principalOpen,
      steps: debt.steps,
    };
  });
}

/** What is left of the principal itself: a payment to the sum interest runs over lowers it before interest that was added to it. */
function principalOpenOf({ allocations, bearingOpen, interestOpen }: DebtBalance, principal: Cents): Cents {
  const paid = sumOf(allocations, (share) => share.principal);
  return Math.min(Math.max(0, principal - paid), bearingOpen + interestOpen);
}

function imputationsOf({ payments, debts }: ImputationResult): readonly ClaimImputation[] {
  const numbers = new Map(debts.map(({ itemId, number }) => [itemId, number]));
  return payments.map(({ date, amount, sharedCosts, shares, unallocated }) => ({
    date,
    number: shares.map(({ itemId }) => numbers.get(itemId) ?? '').join(', '),
    amount,
    costs: sharedCosts + sumOf(shares, (share) => share.costs),
    interest: sumOf(shares, (share) => share.interest),
    principal: sumOf(shares, (share) => share.principal),
    unallocated: unallocated + sumOf(shares, (share) => share.unallocated),
  }));
}
