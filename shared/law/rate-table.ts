import type { IsoDate } from '../dates/civil.ts';

/** Statutory rates: consumer (art. 6:119 BW), trade and public bodies (6:119a/b BW), Belgian reference rate between businesses. */
export const rateKinds = ['wettelijk', 'handel', 'be-b2b'] as const;
export type RateKind = (typeof rateKinds)[number];

/** A rate from a day on, until the next row of its kind. */
export interface RateRow {
  readonly kind: RateKind;
  readonly from: IsoDate;
  /** Per year, decimal string with at most four decimals: `10.40`. */
  readonly percent: string;
  readonly source: string;
  readonly confidence: string;
}

/** Dated rates as data; rows sorted by kind and day. A calculation past `checkedUntil` of its kind is stale. */
export interface RateTables {
  readonly checkedUntil: Readonly<Record<RateKind, IsoDate>>;
  readonly rows: readonly RateRow[];
}

/**
 * `365`: Actual/365, leap years too (the State's published example). `actual`: each running interest year has its own
 * length (law §3). Printed on every specification.
 */
export type DayCount = '365' | 'actual';
