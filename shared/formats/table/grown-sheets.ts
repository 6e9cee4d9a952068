import { limits } from '#shared/contract/limits.ts';
import { isBlank } from './cells.ts';
import { refuse } from './problems.ts';
import type { Cell, ReadWorkbook, Row } from './reading.ts';

/** More columns than any list has; a sheet is as wide as its last cell with something in it. */
export const mostColumns = 500;

const noCells: Row = [];

/**
 * Sheets of a workbook as its cells come by, in order. Empty cells and rows cost nothing until something follows them, so that a
 * million repeated empty rows below a list are none. Refuses what no list has, as the other readers of tables do.
 */
export class GrownSheets {
  private readonly sheets: { name: string; hidden: boolean; rows: Row[] }[] = [];
  private hiddenRows = 0;
  private unsavedFormulas = 0;
  private foreignAmounts = 0;
  private cells = 0;
  private row: Cell[] = [];
  /** Empty cells and rows that were passed over. */
  private gap = 0;
  private emptyRows = 0;

  startSheet(name: string, hidden = false): void {
    this.sheets.push({ name, hidden, rows: [] });
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
    this.gap = 0;
  }

  /** `at`: the cell's column, from 1, where the file states it; `times`: how many cells in a row hold the same. */
  addCell(value: Cell, at: number | null = null, times = 1): void {
    const next = this.row.length + this.gap + 1;
    if (at !== null && at > next) this.gap += at - next;
    if (value === '') {
      this.gap += times;
      return;
    }
    const columns = this.row.length + this.gap + times;
    if (columns > mostColumns) refuse('too-many-columns', { columns });
    for (; this.gap > 0; this.gap--) this.row.push('');
    for (let i = 0; i < times; i++) this.row.push(value);
  }

  /** Cells a wider one lies over. */
  passOver(columns: number): void {
    this.gap += columns;
  }

  /** `times`: how many rows in a column hold the same; `below`: empty ones under them that only look the same. */
  endRow(times = 1, below = 0): void {
    const rows = this.sheets.at(-1)?.rows;
    if (rows === undefined) return;
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
    for (let i = 0; i < times; i++) rows.push(this.row);
    this.emptyRows = below;
  }

  /** A formula without the result beside it. */
  unsavedFormula(): void {
    this.unsavedFormulas++;
  }

  /** An amount whose cell has another currency than the euro. */
  foreignAmount(): void {
    this.foreignAmounts++;
  }

  done(): ReadWorkbook {
    const { hiddenRows, unsavedFormulas, foreignAmounts } = this;
    return { sheets: this.sheets, hiddenRows, unsavedFormulas, foreignAmounts };
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
