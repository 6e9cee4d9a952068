import { limits } from '#shared/contract/limits.ts';
import { isBankRows } from '../bank/csv/recognise.ts';
import { detectFormat } from '../detect.ts';
import { decodeText } from '../encoding.ts';
import type { FileFormat } from '../file-format.ts';
import { asOfBelow, asOfIn } from './as-of.ts';
import { isBlank } from './cells.ts';
import { headerFingerprint, mapColumns } from './columns.ts';
import { type FoundHeader, findHeader, isAgeingHeading, likelyHeader, readHeading } from './headings.ts';
import { decideLayout } from './layout.ts';
import { capped, problem, refuse, TableRefusal } from './problems.ts';
import type { ReadColumn, Row, TableInput, TableReading } from './reading.ts';
import { readRows } from './rows.ts';
import { separateRows } from './separator.ts';
import { readSheets, type Sheet } from './workbook.ts';

type Known = { -readonly [K in keyof TableReading]: TableReading[K] };

const samplesPerColumn = 4;

/**
 * Reads an open-items table (CSV, text or XLSX) into items with every guess and its reason (criterion A2, formats document
 * §4). Never throws on bad input: what cannot be imported has a `refusal` naming row and column, rows that cannot be read
 * are skipped with their reason, the rest is read. Terms are not applied: a missing due date stays null.
 */
export async function readTable(input: TableInput): Promise<TableReading> {
  const known = nothingKnown(input.fileName);
  try {
    const rows = await rowsOf(input, known);
    readInto(known, rows, input);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    known.refusal = error.problem;
  }
  known.warnings = capped(known.warnings);
  return known;
}

async function rowsOf(input: TableInput, known: Known): Promise<readonly Row[]> {
  if (input.bytes.length === 0) refuse('empty');
  if (input.bytes.length > limits.tableBytes) {
    refuse('too-large', {
      megabytes: Math.ceil(input.bytes.length / 1e6),
      limit: Math.floor(limits.tableBytes / (1024 * 1024)),
    });
  }
  const format = detectFormat(input.bytes);
  switch (format) {
    case 'table':
      return textRows(input, known);
    case 'xlsx':
      known.format = 'xlsx';
      known.encoding = 'xlsx';
      return sheetRows(input, known);
    default:
      return refuse(refusals[format] ?? `is-${format}`);
  }
}

/** What is refused with the text of another format, or with one of its own. */
const refusals: Partial<Record<FileFormat, string>> = {
  empty: 'empty',
  unknown: 'binary',
  gzip: 'is-zip',
  camt052: 'is-camt',
  camt053: 'is-camt',
  camt054: 'is-camt',
  clair2: 'is-xaf',
  adf: 'is-xaf',
};

function textRows(input: TableInput, known: Known): readonly Row[] {
  known.format = 'csv';
  const { text, encoding, damaged } = decodeText(input.bytes, input.choices?.encoding ?? null);
  if (text.includes('\0')) refuse('binary');
  known.encoding = encoding;
  const separated = separateRows(text);
  known.separator = separated.separator;
  const mojibake = damaged ? [problem('mojibake', { text: damaged.text }, damaged.row)] : [];
  known.warnings = [...mojibake, ...separated.warnings];
  return separated.rows;
}

/** Rows of the chosen sheet, else of the first visible one with invoices, else with a header, else of the first visible one. */
async function sheetRows(input: TableInput, known: Known): Promise<readonly Row[]> {
  const sheets = await readSheets(input.bytes);
  known.sheets = sheets.map(({ name }) => name);
  const wanted = input.choices?.sheet;
  const visible = sheets.filter(({ hidden }) => !hidden);
  const sheet = wanted
    ? sheets.find(({ name }) => name === wanted)
    : (visible.find(hasInvoices) ?? visible.find(({ rows }) => findHeader(rows) !== null) ?? visible[0]);
  if (!sheet) return refuse('no-sheet', { sheet: wanted ?? '' });
  known.sheet = sheet.name;
  const others = visible.filter((other) => other !== sheet && findHeader(other.rows) !== null);
  if (!wanted && others.length > 0) {
    known.warnings = [problem('more-sheets', { sheet: sheet.name, others: others.map(({ name }) => name).join(', ') })];
  }
  return sheet.rows;
}

/** Summaries and ageing lists often stand on a sheet before the list of invoices. */
function hasInvoices({ rows }: Sheet): boolean {
  const header = findHeader(rows);
  return header?.headings.some(({ fields }) => fields.some(({ field }) => field === 'number')) ?? false;
}

function readInto(known: Known, rows: readonly Row[], input: TableInput): void {
  if (rows.every(isBlank)) refuse('empty');
  const choices = input.choices ?? {};
  const recognised = findHeader(rows);
  if (isBankRows(rows)) refuse('is-bankcsv');
  const likely = recognised ? null : likelyHeader(rows);
  if (!recognised && !(likely && choices.columns)) {
    if (likely) showColumns(known, likely, rows);
    refuseWithoutHeader(rows);
  }
  const { at, headings } = (recognised ?? likely)!;
  const body = rows.slice(at + 1);
  known.headerRow = at + 1;
  known.asOf = asOfIn(rows.slice(0, at)) ?? asOfBelow(body);
  known.fingerprint = headerFingerprint(headings);
  const remembered = input.remembered?.(known.fingerprint);
  known.remembered = remembered !== undefined;
  const { fields, why } = mapColumns(headings, body.slice(0, 200), remembered, choices.columns);
  known.columns = headings.map(
    ({ text }, index): ReadColumn => ({
      index,
      heading: text,
      field: fields[index]!,
      why: why[index]!,
      samples: samples(body, index),
    }),
  );
  const layout = decideLayout(headings, fields, body, at + 2, choices, remembered);
  known.decimals = layout.mark;
  known.dateOrder = layout.dateOrder;
  const read = readRows(body, at + 2, layout, rows.slice(0, at));
  const warnings = [...known.warnings, ...read.warnings];
  Object.assign(known, read, { warnings });
  if (read.items.length === 0 && read.settled.length === 0) refuse('no-items', {}, known.headerRow);
}

/** Columns without a meaning yet, for the user to point out what they hold. */
function showColumns(known: Known, { at, headings }: FoundHeader, rows: readonly Row[]): void {
  const body = rows.slice(at + 1);
  known.headerRow = at + 1;
  known.columns = headings.map(({ text }, index) => {
    return { index, heading: text, field: null, why: '', samples: samples(body, index) };
  });
}

function refuseWithoutHeader(rows: readonly Row[]): never {
  const ages = rows.slice(0, 26).find((row) => row.filter((cell) => isAgeingHeading(String(cell))).length >= 2);
  if (ages)
    refuse('ageing-list', { columns: ages.map(String).filter(isAgeingHeading).join(', ') }, rows.indexOf(ages) + 1);
  const first = rows.find((row) => !isBlank(row)) ?? [];
  const found = first.map((cell) => readHeading(cell).text).filter(Boolean);
  return refuse('no-header', { found: found.join(', ').slice(0, 200) }, rows.indexOf(first) + 1);
}

function samples(body: readonly Row[], column: number): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < body.length && i < 200 && found.length < samplesPerColumn; i++) {
    const cell = body[i]![column];
    const text = cell === undefined ? '' : String(cell).trim().slice(0, 60);
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}

function nothingKnown(fileName: string): Known {
  return {
    fileName,
    format: 'unknown',
    encoding: '',
    separator: null,
    sheet: null,
    sheets: [],
    looks: [],
    kind: 'list',
    profile: null,
    refusal: null,
    headerRow: 0,
    columns: [],
    fingerprint: '',
    remembered: false,
    decimals: null,
    dateOrder: null,
    asOf: null,
    declaredTotal: null,
    rows: 0,
    items: [],
    debtors: [],
    settled: [],
    unread: [],
    skipped: [],
    warnings: [],
  };
}
