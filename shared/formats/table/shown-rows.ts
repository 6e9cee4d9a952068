import type { Cents } from '#shared/money/cents.ts';
import type { CellTexts } from './cell-texts.ts';
import type { TableField } from './fields.ts';
import type { Cell, DecimalMark, Row } from './reading.ts';
import { centsOfCell, type RowSource } from './row-source.ts';

const identifiers: ReadonlySet<TableField | null> = new Set([
  'number',
  'debtorCode',
  'yourReference',
  'paymentReference',
]);

/** Whether a column names an item or a debtor: there a number is what it is shown as, which is what a customer quotes. */
export function namesSomething(field: TableField | null): boolean {
  return identifiers.has(field);
}

/** Rows of a workbook with the numbers of some columns as their formats show them; others, as amounts, are what they are. */
export class ShownRows implements RowSource {
  readonly length: number;

  constructor(
    private readonly rows: RowSource,
    private readonly shown: CellTexts,
    private readonly columns: readonly number[],
  ) {
    this.length = rows.length;
  }

  at(row: number): Row {
    const cells = this.rows.at(row);
    if (!this.columns.some((column) => this.shown.at(row, column) !== '')) return cells;
    return cells.map((cell, column) => this.shownAt(row, column) || cell);
  }

  cell(row: number, column: number): Cell {
    return this.shownAt(row, column) || this.rows.cell(row, column);
  }

  repeats(row: number, column: number): boolean {
    return this.cell(row, column) === this.cell(row - 1, column);
  }

  cents(row: number, column: number, mark: DecimalMark): Cents | null {
    return centsOfCell(this.cell(row, column), mark);
  }

  private shownAt(row: number, column: number): string {
    return this.columns.includes(column) ? this.shown.at(row, column) : '';
  }
}
