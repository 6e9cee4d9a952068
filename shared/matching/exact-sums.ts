import type { Cents } from '../money/cents.ts';

/** A set of places whose amounts add up to the amount asked for. */
export interface ExactSum {
  readonly places: readonly number[];
  /** How many sets of this sort there were to try: the more, the less a hit says. */
  readonly tried: number;
}

/** Work one call may do, in sets looked at. */
const budget = 20_000;

function combinations(n: number, k: number): number {
  let count = 1;
  for (let i = 0; i < k; i++) count = (count * (n - i)) / (i + 1);
  return Math.round(count);
}

/**
 * Sets of at least two of `amounts` that add up to `target`, smallest sets first; at most `limit`. The work is bounded: every
 * set while there are few, sets of four, three or two when there are more; the last member is looked up, not tried.
 * Amounts of 0 are passed over; negative ones (credit notes) are fine.
 */
export function exactSums(amounts: readonly Cents[], target: Cents, limit = 4): readonly ExactSum[] {
  const places = amounts.map((_, index) => index).filter((index) => amounts[index] !== 0);
  const n = places.length;
  const lastPlaces = new Map<Cents, number[]>();
  for (const place of places) {
    const same = lastPlaces.get(amounts[place]!);
    if (same) same.push(place);
    else lastPlaces.set(amounts[place]!, [place]);
  }
  const found: ExactSum[] = [];
  const chosen: number[] = [];
  let work = 0;
  const search = (from: number, left: Cents, depth: number, tried: number): void => {
    if (found.length >= limit || work > budget) return;
    if (depth === 1) {
      work++;
      const after = chosen.at(-1) ?? -1;
      for (const place of lastPlaces.get(left) ?? []) {
        if (place <= after || found.length >= limit) continue;
        found.push({ places: [...chosen, place], tried });
      }
      return;
    }
    for (let i = from; i <= n - depth; i++) {
      const place = places[i]!;
      chosen.push(place);
      search(i + 1, left - amounts[place]!, depth - 1, tried);
      chosen.pop();
    }
  };
  for (let size = 2; size <= Math.min(n, 7); size++) {
    if (combinations(n, size - 1) > budget - work) break;
    search(0, target, size, combinations(n, size));
    if (found.length >= limit) break;
  }
  return found;
}
