import { limits } from '#shared/contract/limits.ts';
import type { Cents } from '#shared/money/cents.ts';
import { centsBehindMark } from './amounts.ts';
import { refuse } from './problems.ts';
import type { DecimalMark, Row } from './reading.ts';
import type { RowSource } from './row-source.ts';

const quote = 34;
const carriageReturn = 13;
const byteOrderMark = 0xfeff;
/** More columns than any list has; a sheet is as wide as its last cell with something in it. */
export const mostColumns = 500;

/**
 * Rows of a text whose cells are cut from it when they are asked for: what is kept of a cell is where it begins, so that a
 * list of a million lines is never in memory as cells. Quotes stand around whole cells within one line, as programs write
 * them.
 */
export class CutRows implements RowSource {
  readonly length: number;

  /** @param cells where each cell begins; behind the last of a row stands where a next would. @param rows first cell of each row. */
  constructor(
    private readonly text: string,
    private readonly cells: Uint32Array,
    private readonly rows: Uint32Array,
  ) {
    this.length = rows.length - 1;
  }

  at(row: number): Row {
    const first = this.rows[row]!;
    const width = this.rows[row + 1]! - first - 1;
    const cells = new Array<string>(width);
    for (let column = 0; column < width; column++) cells[column] = this.cut(first + column);
    return cells;
  }

  cell(row: number, column: number): string {
    const place = this.rows[row]! + column;
    return column >= 0 && place < this.rows[row + 1]! - 1 ? this.cut(place) : '';
  }

  repeats(row: number, column: number): boolean {
    const { text, cells, rows } = this;
    const place = rows[row]! + column;
    const before = rows[row - 1]! + column;
    // Of a row without the column both have to be without it.
    const isThere = column >= 0 && place < rows[row + 1]! - 1;
    if (isThere !== (column >= 0 && before < rows[row]! - 1)) return false;
    if (!isThere) return true;
    const start = cells[place]!;
    const other = cells[before]!;
    const length = cells[place + 1]! - start;
    if (cells[before + 1]! - other !== length) return false;
    for (let i = 0; i < length - 1; i++) if (text.charCodeAt(start + i) !== text.charCodeAt(other + i)) return false;
    return true;
  }

  cents(row: number, column: number, mark: DecimalMark): Cents | null {
    const place = this.rows[row]! + column;
    if (column < 0 || place >= this.rows[row + 1]! - 1) return null;
    const { text, cells } = this;
    const start = cells[place]!;
    const end = cells[place + 1]! - 1;
    return text.charCodeAt(start) === quote
      ? centsBehindMark(text, start + 1, end - 1, mark)
      : centsBehindMark(text, start, end, mark);
  }

  private cut(place: number): string {
    const { text, cells } = this;
    const start = cells[place]!;
    const end = cells[place + 1]! - 1;
    if (text.charCodeAt(start) !== quote) return text.slice(start, end);
    const cell = text.slice(start + 1, end - 1);
    return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
  }
}

/**
 * The rows of a text in {@link CutRows}; `starts` is where each line begins. Null for a text that takes a parser: one with
 * other quotes, and, with quotes or where `endsAlike` asks so, one whose lines do not all end alike. Refuses a row of more
 * columns than any list has, and more cells than fit in memory.
 */
export function cutRows(text: string, starts: Uint32Array, separator: string, endsAlike: boolean): CutRows | null {
  const isStrict = endsAlike || text.includes('"');
  if (isStrict && (!text.includes('\n') || text.charCodeAt(0) === byteOrderMark || separator === '"')) return null;
  const lines = starts.length - 1;
  const returnsEnd = isStrict && text.includes('\r');
  const scan = new CellScan(text, separator, isStrict, lines);
  const rows = new Uint32Array(starts.length);
  for (let line = 0; line < lines; line++) {
    const start = starts[line]!;
    let end = starts[line + 1]! - 1;
    if (end < text.length) {
      if (end > start && text.charCodeAt(end - 1) === carriageReturn) end--;
      else if (returnsEnd) return null;
    }
    if (!scan.line(start, end)) return null;
    rows[line + 1] = scan.count;
    const width = scan.count - rows[line]! - 1;
    if (width > mostColumns) refuse('too-many-columns', { columns: width }, line + 1);
    if (scan.count > limits.tableCells) refuse('too-many-cells', { limit: limits.tableCells }, line + 1);
  }
  return new CutRows(text, scan.found(), rows);
}

/** Finds where the cells of lines begin. */
class CellScan {
  count = 0;
  private cells: Uint32Array;
  private readonly separators: Occurrences;
  private readonly quotes: Occurrences;
  private readonly returns: Occurrences;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly isStrict: boolean,
    lines: number,
  ) {
    this.cells = new Uint32Array(lines * 8 + 8);
    this.separators = new Occurrences(text, separator);
    this.quotes = new Occurrences(text, '"');
    this.returns = new Occurrences(text, '\r');
  }

  found(): Uint32Array {
    return this.cells.subarray(0, this.count);
  }

  /** Takes the cells between two places of the text; false when a quote or a line end stands inside a cell. */
  line(start: number, end: number): boolean {
    for (let at = start; ; at++) {
      this.add(at);
      at =
        this.isStrict && at < end && this.text.charCodeAt(at) === quote
          ? this.quotedEnd(at, end)
          : this.plainEnd(at, end);
      if (at < 0) return false;
      if (at >= end) break;
    }
    this.add(end + 1);
    return true;
  }

  private quotedEnd(at: number, end: number): number {
    const { text } = this;
    let close = text.indexOf('"', at + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
    const after = close + 1;
    const isWhole = close >= 0 && (after === end || (after < end && text[after] === this.separator));
    return isWhole ? after : -1;
  }

  private plainEnd(at: number, end: number): number {
    const close = Math.min(this.separators.from(at), end);
    const isTorn = this.isStrict && (this.quotes.from(at) < close || this.returns.from(at) < close);
    return isTorn ? -1 : close;
  }

  private add(place: number): void {
    if (this.count === this.cells.length) {
      const wider = new Uint32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[this.count++] = place;
  }
}

/** The places of a character in a text, asked for in ascending order: each is looked for once. */
class Occurrences {
  private next = -1;

  constructor(
    private readonly text: string,
    private readonly char: string,
  ) {}

  /** The first at a place or after it; the length of the text when there is none. */
  from(place: number): number {
    if (this.next < place) {
      const found = this.text.indexOf(this.char, place);
      this.next = found < 0 ? this.text.length : found;
    }
    return this.next;
  }
}
