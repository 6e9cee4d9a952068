import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { belgianBusinessCosts, belgianConsumerCap } from './belgian-costs.ts';
import type { CostsCharge } from './charges.ts';
import { checkAmount } from './checked-input.ts';
import { type ExplanationStep, explanationStep } from './explanation.ts';
import { inForce } from './in-force.ts';
import { interestOf, percentUnits } from './per-time.ts';
import { undatedPeriodicCosts } from './periodic-costs.ts';
import { LawProblem } from './problem.ts';
import { businessMinimums } from './tables/collection-costs.ts';
import { generalVat } from './tables/vat.ts';
import { baseStep, type ExplainedCosts, summedPrincipals, tariffOver } from './tariff.ts';

export interface CostsInput {
  /** Open principals of the claims of one letter, in cents; with `periodic` the terms, or one term that recurs. */
  readonly principals: readonly Cents[];
  readonly jurisdiction: 'NL' | 'BE';
  /** Natural person outside business. Unstated: the Dutch tariff, or the Belgian consumer maximum. */
  readonly consumer?: boolean | undefined;
  /** General VAT rate when the creditor may raise the costs by it (art. 2 lid 3 Besluit BIK); Netherlands only. */
  readonly vatPercent?: number | null | undefined;
  /** Number of terms under one agreement with a consumer, each with its own letter (cumulation limit). */
  readonly periodic?: number | null | undefined;
  /** Agreed costs in place of the tariff: percent (decimal string) of the principal, and a minimum in cents. */
  readonly agreed?: { readonly percent: string; readonly minimum: Cents } | null | undefined;
  /** Day the costs are taken on, for tariffs that changed; absent = the last. */
  readonly on?: IsoDate | undefined;
}

/**
 * Collection costs over the summed principals of one letter, never over interest.
 *
 * Netherlands (Besluit BIK art. 2, art. 6:96 BW): the tariff; agreed costs only towards businesses, at least € 40
 * (lid 4); small periodic consumer terms within the cumulation limit. VAT is a separate amount, half-up.
 * Belgium: towards a consumer the maximum of what a clause may ask, and the agreed amount when that is lower; towards a
 * business the flat € 40, or more when agreed. No VAT is added.
 *
 * Throws `bad-count`, `negative-principal`, `bad-amount`, `amount-too-large`, `bad-percent`, `bad-vat-rate`,
 * `unknown-country`, `agreed-costs-consumer`, `date-out-of-range`.
 */
export function collectionCosts(input: CostsInput): CostsCharge {
  const { principals, jurisdiction, vatPercent = null, periodic = null, on } = input;
  if (jurisdiction !== 'NL' && jurisdiction !== 'BE')
    throw new LawProblem('unknown-country', { country: jurisdiction });
  checkVatPercent(vatPercent, on);
  const terms = periodic === null ? principals : termsOf(principals, periodic);
  const base = summedPrincipals(terms);
  const { costs, steps } = jurisdiction === 'NL' ? dutchCosts(terms, base, input) : belgianCostsOf(base, input);
  const vat = jurisdiction === 'NL' ? vatPercent : null;
  const isPeriodic = periodic !== null && input.consumer !== false;
  return withVat(base, { costs, steps: [baseStep(base, terms.length, isPeriodic), ...steps] }, vat);
}

/**
 * Collection costs once the term of a veertiendagenbrief lapsed, when part was paid within it: the tariff over what was left,
 * never above what the letter announced (HR 25-11-2016, ECLI:NL:HR:2016:2704, rov. 3.8). `announced` is the amount with VAT
 * as announced; `principals` what of the items of that letter was unpaid at the end of the term.
 */
export function costsAfterTerm(input: {
  readonly announced: Cents;
  readonly principals: readonly Cents[];
  readonly vatPercent?: number | null | undefined;
  readonly on?: IsoDate | undefined;
}): CostsCharge {
  const { announced, ...rest } = input;
  checkAmount(announced);
  const charge = collectionCosts({ ...rest, jurisdiction: 'NL', consumer: true });
  if (charge.total <= announced) return charge;
  const costs = charge.vatPercent === null ? announced : interestOf(announced, 1_000_000, 100, 100 + charge.vatPercent);
  const article = 'art. 6:96 lid 6 BW; HR 25-11-2016, ECLI:NL:HR:2016:2704';
  const step = explanationStep('costs-as-announced', {}, { amount: announced, article });
  return { ...charge, costs, vat: announced - costs, total: announced, steps: [...charge.steps, step] };
}

/** The terms a number of periods stands for: one recurring amount, or as many amounts as there are terms. */
function termsOf(principals: readonly Cents[], count: number): readonly Cents[] {
  const [recurring, ...others] = principals;
  if (!Number.isInteger(count) || count < 1 || count > 999) throw new LawProblem('bad-count', { value: String(count) });
  if (recurring !== undefined && others.length === 0) return Array.from({ length: count }, () => recurring);
  if (principals.length !== count) throw new LawProblem('bad-count', { value: String(count) });
  return principals;
}

function checkVatPercent(percent: number | null, on: IsoDate | undefined): void {
  if (percent === null) return;
  const general = inForce(generalVat, on).percent;
  if (percent !== general) throw new LawProblem('bad-vat-rate', { value: String(percent), allowed: `${general}%` });
}

function dutchCosts(terms: readonly Cents[], base: Cents, input: CostsInput): ExplainedCosts {
  const { agreed = null, periodic = null, consumer, on } = input;
  if (agreed) {
    if (consumer === true) throw new LawProblem('agreed-costs-consumer');
    return agreedCosts(base, agreed, on);
  }
  if (periodic !== null && consumer !== false) return undatedPeriodicCosts(terms, on);
  return tariffOver(base, on);
}

function agreedCosts(base: Cents, agreed: NonNullable<CostsInput['agreed']>, on: IsoDate | undefined): ExplainedCosts {
  const share = shareOf(base, agreed);
  if (base === 0) return share;
  const { minimum, article } = inForce(businessMinimums, on);
  if (share.costs >= minimum) return share;
  const floor = explanationStep('costs-minimum', {}, { amount: minimum, article });
  return { costs: minimum, steps: [...share.steps, floor] };
}

/** The agreed percentage of the principal, half-up, and the agreed minimum. */
function shareOf(base: Cents, { percent, minimum }: NonNullable<CostsInput['agreed']>): ExplainedCosts {
  checkAmount(minimum);
  const units = percentUnits(percent);
  const share = interestOf(base, units, 1, 1);
  const article = 'overeenkomst';
  const steps: ExplanationStep[] = [
    explanationStep('costs-agreed', { percent: { percent } }, { amount: share, article }),
  ];
  if (base === 0 || share >= minimum) return { costs: share, steps };
  return { costs: minimum, steps: [...steps, explanationStep('costs-minimum', {}, { amount: minimum, article })] };
}

function belgianCostsOf(base: Cents, { agreed = null, periodic = null, consumer, on }: CostsInput): ExplainedCosts {
  if (periodic !== null) throw new LawProblem('bad-count', { value: String(periodic) });
  const legal = consumer === false ? belgianBusinessCosts(base, on) : belgianConsumerCap(base, on);
  if (!agreed) return legal;
  const share = shareOf(base, agreed);
  if (consumer === false) return share.costs > legal.costs ? share : legal;
  if (share.costs <= legal.costs) return share;
  return { costs: legal.costs, steps: [...share.steps, ...legal.steps] };
}

function withVat(base: Cents, { costs, steps }: ExplainedCosts, percent: number | null): CostsCharge {
  if (percent === null || costs === 0) return { base, costs, vat: 0, total: costs, vatPercent: null, steps };
  const vat = interestOf(costs, percent * 10_000, 1, 1);
  const values = { percent: { percent: String(percent) }, costs: { cents: costs } };
  const step = explanationStep('costs-vat', values, { amount: vat, article: 'art. 2 lid 3 Besluit BIK' });
  return { base, costs, vat, total: costs + vat, vatPercent: percent, steps: [...steps, step] };
}
