import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { refuseFile, type Warnings } from '../../problem.ts';
import { type DecimalEvidence, DecimalTally, hasFractionsOfCents, readAmount } from '../../table/amounts.ts';
import { dateEvidence, readDate } from '../../table/dates.ts';
import type { Cell, DecimalMark } from '../../table/reading.ts';
import type { RowSource } from '../../table/row-source.ts';
import { bankCell } from './cells.ts';
import { repeating } from './repeating.ts';

/** The rows of a table. A place is that of a row in the file, from 0. */
export interface Body {
  readonly rows: RowSource;
  /** Place of the first row under the header. */
  readonly first: number;
}

/** Reads the dates of one column, in the order of day and month all its values show. */
export class DateColumn {
  private readonly rows: RowSource;
  private readonly known = new Map<Cell, IsoDate | null>();
  /** Most rows have the date of the one before. */
  private readonly dateOf = repeating((cell: Cell) => this.known.get(cell) ?? null);

  constructor(
    { rows, first }: Body,
    private readonly column: number,
    warnings: Warnings,
  ) {
    this.rows = rows;
    if (column < 0) return;
    const firstAt = new Map<Cell, number>();
    let last: Cell = '';
    for (let place = first; place < rows.length; place++) {
      const cell = rows.cell(place, column);
      if (cell === '' || cell === last) continue;
      last = cell;
      if (!firstAt.has(cell)) firstAt.set(cell, place);
    }
    const written = [...firstAt.keys()];
    const cells = written.map(dateCell);
    const evidence = dateEvidence(cells);
    const order = evidence.order === 'mdy' ? 'mdy' : 'dmy';
    if (order === 'mdy') {
      const at = firstAt.get(written[evidence.monthFirstAt]!)!;
      warnings.add('bank-dates-month-first', { sample: String(cells[evidence.monthFirstAt]) }, at + 1);
    }
    for (const [i, cell] of written.entries()) this.known.set(cell, readDate(cells[i]!, order));
  }

  /** The date at a place; null when the cell is empty or holds none. */
  of(place: number): IsoDate | null {
    return this.column < 0 ? null : this.dateOf(this.rows.cell(place, this.column));
  }
}

function dateCell(cell: Cell): Cell {
  return typeof cell === 'number' ? cell : bankCell(cell);
}

/** A column read under one decimal mark. */
interface ColumnReading {
  readonly cents: readonly (Cents | null)[];
  /** Place of the first amount with more than two decimals; infinite when there is none. */
  readonly rounded: number;
  readonly evidence: DecimalEvidence;
}

/** Rows by whose amounts the decimal mark is expected before all are read. */
const rowsThatShow = 20;

/** The amounts of columns of one table, each with the decimal mark its values show, or else the others'. */
export class AmountColumns {
  private readonly columns = new Map<number, readonly (Cents | null)[]>();
  /** Place of the first amount with more than two decimals. */
  private readonly rounded: number;

  constructor(
    private readonly body: Body,
    columns: readonly number[],
    private readonly isLine: (place: number) => boolean,
  ) {
    const marks = new Map<number, DecimalMark>();
    const unclear = new Map<number, { readonly row: number; readonly sample: string }>();
    const asked = [...new Set(columns)].filter((column) => column >= 0);
    const likely = this.likelyMark(asked);
    const readings = asked.map((column) => {
      const reading = this.read(column, likely);
      const { evidence } = reading;
      if (evidence.mark !== null) marks.set(column, evidence.mark);
      if (evidence.unclear === null) return reading;
      const sample = String(this.written(evidence.at, column)).slice(0, 40);
      const row = evidence.at + 1;
      if (evidence.unclear === 'mixed') refuseFile('bank-decimals-mixed', { sample }, row);
      unclear.set(column, { row, sample });
      return reading;
    });
    const common = [...marks.values()][0];
    let rounded = Number.POSITIVE_INFINITY;
    for (const [i, column] of asked.entries()) {
      const doubt = unclear.get(column);
      if (doubt && common === undefined) refuseFile('bank-decimals-ambiguous', { sample: doubt.sample }, doubt.row);
      const mark = marks.get(column) ?? common ?? 'comma';
      const reading = mark === likely ? readings[i]! : this.read(column, mark);
      this.columns.set(column, reading.cents);
      rounded = Math.min(rounded, reading.rounded);
    }
    this.rounded = rounded;
  }

  /** The mark the first rows show: what turns out to be written with the other is read again. */
  private likelyMark(columns: readonly number[]): DecimalMark {
    const tally = new DecimalTally();
    const { rows, first } = this.body;
    const end = Math.min(rows.length, first + rowsThatShow);
    for (let place = first; place < end; place++) {
      for (const column of columns) tally.add(this.written(place, column), place);
    }
    return tally.evidence().mark ?? 'comma';
  }

  /** Reads a column under a mark, and what its values say of the mark. */
  private read(column: number, mark: DecimalMark): ColumnReading {
    const { rows, first } = this.body;
    const tally = new DecimalTally();
    const cents: (Cents | null)[] = new Array(rows.length).fill(null);
    let rounded = Number.POSITIVE_INFINITY;
    for (let place = first; place < rows.length; place++) {
      const cell = this.written(place, column);
      if (cell === '') continue;
      tally.add(cell, place);
      const amount = readAmount(cell, mark);
      cents[place] = amount;
      if (amount !== null && place < rounded && hasFractionsOfCents(cell, mark)) rounded = place;
    }
    return { cents, rounded, evidence: tally.evidence() };
  }

  /** Empty where the row is no line. */
  private written(place: number, column: number): Cell {
    return this.isLine(place) ? amountCell(this.body.rows.cell(place, column)) : '';
  }

  /** Cents at a place; null when the cell is empty or no amount. */
  of(place: number, column: number): Cents | null {
    return this.columns.get(column)?.[place] ?? null;
  }

  /** Row of the first amount with more than two decimals; null when there is none. */
  get roundedRow(): number | null {
    return Number.isFinite(this.rounded) ? this.rounded + 1 : null;
  }
}

function amountCell(cell: Cell): Cell {
  if (typeof cell === 'number') return cell;
  const first = cell.charCodeAt(0);
  const text = first === 34 || first === 39 || first === 61 || first <= 32 ? bankCell(cell) : cell.trim();
  return text.endsWith('-') && dashes.test(text) ? '' : text;
}

/** Where a bank states nothing, as a balance that is given once a day: no amount of zero. */
const dashes = /^(?:€\s*)?-+$/;
