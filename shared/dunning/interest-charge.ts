import type { Debtor } from '../domain/debtor.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { InterestCharge } from '../law/charges.ts';
import { type Explanation, explanationStep } from '../law/explanation.ts';
import { interestCharge } from '../law/interest-charge.ts';
import type { InterestRate } from '../law/interest-terms.ts';
import { percentText, percentUnits } from '../law/per-time.ts';
import { ratesBetween } from '../law/rate-lookup.ts';
import type { DayCount, RateKind, RateTables } from '../law/rate-table.ts';
import type { InterestBase } from './interest-base.ts';

export interface InterestOptions {
  readonly until: string;
  readonly dayCount: DayCount;
  readonly tables: RateTables;
}

/** The rate interest runs by, the clause it rests on when it was agreed, and why this one. */
export interface ChosenRate {
  readonly rate: InterestRate;
  readonly clause: string | null;
  readonly steps: Explanation;
}

/** Interest as a letter charges it, with the clause it rests on when it was agreed. */
export interface ChargedInterest {
  readonly charge: InterestCharge;
  readonly clause: string | null;
}

/** The statutory rate of a debtor: art. 6:119, 6:119a and 6:119b BW, or the Belgian reference rate. */
export function statutoryRateOf(debtor: Debtor): RateKind {
  if (jurisdictionOf(debtor) === 'BE') return 'be-b2b';
  return debtor.kind === 'consumer' ? 'wettelijk' : 'handel';
}

/**
 * The rate a debtor owes over these items. An agreed rate takes the place of the trade rate (art. 6:119a BW); a consumer or
 * a public body owes it only where it comes to more (art. 6:119 lid 3, 6:119b BW), a Belgian consumer at most the reference
 * rate.
 */
export function chosenRate(debtor: Debtor, items: readonly InterestBase[], options: InterestOptions): ChosenRate {
  const kind = statutoryRateOf(debtor);
  const publicBody = kind === 'handel' && debtor.kind === 'public';
  const statutory: ChosenRate = { rate: { kind, publicBody }, clause: null, steps: [] };
  const agreed = debtor.agreedInterest;
  if (!agreed) return statutory;
  const { percent, per, compound, clause } = agreed;
  if (debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE') {
    const capped = cappedPercent(percent, per, items, options);
    const article = 'art. XIX.4 WER';
    const steps = [explanationStep('agreed-capped', { percent: { percent: capped } }, { article })];
    return { rate: { kind: 'contract', percent: capped, per: 'year', compound: 'none', article }, clause, steps };
  }
  const article = agreedArticleOf(debtor);
  const contract: ChosenRate = { rate: { kind: 'contract', percent, per, compound, article }, clause, steps: [] };
  if (debtor.kind === 'business') return contract;
  const isConsumer = debtor.kind === 'consumer';
  const total = ({ rate }: ChosenRate) => computed(items, rate, options).total;
  const step = (key: string, ground: string | null) =>
    explanationStep(key, { clause: { text: clause } }, { article: ground });
  if (total(contract) <= total(statutory)) return { ...statutory, steps: [step('agreed-not-higher', article)] };
  const warning = isConsumer ? [step('agreed-consumer', 'richtlijn 93/13/EEG')] : [];
  return { ...contract, steps: [step('agreed-higher', article), ...warning] };
}

/** What lets an agreed rate take the place of the statutory one; between Belgian parties the agreement itself. */
function agreedArticleOf(debtor: Debtor): string | null {
  if (jurisdictionOf(debtor) === 'BE') return null;
  if (debtor.kind === 'consumer') return 'art. 6:119 lid 3 BW';
  return debtor.kind === 'public' ? 'art. 6:119b BW' : 'art. 6:119a BW';
}

function computed(items: readonly InterestBase[], rate: InterestRate, { until, dayCount, tables }: InterestOptions) {
  return interestCharge({ items, rate, until, dayCount, tables });
}

/** Interest of a debtor over these items, by {@link chosenRate}. */
export function interestOf(debtor: Debtor, items: readonly InterestBase[], options: InterestOptions): ChargedInterest {
  const { rate, clause, steps } = chosenRate(debtor, items, options);
  const charge = computed(items, rate, options);
  return { charge: { ...charge, steps: [...steps, ...charge.steps] }, clause };
}

/** The agreed percentage per year, no higher than any reference rate of the period. */
function cappedPercent(
  percent: string,
  per: 'month' | 'year',
  items: readonly InterestBase[],
  { until, tables }: InterestOptions,
): string {
  const first = items.reduce((day, { due }) => (due < day ? due : day), until);
  const agreed = percentUnits(percent) * (per === 'month' ? 12 : 1);
  const rows = ratesBetween(tables, 'be-b2b', first, until);
  return percentText(Math.min(agreed, ...rows.map((row) => percentUnits(row.percent))));
}
