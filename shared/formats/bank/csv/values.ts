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
  private readonly order: 'dmy' | 'mdy';
  private lastCell: Cell = '';
  private lastDate: IsoDate | null = null;

  constructor(
    { rows, firstRow }: Body,
    private readonly column: number,
    warnings: Warnings,
  ) {
    const cells = column < 0 ? [] : rows.map((row) => dateCell(row[column]));
    const evidence = dateEvidence(cells);
    this.order = evidence.order === 'mdy' ? 'mdy' : 'dmy';
    if (this.order === 'mdy') {
      const at = evidence.monthFirstAt;
      warnings.add('bank-dates-month-first', { sample: String(cells[at] ?? '') }, firstRow + at);
    }
  }

  /** The date in a row; null when the cell is empty or holds none. */
  of(row: Row): IsoDate | null {
    const cell = row[this.column];
    if (cell === undefined || cell === '') return null;
    if (cell === this.lastCell) return this.lastDate;
    this.lastCell = cell;
    this.lastDate = readDate(dateCell(cell), this.order);
    return this.lastDate;
  }
}

function dateCell(cell: Cell | undefined): Cell {
  return typeof cell === 'number' ? cell : bankCell(cell);
}

/** Reads the amounts of columns of one table, each with the decimal mark its values show, or else the others'. */
export class AmountColumns {
  private readonly marks = new Map<number, DecimalMark>();
  private rounded: number | null = null;

  constructor({ rows, firstRow }: Body, columns: readonly number[], isLine: (row: Row) => boolean) {
    const unclear = new Map<number, { readonly at: number; readonly sample: string }>();
    const lines = rows.flatMap((row, i) => (isLine(row) ? [i] : []));
    for (const column of new Set(columns)) {
      if (column < 0) continue;
      const cells = lines.map((i) => amountCell(rows[i]![column]));
      const evidence = decimalEvidence(cells);
      if (evidence.mark !== null) this.marks.set(column, evidence.mark);
      if (evidence.unclear === null) continue;
      const at = firstRow + lines[evidence.at]!;
      const sample = String(cells[evidence.at]).slice(0, 40);
      if (evidence.unclear === 'mixed') refuseFile('bank-decimals-mixed', { sample }, at);
      unclear.set(column, { at, sample });
    }
    const common = [...this.marks.values()][0];
    for (const column of columns) {
      const doubt = unclear.get(column);
      if (doubt && common === undefined) refuseFile('bank-decimals-ambiguous', { sample: doubt.sample }, doubt.at);
      if (column >= 0 && !this.marks.has(column)) this.marks.set(column, common ?? 'comma');
    }
  }

  /** Cents in a cell; null when it is empty or no amount. */
  of(row: Row, column: number, at: number): Cents | null {
    if (column < 0) return null;
    const cell = amountCell(row[column]);
    if (cell === '') return null;
    const mark = this.marks.get(column) ?? 'comma';
    const cents = readAmount(cell, mark);
    if (cents !== null && this.rounded === null && hasFractionsOfCents(cell, mark)) this.rounded = at;
    return cents;
  }

  /** Row of the first amount with more than two decimals; null when there is none. */
  get roundedRow(): number | null {
    return this.rounded;
  }
}

function amountCell(cell: Cell | undefined): Cell {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return cell;
  const first = cell.charCodeAt(0);
  return first === 34 || first === 39 || first === 61 || first <= 32 ? bankCell(cell) : cell.trim();
}
