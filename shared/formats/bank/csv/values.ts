import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { refuseFile, type Warnings } from '../../problem.ts';
import { decimalEvidence, hasFractionsOfCents, readAmount } from '../../table/amounts.ts';
import { dateEvidence, readDate } from '../../table/dates.ts';
import type { Cell, DecimalMark, Row } from '../../table/reading.ts';
import { bankCell } from './cells.ts';

/** Rows under the header with their number in the file. */
export interface Body {
  readonly rows: readonly Row[];
  /** Number in the file of the first of them. */
  readonly firstRow: number;
}

/** Reads the dates of one column, in the order of day and month all its values show. */
export class DateColumn {
  private readonly known = new Map<Cell, IsoDate | null>();

  constructor(
    { rows, firstRow }: Body,
    private readonly column: number,
    warnings: Warnings,
  ) {
    if (column < 0) return;
    const firstAt = new Map<Cell, number>();
    rows.forEach((row, i) => {
      const cell = row[column];
      if (cell !== undefined && cell !== '' && !firstAt.has(cell)) firstAt.set(cell, i);
    });
    const written = [...firstAt.keys()];
    const cells = written.map(dateCell);
    const evidence = dateEvidence(cells);
    const order = evidence.order === 'mdy' ? 'mdy' : 'dmy';
    if (order === 'mdy') {
      const at = firstAt.get(written[evidence.monthFirstAt]!)!;
      warnings.add('bank-dates-month-first', { sample: String(cells[evidence.monthFirstAt]) }, firstRow + at);
    }
    for (const [i, cell] of written.entries()) this.known.set(cell, readDate(cells[i]!, order));
  }

  /** The date in a row; null when the cell is empty or holds none. */
  of(row: Row): IsoDate | null {
    const cell = row[this.column];
    return cell === undefined ? null : (this.known.get(cell) ?? null);
  }
}

function dateCell(cell: Cell): Cell {
  return typeof cell === 'number' ? cell : bankCell(cell);
}

/** The amounts of columns of one table, each with the decimal mark its values show, or else the others'. */
export class AmountColumns {
  private readonly columns = new Map<number, readonly (Cents | null)[]>();
  private rounded = Number.POSITIVE_INFINITY;

  constructor({ rows, firstRow }: Body, columns: readonly number[], isLine: (place: number) => boolean) {
    const marks = new Map<number, DecimalMark>();
    const unclear = new Map<number, { readonly at: number; readonly sample: string }>();
    const asked = [...new Set(columns)].filter((column) => column >= 0);
    const written = new Map<number, readonly Cell[]>();
    for (const column of asked) {
      const cells = rows.map((row, place) => (isLine(place) ? amountCell(row[column]) : ''));
      written.set(column, cells);
      const evidence = decimalEvidence(cells);
      if (evidence.mark !== null) marks.set(column, evidence.mark);
      if (evidence.unclear === null) continue;
      const sample = String(cells[evidence.at]).slice(0, 40);
      if (evidence.unclear === 'mixed') refuseFile('bank-decimals-mixed', { sample }, firstRow + evidence.at);
      unclear.set(column, { at: firstRow + evidence.at, sample });
    }
    const common = [...marks.values()][0];
    for (const column of asked) {
      const doubt = unclear.get(column);
      if (doubt && common === undefined) refuseFile('bank-decimals-ambiguous', { sample: doubt.sample }, doubt.at);
      this.readColumn(column, written.get(column)!, marks.get(column) ?? common ?? 'comma', firstRow);
    }
  }

  private readColumn(column: number, cells: readonly Cell[], mark: DecimalMark, firstRow: number): void {
    const cents = cells.map((cell) => (cell === '' ? null : readAmount(cell, mark)));
    this.columns.set(column, cents);
    const at = cells.findIndex((cell, place) => cents[place] !== null && hasFractionsOfCents(cell, mark));
    if (at >= 0) this.rounded = Math.min(this.rounded, firstRow + at);
  }

  /** Cents at a place in the rows; null when the cell is empty or no amount. */
  of(place: number, column: number): Cents | null {
    return this.columns.get(column)?.[place] ?? null;
  }

  /** Row of the first amount with more than two decimals; null when there is none. */
  get roundedRow(): number | null {
    return Number.isFinite(this.rounded) ? this.rounded : null;
  }
}

function amountCell(cell: Cell | undefined): Cell {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return cell;
  const first = cell.charCodeAt(0);
  return first === 34 || first === 39 || first === 61 || first <= 32 ? bankCell(cell) : cell.trim();
}
