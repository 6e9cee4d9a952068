import { limits } from '#shared/contract/limits.ts';
import { CellSigns } from './cell-signs.ts';
import { isBlank } from './cells.ts';
import { mostColumns } from './cut-rows.ts';
import { refuse } from './problems.ts';
import type { Cell, ReadWorkbook, Row } from './reading.ts';

const noCells: Row = [];

/**
 * Sheets of a workbook as its cells come by, in order. Empty cells and rows cost nothing until something follows them, so that a
 * million repeated empty rows below a list are none. Refuses what no list has, as the other readers of tables do.
 */
export class GrownSheets {
  private readonly sheets: { name: string; hidden: boolean; rows: Row[]; signs: CellSigns }[] = [];
  private hiddenRows = 0;
  private unsavedFormulas = 0;
  private cells = 0;
  private row: Cell[] = [];
  /** Of the row, by column. */
  private rowSigns: { column: number; sign: string }[] = [];
  /** Empty cells and rows that were passed over. */
  private gap = 0;
  private emptyRows = 0;

  startSheet(name: string, hidden = false): void {
    this.sheets.push({ name, hidden, rows: [], signs: new CellSigns() });
    this.emptyRows = 0;
  }

  hideSheet(): void {
    const sheet = this.sheets.at(-1);
    if (sheet) sheet.hidden = true;
  }

  /** `at`: the row's number, from 1, where the file states it. */
  startRow(at: number | null = null, hidden = false): void {
    const next = (this.sheets.at(-1)?.rows.length ?? 0) + this.emptyRows + 1;
    if (at !== null && at > next) this.emptyRows += at - next;
    if (hidden) this.hiddenRows++;
    this.row = [];
    this.rowSigns = [];
    this.gap = 0;
  }

  /** `at`: the cell's column, from 1, where the file states it; `times`: how many cells in a row hold the same; `sign`: of another currency, shown beside it. */
  addCell(value: Cell, at: number | null = null, times = 1, sign = ''): void {
    const next = this.row.length + this.gap + 1;
    if (at !== null && at > next) this.gap += at - next;
    if (at !== null && at < next) {
      this.putBack(value, at - 1, sign);
      return;
    }
    if (value === '') {
      this.gap += times;
      return;
    }
    const columns = this.row.length + this.gap + times;
    if (columns > mostColumns) refuse('too-many-columns', { columns });
    for (; this.gap > 0; this.gap--) this.row.push('');
    for (let i = 0; i < times; i++) {
      if (sign !== '') this.rowSigns.push({ column: this.row.length, sign });
      this.row.push(value);
    }
  }

  /** A cell that comes behind those right of it: it stands where the file says all the same. `column`: from 0. */
  private putBack(value: Cell, column: number, sign: string): void {
    if (value === '') return;
    for (; this.row.length <= column; this.gap--) this.row.push('');
    this.row[column] = value;
    this.rowSigns = this.rowSigns.filter((one) => one.column !== column);
    if (sign !== '') this.rowSigns.push({ column, sign });
  }

  /** Cells a wider one lies over. */
  passOver(columns: number): void {
    this.gap += columns;
  }

  /** `times`: how many rows in a column hold the same; `below`: empty ones under them that only look the same. */
  endRow(times = 1, below = 0): void {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) return;
    const { rows, signs } = sheet;
    if (isBlank(this.row)) {
      this.emptyRows += times + below;
      return;
    }
    const count = rows.length + this.emptyRows + times;
    if (count > limits.tableRows) {
      refuse('too-many-rows', { rows: count, limit: limits.tableRows }, limits.tableRows + 1);
    }
    this.cells += this.emptyRows + this.row.length * times;
    if (this.cells > limits.tableCells) refuse('too-many-cells', { limit: limits.tableCells }, count);
    for (; this.emptyRows > 0; this.emptyRows--) rows.push(noCells);
    for (let i = 0; i < times; i++) {
      for (const { column, sign } of this.rowSigns) signs.add(rows.length, column, sign);
      rows.push(this.row);
    }
    this.emptyRows = below;
  }

  /** A formula without the result beside it. */
  unsavedFormula(): void {
    this.unsavedFormulas++;
  }

  done(): ReadWorkbook {
    const { hiddenRows, unsavedFormulas } = this;
    return { sheets: this.sheets, hiddenRows, unsavedFormulas };
  }
}

/** A count or place an attribute states; null where it states none, or nonsense. */
export function countIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** The day of a date with a time, as workbooks write it; the text itself where it is no such date. */
export function dayIn(text: string): string {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text)?.[0] ?? text;
}

/** A number as workbooks write it, `1234.5` or `1.0E7`; the text itself where it is none. */
export function numberIn(text: string): Cell {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text) ? Number(text) : text;
}
