import { mostColumns } from './cut-rows.ts';

/** What stands beside cells of a workbook, or is shown for them: texts by row and column, from 0. Of a text file there are none. */
export class CellTexts {
  private readonly texts = new Map<number, string>();

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  add(row: number, column: number, text: string): void {
    this.texts.set(row * mostColumns + column, text);
  }

  /** Empty where a cell has none. */
  at(row: number, column: number): string {
    return this.texts.get(row * mostColumns + column) ?? '';
  }
}
