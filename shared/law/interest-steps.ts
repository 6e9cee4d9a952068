import { fromEpochDay, type IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { InterestLine } from './charges.ts';
import { type ExplanationStep, explanationStep } from './explanation.ts';
import type { InterestTerms } from './interest-terms.ts';
import type { RateGround } from './rate-lookup.ts';
import type { RateKind, RateRow } from './rate-table.ts';

/** Days over which no interest is asked, both included, and why: the creditor's own default, a justified dispute. */
export interface InterestPause {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
}

type Kind = RateKind | 'contract';

/** Where the law says that interest runs, and from when. */
const startArticle: Readonly<Record<RateKind, string>> = {
  wettelijk: 'art. 6:119 lid 1 BW',
  handel: 'art. 6:119a lid 1 BW',
  'be-b2b': 'art. 5 wet van 2 augustus 2002 (België)',
};
const capitaliseArticle: Readonly<Record<Kind, string | null>> = {
  wettelijk: 'art. 6:119 lid 2 BW',
  handel: 'art. 6:119a lid 3 BW',
  'be-b2b': null,
  contract: null,
};

function startArticleOf({ kind, steps, publicBody }: InterestTerms): string | null {
  if (publicBody) return 'art. 6:119b lid 1 BW';
  return kind === 'contract' ? (steps.grounds[0]?.article ?? null) : startArticle[kind];
}

function capitaliseArticleOf({ kind, publicBody }: InterestTerms): string | null {
  return publicBody ? 'art. 6:119b lid 3 BW' : capitaliseArticle[kind];
}

function startStep(terms: InterestTerms, due: IsoDate, from: IsoDate): ExplanationStep {
  return explanationStep(
    'interest-start',
    { due: { date: due }, from: { date: from } },
    { article: startArticleOf(terms) },
  );
}

/** How the interest of one debt runs, before its first line. */
export function openingSteps(terms: InterestTerms, due: IsoDate, pauses: readonly InterestPause[]): ExplanationStep[] {
  return [
    startStep(terms, due, fromEpochDay(terms.start)),
    ...termsSteps(terms),
    ...pauses.map((pause) => pauseStep(terms.kind, pause)),
  ];
}

/** The conventions of a rate. */
export function termsSteps(terms: InterestTerms): readonly ExplanationStep[] {
  const agreed = terms.kind === 'contract' ? [agreedStep(terms)] : [];
  return [...agreed, compoundingStep(terms), dayCountStep(terms)];
}

/** The same for the items of a letter, each of which says its first day itself. */
export function groundStep(terms: InterestTerms): ExplanationStep {
  return explanationStep('interest-ground', {}, { article: startArticleOf(terms) });
}

/** How a day counts; printed on every specification. */
function dayCountStep({ perMonth, dayCount }: InterestTerms): ExplanationStep {
  return explanationStep(
    perMonth ? 'interest-per-month' : dayCount === '365' ? 'interest-day-count-365' : 'interest-day-count-actual',
    {},
  );
}

/** Whether and when interest is added to the principal. */
function compoundingStep(terms: InterestTerms): ExplanationStep {
  if (terms.underOldLaw)
    return explanationStep('interest-simple-old-law', {}, { article: 'art. 182 Overgangswet NBW' });
  if (terms.capitaliseMonths === 0) {
    const article = terms.kind === 'be-b2b' ? 'art. 1154 oud BW (België)' : null;
    return explanationStep('interest-simple', {}, { article });
  }
  const key = terms.capitaliseMonths === 1 ? 'interest-compound-month' : 'interest-compound-year';
  return explanationStep(key, {}, { article: capitaliseArticleOf(terms) });
}

/** A rate row that was used. */
export function rateStep(row: RateRow, ground: RateGround): ExplanationStep {
  const values = { percent: { percent: row.percent }, from: { date: row.from } };
  return explanationStep(`interest-rate-${row.kind}`, values, { article: ground.article, source: ground.source });
}

/** An agreed percentage. */
function agreedStep(terms: InterestTerms): ExplanationStep {
  const { perMonth, steps } = terms;
  const values = { percent: { percent: steps.percent[0] ?? '' } };
  const article = startArticleOf(terms);
  return explanationStep(perMonth ? 'interest-agreed-month' : 'interest-agreed-year', values, { article });
}

/** A line with the figures of its formula, and what its percentage rests on. */
export function lineStep(line: InterestLine, ground: RateGround): ExplanationStep {
  const values = {
    from: { date: line.from },
    until: { date: line.toIncl },
    base: { cents: line.base },
    percent: { percent: line.percent },
    days: { count: line.days },
    denominator: { count: line.denominator },
  };
  return explanationStep('interest-line', values, {
    amount: line.interest,
    article: ground.article,
    source: ground.source,
  });
}

export function capitalisedStep(terms: InterestTerms, on: IsoDate, added: Cents, base: Cents): ExplanationStep {
  const values = { date: { date: on }, added: { cents: added }, base: { cents: base } };
  return explanationStep('interest-capitalised', values, { article: capitaliseArticleOf(terms) });
}

function pauseStep(kind: Kind, { from, until, reason }: InterestPause): ExplanationStep {
  const article = kind === 'handel' ? 'art. 6:119a BW' : null;
  return explanationStep(
    'interest-pause',
    { from: { date: from }, until: { date: until }, reason: { text: reason } },
    { article },
  );
}

/** A credit note and the day number from which it lowers the principal. */
export interface DatedCredit {
  readonly from: number;
  readonly date: IsoDate;
  readonly amount: Cents;
  /** It corrects the claim, which was lower from the beginning (ex tunc). */
  readonly isFromStart: boolean;
}

export function creditStep({ date, amount, isFromStart }: DatedCredit): ExplanationStep {
  const key = isFromStart ? 'interest-credit-from-start' : 'interest-credit-from-date';
  return explanationStep(key, { date: { date }, amount: { cents: amount } }, { amount: -amount });
}

/** What a payment went to. */
export interface Allocation {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly costs: Cents;
  readonly interest: Cents;
  /** Lowers the sum interest runs over, capitalised interest included. */
  readonly principal: Cents;
  readonly unallocated: Cents;
}

export type ImputationOrder = 'costs-interest-principal' | 'principal-first';

export function paymentStep(allocation: Allocation, order: ImputationOrder): ExplanationStep {
  const { date, amount, costs, interest, principal, unallocated } = allocation;
  const values = {
    date: { date },
    amount: { cents: amount },
    costs: { cents: costs },
    interest: { cents: interest },
    principal: { cents: principal },
  };
  const isByLaw = order === 'costs-interest-principal';
  const key = isByLaw ? 'interest-payment' : 'interest-payment-principal-first';
  return explanationStep(key, values, {
    amount: -(amount - unallocated),
    article: isByLaw ? 'art. 6:44 lid 1 BW' : null,
  });
}

/** Whose choice decided which debt a payment went to. */
export function designationStep(date: IsoDate, amount: Cents, isDesignated: boolean): ExplanationStep {
  const values = { date: { date }, amount: { cents: amount } };
  return isDesignated
    ? explanationStep('imputation-designated', values, { amount, article: 'art. 6:43 lid 1 BW' })
    : explanationStep('imputation-by-law', values, { amount, article: 'art. 6:43 lid 2 BW' });
}

/** What of a payment went to the costs all debts share. */
export function sharedCostsStep(date: IsoDate, costs: Cents): ExplanationStep {
  const values = { date: { date }, costs: { cents: costs } };
  return explanationStep('imputation-shared-costs', values, { amount: costs, article: 'art. 6:44 lid 1 BW' });
}

/** What of a payment was beyond everything owed. */
export function unallocatedStep(date: IsoDate, unallocated: Cents): ExplanationStep {
  return explanationStep('interest-unallocated', { date: { date } }, { amount: unallocated });
}

export function totalStep(until: IsoDate, total: Cents): ExplanationStep {
  return explanationStep('interest-total', { until: { date: until }, total: { cents: total } }, { amount: total });
}

export function staleStep(checkedUntil: IsoDate): ExplanationStep {
  return explanationStep('interest-stale', { date: { date: checkedUntil } });
}
