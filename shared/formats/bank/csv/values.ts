import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { refuseFile, type Warnings } from '../../problem.ts';
import { type DecimalEvidence, DecimalTally, hasFractionsOfCents, readAmount } from '../../table/amounts.ts';
import { dateEvidence, readDate } from '../../table/dates.ts';
import type { Cell, DecimalMark } from '../../table/reading.ts';
import type { RowSource } from '../../table/row-source.ts';
import { bankCell } from './cells.ts';

/** The rows of a table. A place is that of a row in the file, from 0. */
export interface Body {
  readonly rows: RowSource;
  /** Place of the first row under the header. */
  readonly first: number;
}

/** Reads the dates of one column, in the order of day and month all its values show. */
export class DateColumn {
  /** Of the values that differ; the first is that of an empty cell. */
  private readonly dates: readonly (IsoDate | null)[] = [null];
  /** Which of them stands at a place. */
  private readonly at: Uint32Array;

  constructor({ rows, first }: Body, column: number, warnings: Warnings) {
    this.at = new Uint32Array(column < 0 ? 0 : rows.length);
    if (column < 0) return;
    const numbers = new Map<Cell, number>([['', 0]]);
    const firstAt = [0];
    // Most rows have the date of the one before.
    let number = 0;
    for (let place = first; place < rows.length; place++) {
      if (place === first || !rows.repeats(place, column)) {
        const cell = rows.cell(place, column);
        number = numbers.get(cell) ?? firstAt.length;
        if (number === firstAt.length) {
          numbers.set(cell, number);
          firstAt.push(place);
        }
      }
      this.at[place] = number;
    }
    const cells = [...numbers.keys()].map(dateCell);
    const evidence = dateEvidence(cells);
    if (evidence.yearFirstAt >= 0) {
      const { yearFirstAt } = evidence;
      refuseFile('bank-date', { date: String(cells[yearFirstAt]) }, firstAt[yearFirstAt]! + 1);
    }
    const order = evidence.order === 'mdy' ? 'mdy' : 'dmy';
    if (order === 'mdy') {
      const { monthFirstAt } = evidence;
      warnings.add('bank-dates-month-first', { sample: String(cells[monthFirstAt]) }, firstAt[monthFirstAt]! + 1);
    }
    this.dates = cells.map((cell) => readDate(cell, order));
  }

  /** The date at a place; null when the cell is empty or holds none. */
  of(place: number): IsoDate | null {
    return this.dates[this.at[place] ?? 0]!;
  }
}

function dateCell(cell: Cell): Cell {
  return typeof cell === 'number' ? cell : bankCell(cell);
}

/** A column read under one decimal mark. */
interface ColumnReading {
  /** Per place; not a number where the cell is empty or no amount. */
  readonly cents: Float64Array;
  /** Place of the first amount with more than two decimals; infinite when there is none. */
  readonly rounded: number;
  readonly evidence: DecimalEvidence;
}

/** Rows by whose amounts the decimal mark is expected before all are read. */
const rowsThatShow = 20;

/** The amounts of columns of one table, each with the decimal mark its values show, or else the others'. */
export class AmountColumns {
  /** By number of the column. */
  private readonly columns: Float64Array[] = [];
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
      this.columns[column] = reading.cents;
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
    const cents = new Float64Array(rows.length).fill(Number.NaN);
    let rounded = Number.POSITIVE_INFINITY;
    for (let place = first; place < rows.length; place++) {
      if (!this.isLine(place)) continue;
      const plain = rows.cents(place, column, mark);
      if (plain !== null) {
        cents[place] = plain;
        tally.saw(mark, place);
        continue;
      }
      const cell = amountCell(rows.cell(place, column));
      if (cell === '') continue;
      tally.add(cell, place);
      const amount = readAmount(cell, mark);
      if (amount === null) continue;
      cents[place] = amount;
      if (place < rounded && hasFractionsOfCents(cell, mark)) rounded = place;
    }
    return { cents, rounded, evidence: tally.evidence() };
  }

  /** Empty where the row is no line. */
  private written(place: number, column: number): Cell {
    return this.isLine(place) ? amountCell(this.body.rows.cell(place, column)) : '';
  }

  /** Cents at a place; null when the cell is empty or no amount, and where there is no such column. */
  of(place: number, column: number): Cents | null {
    if (column < 0) return null;
    const cents = this.columns[column]![place]!;
    return Number.isNaN(cents) ? null : cents;
  }

  /** Row of the first amount with more than two decimals; null when there is none. */
  get roundedRow(): number | null {
    return Number.isFinite(this.rounded) ? this.rounded + 1 : null;
  }
}

function amountCell(cell: Cell): Cell {
  if (typeof cell === 'number' || cell === '') return cell;
  const first = cell.charCodeAt(0);
  const text = first === 34 || first === 39 || first === 61 || first <= 32 ? bankCell(cell) : cell.trim();
  const last = text.charCodeAt(text.length - 1);
  if (last >= capitalA) return withBankSide(text);
  return last === 45 && dashes.test(text) ? '' : text;
}

const capitalA = 65;
const side = /^([^-−–(]*\d[\d.,]*)\s*(?:€|EUR)?\s*(?:(C|CR|H)|D|DR|DB|DT|S)\.?$/i;

/** `12,50 CR` of a bank is received and `12,50 DR` paid, where a list of debtors means the other side. */
function withBankSide(text: string): string {
  const found = side.exec(text);
  return found === null ? text : found[2] === undefined ? `-${found[1]}` : found[1]!;
}

/** Where a bank states nothing, as a balance that is given once a day: no amount of zero. */
const dashes = /^(?:€\s*)?-+$/;
