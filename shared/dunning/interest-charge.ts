import type { Debtor } from '../domain/debtor.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import type { InterestCharge } from '../law/charges.ts';
import type { Explanation, ExplanationStep } from '../law/explanation.ts';
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
 * Interest of a debtor over these items. An agreed rate takes the place of the trade rate (art. 6:119a BW); a consumer or a
 * public body owes it only where it is higher (art. 6:119 lid 3, 6:119b BW), a Belgian consumer at most the reference rate.
 */
export function interestOf(debtor: Debtor, items: readonly InterestBase[], options: InterestOptions): ChargedInterest {
  const { until, dayCount, tables } = options;
  const computed = (rate: InterestRate) => interestCharge({ items, rate, until, dayCount, tables });
  const statutory = (): ChargedInterest => ({ charge: computed({ kind: statutoryRateOf(debtor) }), clause: null });
  const agreed = debtor.agreedInterest;
  if (!agreed) return statutory();
  const { percent, per, compound, clause } = agreed;
  if (debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE') {
    const capped = cappedPercent(percent, per, items, options);
    return explained(
      { charge: computed({ kind: 'contract', percent: capped, per: 'year', compound: 'none' }), clause },
      [step('agreed-capped', { percent: { percent: capped } }, 'art. XIX.4 WER')],
    );
  }
  const contract: ChargedInterest = { charge: computed({ kind: 'contract', percent, per, compound }), clause };
  if (debtor.kind === 'business') return contract;
  const byLaw = statutory();
  const article = debtor.kind === 'consumer' ? 'art. 6:119 lid 3 BW' : 'art. 6:119b BW';
  if (contract.charge.total <= byLaw.charge.total) {
    return explained(byLaw, [step('agreed-not-higher', { clause: { text: clause } }, article)]);
  }
  const warning =
    debtor.kind === 'consumer' ? [step('agreed-consumer', { clause: { text: clause } }, 'richtlijn 93/13/EEG')] : [];
  return explained(contract, [step('agreed-higher', { clause: { text: clause } }, article), ...warning]);
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

function step(key: string, values: ExplanationStep['values'], article: string | null): ExplanationStep {
  return { key, values, amount: null, article, source: null };
}

function explained({ charge, clause }: ChargedInterest, before: Explanation): ChargedInterest {
  return { charge: { ...charge, steps: [...before, ...charge.steps] }, clause };
}
