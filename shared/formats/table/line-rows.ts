import { refuse } from './problems.ts';
import type { Row, RowSource } from './reading.ts';

const longestLine = 1_000_000;
/** What a sheet can hold; a list of more rows than that is something else, and would not fit in memory. */
const mostRows = 1_048_576;
export const mostColumns = 500;

/**
 * Where each line of a text begins, with the end of the last. Refuses a line of more than a million characters, and more rows
 * than a sheet can have, before anything is split.
 */
export function lineStarts(text: string): Uint32Array {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let starts = new Uint32Array(1024);
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(lineEnd, start);
    const next = found < 0 ? text.length + 1 : found + 1;
    if (next - 1 - start > longestLine) refuse('line-too-long', { length: next - 1 - start }, rows + 1);
    if (++rows === starts.length) {
      const wider = new Uint32Array(starts.length * 2);
      wider.set(starts);
      starts = wider;
    }
    starts[rows] = next;
    start = next;
  }
  if (rows > mostRows) refuse('too-many-rows', { rows });
  return starts.subarray(0, rows + 1);
}

/**
 * Rows of a text without quotes, split when they are asked for: a list of a million lines is never in memory as cells. A row
 * of more columns than any list has is refused where it is met.
 */
export class LineRows implements RowSource {
  readonly length: number;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly starts: Uint32Array,
  ) {
    this.length = starts.length - 1;
  }

  at(row: number): Row {
    const cells = this.text.slice(this.starts[row], this.endOf(row)).split(this.separator);
    if (cells.length > mostColumns) refuse('too-many-columns', { columns: cells.length }, row + 1);
    return cells;
  }

  pick(row: number, columns: readonly number[], into: string[]): void {
    const { text, separator } = this;
    const end = this.endOf(row);
    let start = this.starts[row]!;
    let column = 0;
    for (let wanted = 0; wanted < columns.length; wanted++) {
      const target = columns[wanted]!;
      while (column < target && start <= end) {
        const found = text.indexOf(separator, start);
        start = found < 0 || found >= end ? end + 1 : found + separator.length;
        column++;
      }
      if (start > end) {
        into[wanted] = '';
        continue;
      }
      const found = text.indexOf(separator, start);
      into[wanted] = text.slice(start, found < 0 || found >= end ? end : found);
    }
  }

  private endOf(row: number): number {
    const end = this.starts[row + 1]! - 1;
    return end > this.starts[row]! && this.text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }
}
