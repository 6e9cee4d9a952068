import { formatMoney } from '../money/cents.ts';
import type { MatchPart, Receipt } from './match.ts';
import type { Naming } from './naming.ts';
import type { Evidence } from './payer-evidence.ts';
import type { Reading } from './readings.ts';

/** The most telling number counts in full, the others a little: they seldom stand there by chance together. */
export function namingWeight(namings: readonly Naming[]): number {
  let strongest = 0;
  let all = 0;
  for (const { weight } of namings) {
    strongest = Math.max(strongest, weight);
    all += weight;
  }
  return strongest + Math.min(3, (all - strongest) / 6);
}

export function namingReasons(namings: readonly Naming[]): Evidence[] {
  return [...namings]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 6)
    .map(({ entry, by, weight, written }, rank) => ({
      code: `named-${by}`,
      params: { number: entry.item.number, written },
      weight: rank === 0 ? weight : weight / 6,
    }));
}

/** How the amount fits; `weight` is what that says. */
export function amountReason(reading: Reading, receipt: Receipt, weight: number): Evidence {
  const discounted = reading.parts.find(({ discount }) => discount > 0);
  const kind = discounted?.owed.entry.item.discount?.kind;
  const kept = reading.parts.reduce((total, { discount }) => total + discount, 0);
  const open = reading.parts.reduce((total, { owed }) => total + owed.open, 0);
  const { currency } = receipt;
  return {
    code: `amount-${reading.fit === 'discount' && kind === 'credit-restriction' ? 'restriction' : reading.fit}`,
    // Written when it is shown: most readings never are.
    get params() {
      return {
        count: reading.parts.length,
        amount: formatMoney(receipt.amount, currency),
        open: formatMoney(open, currency),
        kept: formatMoney(kept, currency),
        difference: formatMoney(Math.abs(receipt.amount - open), currency),
      };
    },
    weight,
  };
}

export function partsOf(reading: Reading): readonly MatchPart[] {
  return reading.parts.map(({ owed, amount, discount }) => ({
    debtorId: owed.entry.owner.id,
    itemId: owed.entry.item.id,
    amount,
    discount,
  }));
}
