import { type Cents, sumOf } from '../money/cents.ts';

/**
 * An amount divided in proportion to weights, in whole cents that add up to it: each share rounded down, the cents left go
 * one by one to the largest remainders, equal ones in the order given. No share is above its weight as long as the amount
 * is not above their sum. Weights are positive.
 */
export function shareByWeight(amount: Cents, weights: readonly Cents[]): readonly Cents[] {
  const whole = BigInt(sumOf(weights, (weight) => weight));
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = products.map((product) => Number(product / whole));
  const byRemainder = products
    .map((product, at) => ({ at, remainder: product % whole }))
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : a.at - b.at));
  let left = amount - sumOf(shares, (share) => share);
  for (const { at } of byRemainder) {
    if (left-- <= 0) break;
    shares[at] = (shares[at] as number) + 1;
  }
  return shares;
}
