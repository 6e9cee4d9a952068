import type { Cents } from '../money/cents.ts';
import { LawProblem } from './problem.ts';

/** Ten-thousandths of a percent in one: percentages have at most four decimals, so that every rate is a whole number. */
const unitsPerWhole = 1_000_000;
const exactUpTo = 2 ** 52;

/** Largest sum the law engine calculates with: ten billion euros. Anything above is a mistake in the input. */
export const largestAmount: Cents = 1_000_000_000_000;

/**
 * A percentage as a whole number of ten-thousandths of a percent: `10.40` → 104000. Throws `bad-percent` outside 0–100 or
 * with more than four decimals.
 */
export function percentUnits(percent: string): number {
  const parts = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent);
  const units = parts ? Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0')) : Number.NaN;
  if (!(units <= unitsPerWhole)) throw new LawProblem('bad-percent', { percent });
  return units;
}

/** A percentage as specifications write it, with two decimals at least: `4` → `4.00`, `1.125` → `1.125`. */
export function percentText(units: number): string {
  const digits = String(units).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, '')}`;
}

/**
 * `base × percent × days / denominator` in whole cents, half a cent up; exact for every amount, day count and percentage
 * that is let in.
 */
export function interestOf(base: Cents, units: number, days: number, denominator: number): Cents {
  const product = base * units * days;
  const divisor = unitsPerWhole * denominator;
  if (product >= exactUpTo) return largeInterestOf(base, units, days, divisor);
  let whole = Math.floor(product / divisor);
  let rest = product - whole * divisor;
  if (rest < 0) {
    whole--;
    rest += divisor;
  }
  return 2 * rest >= divisor ? whole + 1 : whole;
}

function largeInterestOf(base: Cents, units: number, days: number, divisor: number): Cents {
  const product = BigInt(base) * BigInt(units) * BigInt(days);
  return Number((2n * product + BigInt(divisor)) / (2n * BigInt(divisor)));
}
