import { type IsoDate, isIsoDate } from '#shared/dates/civil.ts';
import { type RateKind, type RateRow, type RateTables, rateKinds } from '#shared/law/rate-table.ts';
import { knowableUntil, type RateFault, sorted, tablesFault, typedPercent } from './rate-edit.ts';

/** How an exported file says what it is; a file of another version is not guessed at. */
const format = 'voldaan-rentetabellen';
const version = 1;
/** More than any table of rates there has been; a larger file is something else. */
export const largestRateFile = 1024 * 1024;

/** What is wrong in a file, and in which row of it (1 = the first of `rows`); null = the file as a whole. */
export interface FileFault extends RateFault {
  readonly row: number | null;
}

export type ReadRates =
  | { readonly ok: true; readonly tables: RateTables }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** The tables as an exported file: the same text for the same tables. */
export function rateFileText(tables: RateTables): string {
  const { checkedUntil, rows } = tables;
  const ordered = Object.fromEntries(rateKinds.map((kind) => [kind, checkedUntil[kind]]));
  return `${JSON.stringify({ format, version, checkedUntil: ordered, rows: sorted(rows) }, null, 2)}\n`;
}

/**
 * Reads an exported file. Either whole tables the law engine can calculate with, or every fault with its row. Days past what
 * can be known on `today` are refused: they would keep a table from ever being out of date.
 */
export function readRateFile(text: string, today: IsoDate): ReadRates {
  const file = parsed(text);
  if (!isObject(file) || file.format !== format) return wrong([{ row: null, key: 'file.format' }]);
  if (file.version !== version) {
    return wrong([{ row: null, key: 'file.version', params: { version: String(file.version) } }]);
  }
  if (!Array.isArray(file.rows)) return wrong([{ row: null, key: 'file.rows' }]);
  const most = knowableUntil(today);
  const faults: FileFault[] = [];
  const rows: RateRow[] = [];
  const places = new Map<string, number>();
  for (const [index, entry] of file.rows.entries()) {
    const row = rowFrom(entry);
    const own = index + 1;
    if ('key' in row) {
      faults.push({ ...row, row: own });
      continue;
    }
    if (row.from > most) faults.push({ row: own, key: 'unknowable', params: { date: most } });
    const place = `${row.kind} ${row.from}`;
    const earlier = places.get(place);
    if (earlier === undefined) places.set(place, own);
    else faults.push({ row: own, key: 'file.twice', params: { date: row.from, row: earlier } });
    rows.push(row);
  }
  const { checked, missing } = checkedFrom(file.checkedUntil);
  faults.push(...missing.map((kind) => ({ row: null, key: 'table.checked-until', params: { kind } })));
  for (const kind of rateKinds) {
    if (checked && checked[kind] > most)
      faults.push({ row: null, key: 'table.unknowable', params: { kind, date: most } });
  }
  if (faults.length > 0 || !checked) return wrong(faults);
  const tables = { checkedUntil: checked, rows: sorted(rows) };
  const fault = tablesFault(tables);
  return fault ? wrong([{ ...fault, row: null }]) : { ok: true, tables };
}

function wrong(faults: readonly FileFault[]): ReadRates {
  return { ok: false, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowFrom(entry: unknown): RateRow | RateFault {
  if (!isObject(entry)) return { key: 'file.row' };
  const { kind, from, percent, source, confidence } = entry;
  if (!isKind(kind)) return { key: 'file.kind', params: { value: shown(kind) } };
  if (typeof from !== 'string' || !isIsoDate(from)) return { key: 'file.date', params: { value: shown(from) } };
  const rate = typeof percent === 'string' ? typedPercent(percent) : null;
  if (rate === null) return { key: 'file.percent', params: { value: shown(percent) } };
  if (typeof source !== 'string' || source.trim() === '') return { key: 'source' };
  return {
    kind,
    from,
    percent: rate,
    source: source.trim(),
    confidence: typeof confidence === 'string' ? confidence : '',
  };
}

function isKind(value: unknown): value is RateKind {
  return rateKinds.some((kind) => kind === value);
}

function checkedFrom(value: unknown): { checked: RateTables['checkedUntil'] | null; missing: readonly RateKind[] } {
  const given = isObject(value) ? value : {};
  const dateOf = (kind: RateKind) => {
    const date = given[kind];
    return typeof date === 'string' && isIsoDate(date) ? date : null;
  };
  const missing = rateKinds.filter((kind) => dateOf(kind) === null);
  const [wettelijk, handel, belgian] = rateKinds.map(dateOf);
  const checked = wettelijk && handel && belgian ? { wettelijk, handel, 'be-b2b': belgian } : null;
  return { checked, missing };
}

/** A value from a file, short enough for a message. */
function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '–').slice(0, 40);
}
