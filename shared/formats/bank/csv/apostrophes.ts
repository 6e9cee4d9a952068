import type { Cell, Row } from '../../table/reading.ts';
import type { RowSource } from '../../table/row-source.ts';

/** Rows of a layout in which texts stand between apostrophes and may hold the separator; `width` is that of the layout. */
export class ApostropheRows implements RowSource {
  readonly length: number;
  /** Those that were cut within a text. */
  private readonly joined = new Map<number, Row>();

  constructor(
    private readonly rows: RowSource,
    width: number,
    separator: string,
  ) {
    this.length = rows.length;
    for (let i = 0; i < rows.length; i++) {
      const row = rows.at(i);
      if (row.length > width) this.joined.set(i, joinApostrophes(row.map(String), separator));
    }
  }

  at(row: number): Row {
    return this.joined.get(row) ?? this.rows.at(row);
  }

  cell(row: number, column: number): Cell {
    const joined = this.joined.get(row);
    return joined === undefined ? this.rows.cell(row, column) : (joined[column] ?? '');
  }
}

/** Makes one cell again of a text between apostrophes that holds the separator. */
function joinApostrophes(row: readonly string[], separator: string): readonly string[] {
  const joined: string[] = [];
  let open: string | null = null;
  for (const cell of row) {
    if (open === null) {
      if (cell.startsWith("'") && !(cell.length > 1 && cell.endsWith("'"))) open = cell;
      else joined.push(cell);
    } else {
      open += separator + cell;
      if (cell.endsWith("'")) {
        joined.push(open);
        open = null;
      }
    }
  }
  return open === null ? joined : row;
}
