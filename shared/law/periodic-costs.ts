import { addMonths, type IsoDate } from '../dates/civil.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { checkAmount, checkDate, checkPrincipal } from './checked-input.ts';
import { type ExplanationStep, explanationStep } from './explanation.ts';
import { LawProblem } from './problem.ts';
import { type CumulationLimit, cumulationLimits } from './tables/collection-costs.ts';
import { type ExplainedCosts, tariffOver } from './tariff.ts';

/** A veertiendagenbrief about one or more terms of one agreement. */
export interface PeriodicLetter {
  /** Day its costs become due: its own term has lapsed. */
  readonly dueFrom: IsoDate;
  /** Unpaid principals of the terms it is about, in cents. */
  readonly terms: readonly Cents[];
}

/** Costs of a term that were charged on a day. */
export interface PeriodicCosts {
  readonly on: IsoDate;
  readonly costs: Cents;
}

/**
 * Costs without VAT of letters about periodic terms of one agreement with a consumer, under the cumulation limit in force
 * since 1 October 2024 (BIK-R11): for terms below € 266,67 the first letter in a look-back of six months costs 40, each
 * further one at most 20, together at most 140 in six months; a letter about several terms counts once. A letter about a
 * larger term follows the tariff over its larger terms and is outside the limit. `earlier` are costs of this agreement that
 * were charged before. Answers in order of day. Throws for days, amounts and a letter without terms.
 */
export function periodicCosts(
  letters: readonly PeriodicLetter[],
  earlier: readonly PeriodicCosts[] = [],
): readonly (PeriodicCosts & { readonly steps: readonly ExplanationStep[] })[] {
  for (const { on, costs } of earlier) {
    checkDate(on);
    checkAmount(costs);
  }
  for (const { dueFrom, terms } of letters) {
    checkDate(dueFrom);
    if (terms.length === 0) throw new LawProblem('bad-count', { value: '0' });
    for (const term of terms) checkPrincipal(term);
  }
  const charged = [...earlier];
  const inOrder = letters.toSorted((a, b) => (a.dueFrom < b.dueFrom ? -1 : a.dueFrom > b.dueFrom ? 1 : 0));
  return inOrder.map(({ dueFrom, terms }) => {
    const limit = cumulationLimits.findLast(({ from }) => from <= dueFrom);
    const large = limit ? terms.filter((term) => term >= limit.termsBelow) : terms;
    if (!limit || large.length > 0) {
      const { costs, steps } = tariffOver(
        sumOf(large, (term) => term),
        dueFrom,
      );
      return { on: dueFrom, costs, steps };
    }
    const since = addMonths(dueFrom, -limit.lookBackMonths);
    const until = addMonths(dueFrom, limit.lookBackMonths);
    const counted = charged.filter(({ on }) => on > since && on < until);
    const own = nextInWindow(
      counted.map(({ costs }) => costs),
      limit,
    );
    charged.push({ on: dueFrom, costs: own.costs });
    return { on: dueFrom, ...own };
  });
}

/** What one more letter may cost after these within the look-back. */
function nextInWindow(counted: readonly Cents[], limit: CumulationLimit): ExplainedCosts {
  const used = sumOf(counted, (costs) => costs);
  const single = used === 0 ? limit.first : limit.further;
  const costs = Math.max(0, Math.min(single, limit.together - used));
  const { article, source } = limit;
  const values = {
    used: { cents: used },
    together: { cents: limit.together },
    months: { count: limit.lookBackMonths },
  };
  const key = used === 0 ? 'costs-periodic-first' : 'costs-periodic-further';
  return { costs, steps: [explanationStep(key, values, { amount: costs, article, source })] };
}

/**
 * Costs of a number of terms that all fall within one look-back, each with its own lapsed letter. Terms at or above the
 * threshold are no small terms: then the tariff over the sum, as for one letter.
 */
export function undatedPeriodicCosts(terms: readonly Cents[], on: IsoDate | undefined): ExplainedCosts {
  const sum = sumOf(terms, (term) => term);
  const limit = cumulationLimits.findLast(({ from }) => on === undefined || from <= on);
  if (!limit) return tariffOver(sum, on);
  if (terms.some((term) => term >= limit.termsBelow)) {
    const { costs, steps } = tariffOver(sum, on);
    const { termsBelow, article, source } = limit;
    const outside = explanationStep('costs-periodic-outside', { below: { cents: termsBelow } }, { article, source });
    return { costs, steps: [outside, ...steps] };
  }
  const counted: Cents[] = [];
  const steps: ExplanationStep[] = [];
  for (const term of terms) {
    if (term === 0) continue;
    const next = nextInWindow(counted, limit);
    counted.push(next.costs);
    if (next.costs > 0) steps.push(...next.steps);
  }
  return { costs: sumOf(counted, (costs) => costs), steps };
}
