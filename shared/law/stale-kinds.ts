import type { IsoDate } from '../dates/civil.ts';
import { isStale } from './rate-lookup.ts';
import { type RateKind, type RateTables, rateKinds } from './rate-table.ts';

/**
 * The kinds of rate not checked up to this day, in the order of the tables: what a calculation up to this day would call
 * `stale` (criterion K4). A kind is good through its `checkedUntil` day itself.
 */
export function staleKinds(tables: Pick<RateTables, 'checkedUntil'>, day: IsoDate): readonly RateKind[] {
  return rateKinds.filter((kind) => isStale(tables, kind, day));
}
