import type { IsoDate } from '../dates/civil.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { checkAmount, checkPrincipal } from './checked-input.ts';
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts';
import { inForce } from './in-force.ts';
import { LawProblem } from './problem.ts';
import { type CostsTariff, dutchTariffs } from './tables/collection-costs.ts';

/** Collection costs without VAT, and how they came about. */
export interface ExplainedCosts {
  readonly costs: Cents;
  readonly steps: Explanation;
}

/**
 * Sum of the principals of one letter: several claims of one creditor count together (art. 6:96 lid 7 BW). Throws
 * `bad-count` without any, `negative-principal`, `bad-amount`, `amount-too-large`.
 */
export function summedPrincipals(principals: readonly Cents[]): Cents {
  if (principals.length === 0) throw new LawProblem('bad-count', { value: '0' });
  for (const principal of principals) checkPrincipal(principal);
  const sum = sumOf(principals, (principal) => principal);
  checkAmount(sum);
  return sum;
}

/** The step that says what the costs are taken over: the claims of one letter, or terms with a letter each. */
export function baseStep(base: Cents, count: number, isPeriodic: boolean): ExplanationStep {
  const article = count > 1 && !isPeriodic ? 'art. 6:96 lid 7 BW' : null;
  return explanationStep(isPeriodic ? 'costs-terms' : 'costs-base', { count: { count } }, { amount: base, article });
}

/** Thousandths of a cent in whole cents, half a cent up; exact below 2^53. */
export function centsOf(thousandths: number): Cents {
  const raised = thousandths + 500;
  return (raised - (raised % 1000)) / 1000;
}

/**
 * The Dutch tariff over a principal in cents: bands of Besluit BIK art. 2, rounded half-up once, at least the minimum and at
 * most the maximum; nothing claimed costs nothing. `on` chooses the tariff, without it the last.
 */
export function tariffOver(base: Cents, on?: IsoDate): ExplainedCosts {
  checkPrincipal(base);
  const tariff = inForce(dutchTariffs, on);
  if (base === 0) return { costs: 0, steps: [explanationStep('costs-nothing-claimed', {}, { amount: 0 })] };
  const bands = bandsOf(base, tariff);
  const rounded = centsOf(sumOf(bands, ({ thousandths }) => thousandths));
  const costs = Math.min(Math.max(rounded, tariff.minimum), tariff.maximum);
  const steps = bandSteps(bands, rounded, tariff);
  const { article } = tariff;
  if (rounded < tariff.minimum) steps.push(explanationStep('costs-minimum', {}, { amount: costs, article }));
  if (rounded > tariff.maximum) steps.push(explanationStep('costs-maximum', {}, { amount: costs, article }));
  return { costs, steps };
}

interface BandPart {
  readonly part: Cents;
  readonly perMille: number;
  readonly thousandths: number;
}

function bandsOf(base: Cents, tariff: CostsTariff): readonly BandPart[] {
  const parts: BandPart[] = [];
  let below = 0;
  for (const { upTo, perMille } of tariff.bands) {
    const part = Math.min(base, upTo ?? base) - below;
    if (part <= 0) break;
    parts.push({ part, perMille, thousandths: part * perMille });
    below += part;
  }
  return parts;
}

/** Full bands are whole cents; the last takes what rounding leaves, so that the steps add up. */
function bandSteps(bands: readonly BandPart[], rounded: Cents, { article }: CostsTariff): ExplanationStep[] {
  let left = rounded;
  return bands.map(({ part, perMille, thousandths }, at) => {
    const amount = at === bands.length - 1 ? left : centsOf(thousandths);
    left -= amount;
    const values = { part: { cents: part }, percent: { percent: String(perMille / 10) } };
    return explanationStep(at === 0 ? 'costs-first-band' : 'costs-next-band', values, { amount, article });
  });
}
