import { isBlank } from './cells.ts';
import type { Row, RowSource } from './reading.ts';

/** Whether no row has anything in it. */
export function allBlank(rows: RowSource): boolean {
  for (let i = 0; i < rows.length; i++) if (!isBlank(rows.at(i)!)) return false;
  return true;
}

/** Up to so many rows from a place on. */
export function rowsFrom(rows: RowSource, from: number, count: number): readonly Row[] {
  const found: Row[] = [];
  for (let i = Math.max(from, 0); i < rows.length && i < from + count; i++) found.push(rows.at(i)!);
  return found;
}

/** The rows under the header. */
export function below(rows: RowSource, from: number): RowSource {
  const pick = rows.pick?.bind(rows);
  return {
    length: rows.length - from,
    at: (row) => rows.at(row + from),
    ...(pick && { pick: (row: number, columns: readonly number[], into: string[]) => pick(row + from, columns, into) }),
  };
}
