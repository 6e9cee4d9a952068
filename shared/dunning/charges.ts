import type { IsoDate } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { LetterAmounts } from '../domain/letter.ts';
import type { CostsCharge, InterestCharge, LetterCharges } from '../law/charges.ts';
import { noticeTerm } from '../law/notice-term.ts';
import { LawProblem } from '../law/problem.ts';
import { isStale } from '../law/rate-lookup.ts';
import type { RateTables } from '../law/rate-table.ts';
import type { Cents, Currency } from '../money/cents.ts';
import { type ChargedStep, type ChargeMode, chargeModeOf, isWaived } from './charge-mode.ts';
import { type CostsBase, costsAfterNotice, costsClauseOf, costsOf } from './costs-charge.ts';
import { datedAllocations, defaultFrom, type InterestBase, interestBaseOf, isInDefault } from './interest-base.ts';
import { interestOf, statutoryRateOf } from './interest-charge.ts';
import { type Notices, noticesOf } from './notices.ts';
import { mayBePeriodicTerms } from './periodic-terms.ts';

/** Whose claim is charged, by which rates, on which day. */
export interface ChargeContext {
  readonly ledger: DebtorLedger;
  readonly debtor: Debtor;
  readonly administration: Administration;
  readonly rates: RateTables;
  readonly today: IsoDate;
}

/** An open invoice and what a letter claims of it, holds and credit notes that name it already taken off. */
export interface ChargedClaim {
  readonly item: OpenItem;
  readonly open: Cents;
  readonly claimable: Cents;
}

export interface ChargeQuestion {
  readonly currency: Currency;
  readonly claims: readonly ChargedClaim[];
  /** Σ of unallocated credits the letter takes off; ≤ 0. */
  readonly creditTotal: Cents;
  readonly step: ChargedStep;
}

/** What the user should know of the charges before a letter goes out; texts are `letters.warning.<code>`. */
export type ChargeWarning =
  | 'rates-stale'
  | 'rates-missing'
  | 'interest-not-started'
  | 'principal-only'
  | 'charges-waived'
  | 'periodic-terms';

/** What a letter claims, and how the extras came about. */
export interface Charged {
  readonly amounts: LetterAmounts;
  /** Null when nothing is charged, announced or given up. */
  readonly charges: LetterCharges | null;
  /** On a veertiendagenbrief: first day the announced costs are due. */
  readonly costsDueFrom: IsoDate | null;
  readonly warnings: readonly ChargeWarning[];
}

/**
 * The amounts of a letter: principal, and interest and collection costs as its step, the kind of debtor, the law it falls
 * under and earlier letters allow (criteria B4, D5; art. 6:96, 6:119, 6:119a, 6:119b BW). Interest runs through the letter
 * date, over the claimed part of each item, principal first. What was given up is left out. Never throws for rates that are
 * missing: then no interest is charged, with a warning.
 */
export function chargesFor(context: ChargeContext, question: ChargeQuestion): Charged {
  const { debtor, administration, today } = context;
  const { claims, creditTotal, currency, step } = question;
  let principal = creditTotal;
  for (const claim of claims) principal += claim.claimable;
  const mode = chargeModeOf(step, debtor, currency);
  if (mode.interest === 'none' && mode.costs === 'none') {
    const amounts = { principal, interest: 0, costs: 0, costsAnnounced: 0, total: principal };
    return { amounts, charges: null, costsDueFrom: null, warnings: principalOnlyWarning(step, debtor) };
  }
  const notices = noticesOf(context.ledger, debtor);
  const interest = mode.interest === 'none' ? noInterest : interestDue(context, claims, creditTotal, notices);
  const costs = mode.costs === 'none' ? null : costsDue(context, claims, creditTotal, notices, mode.costs);
  const waived = (['interest', 'costs'] as const).filter(
    (what) => mode[what] !== 'none' && claims.every(({ item }) => isWaived(context.ledger, item.id, what)),
  );
  const isNotice = step.action === 'fourteen-day-letter' && costs !== null;
  return {
    amounts: amountsOf(principal, interest.charge?.total ?? 0, costs?.total ?? 0, mode),
    charges: lettered(debtor, interest, costs, waived),
    costsDueFrom: isNotice ? costsDueFromOf(administration, today) : null,
    warnings: [
      ...(interest.charge?.stale ? (['rates-stale'] as const) : []),
      ...(interest.isRateMissing ? (['rates-missing'] as const) : []),
      ...(interest.isNotStarted ? (['interest-not-started'] as const) : []),
      ...(waived.length > 0 ? (['charges-waived'] as const) : []),
      ...periodicWarning(context, question),
    ],
  };
}

/**
 * Amount and warnings of a letter before it is planned: as {@link chargesFor}, but reckoned only where the step charges, so
 * that a run over all debtors stays cheap.
 */
export function chargesAhead(
  context: ChargeContext,
  question: ChargeQuestion,
): Pick<Charged, 'warnings'> & { readonly total: Cents } {
  const { debtor, rates, today } = context;
  const { claims, creditTotal, currency, step } = question;
  const mode = chargeModeOf(step, debtor, currency);
  if (mode.interest === 'charge' || mode.costs === 'charge') {
    const { amounts, warnings } = chargesFor(context, question);
    return { total: amounts.total, warnings };
  }
  let total = creditTotal;
  for (const claim of claims) total += claim.claimable;
  const isStaleAhead = mode.interest === 'announce' && isStale(rates, statutoryRateOf(debtor), today);
  const asked = isStaleAhead ? (['rates-stale'] as const) : principalOnlyWarning(step, debtor);
  return { total, warnings: [...asked, ...(mode.costs === 'none' ? [] : periodicWarning(context, question))] };
}

function periodicWarning({ ledger, today }: ChargeContext, { claims, step }: ChargeQuestion): readonly ChargeWarning[] {
  if (step.action !== 'fourteen-day-letter') return [];
  const amounts = claims.map(({ claimable }) => claimable);
  return mayBePeriodicTerms(ledger, amounts, today) ? ['periodic-terms'] : [];
}

/** First day the costs of a veertiendagenbrief of this day are due, receipt presumed (art. 6:96 lid 6 BW). */
function costsDueFromOf({ postalDays }: Administration, sent: IsoDate): IsoDate {
  return noticeTerm(postalDays === undefined ? { sent } : { sent, transit: postalDays }).costsDueFrom;
}

function lettered(
  debtor: Debtor,
  { charge, clause }: InterestDue,
  costs: CostsCharge | null,
  waived: readonly ('interest' | 'costs')[],
): LetterCharges | null {
  if (!charge && !costs && waived.length === 0) return null;
  const costsClause = costsClauseOf(debtor, costs);
  return {
    jurisdiction: jurisdictionOf(debtor),
    interest: charge,
    costs,
    ...(charge && clause !== null ? { interestClause: clause } : {}),
    ...(costsClause !== null ? { costsClause } : {}),
    ...(waived.length > 0 ? { waived } : {}),
  };
}

function principalOnlyWarning(step: ChargedStep, debtor: Debtor): readonly ChargeWarning[] {
  const wantsCharges = step.interest !== 'none' || step.costs !== 'none';
  return wantsCharges && jurisdictionOf(debtor) === 'none' ? ['principal-only'] : [];
}

function amountsOf(principal: Cents, interest: Cents, costs: Cents, mode: ChargeMode): LetterAmounts {
  const charged = { interest: mode.interest === 'charge' ? interest : 0, costs: mode.costs === 'charge' ? costs : 0 };
  const costsAnnounced = mode.costs === 'announce' ? costs : 0;
  return { principal, ...charged, costsAnnounced, total: principal + charged.interest + charged.costs };
}

/** Unallocated credits lower the oldest items, from the start; items nothing is left of stay with 0. */
function withoutCredits(claims: readonly ChargedClaim[], creditTotal: Cents): readonly ChargedClaim[] {
  if (creditTotal === 0) return claims;
  let left = -creditTotal;
  const oldestFirst = [...claims].sort((a, b) => ((a.item.dueDate ?? '9') < (b.item.dueDate ?? '9') ? -1 : 1));
  return oldestFirst.map((claim) => {
    const laid = Math.min(left, claim.claimable);
    left -= laid;
    return laid === 0 ? claim : { ...claim, claimable: claim.claimable - laid };
  });
}

/** Interest through today, and why some of it is not there. */
export interface InterestDue {
  /** Null when it comes to nothing. */
  readonly charge: InterestCharge | null;
  readonly clause: string | null;
  /** With some item the debtor is not certainly in default. */
  readonly isNotStarted: boolean;
  /** The table has no percentage for part of the period. */
  readonly isRateMissing: boolean;
}

const noInterest: InterestDue = { charge: null, clause: null, isNotStarted: false, isRateMissing: false };

/** Claims interest runs over through today, and those it does not: given up, or not certainly in default. */
export function interestBases(
  { ledger, debtor, today }: ChargeContext,
  claims: readonly ChargedClaim[],
  creditTotal: Cents,
  notices: Notices,
): {
  readonly bases: readonly InterestBase[];
  readonly quiet: readonly ChargedClaim[];
  readonly isNotStarted: boolean;
} {
  const isUnagreed = debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE' && !debtor.agreedInterest;
  const allocations = datedAllocations(ledger);
  const bases: InterestBase[] = [];
  const quiet: ChargedClaim[] = [];
  let isNotStarted = false;
  for (const claim of withoutCredits(claims, creditTotal)) {
    const { item, open, claimable } = claim;
    const isWanted = !isUnagreed && !isWaived(ledger, item.id, 'interest');
    const from = isWanted ? defaultFrom(item, debtor, notices) : null;
    const base =
      from !== null && from <= today
        ? interestBaseOf(item, open, claimable, from, allocations.get(item.id) ?? [], today)
        : null;
    if (base) bases.push(base);
    else quiet.push(claim);
    if (isWanted && (from === null || from > today)) isNotStarted = true;
  }
  return { bases, quiet, isNotStarted };
}

/** Interest over claims through today, whatever a step does with it; `creditTotal` lowers the oldest. */
export function interestDue(
  context: ChargeContext,
  claims: readonly ChargedClaim[],
  creditTotal: Cents,
  notices: Notices,
): InterestDue {
  const { debtor, administration, rates: tables, today: until } = context;
  const { bases, isNotStarted } = interestBases(context, claims, creditTotal, notices);
  if (bases.length === 0) return { ...noInterest, isNotStarted };
  try {
    const dayCount = administration.dayCount ?? '365';
    const { charge, clause } = interestOf(debtor, bases, { until, dayCount, tables });
    return { charge: charge.total > 0 ? charge : null, clause, isNotStarted, isRateMissing: false };
  } catch (error) {
    if (!(error instanceof LawProblem)) throw error;
    return { ...noInterest, isNotStarted, isRateMissing: true };
  }
}

/**
 * Collection costs over claims: `announce` what they would be, `charge` what is owed today, which a consumer owes only
 * after its letter lapsed and others only over items they are in default with. Null when there are none.
 */
export function costsDue(
  { ledger, debtor, administration, today }: ChargeContext,
  claims: readonly ChargedClaim[],
  creditTotal: Cents,
  notices: Notices,
  mode: 'announce' | 'charge' = 'charge',
): CostsCharge | null {
  const kept = withoutCredits(claims, creditTotal).filter(({ item }) => !isWaived(ledger, item.id, 'costs'));
  if (mode === 'announce') return costsOf(debtor, administration, basesOf(kept), today);
  if (debtor.kind !== 'consumer') {
    const owed = kept.filter(({ item }) => isInDefault(item, debtor, notices, today));
    return costsOf(debtor, administration, basesOf(owed), today);
  }
  if (jurisdictionOf(debtor) === 'NL') return costsAfterNotice(ledger, administration, notices, basesOf(kept), today);
  if (!debtor.agreedCosts) return null;
  const reminded = kept.filter(({ item }) => (notices.freeReminderLapsed.get(item.id) ?? '9999') <= today);
  return costsOf(debtor, administration, basesOf(reminded), today);
}

function basesOf(claims: readonly ChargedClaim[]): readonly CostsBase[] {
  return claims
    .filter(({ claimable }) => claimable > 0)
    .map(({ item, claimable }) => ({ itemId: item.id, principal: claimable }));
}
