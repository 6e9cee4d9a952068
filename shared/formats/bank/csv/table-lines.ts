import type { IsoDate } from '#shared/dates/civil.ts';
import { refuseFile, Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { isBlank } from '../../table/cells.ts';
import type { Row } from '../../table/reading.ts';
import { bankCell, joinApostrophes } from './cells.ts';
import { type BankColumns, settleColumns } from './columns.ts';
import type { Fees } from './fees.ts';
import { type BankLine, lineOf } from './lines.ts';
import { accountAbove } from './preamble.ts';
import type { BankTable } from './recognise.ts';
import { bankHeading } from './roles.ts';
import type { RowSource } from './row-source.ts';
import { SignedAmounts } from './signs.ts';
import { isNotBooked } from './states.ts';
import { AmountColumns, type Body, DateColumn } from './values.ts';

export interface TableLines {
  readonly lines: readonly BankLine[];
  readonly fees: Fees;
}

/** How often a long reading looks whether it was stopped. */
const rowsBetween = 20_000;

/** Reads the rows under the header into lines; what is no booked transaction is left out and counted. */
export function linesOfTable(
  table: BankTable,
  rows: readonly Row[],
  source: RowSource,
  warnings: Warnings,
  control: ReadControl,
): TableLines {
  const apart = table.fixed?.apostrophes
    ? rows.map((row) => (row.length > table.roles.length ? joinApostrophes(row.map(String), source.separator) : row))
    : rows;
  const body: Body = { rows: apart.slice(table.headerAt + 1), firstRow: table.headerAt + 2 };
  const columns = settleColumns(table, body.rows);
  const lines = new LineReader(table, columns, body, source.endsOpen, warnings).read(
    accountAbove(rows.slice(0, table.headerAt + 1)),
    control,
  );
  return { lines, fees: { heading: table.headings[columns.fee]?.text ?? '', comeOff: table.feesComeOff } };
}

class LineReader {
  private readonly bookDates: DateColumn;
  private readonly valueDates: DateColumn;
  /** Per row; null where it is no line. */
  private readonly dates: readonly (IsoDate | null)[];
  private readonly amounts: AmountColumns;
  private readonly signed: SignedAmounts;
  private notBooked = 0;
  private firstNotBooked: number | null = null;
  private remarks = 0;
  private firstRemark: number | null = null;

  constructor(
    private readonly table: BankTable,
    private readonly columns: BankColumns,
    private readonly body: Body,
    private readonly endsOpen: boolean,
    private readonly warnings: Warnings,
  ) {
    this.bookDates = new DateColumn(body, columns.bookDate, warnings);
    this.valueDates = new DateColumn(body, columns.valueDate, new Warnings());
    this.dates = body.rows.map((row) => this.dateOf(row));
    const { amount, debit, credit, balanceAfter, balanceBefore, fee, net } = columns;
    const isLine = (place: number): boolean => this.dates[place] !== null;
    this.amounts = new AmountColumns(body, [amount, debit, credit, balanceAfter, balanceBefore, fee, net], isLine);
    this.signed = new SignedAmounts(
      body,
      columns,
      this.amounts,
      (place) => isLine(place) && !this.isLeftOut(body.rows[place]!),
    );
  }

  read(above: string, control: ReadControl): readonly BankLine[] {
    const lines: BankLine[] = [];
    const { rows } = this.body;
    const last = rows.findLastIndex((row) => !isBlank(row));
    for (let place = 0; place <= last; place++) {
      if (place % rowsBetween === 0 && control.isCancelled?.()) refuseFile('cancelled');
      const line = this.lineAt(place, place === last);
      if (line) lines.push(line.account === '' && above !== '' ? { ...line, account: above } : line);
    }
    const { roundedRow } = this.amounts;
    if (this.notBooked > 0) this.warnings.add('bank-not-booked', { count: this.notBooked }, this.firstNotBooked);
    if (this.remarks > 0) this.warnings.add('bank-rows-left-out', { count: this.remarks }, this.firstRemark);
    if (roundedRow !== null) this.warnings.add('bank-amount-rounded', {}, roundedRow);
    return lines;
  }

  private lineAt(place: number, isLast: boolean): BankLine | null {
    const row = this.body.rows[place]!;
    const at = this.body.firstRow + place;
    if (isBlank(row)) return null;
    if (this.isLeftOut(row)) {
      this.notBooked++;
      this.firstNotBooked ??= at;
      return null;
    }
    const bookDate = this.dates[place]!;
    if (bookDate === null) return this.withoutDate(row, at);
    const amount = this.signed.of(place);
    if (amount === null) {
      if (this.isShort(row)) refuseFile(isLast ? 'bank-cut-off' : 'bank-row-short', {}, at);
      return this.leaveOut(at);
    }
    if (isLast && this.endsInAmount(row)) refuseFile('bank-cut-off', {}, at);
    const { balanceBefore, balanceAfter, fee, net } = this.columns;
    return lineOf(row, this.columns, this.table.bank, {
      at,
      bookDate,
      valueDate: this.valueDates.of(row),
      amount,
      before: this.amounts.of(place, balanceBefore),
      after: this.amounts.of(place, balanceAfter),
      fee: this.amounts.of(place, fee) ?? 0,
      net: this.amounts.of(place, net),
    });
  }

  private dateOf(row: Row): IsoDate | null {
    const booked = this.bookDates.of(row);
    if (booked !== null || this.columns.bookDate < 0) return booked;
    return bankCell(row[this.columns.bookDate]) === '' ? this.valueDates.of(row) : null;
  }

  private isLeftOut(row: Row): boolean {
    return this.columns.state >= 0 && isNotBooked(bankCell(row[this.columns.state]));
  }

  /** A remark, a repeated header or a total; anything else with an amount is a line whose date is wrong. */
  private withoutDate(row: Row, at: number): null {
    const date = bankCell(row[this.columns.bookDate]);
    const { amount, debit, credit } = this.columns;
    const hasAmount = [amount, debit, credit].some((column) => column >= 0 && /\d/.test(bankCell(row[column])));
    const isWide = row.length > this.columns.bookDate && row.filter((cell) => bankCell(cell) !== '').length > 3;
    if (hasAmount && isWide && date !== '' && !isSummary(row) && !this.isHeader(row)) {
      refuseFile('bank-date', { date: date.slice(0, 40) }, at);
    }
    if (this.isHeader(row)) return null;
    return this.leaveOut(at);
  }

  private isHeader(row: Row): boolean {
    const { headings } = this.table;
    if (headings.length === 0) return row.filter((cell) => bankHeading(String(cell)).meaning !== null).length > 3;
    return row.every((cell, i) => bankHeading(String(cell)).letters === (headings[i]?.letters ?? ''));
  }

  private leaveOut(at: number): null {
    this.remarks++;
    this.firstRemark ??= at;
    return null;
  }

  /** The last row stops in its amount where the first goes on: digits may be missing. */
  private endsInAmount(row: Row): boolean {
    const { amount, debit, credit } = this.columns;
    const last = row.length - 1;
    const isAmount = last === amount || last === debit || last === credit;
    return this.endsOpen && isAmount && row.length < (this.body.rows[0]?.length ?? 0);
  }

  private isShort(row: Row): boolean {
    const { amount, debit, credit } = this.columns;
    return row.length <= Math.max(amount, amount < 0 ? Math.max(debit, credit) : -1);
  }
}

function isSummary(row: Row): boolean {
  return row.some((cell) =>
    /^(?:sub|eind|gesamt)?(?:totaal|total|summe|saldo|balance|beginsaldo|kontostand)\b/i.test(bankCell(cell)),
  );
}
