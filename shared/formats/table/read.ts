import { limits } from '#shared/contract/limits.ts';
import { sumOf } from '#shared/money/cents.ts';
import { isBankRows } from '../bank/csv/recognise.ts';
import { detectFormat } from '../detect.ts';
import { decodeText } from '../encoding.ts';
import type { FileFormat } from '../file-format.ts';
import { asOfBelow, asOfIn, statesPart } from './as-of.ts';
import { CellTexts } from './cell-texts.ts';
import { cellText, isBlank } from './cells.ts';
import { headerFingerprint, mapColumns } from './columns.ts';
import { readControlList } from './control-list.ts';
import { codeOfDebtors, kindOfDebtors } from './debtor-columns.ts';
import { readDebtorList } from './debtor-list.ts';
import type { TableProblem } from './fields.ts';
import { type FoundHeader, findHeader, likelyHeader, readHeading } from './headings.ts';
import { speaksOfCreditors, tableKind } from './kind.ts';
import { ageingColumns, checkItemColumns, decideLayout, type Layout } from './layout.ts';
import { missingHeader } from './no-header.ts';
import { otherTable } from './other-tables.ts';
import { numberDoubt } from './plain-numbers.ts';
import { capped, problem, refuse, TableRefusal } from './problems.ts';
import { findProfile } from './profile-match.ts';
import type { ParsedItem, ReadColumn, Row, TableInput, TableReading } from './reading.ts';
import { allBlank, KeptRows, type RowSource, RowsBelow, rowsFrom } from './row-source.ts';
import { type ReadRows, readRows } from './rows.ts';
import { separateRows } from './separator.ts';
import { bestSheet, looksAtRows, looksOf } from './sheets.ts';
import { namesSomething, ShownRows } from './shown-rows.ts';
import { mixesSides } from './sides.ts';
import { noTitleMarks, titleMarksIn } from './title-marks.ts';
import { readWorkbookSheets } from './workbook.ts';

type Known = { -readonly [K in keyof TableReading]: TableReading[K] };

/** Rows as they stand in a file, with what formats show beside their numbers. */
interface FileRows {
  readonly rows: RowSource;
  readonly signs: CellTexts;
  readonly shown: CellTexts;
}

const samplesPerColumn = 4;
/** Rows looked at for a header, and for the list date below. */
const firstRows = 250;
const lastRows = 6;

/**
 * Reads a table (CSV, text or XLSX) of open items, invoices, debtors or balances, with every guess and its reason (criterion
 * A2, formats document §4). Never throws on bad input: what cannot be imported has a `refusal` naming row and column, rows that cannot be read
 * are skipped with their reason, the rest is read. Terms are not applied: a missing due date stays null.
 */
export async function readTable(input: TableInput): Promise<TableReading> {
  const known = nothingKnown(input.fileName);
  try {
    readInto(known, await rowsOf(input, known), input);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    known.refusal = error.problem;
  }
  known.warnings = capped(known.warnings);
  return known;
}

async function rowsOf(input: TableInput, known: Known): Promise<FileRows> {
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
      return { rows: textRows(input, known), signs: new CellTexts(), shown: new CellTexts() };
    case 'xlsx':
    case 'ods':
    case 'excel-xml':
      known.format = format;
      known.encoding = format;
      return sheetRows(input, known);
    case 'unknown':
      return refuse('binary', {}, rowOfNul(input.bytes));
    default:
      return refuse(refusals[format] ?? `is-${format}`);
  }
}

/** What is refused with the text of another format, or with one of its own. */
const refusals: Partial<Record<FileFormat, string>> = {
  empty: 'empty',
  gzip: 'is-zip',
  camt052: 'is-camt',
  camt053: 'is-camt',
  camt054: 'is-camt',
  clair2: 'is-xaf',
  adf: 'is-xaf',
};

/** The line of the first zero byte, from 1; null when there is none. */
function rowOfNul(bytes: Uint8Array): number | null {
  const nul = bytes.indexOf(0);
  if (nul < 0) return null;
  let row = 1;
  for (let i = 0; i < nul; i++) if (bytes[i] === 10) row++;
  return row;
}

function textRows(input: TableInput, known: Known): RowSource {
  known.format = 'csv';
  const { text, encoding, damaged } = decodeText(input.bytes, input.choices?.encoding ?? null);
  if (text.includes('\0')) refuse('binary', {}, rowOfNul(input.bytes));
  known.encoding = encoding;
  const separated = separateRows(text);
  known.separator = separated.separator;
  const mojibake = damaged ? [problem('mojibake', { text: damaged.text }, damaged.row)] : [];
  known.warnings = [...mojibake, ...separated.warnings];
  return separated.rows;
}

/** Rows of the chosen sheet, else of the one that looks most like a table of items. */
async function sheetRows(input: TableInput, known: Known): Promise<FileRows> {
  const { sheets, hiddenRows, unsavedFormulas } = await readWorkbookSheets(input.bytes);
  if (sheets.length === 0) refuse('empty');
  known.sheets = sheets.map(({ name }) => name);
  known.looks = looksOf(sheets);
  const wanted = input.choices?.sheet ?? bestSheet(known.looks)?.name;
  const sheet = sheets.find(({ name }) => name === wanted);
  if (!sheet) return wanted === undefined ? refuse('all-sheets-hidden') : refuse('no-sheet', { sheet: wanted });
  known.sheet = sheet.name;
  const warnings: TableProblem[] = [];
  const others = known.looks.filter(({ name, hidden, looksLike: is }) => name !== sheet.name && !hidden && is !== null);
  if (!input.choices?.sheet && others.length > 0) {
    warnings.push(problem('more-sheets', { sheet: sheet.name, others: others.map(({ name }) => name).join(', ') }));
  }
  if (hiddenRows > 0) warnings.push(problem('hidden-rows', { count: hiddenRows }));
  if (unsavedFormulas > 0) warnings.push(problem('formulas-unsaved', { count: unsavedFormulas }));
  known.warnings = warnings;
  return { rows: new KeptRows(sheet.rows), signs: sheet.signs, shown: sheet.shown };
}

function readInto(known: Known, file: FileRows, input: TableInput): void {
  const { signs } = file;
  if (allBlank(file.rows)) refuse('empty');
  const rows = rowsFrom(file.rows, 0, firstRows);
  const choices = input.choices ?? {};
  const recognised = findHeader(rows) ?? (known.format === 'csv' ? missingHeader(rows) : null);
  if (isBankRows(rows)) refuse('is-bankcsv');
  const other = otherTable(rows);
  if (other) refuse(`is-${other}`);
  const likely = recognised ? null : likelyHeader(rows);
  if (!recognised && !(likely && choices.columns)) {
    if (likely) showColumns(known, likely, rows);
    refuseWithoutHeader(rows);
  }
  const { at, headings: written } = (recognised ?? likely)!;
  const bodyWith = (columns: readonly number[]): RowSource => {
    return new RowsBelow(file.shown.isEmpty ? file.rows : new ShownRows(file.rows, file.shown, columns), at + 1);
  };
  const whole = bodyWith(written.map((_, column) => column));
  const preamble = rows.slice(0, Math.max(at, 0));
  known.headerRow = at + 1;
  known.asOf = asOfIn(preamble) ?? asOfBelow(rowsFrom(whole, whole.length - lastRows, lastRows));
  known.fingerprint = headerFingerprint(written);
  const remembered = input.remembered?.(known.fingerprint);
  known.remembered = remembered !== undefined;
  const profile = findProfile(written, choices.profile);
  known.profile = profile?.id ?? null;
  const headings = written.map((heading) => {
    const amountIn = profile?.amountsIn?.[heading.normal];
    return amountIn ? { ...heading, amountIn } : heading;
  });
  const sample = rowsFrom(whole, 0, looksAtRows);
  const mapped = mapColumns(headings, sample, remembered, choices.columns, profile);
  const titles = [input.fileName, known.sheet ?? '', ...preamble.flat()].join(' ');
  known.kind =
    choices.tableKind ??
    remembered?.tableKind ??
    tableKind({ headings, fields: mapped.fields, rows: sample, titles, profile });
  const perDebtor = known.kind === 'debtors' || known.kind === 'control';
  const { fields: guessed, why } = perDebtor ? codeOfDebtors(headings, mapped) : mapped;
  const fields = known.kind === 'debtors' ? kindOfDebtors(guessed, sample) : guessed;
  const body = bodyWith(fields.flatMap((field, column) => (namesSomething(field) ? [column] : [])));
  known.columns = headings.map(
    ({ text }, index): ReadColumn => ({
      index,
      heading: text,
      field: fields[index]!,
      why: why[index]!,
      samples: samples(sample, index),
    }),
  );
  // Not by the folder or zip it comes in.
  const called = [input.fileName.split(/[/\\]/).at(-1)!, titles.slice(input.fileName.length)].join(' ');
  const isMixed = (): boolean => mixesSides(called, headings);
  const decide = (): Layout => {
    const layout = decideLayout(headings, fields, body, at + 2, choices, remembered, profile);
    known.decimals = layout.mark;
    known.dateOrder = layout.dateOrder;
    return layout;
  };
  if (known.kind === 'debtors') readDebtors(known, body, preamble, decide(), signs);
  else if (known.kind === 'control') {
    const told = fields.some((field) => field === 'kind' || field === 'debtorKind' || field === 'ledgerAccount');
    if (!choices.tableKind && !told && isMixed()) refuse('mixed-sides', {}, at + 1);
    readControl(known, body, preamble, decide(), signs);
  } else {
    if (!choices.tableKind && speaksOfCreditors(titles, headings)) refuse('only-creditors', {}, at + 1);
    checkItemColumns(headings, fields, sample, profile);
    const doubt = numberDoubt(headings, sample, { fields, why });
    if (doubt) {
      const reference = headings[doubt.reference]!.text;
      known.warnings = [
        ...known.warnings,
        problem('number-assumed', { reference }, null, headings[doubt.number]!.text),
      ];
    }
    const { sided } = readItems(known, body, preamble, decide(), signs);
    if (!choices.tableKind && !sided && isMixed()) refuse('mixed-sides', {}, at + 1);
  }
  known.titleMarks = titleMarksIn(preamble, known.debtors);
}

/** Refusals of a list of which no row is read, by why the first was not. */
const unreadable: Readonly<Record<string, string>> = {
  'date-unreadable': 'dates-unreadable',
  'amount-unreadable': 'amounts-unreadable',
  'currency-unknown': 'currencies-unknown',
  'currency-differs': 'currencies-differ',
  'currency-unclear': 'currencies-unclear',
};

function readItems(
  known: Known,
  body: RowSource,
  preamble: readonly Row[],
  layout: Layout,
  signs: CellTexts,
): Pick<ReadRows, 'sided'> {
  const { wide, sided, ...read } = readRows(body, known.headerRow + 1, layout, preamble, signs);
  const warnings = [...known.warnings, ...read.warnings];
  // Cells of a workbook stand under their heading whatever a row has more; in a text a separator too many moves them.
  if (known.format === 'csv' && wide.length > 0)
    warnings.unshift(problem('wide-rows', { count: wide.length }, wide[0]!));
  warnings.push(...mixedCurrencies(read.items));
  const part = layout.profile?.bookings ? 'bookings-of-a-period' : statesPart(preamble) ? 'list-of-a-part' : null;
  if (known.kind === 'invoices') warnings.unshift(problem('invoice-list', {}));
  else if (part !== null) warnings.unshift(problem(part, {}));
  if (known.kind === 'invoices' || part !== null) known.full = false;
  Object.assign(known, read, { warnings });
  if (read.items.length > 0 || read.settled.length > 0) return { sided };
  const onlyCreditors = read.skipped.some(({ reason }) => reason === 'creditor');
  const unread = read.skipped.find(({ reason }) => reason in unreadable);
  if (unread && !onlyCreditors) {
    const column = layout.headings.findIndex(({ text }) => text === unread.column);
    const cell = body.at(unread.row - known.headerRow - 1)[column];
    const written = cellText(cell) || String(cell ?? '');
    const sample = `${signs.at(unread.row - 1, column)} ${written}`.trim();
    refuse(unreadable[unread.reason]!, { sample }, unread.row, unread.column);
  }
  return refuse(onlyCreditors ? 'only-creditors' : 'no-items', {}, known.headerRow);
}

/** What is not in the currency of most items. */
function mixedCurrencies(items: readonly ParsedItem[]): readonly TableProblem[] {
  const counts = new Map<string, number>();
  for (const { currency } of items) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [[currency] = [''], ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const count = sumOf(others, ([, number]) => number);
  const first = items.find((item) => item.currency !== currency);
  const params = { count, currency, others: others.map(([name]) => name).join(', ') };
  return [problem('mixed-currencies', params, first?.row ?? null)];
}

/** Balances a list of debtors has beside its facts are totals to compare with. */
function readDebtors(known: Known, body: RowSource, preamble: readonly Row[], layout: Layout, signs: CellTexts): void {
  const { debtors, skipped, warnings, rows } = readDebtorList(body, known.headerRow + 1, layout);
  known.full = false;
  known.debtors = debtors;
  known.skipped = skipped;
  known.rows = rows;
  known.warnings = [problem('debtor-list', { count: debtors.length }), ...known.warnings, ...warnings];
  if (!layout.fields.some((field) => field === 'open' || field === 'total')) return;
  const {
    control,
    debtors: withBalance,
    declaredTotal,
  } = readControlList(body, known.headerRow + 1, layout, preamble, signs);
  if (withBalance === 0) return;
  known.control = control;
  known.declaredTotal = declaredTotal;
}

function readControl(known: Known, body: RowSource, preamble: readonly Row[], layout: Layout, signs: CellTexts): void {
  const { control, debtors, declaredTotal, skipped, warnings, rows } = readControlList(
    body,
    known.headerRow + 1,
    layout,
    preamble,
    signs,
  );
  const ages = ageingColumns(layout.headings, layout.fields).map((i) => layout.headings[i]!.text);
  if (debtors === 0) refuse('no-debtors', {}, known.headerRow);
  known.full = false;
  known.control = control;
  known.declaredTotal = declaredTotal;
  known.skipped = skipped;
  known.rows = rows;
  const what = ages.length > 0 ? problem('ageing-list', { columns: ages.join(', ') }) : problem('balance-list', {});
  known.warnings = [what, ...known.warnings, ...warnings];
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
    titleMarks: noTitleMarks,
    columns: [],
    fingerprint: '',
    remembered: false,
    decimals: null,
    dateOrder: null,
    unclearSign: null,
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
