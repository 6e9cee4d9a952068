import type { IsoDate } from '#shared/dates/civil.ts';
import { refuseFile, Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { isBlank } from '../../table/cells.ts';
import type { Row } from '../../table/reading.ts';
import { type RowSource, rowsFrom } from '../../table/row-source.ts';
import type { BankTransaction } from '../statement.ts';
import { ApostropheRows } from './apostrophes.ts';
import { BookingParts, isPartRow } from './booking-parts.ts';
import { bankCell } from './cells.ts';
import { type BankColumns, settleColumns } from './columns.ts';
import { LineRows } from './line-rows.ts';
import { LineTexts } from './lines.ts';
import { accountAbove } from './preamble.ts';
import type { BankTable } from './recognise.ts';
import { bankHeading } from './roles.ts';
import type { RowOrigin } from './row-origin.ts';
import { SignedAmounts } from './signs.ts';
import { isNotBooked } from './states.ts';
import { AmountColumns, type Body, DateColumn } from './values.ts';

export interface TableLines {
  readonly transactions: readonly BankTransaction[];
  readonly rows: LineRows;
}

/** Rows by whose values columns are settled. */
const sampled = 400;
/** How often a long reading looks whether it was stopped. */
const rowsBetween = 20_000;

/** Reads the rows under the header into lines; what is no booked transaction is left out and counted. */
export function linesOfTable(
  table: BankTable,
  written: RowSource,
  { separator, endsOpen }: RowOrigin,
  warnings: Warnings,
  control: ReadControl,
): TableLines {
  const { fixed, roles } = table;
  const rows = fixed?.apostrophes
    ? new ApostropheRows(written, roles.length, roles.indexOf('structured'), separator)
    : written;
  const first = table.headerAt + 1;
  const above = accountAbove(rowsFrom(rows, 0, first));
  const columns = settleColumns(table, rowsFrom(rows, first, sampled), above);
  return new LineReader(table, columns, { rows, first }, endsOpen, warnings).read(control, above);
}

class LineReader {
  private readonly bookDates: DateColumn;
  private readonly valueDates: DateColumn;
  /** Per place; null where the row is no line. */
  private readonly dates: readonly (IsoDate | null)[];
  private readonly amounts: AmountColumns;
  private readonly signed: SignedAmounts;
  private readonly texts: LineTexts;
  private readonly parts: BookingParts;
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
    const dates: (IsoDate | null)[] = [];
    for (let place = 0; place < body.rows.length; place++) {
      // A part of a booking may leave the date to the row above it.
      dates.push(this.dateOf(place) ?? (this.isPart(place) ? dates[place - 1]! : null));
    }
    this.dates = dates;
    const { amount, debit, credit, part, balanceAfter, balanceBefore, fee, net } = columns;
    const isLine = (place: number): boolean => this.dates[place] !== null;
    const withMoney = [amount, debit, credit, part, balanceAfter, balanceBefore, fee, net];
    this.amounts = new AmountColumns(body, withMoney, isLine);
    this.signed = new SignedAmounts(body, columns, this.amounts, (place) => isLine(place) && !this.isLeftOut(place));
    this.texts = new LineTexts(body.rows, columns, table.bank);
    this.parts = new BookingParts(body, columns, this.texts, this.amounts);
  }

  read(control: ReadControl, above: string): TableLines {
    const transactions: BankTransaction[] = [];
    const { rows, first } = this.body;
    let last = rows.length - 1;
    while (last >= first && isBlank(rows.at(last))) last--;
    for (let place = first; place <= last; place++) {
      if ((place - first) % rowsBetween === 0 && control.isCancelled?.()) refuseFile('cancelled');
      const transaction = this.lineAt(place, place === last, transactions.at(-1));
      if (transaction) transactions.push(transaction);
    }
    const { parts, remarks } = this.parts.settled();
    for (const place of remarks) this.leaveOut(place);
    const { roundedRow } = this.amounts;
    if (this.notBooked > 0) this.warnings.add('bank-not-booked', { count: this.notBooked }, this.firstNotBooked);
    if (this.remarks > 0) this.warnings.add('bank-rows-left-out', { count: this.remarks }, this.firstRemark);
    if (roundedRow !== null) this.warnings.add('bank-amount-rounded', {}, roundedRow);
    const { columns, texts, amounts, table } = this;
    return {
      transactions,
      rows: new LineRows(columns, texts, amounts, above, table.headings[columns.fee]?.text, parts),
    };
  }

  private lineAt(place: number, isLast: boolean, above: BankTransaction | undefined): BankTransaction | null {
    if (this.isLeftOut(place)) return this.leaveUnbooked(place);
    const bookDate = this.dates[place]!;
    if (bookDate === null) return this.withoutDate(place);
    const amount = this.signed.of(place);
    if (amount === null) {
      if (this.columns.part >= 0 && this.parts.take(place, above)) return null;
      if (this.isShort(place)) refuseFile(isLast ? 'bank-cut-off' : 'bank-row-short', {}, place + 1);
      return this.leaveOut(place);
    }
    if (isLast && this.endsInAmount(place)) refuseFile('bank-cut-off', {}, place + 1);
    return this.texts.transaction(place, bookDate, this.valueDates.of(place), amount);
  }

  private dateOf(place: number): IsoDate | null {
    if (place < this.body.first) return null;
    const booked = this.bookDates.of(place);
    if (booked !== null || this.columns.bookDate < 0 || this.columns.bookedLater) return booked;
    return bankCell(this.body.rows.cell(place, this.columns.bookDate)) === '' ? this.valueDates.of(place) : null;
  }

  private isPart(place: number): boolean {
    return this.columns.part >= 0 && place > this.body.first && isPartRow(this.body, this.columns, place);
  }

  private isLeftOut(place: number): boolean {
    return this.columns.state >= 0 && isNotBooked(bankCell(this.body.rows.cell(place, this.columns.state)));
  }

  /** What is not booked yet, a remark, a repeated header or a total; anything else with an amount is a line whose date is wrong. */
  private withoutDate(place: number): null {
    const row = this.body.rows.at(place);
    if (isBlank(row)) return null;
    const date = bankCell(row[this.columns.bookDate]);
    const { amount, debit, credit } = this.columns;
    const hasAmount = [amount, debit, credit].some((column) => column >= 0 && /\d/.test(bankCell(row[column])));
    const isWide = row.length > this.columns.bookDate && row.filter((cell) => bankCell(cell) !== '').length > 3;
    if (hasAmount && isWide && date !== '' && !isSummary(row) && !this.isHeader(row)) {
      // Nordea and comdirect say so where the date will be.
      if (isNotBooked(date)) return this.leaveUnbooked(place);
      refuseFile('bank-date', { date: date.slice(0, 40) }, place + 1);
    }
    const isBookedLater = this.columns.bookedLater && date === '' && this.valueDates.of(place) !== null;
    if (isBookedLater && hasAmount) return this.leaveUnbooked(place);
    return this.isHeader(row) ? null : this.leaveOut(place);
  }

  private isHeader(row: Row): boolean {
    const { headings } = this.table;
    if (headings.length === 0) return row.filter((cell) => bankHeading(String(cell)).meaning !== null).length > 3;
    return row.every((cell, i) => bankHeading(String(cell)).letters === (headings[i]?.letters ?? ''));
  }

  private leaveUnbooked(place: number): null {
    this.notBooked++;
    this.firstNotBooked ??= place + 1;
    return null;
  }

  private leaveOut(place: number): null {
    this.remarks++;
    this.firstRemark ??= place + 1;
    return null;
  }

  /** The last row stops in its amount where the first goes on: digits may be missing. */
  private endsInAmount(place: number): boolean {
    const { amount, debit, credit } = this.columns;
    const { rows, first } = this.body;
    const last = rows.at(place).length - 1;
    const isAmount = last === amount || last === debit || last === credit;
    return this.endsOpen && isAmount && last + 1 < rows.at(first).length;
  }

  private isShort(place: number): boolean {
    const { amount, debit, credit } = this.columns;
    return this.body.rows.at(place).length <= Math.max(amount, amount < 0 ? Math.max(debit, credit) : -1);
  }
}

function isSummary(row: Row): boolean {
  return row.some((cell) =>
    /^(?:sub|eind|gesamt)?(?:totaal|total|summe|saldo|balance|beginsaldo|kontostand)\b/i.test(bankCell(cell)),
  );
}
