import { epochDay, fromEpochDay, type IsoDate } from '../dates/civil.ts';
import { percentText, percentUnits } from './per-time.ts';
import { LawProblem } from './problem.ts';
import { type RateKind, type RateRow, type RateTables, rateKinds } from './rate-table.ts';

/** What a percentage rests on: the article that sets or allows it and where the figure was found. */
export interface RateGround {
  readonly article: string | null;
  readonly source: string | null;
}

const articles: Readonly<Record<RateKind, string>> = {
  wettelijk: 'art. 6:120 lid 1 BW',
  handel: 'art. 6:120 lid 2 BW',
  'be-b2b': 'art. 5 wet van 2 augustus 2002 (België)',
};

/** The rows of one kind ready for calculating: parallel lists, oldest first. */
export interface RateSteps {
  /** Day numbers from which each percentage holds. */
  readonly from: readonly number[];
  /** Ten-thousandths of a percent. */
  readonly units: readonly number[];
  readonly percent: readonly string[];
  readonly grounds: readonly RateGround[];
  readonly rows: readonly RateRow[];
}

const prepared = new WeakMap<RateTables, Map<RateKind, RateSteps>>();

/** The rows of a kind, prepared once per table. Throws `unknown-kind`. */
export function rateSteps(tables: RateTables, kind: RateKind): RateSteps {
  let kinds = prepared.get(tables);
  if (!kinds) {
    kinds = new Map();
    prepared.set(tables, kinds);
  }
  const known = kinds.get(kind);
  if (known) return known;
  if (!rateKinds.includes(kind)) throw new LawProblem('unknown-kind', { kind: String(kind) });
  const rows = tables.rows.filter((row) => row.kind === kind);
  const units = rows.map(({ percent }) => percentUnits(percent));
  const steps: RateSteps = {
    from: rows.map(({ from }) => epochDay(from)),
    units,
    percent: units.map(percentText),
    grounds: rows.map(groundOf),
    rows,
  };
  kinds.set(kind, steps);
  return steps;
}

/** What a row rests on: `ECB-rente per halfjaar (3 bronnen)`. */
export function groundOf({ kind, source, confidence }: RateRow): RateGround {
  return { article: articles[kind], source: `${source} (${confidence})` };
}

/** Which row holds on a day. Throws `rate-missing` for a day before the first row: no table, no guess. */
export function rowIndexOn(steps: RateSteps, kind: RateKind, day: number): number {
  let low = 0;
  let high = steps.from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps.from[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  if (low === 0) {
    const from = steps.rows[0]?.from ?? '';
    throw new LawProblem('rate-missing', { kind, date: fromEpochDay(day), from });
  }
  return low - 1;
}

/** The statutory rate in force on a day. Throws `rate-missing` before the first row of the table, `unknown-kind`. */
export function rateOn(tables: RateTables, kind: RateKind, date: IsoDate): RateRow {
  const steps = rateSteps(tables, kind);
  return steps.rows[rowIndexOn(steps, kind, epochDay(date))] as RateRow;
}

/** Every row that holds on some day from `from` through `until`, oldest first. Throws as {@link rateOn}. */
export function ratesBetween(tables: RateTables, kind: RateKind, from: IsoDate, until: IsoDate): readonly RateRow[] {
  if (until < from) return [];
  const steps = rateSteps(tables, kind);
  const first = rowIndexOn(steps, kind, epochDay(from));
  return steps.rows.slice(first, rowIndexOn(steps, kind, epochDay(until)) + 1);
}

/** Whether a calculation until this day goes past what the table was checked for; agreed rates never do (criterion K4). */
export function isStale(
  tables: Pick<RateTables, 'checkedUntil'>,
  kind: RateKind | 'contract',
  until: IsoDate,
): boolean {
  return kind !== 'contract' && until > tables.checkedUntil[kind];
}
