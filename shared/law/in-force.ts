import type { IsoDate } from '../dates/civil.ts';
import { checkDate } from './checked-input.ts';
import { LawProblem } from './problem.ts';
import { generalVat } from './tables/vat.ts';

/**
 * The row of a dated table that holds on a day; without a day the last one. Rows are oldest first. Throws `date-out-of-range`
 * for a day before the table begins.
 */
export function inForce<T extends { readonly from: IsoDate }>(rows: readonly T[], on?: IsoDate): T {
  if (on !== undefined) checkDate(on, rows[0]?.from);
  const row = rows.findLast(({ from }) => on === undefined || from <= on);
  if (!row) throw new LawProblem('date-out-of-range', { date: on ?? '', from: '', until: '' });
  return row;
}

/** The general VAT rate in percent on a day, as collection costs are raised by (art. 2 lid 3 Besluit BIK). */
export function generalVatPercent(on: IsoDate): number {
  return inForce(generalVat, on).percent;
}
