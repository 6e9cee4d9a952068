import Papa from 'papaparse';
import { limits } from '#shared/contract/limits.ts';
import { plainLines } from '../line-ends.ts';
import { cutRows, mostColumns } from './cut-rows.ts';
import type { TableProblem } from './fields.ts';
import { lineStarts } from './line-starts.ts';
import { problem, refuse } from './problems.ts';
import type { Row } from './reading.ts';
import { KeptRows, type RowSource } from './row-source.ts';

const candidates = [';', '\t', ',', '|'] as const;

export interface SeparatedRows {
  readonly rows: RowSource;
  readonly separator: string;
  readonly warnings: readonly TableProblem[];
}

/** Text with its line ends made plain, where its lines begin, and what parts its cells. */
interface Lines {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly separator: string;
  /** A `sep=` line says so. */
  readonly stated: boolean;
}

/**
 * The rows of a table's text (formats document §4.2 rule 2): a `sep=` line decides on the separator, else the one whose count
 * outside quotes is most constant over the first 50 lines. A quote that is never closed spoils only its own line. Without
 * quotes each line is a row; with `endsAlike` only a line that ends as most do, since the others stand inside a cell. Refuses
 * what {@link lineStarts} refuses, before anything is split, and a row of more columns than any list has.
 */
export function separateRows(written: string, endsAlike = false): SeparatedRows {
  const { text, starts, separator, stated } = linesOf(written);
  const rows = cutRows(text, starts, separator, endsAlike) ?? parsedRows(text, separator);
  if (rows === null) return lineByLine(text, separator);
  const unwrapped = stated ? null : unwrappedText(rows, text);
  return unwrapped === null ? { rows, separator, warnings: [] } : separateRows(unwrapped, endsAlike);
}

function linesOf(written: string): Lines {
  const plain = plainLines(written);
  const lines = firstLines(plain, 50);
  const stated = /^"?sep=(.)"?\s*$/i.exec(lines[0] ?? '')?.[1];
  const separator = stated ?? bestSeparator(lines);
  const isSpaced = lines.some((line) => line.includes(`${separator} "`));
  const text = isSpaced ? withoutSpacesAtQuotes(plain, separator) : plain;
  return { text, starts: lineStarts(text), separator, stated: stated !== undefined };
}

/** `1; "Kok" ;2` as `1;"Kok";2`: behind a space a quote would be text, and a separator inside it would part the cell. */
function withoutSpacesAtQuotes(text: string, separator: string): string {
  const part = separator.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const spaced = new RegExp(`(^|${part}) *("(?:[^"\\r\\n]|"")*") *(?=${part}|\\r|$)`, 'gm');
  return text.replace(spaced, '$1$2');
}

/** The rows as Papa Parse finds them in quotes that run over lines or stand inside a cell; null where they do not pair up. */
function parsedRows(text: string, separator: string): RowSource | null {
  requireFewCells(text, separator);
  const rows = papaRows(text, separator);
  if (rows === null) return null;
  const alike =
    unevenShare(rows) > 0 && hasMixedLineEnds(text) ? papaRows(text.replace(/\r\n?/g, '\n'), separator) : null;
  const best = alike !== null && unevenShare(alike) < unevenShare(rows) ? alike : rows;
  const widest = best.findIndex((row) => row.length > mostColumns);
  if (widest >= 0) refuse('too-many-columns', { columns: best[widest]!.length }, widest + 1);
  return new KeptRows(best);
}

function papaRows(text: string, separator: string): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, quoteChar: '"' });
  return errors.length > 0 || data.some((row) => hasSwallowedRow(row, separator)) ? null : data;
}

/** Whether lines end in more than one way: the parser then takes one of them for text, and two rows for one. */
function hasMixedLineEnds(text: string): boolean {
  return text.includes('\r') && text.includes('\n') && /\r(?!\n)|(?<!\r)\n/.test(text);
}

/** How many of the rows, from 0 to 1, are not as wide as most are. */
function unevenShare(rows: readonly Row[]): number {
  const tally = new Map<number, number>();
  for (const { length } of rows) if (length > 1) tally.set(length, (tally.get(length) ?? 0) + 1);
  const filled = [...tally.values()].reduce((sum, count) => sum + count, 0);
  return filled === 0 ? 0 : 1 - Math.max(...tally.values()) / filled;
}

/** All of these rows are cells in memory: more than fit there are refused before, where they begin. */
function requireFewCells(text: string, separator: string): void {
  const limit = limits.tableCells;
  let cells = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    if (++cells > limit) refuse('too-many-cells', { limit }, text.slice(0, at).split('\n').length);
  }
}

/** The text of a list that was pasted into one spreadsheet column and saved: every line in quotes as a whole. Null for others. */
function unwrappedText(rows: RowSource, text: string): string | null {
  if (!text.includes('"')) return null;
  const lines: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows.at(i);
    if (row.length > 1) return null;
    lines.push(String(row[0] ?? ''));
  }
  if (!lines.some((line) => /^[^";,\t|]+[;,\t|]/.test(line))) return null;
  const unwrapped = lines.join('\n');
  // Only when quotes really went away: lines without them would be taken apart for ever.
  return unwrapped.length < text.replaceAll('\r', '').trimEnd().length ? unwrapped : null;
}

/**
 * Two stray quotes far apart pair up and hide every row between them in one cell: a line break together with several
 * separators is no text anyone typed.
 */
function hasSwallowedRow(row: readonly string[], separator: string): boolean {
  return row.some((cell) => cell.includes('\n') && cell.split(separator, 4).length > 3);
}

function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < count && start < text.length) {
    let end = start;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    lines.push(text.slice(start, end));
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return lines;
}

/** Number of separators outside quotes. */
function countOutsideQuotes(line: string, separator: string): number {
  let count = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) count++;
  }
  return count;
}

/** The separator of most lines with the same count of two or more columns; ties go to the order of Dutch habit. */
function bestSeparator(lines: readonly string[]): string {
  let best: string = candidates[0];
  let bestScore = 0;
  for (const separator of candidates) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const count = countOutsideQuotes(line, separator);
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    for (const [count, times] of tally) {
      const score = times * Math.min(count, 12);
      if (score > bestScore) {
        best = separator;
        bestScore = score;
      }
    }
  }
  return best;
}

/** Reads each line by itself when quotes do not pair up; joins the following lines where that closes a quote. */
function lineByLine(text: string, separator: string): SeparatedRows {
  const lines = text.split(/\r\n|\n|\r/);
  const warnings: TableProblem[] = [];
  const rows: Row[] = [];
  let width = 0;
  for (let i = 0; i < lines.length; i++) {
    const whole = rowIn(lines[i]!, separator);
    if (whole !== 'open' && whole !== 'broken') {
      rows.push(whole);
      width = Math.max(width, whole.length);
      continue;
    }
    const joined = whole === 'open' ? joinedRow(lines, i, separator, width) : null;
    if (joined) {
      rows.push(joined.row);
      for (let extra = 1; extra < joined.lines; extra++) rows.push(['']);
      i += joined.lines - 1;
      continue;
    }
    warnings.push(problem('broken-quote', {}, i + 1));
    rows.push(lines[i]!.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"')));
  }
  return { rows: new KeptRows(rows), separator, warnings: warnings.slice(0, 50) };
}

/** The cells of one row; `open` when its last quote is not closed, `broken` when no more text can make it whole. */
function rowIn(text: string, separator: string): string[] | 'open' | 'broken' {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      const cell = end < 0 ? text.slice(at) : text.slice(at, end);
      if (cell.includes('\n')) return 'broken';
      cells.push(cell);
      if (end < 0) return cells;
      at = end + separator.length;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return 'open';
    cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (at >= text.length) return cells;
    if (!text.startsWith(separator, at)) return 'broken';
    at += separator.length;
  }
}

/** A quoted field may run over line ends: at most 20 lines, and only when the row comes out as wide as the others. */
function joinedRow(
  lines: readonly string[],
  start: number,
  separator: string,
  width: number,
): { row: string[]; lines: number } | null {
  let text = lines[start]!;
  for (let count = 2; count <= 20 && start + count - 1 < lines.length; count++) {
    text += `\n${lines[start + count - 1]}`;
    const row = rowIn(text, separator);
    if (row === 'open') continue;
    return row !== 'broken' && row.length === width && !hasSwallowedRow(row, separator) ? { row, lines: count } : null;
  }
  return null;
}
