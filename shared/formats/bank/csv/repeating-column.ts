import type { Cell } from '../../table/reading.ts';
import type { RowSource } from '../../table/row-source.ts';

/** Reads a column whose cells mostly repeat the one above, as accounts and currencies do: those are not read again. */
export class RepeatingColumn<T> {
  private place = -1;
  private known: { readonly cell: Cell; readonly found: T } | null = null;

  constructor(
    private readonly rows: RowSource,
    private readonly column: number,
    private readonly read: (cell: Cell) => T,
  ) {}

  of(place: number): T {
    const { rows, column, known } = this;
    const isSame = place === this.place || (place === this.place + 1 && known !== null && rows.repeats(place, column));
    this.place = place;
    if (known !== null && isSame) return known.found;
    const cell = rows.cell(place, column);
    const found = known?.cell === cell ? known.found : this.read(cell);
    this.known = { cell, found };
    return found;
  }
}
