import { FailureError } from '#shared/contract/errors.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { sumOf } from '#shared/money/cents.ts';

/**
 * Refuses a letter whose interest or costs have no ground, or another amount than their calculation: such a letter would
 * claim what nobody can explain. Outside Dutch and Belgian law, and in another currency than euros, there are none (criterion
 * B4). Throws `render-failed` with `charge` and what is wrong with it.
 */
export function checkCharges({ amounts, charges, currency, id }: LetterPlan): void {
  const refuse = (charge: 'interest' | 'costs', message: string) => {
    throw new FailureError({
      code: 'render-failed',
      message: `${charge}: ${message}`,
      params: { letterId: id, charge },
    });
  };
  const interest = charges?.interest ?? null;
  const costs = charges?.costs ?? null;
  const lawful = charges !== undefined && charges.jurisdiction !== 'none' && currency === 'EUR';
  if (amounts.interest !== 0 || interest) {
    if (!lawful) refuse('interest', 'no law to claim it under');
    else if (!interest) refuse('interest', 'charged without its calculation');
    else {
      if (amounts.interest !== 0 && amounts.interest !== interest.total) refuse('interest', 'not what was calculated');
      if (sumOf(interest.items, (item) => item.total) !== interest.total) refuse('interest', 'items do not add up');
      if (interest.kind === 'contract' && !charges?.interestClause) refuse('interest', 'agreed without its clause');
    }
  }
  const stated = amounts.costs !== 0 ? amounts.costs : amounts.costsAnnounced;
  if (amounts.costs !== 0 && amounts.costsAnnounced !== 0) refuse('costs', 'charged and announced');
  if (stated !== 0) {
    if (!lawful) refuse('costs', 'no law to claim them under');
    else if (!costs) refuse('costs', 'stated without their calculation');
    else {
      if (stated !== costs.total) refuse('costs', 'not what was calculated');
      if (costs.costs + costs.vat !== costs.total) refuse('costs', 'costs and VAT do not add up');
      if (costs.vat !== 0 && costs.vatPercent === null) refuse('costs', 'VAT without its rate');
    }
  }
}
