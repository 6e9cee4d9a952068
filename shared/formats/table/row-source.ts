import { isBlank } from './cells.ts';
import type { Cell, Row } from './reading.ts';

/** Rows one after the other, whole or cell by cell: kept, or cut from a text when they are asked for. */
export interface RowSource {
  readonly length: number;
  at(row: number): Row;
  /** Empty where the row has no such column. */
  cell(row: number, column: number): Cell;
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
