import type { Cents } from '#shared/money/cents.ts';
import { centsBehindMark } from './amounts.ts';
import { isBlank } from './cells.ts';
import type { Cell, DecimalMark, Row } from './reading.ts';

/** Rows one after the other, whole or cell by cell: kept, or cut from a text when they are asked for. */
export interface RowSource {
  readonly length: number;
  at(row: number): Row;
  /** Empty where the row has no such column. */
  cell(row: number, column: number): Cell;
  /** Whether a cell stands there just as in the row before, told without cutting either; the same may be written otherwise. */
  repeats(row: number, column: number): boolean;
  /** Cents of a text as {@link centsBehindMark} reads it; null for any other cell. */
  cents(row: number, column: number, mark: DecimalMark): Cents | null;
}

/** Cents of a cell that is in memory; see {@link RowSource.cents}. */
export function centsOfCell(cell: Cell, mark: DecimalMark): Cents | null {
  return typeof cell === 'number' ? null : centsBehindMark(cell, 0, cell.length, mark);
}

/** Rows that are in memory already. */
export class KeptRows implements RowSource {
  readonly length: number;

  constructor(private readonly rows: readonly Row[]) {
    this.length = rows.length;
  }

  at(row: number): Row {
    return this.rows[row]!;
  }

  cell(row: number, column: number): Cell {
    return this.rows[row]![column] ?? '';
  }

  repeats(row: number, column: number): boolean {
    return this.cell(row, column) === this.cell(row - 1, column);
  }

  cents(row: number, column: number, mark: DecimalMark): Cents | null {
    return centsOfCell(this.cell(row, column), mark);
  }
}

/** The rows under a header, from a place on. */
export class RowsBelow implements RowSource {
  readonly length: number;

  constructor(
    private readonly rows: RowSource,
    private readonly first: number,
  ) {
    this.length = rows.length - first;
  }

  at(row: number): Row {
    return this.rows.at(row + this.first);
  }

  cell(row: number, column: number): Cell {
    return this.rows.cell(row + this.first, column);
  }

  repeats(row: number, column: number): boolean {
    return this.rows.repeats(row + this.first, column);
  }

  cents(row: number, column: number, mark: DecimalMark): Cents | null {
    return this.rows.cents(row + this.first, column, mark);
  }
}

/** Whether no row has anything in it. */
export function allBlank(rows: RowSource): boolean {
  for (let i = 0; i < rows.length; i++) if (!isBlank(rows.at(i))) return false;
  return true;
}

/** Up to so many rows from a place on. */
export function rowsFrom(rows: RowSource, from: number, count: number): readonly Row[] {
  const found: Row[] = [];
  for (let i = Math.max(from, 0); i < rows.length && i < from + count; i++) found.push(rows.at(i));
  return found;
}
