import { limits } from '#shared/contract/limits.ts';
import { CellTexts } from './cell-texts.ts';
import { isBlank } from './cells.ts';
import { mostColumns } from './cut-rows.ts';
import { refuse } from './problems.ts';
import type { Cell, ReadWorkbook, Row } from './reading.ts';
import { asShown, type Shown, withZeros } from './shown-formats.ts';

const noCells: Row = [];

/** What a cell shows besides its value, each empty for none. */
export interface Beside {
  /** Of another currency, beside it. */
  readonly sign: string;
  /** In its place. */
  readonly text: string;
}

/**
 * Sheets of a workbook as its cells come by, in order. Empty cells and rows cost nothing until something follows them, so that a
 * million repeated empty rows below a list are none. Refuses what no list has, as the other readers of tables do.
 */
export class GrownSheets {
  private readonly sheets: { name: string; hidden: boolean; rows: Row[]; signs: CellTexts; shown: CellTexts }[] = [];
  private hiddenRows = 0;
  private unsavedFormulas = 0;
  private cells = 0;
  private row: Cell[] = [];
  /** Of the row, by column. */
  private rowBeside: { column: number; beside: Beside }[] = [];
  /** Empty cells and rows that were passed over. */
  private gap = 0;
  private emptyRows = 0;

  startSheet(name: string, hidden = false): void {
    this.sheets.push({ name, hidden, rows: [], signs: new CellTexts(), shown: new CellTexts() });
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
    this.rowBeside = [];
    this.gap = 0;
  }

  /** A number whose format shows more than its value. `at`: its column, from 1, where the file states it. */
  addShown(value: number, shown: Shown, at: number | null): void {
    if ('digits' in shown) this.addCell(withZeros(value, shown.digits) ?? value, at);
    else this.addCell(value, at, 1, { sign: shown.sign, text: shown.pattern ? asShown(value, shown.pattern) : '' });
  }

  /** `at`: the cell's column, from 1, where the file states it; `times`: how many cells in a row hold the same. */
  addCell(value: Cell, at: number | null = null, times = 1, beside: Beside | null = null): void {
    const next = this.row.length + this.gap + 1;
    if (at !== null && at > next) this.gap += at - next;
    if (at !== null && at < next) {
      this.putBack(value, at - 1, beside);
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
      if (beside !== null) this.rowBeside.push({ column: this.row.length, beside });
      this.row.push(value);
    }
  }

  /** A cell that comes behind those right of it: it stands where the file says all the same. `column`: from 0. */
  private putBack(value: Cell, column: number, beside: Beside | null): void {
    if (value === '') return;
    for (; this.row.length <= column; this.gap--) this.row.push('');
    this.row[column] = value;
    this.rowBeside = this.rowBeside.filter((one) => one.column !== column);
    if (beside !== null) this.rowBeside.push({ column, beside });
  }

  /** Cells a wider one lies over. */
  passOver(columns: number): void {
    this.gap += columns;
  }

  /** `times`: how many rows in a column hold the same; `below`: empty ones under them that only look the same. */
  endRow(times = 1, below = 0): void {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) return;
    const { rows, signs, shown } = sheet;
    if (isBlank(this.row)) {
      this.emptyRows += times + below;
      return;
    }
    const count = rows.length + this.emptyRows + times;
    // How many more follow is not known here.
    if (count > limits.tableRows) refuse('too-many-sheet-rows', { limit: limits.tableRows }, limits.tableRows + 1);
    this.cells += this.emptyRows + this.row.length * times;
    if (this.cells > limits.tableCells) refuse('too-many-cells', { limit: limits.tableCells }, count);
    for (; this.emptyRows > 0; this.emptyRows--) rows.push(noCells);
    for (let i = 0; i < times; i++) {
      for (const { column, beside } of this.rowBeside) {
        if (beside.sign !== '') signs.add(rows.length, column, beside.sign);
        if (beside.text !== '') shown.add(rows.length, column, beside.text);
      }
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
