import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import type { Discount } from '#shared/domain/item.ts';
import type { Cents } from '#shared/money/cents.ts';
import { discountIn, partOf } from '../payment-terms.ts';
import { readAmount } from './amounts.ts';
import { cellText } from './cells.ts';
import { readDate } from './dates.ts';
import type { TableField } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Cell, Row } from './reading.ts';
import { wholeNumber } from './words.ts';

interface DiscountedItem {
  readonly total: Cents;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly termDays: number | undefined;
}

/**
 * What an item of a list may be paid less when it is paid in time (criterion A8): betalingskorting as an amount, a percentage of
 * the total or words (`2% binnen 8 dagen`), until a date or so many days after the invoice date; kredietbeperking until the due
 * date. A discount without an end is none.
 */
export class DiscountReader {
  private readonly amountAt: number;
  private readonly percentAt: number;
  private readonly daysAt: number;
  private readonly untilAt: number;
  private readonly restrictionAt: number;
  private readonly restrictionPercentAt: number;
  private readonly termAt: number;
  /** Whether any column speaks of a discount. */
  readonly present: boolean;

  constructor(private readonly layout: Layout) {
    const column = (field: TableField): number => layout.column(field);
    this.amountAt = column('discountAmount');
    this.percentAt = column('discountPercent');
    this.daysAt = column('discountDays');
    this.untilAt = column('discountUntil');
    this.restrictionAt = column('restriction');
    this.restrictionPercentAt = column('restrictionPercent');
    this.termAt = column('term');
    const own = [this.amountAt, this.percentAt, this.restrictionAt, this.restrictionPercentAt, this.termAt];
    this.present = own.some((at) => at >= 0);
  }

  read(row: Row, item: DiscountedItem): Discount | null {
    if (item.total <= 0) return null;
    return this.earlyPayment(row, item) ?? this.creditRestriction(row, item);
  }

  private earlyPayment(row: Row, { total, date }: DiscountedItem): Discount | null {
    const words = discountIn(this.text(row, this.amountAt)) ?? discountIn(this.text(row, this.termAt));
    const amount = words
      ? partOf(total, words.percent)
      : (this.amountOf(row, this.amountAt) ?? this.percentOf(row, this.percentAt, total));
    if (amount === null || amount <= 0 || amount >= total) return null;
    const stated = this.untilAt < 0 ? null : readDate(row[this.untilAt] ?? '', this.layout.order);
    const days = wholeNumber(this.text(row, this.daysAt)) ?? words?.days ?? null;
    const until = stated ?? (date !== null && days !== null ? addDays(date, days) : null);
    return until === null ? null : { kind: 'early-payment', amount, until };
  }

  private creditRestriction(row: Row, { total, date, dueDate, termDays }: DiscountedItem): Discount | null {
    const amount = this.amountOf(row, this.restrictionAt) ?? this.percentOf(row, this.restrictionPercentAt, total);
    if (amount === null || amount <= 0 || amount >= total) return null;
    const until = dueDate ?? (date !== null && termDays !== undefined ? addDays(date, termDays) : null);
    return until === null ? null : { kind: 'credit-restriction', amount, until };
  }

  private text(row: Row, at: number): string {
    return at < 0 ? '' : cellText(row[at]);
  }

  /** Cents of an amount column; null for a percentage and for words. */
  private amountOf(row: Row, at: number): Cents | null {
    const cell = at < 0 ? '' : (row[at] ?? '');
    if (cell === '') return null;
    const amount = readAmount(cell, this.layout.decimals[at]!);
    return amount === null ? null : Math.abs(amount);
  }

  private percentOf(row: Row, at: number, total: Cents): Cents | null {
    const percent = at < 0 ? null : percentage(row[at] ?? '');
    return percent === null ? null : partOf(total, percent);
  }
}

/** `2`, `2,5`, `2.5 %`; a workbook keeps 2 % as 0.02. */
function percentage(cell: Cell): number | null {
  if (typeof cell === 'number') return cell > 0 && cell < 0.15 ? cell * 100 : cell;
  const digits = /^(\d{1,2}(?:[.,]\d{1,4})?)\s*%?$/.exec(cell.trim())?.[1];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}
