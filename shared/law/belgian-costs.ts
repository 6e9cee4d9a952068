import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { type ExplanationStep, explanationStep } from './explanation.ts';
import { inForce } from './in-force.ts';
import { belgianBusinessAmounts, belgianCaps } from './tables/collection-costs.ts';
import { centsOf, type ExplainedCosts } from './tariff.ts';

/**
 * The most a clause may ask of a Belgian consumer over a balance in cents (WER art. XIX.4): 20 up to 150; 30 and 10% above
 * 150 up to 500; 65 and 5% above 500, at most 2,000. Whether a clause was agreed, and the free reminder lapsed, is for the
 * caller.
 */
export function belgianConsumerCap(base: Cents, on?: IsoDate): ExplainedCosts {
  const { bands, maximum, article } = inForce(belgianCaps, on);
  if (base === 0) return { costs: 0, steps: [explanationStep('costs-nothing-claimed', {}, { amount: 0 })] };
  const at = bands.findIndex(({ upTo }) => upTo === null || base <= upTo);
  const band = bands[at] ?? { fixed: 0, perMille: 0 };
  const above = bands[at - 1]?.upTo ?? 0;
  const extra = centsOf((base - above) * band.perMille);
  const costs = Math.min(band.fixed + extra, maximum);
  const steps: ExplanationStep[] = [explanationStep('costs-be-fixed', {}, { amount: band.fixed, article })];
  if (band.perMille > 0) {
    const values = {
      part: { cents: base - above },
      percent: { percent: String(band.perMille / 10) },
      above: { cents: above },
    };
    steps.push(explanationStep('costs-be-above', values, { amount: extra, article }));
  }
  if (band.fixed + extra > maximum) {
    steps.push(explanationStep('costs-maximum', {}, { amount: costs, article }));
  }
  return { costs, steps };
}

/** The flat amount a late Belgian business owes without any clause. */
export function belgianBusinessCosts(base: Cents, on?: IsoDate): ExplainedCosts {
  const { flat, article } = inForce(belgianBusinessAmounts, on);
  if (base === 0) return { costs: 0, steps: [explanationStep('costs-nothing-claimed', {}, { amount: 0 })] };
  return { costs: flat, steps: [explanationStep('costs-be-flat', {}, { amount: flat, article })] };
}
