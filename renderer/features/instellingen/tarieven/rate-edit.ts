import { addDays, addMonths, type IsoDate, isIsoDate } from '#shared/dates/civil.ts';
import { LawProblem } from '#shared/law/problem.ts';
import { type RateKind, type RateRow, type RateTables, rateKinds } from '#shared/law/rate-table.ts';
import { builtInRates, checkRateTables } from '#shared/law/rates.ts';

/** A catalogue key under `instellingen.tarieven.faults` and what fills it. */
export interface RateFault {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type RateField = 'from' | 'percent' | 'source';
export type RateFaults = Partial<Record<RateField, RateFault>>;

/** A row as its form holds it: the percentage as typed, nothing judged yet. */
export interface RowDraft {
  readonly from: IsoDate | null;
  readonly percent: string;
  readonly source: string;
}

/** Whose row it is: as shipped, put in, or another percentage on a shipped day. */
export type RowOrigin = 'shipped' | 'own' | 'changed';

/** Rows of a kind, newest first, as tables are read. */
export function rowsOf(tables: RateTables, kind: RateKind): readonly RateRow[] {
  return tables.rows.filter((row) => row.kind === kind).reverse();
}

/** The row in force on a day; undefined before the table begins. */
export function rowOn(tables: RateTables, kind: RateKind, day: IsoDate): RateRow | undefined {
  return tables.rows.findLast((row) => row.kind === kind && row.from <= day);
}

function shippedRow({ kind, from }: Pick<RateRow, 'kind' | 'from'>): RateRow | undefined {
  return builtInRates.rows.find((row) => row.kind === kind && row.from === from);
}

export function originOf(row: RateRow): RowOrigin {
  const shipped = shippedRow(row);
  if (!shipped) return 'own';
  return isSameRow(shipped, row) ? 'shipped' : 'changed';
}

/** A percentage as people type one (`10,4`, `4`, `10.40`) as the decimal string of a row; null when it is none. */
export function typedPercent(text: string): string | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  if (!parts) return null;
  const percent = `${Number(parts[1])}.${(parts[2] ?? '').replace(/0+$/, '').padEnd(2, '0')}`;
  return Number(percent) <= 100 ? percent : null;
}

/** Last day of the half-year a day is in: rates change on 1 January and 1 July only. */
export function halfYearEnd(day: IsoDate): IsoDate {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '06-30' : '12-31'}`;
}

/** The furthest day anyone can know a rate for: the end of the half-year after this one. */
export function knowableUntil(today: IsoDate): IsoDate {
  return halfYearEnd(addMonths(halfYearEnd(today), 1));
}

/** The day to offer when a kind was looked up again and nothing changed: the end of the next half-year, as far as knowable. */
export function nextCheckedUntil(tables: RateTables, kind: RateKind, today: IsoDate): IsoDate {
  const next = halfYearEnd(addMonths(tables.checkedUntil[kind], 1));
  const current = halfYearEnd(today);
  const offered = next > current ? next : current;
  const most = knowableUntil(today);
  return offered < most ? offered : most;
}

/** What is wrong with a day up to which a kind would count as checked; null when it will do. */
export function checkedUntilFault(
  tables: RateTables,
  kind: RateKind,
  until: IsoDate | null,
  today: IsoDate,
): RateFault | null {
  const known = tables.checkedUntil[kind];
  if (until === null) return { key: 'required' };
  if (until <= known) return { key: 'notLater', params: { date: known } };
  const most = knowableUntil(today);
  return until > most ? { key: 'unknowable', params: { date: most } } : null;
}

/** What is wrong with a row to put in, or in the place of `replaced`; empty when it can be saved. */
export function rowFaults(
  tables: RateTables,
  kind: RateKind,
  draft: RowDraft,
  replaced: RateRow | null,
  today: IsoDate,
): RateFaults {
  const faults: RateFaults = {};
  const most = knowableUntil(today);
  if (draft.from === null) faults.from = { key: 'required' };
  else if (draft.from > most) faults.from = { key: 'unknowable', params: { date: most } };
  else if (draft.from !== replaced?.from && rowsOf(tables, kind).some((row) => row.from === draft.from)) {
    faults.from = { key: 'twice', params: { date: draft.from } };
  }
  if (typedPercent(draft.percent) === null) faults.percent = { key: 'percent' };
  if (draft.source.trim() === '') faults.source = { key: 'source' };
  return faults;
}

/**
 * The tables with a faultless row put in, or in the place of `replaced`. A row past the day its kind was checked for
 * counts as checked through its own half-year.
 */
export function withRow(
  tables: RateTables,
  kind: RateKind,
  draft: RowDraft,
  replaced: RateRow | null,
  confidence: string,
): RateTables {
  const row: RateRow = {
    kind,
    from: draft.from ?? '',
    percent: typedPercent(draft.percent) ?? '',
    source: draft.source.trim().replace(/\s+/g, ' '),
    confidence,
  };
  const others = tables.rows.filter((other) => other.kind !== kind || other.from !== (replaced?.from ?? row.from));
  const end = halfYearEnd(row.from);
  const known = tables.checkedUntil[kind];
  return {
    checkedUntil: { ...tables.checkedUntil, [kind]: end > known && row.from > known ? end : known },
    rows: sorted([...others, row]),
  };
}

/**
 * The tables without an own row; a row in the place of a shipped one makes way for that. What an own row made known is no
 * longer: its kind counts as checked to the day before it, or as far as it was shipped.
 */
export function withoutRow(tables: RateTables, row: RateRow): RateTables {
  const others = tables.rows.filter((other) => other.kind !== row.kind || other.from !== row.from);
  const shipped = shippedRow(row);
  if (shipped) return { ...tables, rows: sorted([...others, shipped]) };
  const known = tables.checkedUntil[row.kind];
  const before = addDays(row.from, -1);
  const least = builtInRates.checkedUntil[row.kind];
  const until = before < least ? least : before;
  const checked = until < known ? until : known;
  return { checkedUntil: { ...tables.checkedUntil, [row.kind]: checked }, rows: sorted(others) };
}

export function withCheckedUntil(tables: RateTables, kind: RateKind, until: IsoDate): RateTables {
  return { ...tables, checkedUntil: { ...tables.checkedUntil, [kind]: until } };
}

export interface RateChange {
  readonly before: RateRow;
  readonly after: RateRow;
}

/** What other tables would change: the preview of an import and of going back to the shipped ones. */
export interface RateDifference {
  readonly added: readonly RateRow[];
  readonly changed: readonly RateChange[];
  readonly removed: readonly RateRow[];
  readonly checked: readonly { readonly kind: RateKind; readonly before: IsoDate; readonly after: IsoDate }[];
  /** Nothing at all changes. */
  readonly none: boolean;
}

export function differenceOf(before: RateTables, after: RateTables): RateDifference {
  const idOf = ({ kind, from }: RateRow) => `${kind} ${from}`;
  const known = new Map(before.rows.map((row) => [idOf(row), row]));
  const next = new Set(after.rows.map(idOf));
  const added = after.rows.filter((row) => !known.has(idOf(row)));
  const removed = before.rows.filter((row) => !next.has(idOf(row)));
  const changed = after.rows.flatMap((row) => {
    const old = known.get(idOf(row));
    return old && !isSameRow(old, row) ? [{ before: old, after: row }] : [];
  });
  const checked = rateKinds
    .map((kind) => ({ kind, before: before.checkedUntil[kind], after: after.checkedUntil[kind] }))
    .filter((entry) => entry.before !== entry.after);
  const none = added.length + removed.length + changed.length + checked.length === 0;
  return { added, changed, removed, checked, none };
}

/** What the law engine objects to in tables, in the words of the catalogue; null when it can calculate with them. */
export function tablesFault(tables: RateTables): RateFault | null {
  try {
    checkRateTables(tables);
    return null;
  } catch (error) {
    if (!(error instanceof LawProblem)) throw error;
    const { cause, kind, from } = error.params;
    const date = String(from ?? '');
    return { key: `table.${String(cause)}`, params: { kind: String(kind), date: isIsoDate(date) ? date : '–' } };
  }
}

/** Rows as the tables keep them: by kind, then by day. */
export function sorted(rows: readonly RateRow[]): readonly RateRow[] {
  return [...rows].sort((a, b) => rateKinds.indexOf(a.kind) - rateKinds.indexOf(b.kind) || (a.from < b.from ? -1 : 1));
}

/** The same rate told the same way; `4` and `4.00` are one percentage. */
function isSameRow(a: RateRow, b: RateRow): boolean {
  const alike = a.kind === b.kind && a.from === b.from && a.source === b.source && a.confidence === b.confidence;
  return alike && typedPercent(a.percent) === typedPercent(b.percent);
}
