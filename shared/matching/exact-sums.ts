import type { Cents } from '../money/cents.ts';

/** A set of places whose amounts add up to the amount asked for. */
export interface ExactSum {
  readonly places: readonly number[];
  /** How many sets of this sort there were to try: the more, the less a hit says. */
  readonly tried: number;
}

/** Work one call may do, in sets looked at. */
const budget = 20_000;
/** Sets of one size, of which so many make any amount that one that does says nothing. */
const mostTried = 1_500_000;

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
  const places: number[] = [];
  for (let place = 0; place < amounts.length; place++) if (amounts[place] !== 0) places.push(place);
  const n = places.length;
  const found: ExactSum[] = [];
  let sums: Sums | null = null;
  let work = 0;
  for (let size = 2; size <= Math.min(n, 7) && found.length < limit; size++) {
    if (combinations(n, size - 1) > budget - work) break;
    const tried = combinations(n, size);
    if (tried > mostTried) break;
    work += combinations(n - 1, size - 1);
    sums ??= new Sums(places.map((place) => amounts[place]!));
    if (!sums.has(size, target)) continue;
    for (const set of setsInOrder(places, amounts, target, size, limit - found.length))
      found.push({ places: set, tried });
  }
  return found;
}

/** The first sets of so many places that add up to a target, in the order of the places. */
function setsInOrder(
  places: readonly number[],
  amounts: readonly Cents[],
  target: Cents,
  size: number,
  limit: number,
): readonly (readonly number[])[] {
  const lastPlaces = new Map<Cents, number[]>();
  for (const place of places) {
    const same = lastPlaces.get(amounts[place]!);
    if (same) same.push(place);
    else lastPlaces.set(amounts[place]!, [place]);
  }
  const found: number[][] = [];
  const chosen: number[] = [];
  const search = (from: number, left: Cents, depth: number): void => {
    if (depth === 1) {
      const after = chosen.at(-1) ?? -1;
      for (const place of lastPlaces.get(left) ?? []) {
        if (place > after && found.length < limit) found.push([...chosen, place]);
      }
      return;
    }
    for (let i = from; i <= places.length - depth && found.length < limit; i++) {
      const place = places[i]!;
      chosen.push(place);
      search(i + 1, left - amounts[place]!, depth - 1);
      chosen.pop();
    }
  };
  search(0, target, size);
  return found;
}

/** Amounts by size: tells at a fraction of the work whether so many of them can add up to something, which they seldom do. */
class Sums {
  private readonly sorted: Float64Array;
  /** Sum of the smallest so many. */
  private readonly smallest: Float64Array;

  constructor(amounts: readonly Cents[]) {
    this.sorted = Float64Array.from(amounts).sort();
    this.smallest = new Float64Array(amounts.length + 1);
    for (let at = 0; at < amounts.length; at++) this.smallest[at + 1] = this.smallest[at]! + this.sorted[at]!;
  }

  /** Whether `count` of the amounts, from place `from` of the sorted ones on, add up to `target`. */
  has(count: number, target: Cents, from = 0): boolean {
    const { sorted, smallest } = this;
    const n = sorted.length;
    if (count === 2) {
      for (let low = from, high = n - 1; low < high; ) {
        const sum = sorted[low]! + sorted[high]!;
        if (sum === target) return true;
        if (sum < target) low++;
        else high--;
      }
      return false;
    }
    const largestOfRest = smallest[n]! - smallest[n - count + 1]!;
    for (let at = from; at <= n - count; at++) {
      if (smallest[at + count]! - smallest[at]! > target) return false;
      if (sorted[at]! + largestOfRest < target) continue;
      if (this.has(count - 1, target - sorted[at]!, at + 1)) return true;
    }
    return false;
  }
}
