import { limits } from '#shared/contract/limits.ts';
import { detectFormat } from '../detect.ts';
import { decodeText } from '../encoding.ts';
import type { FileFormat } from '../file-format.ts';
import { CellTexts } from './cell-texts.ts';
import type { TableProblem } from './fields.ts';
import type { Known } from './known.ts';
import { problem, refuse } from './problems.ts';
import type { TableInput } from './reading.ts';
import { KeptRows, type RowSource } from './row-source.ts';
import { separateRows } from './separator.ts';
import { bestSheet, looksOf } from './sheets.ts';
import { readWorkbookSheets } from './workbook.ts';

/** Rows as they stand in a file, with what formats show beside their numbers. */
export interface FileRows {
  readonly rows: RowSource;
  readonly signs: CellTexts;
  readonly shown: CellTexts;
}

/** The rows of a file, by what it is. Refuses what is no table, with what it is instead. */
export async function rowsOf(input: TableInput, known: Known): Promise<FileRows> {
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
