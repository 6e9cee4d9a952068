import { sumOf } from '#shared/money/cents.ts';
import type { BankTransaction } from '../statement.ts';
import { bankCell } from './cells.ts';
import type { BankColumns } from './columns.ts';
import type { LineTexts } from './lines.ts';
import type { AmountColumns, Body } from './values.ts';

interface Booking {
  readonly whole: BankTransaction;
  readonly places: number[];
}

/**
 * Rows that take a booking apart into the payments it was made for (UBS, ZKB): below its row, with its number or none, and an
 * amount in a column of their own. They are counted in its place where they come to its amount.
 */
export class BookingParts {
  private readonly bookings: Booking[] = [];

  constructor(
    private readonly body: Body,
    private readonly columns: BankColumns,
    private readonly texts: LineTexts,
    private readonly amounts: AmountColumns,
  ) {}

  /** Takes a row without an amount of its own as one below a line; false when it is none. */
  take(place: number, whole: BankTransaction | undefined): boolean {
    const { body, columns, bookings, texts } = this;
    if (whole === undefined || !isPartRow(body, columns, place)) return false;
    const number = texts.unique(place);
    if (number !== '' && texts.unique(whole.row - 1) !== number) return false;
    if (bookings.at(-1)?.whole !== whole) bookings.push({ whole, places: [] });
    bookings.at(-1)!.places.push(place);
    return true;
  }

  /** The payments by the row of their booking, and the rows that do not come to the amount above them. */
  settled(): {
    readonly parts: ReadonlyMap<number, readonly BankTransaction[]>;
    readonly remarks: readonly number[];
  } {
    const parts = new Map<number, readonly BankTransaction[]>();
    const remarks: number[] = [];
    for (const booking of this.bookings) {
      const payments = this.paymentsOf(booking);
      if (payments === null) remarks.push(...booking.places);
      else parts.set(booking.whole.row, payments);
    }
    return { parts, remarks };
  }

  private paymentsOf({ whole, places }: Booking): readonly BankTransaction[] | null {
    const amounts = places.map((place) => this.amounts.of(place, this.columns.part) ?? 0);
    const sum = sumOf(amounts, (cents) => cents);
    if (Math.abs(sum) !== Math.abs(whole.amount)) return null;
    const sign = sum === whole.amount ? 1 : -1;
    return places.map((place, i) => {
      const part = this.texts.transaction(place, whole.bookDate, whole.valueDate, sign * amounts[i]!);
      const references = whole.bankReference === null ? [] : [whole.bankReference];
      return {
        ...part,
        remittance: part.remittance ?? whole.remittance,
        batch: { role: 'part', entry: whole.row, count: places.length, references },
      };
    });
  }
}

/** Whether a row has an amount of a part, and none of its own; it has a number, or leaves that to the row above with the date. */
export function isPartRow({ rows }: Body, columns: BankColumns, place: number): boolean {
  const { part, unique, amount, debit, credit, bookDate } = columns;
  const isBlank = (column: number): boolean => column < 0 || bankCell(rows.cell(place, column)) === '';
  if (isBlank(part) || !isBlank(amount) || !isBlank(debit) || !isBlank(credit)) return false;
  return !isBlank(unique) || isBlank(bookDate);
}
