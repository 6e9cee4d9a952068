import type { Cents } from '../../money/cents.ts';
import { sumOf } from '../../money/cents.ts';
import type { CostsCharge } from '../charges.ts';
import { collectionCosts } from '../costs.ts';
import { generalVatPercent } from '../in-force.ts';
import type { FourteenDayItem, FourteenDayLetter } from './letter.ts';

/** What the letter may claim and announce. */
export interface RightAmounts {
  /** Σ open of the items claimed. */
  readonly principal: Cents;
  /** The tariff over it; vat and total as they would be with VAT. */
  readonly costs: CostsCharge;
  /**
   * The same over the items that should have been claimed, when these differ: a letter that leaves out an item, or claims
   * one too many, has that one defect and not also wrong sums.
   */
  readonly otherwise: readonly { readonly principal: Cents; readonly costs: CostsCharge }[];
}

/** The day after the last day to pay, the debtor is in default (art. 6:83 BW); a credit is never. */
export function isInDefault({ dueDate, open }: FourteenDayItem, sentOn: string): boolean {
  return open > 0 && dueDate !== null && dueDate < sentOn;
}

export function rightAmounts({ items, sentOn }: FourteenDayLetter): RightAmounts {
  const included = items.filter((item) => item.included);
  const inDefault = items.filter((item) => isInDefault(item, sentOn));
  const sets = [included, inDefault, included.filter((item) => isInDefault(item, sentOn))];
  const [own, ...others] = sets.map((set) => amountsOver(set, sentOn));
  const right = own ?? amountsOver([], sentOn);
  return { ...right, otherwise: others.filter(({ principal }) => principal !== right.principal) };
}

function amountsOver(items: readonly FourteenDayItem[], sentOn: string) {
  const principal = Math.max(
    0,
    sumOf(items, ({ open }) => open),
  );
  const costs = collectionCosts({
    principals: [principal],
    jurisdiction: 'NL',
    consumer: true,
    vatPercent: generalVatPercent(sentOn),
    on: sentOn,
  });
  return { principal, costs };
}
