import { isIsoDate } from '../dates/civil.ts';
import { LawProblem } from './problem.ts';
import { type RateKind, type RateRow, type RateTables, rateKinds } from './rate-table.ts';
import { beB2b } from './tables/be-b2b.ts';
import { handel } from './tables/handel.ts';
import type { TableRow } from './tables/table-row.ts';
import { wettelijk } from './tables/wettelijk.ts';

function rowsOf(kind: RateKind, rows: readonly TableRow[]): readonly RateRow[] {
  return rows.map(([from, percent, source, confidence]) => ({ kind, from, percent, source, confidence }));
}

/** The tables Voldaan comes with: state of 21 November 2026. Every kind can change on 1 January 2027. */
export const builtInRates: RateTables = {
  checkedUntil: { wettelijk: '2026-12-31', handel: '2026-12-31', 'be-b2b': '2026-12-31' },
  rows: [...rowsOf('wettelijk', wettelijk), ...rowsOf('handel', handel), ...rowsOf('be-b2b', beB2b)],
};

/**
 * Checks tables from outside this program. Throws `bad-rate-table` (with `kind`, `from` and what is wrong in `cause`) for a
 * kind without rows, a day that does not exist or occurs twice, rows out of order, or a percentage outside 0–100 or with
 * more than four decimals.
 */
export function checkRateTables(tables: RateTables): void {
  for (const kind of rateKinds) {
    const rows = tables.rows.filter((row) => row.kind === kind);
    const wrong = (cause: string, from = '') => new LawProblem('bad-rate-table', { kind, from, cause });
    if (rows.length === 0) throw wrong('no-rows');
    if (!isIsoDate(tables.checkedUntil[kind])) throw wrong('checked-until');
    let last = '';
    for (const { from, percent } of rows) {
      if (!isIsoDate(from)) throw wrong('date', from);
      if (from === last) throw wrong('twice', from);
      if (from < last) throw wrong('order', from);
      if (!/^\d{1,3}(\.\d{1,4})?$/.test(percent) || Number(percent) > 100) throw wrong('percent', from);
      last = from;
    }
  }
}
