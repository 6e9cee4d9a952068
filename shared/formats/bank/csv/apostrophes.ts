import type { Cents } from '#shared/money/cents.ts';
import type { Cell, DecimalMark, Row } from '../../table/reading.ts';
import { centsOfCell, type RowSource } from '../../table/row-source.ts';

/** A row that was cut within a text: its cells from a place on, the text whole again. */
interface Joined {
  readonly from: number;
  readonly cells: Row;
}

/**
 * Rows of a layout in which texts stand between apostrophes and may hold the separator; `width` is that of the layout, and
 * `textFrom` where its text can begin: before it an apostrophe is part of a name (`'t Hoekje`).
 */
export class ApostropheRows implements RowSource {
  readonly length: number;
  private readonly joined: readonly (Joined | null)[];

  constructor(
    private readonly rows: RowSource,
    width: number,
    textFrom: number,
    separator: string,
  ) {
    this.length = rows.length;
    const joined: (Joined | null)[] = [];
    for (let i = 0; i < rows.length; i++) {
      const row = rows.at(i).map(String);
      const whole = joinedIn(row, textFrom, separator);
      joined.push(whole === null && row.length > width ? joinedIn(row, 0, separator) : whole);
    }
    this.joined = joined;
  }

  at(row: number): Row {
    const joined = this.joined[row]!;
    const cells = this.rows.at(row);
    return joined === null ? cells : [...cells.slice(0, joined.from), ...joined.cells];
  }

  cell(row: number, column: number): Cell {
    const joined = this.joined[row]!;
    return joined === null || column < joined.from
      ? this.rows.cell(row, column)
      : (joined.cells[column - joined.from] ?? '');
  }

  repeats(row: number, column: number): boolean {
    return this.cell(row, column) === this.cell(row - 1, column);
  }

  cents(row: number, column: number, mark: DecimalMark): Cents | null {
    return centsOfCell(this.cell(row, column), mark);
  }
}

/** Makes one cell again of each text that was cut, from a column on; null where none was, or one is never closed. */
function joinedIn(row: readonly string[], first: number, separator: string): Joined | null {
  const from = row.findIndex((cell, column) => column >= first && opensText(cell));
  if (from < 0) return null;
  const cells: string[] = [];
  let open: string | null = null;
  for (const cell of row.slice(from)) {
    if (open === null && opensText(cell)) open = cell;
    else if (open === null) cells.push(cell);
    else {
      open += separator + cell;
      if (!cell.endsWith("'")) continue;
      cells.push(open);
      open = null;
    }
  }
  return open === null ? { from, cells } : null;
}

function opensText(cell: string): boolean {
  return cell.startsWith("'") && !(cell.length > 1 && cell.endsWith("'"));
}
