import { mostColumns } from './cut-rows.ts';

/** Signs of currencies by the cell that shows them; rows and columns from 0. Of a text there are none. */
export class CellSigns {
  private readonly signs = new Map<number, string>();

  get isEmpty(): boolean {
    return this.signs.size === 0;
  }

  add(row: number, column: number, sign: string): void {
    this.signs.set(row * mostColumns + column, sign);
  }

  /** Empty where a cell shows none. */
  at(row: number, column: number): string {
    return this.signs.get(row * mostColumns + column) ?? '';
  }
}
