import type { IsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { amountBesideSign, hasFractionsOfCents, readAmount } from './amounts.ts';
import { cellText } from './cells.ts';
import { isNoDate, readDate } from './dates.ts';
import { DiscountReader } from './discounts.ts';
import type { TableField } from './fields.ts';
import type { Layout } from './layout.ts';
import type { Cell, ItemDetails, Row } from './reading.ts';
import { wholeNumber, yesNo } from './words.ts';

/** Why a row cannot be an item, with the column that says so. */
export interface Fault {
  readonly reason: string;
  readonly column: number;
}

/** A date column: absent or empty is null. */
export type DateCell = { readonly date: IsoDate | null; readonly fault: Fault | null };

const noDate: DateCell = Object.freeze({ date: null, fault: null });
const noDetails: ItemDetails = Object.freeze({});
const numberInText =
  /(?:factuur|creditnota|creditfactuur|fact|nota|invoice|credit note)\.?\s*(?:nr|nummer|no)?\.?\s*:?\s*([\w/-]*\d[\w/-]*)/i;

/** Reads the cells of one layout. Amounts and dates name the column that cannot be read. */
export class RowReader {
  readonly number: number;
  readonly code: number;
  readonly name: number;
  private readonly first: number;
  private readonly last: number;
  readonly kind: number;
  readonly ledger: number;
  readonly currency: number;
  readonly description: number;
  readonly status: number;
  readonly paidOn: number;
  /** −1: what is open follows from other columns. */
  readonly open: number;
  readonly total: number;
  readonly paid: number;
  private readonly debit: number;
  private readonly credit: number;
  private readonly paidSign: 1 | -1;
  private readonly creditSign: 1 | -1;
  private readonly detailColumns: readonly {
    column: number;
    read: (cell: Cell, row: Row) => Partial<ItemDetails> | null;
  }[];
  private readonly discounts: DiscountReader | null;
  /** Set when an amount had to be rounded to whole cents; the first such row position. */
  rounded = false;
  /** Set when an amount of the row that {@link amounts} read last is no plain one: a sign of another currency may stand beside it. */
  besideSign = false;

  constructor(private readonly layout: Layout) {
    const { column } = layout;
    this.number = column('number');
    this.code = column('debtorCode');
    this.name = column('debtorName');
    this.first = column('firstName');
    this.last = column('lastName');
    this.kind = column('kind');
    this.ledger = column('ledgerAccount');
    this.currency = column('currency');
    this.description = column('description');
    this.status = column('status');
    this.paidOn = column('paidOn');
    this.open = column('open');
    this.total = column('total');
    this.paid = column('paid');
    this.debit = column('debit');
    this.credit = column('credit');
    this.paidSign = layout.deducted.has('paid') ? -1 : 1;
    this.creditSign = layout.deducted.has('credit') ? -1 : 1;
    this.detailColumns = this.detailReaders();
    const discounts = new DiscountReader(layout);
    this.discounts = discounts.present ? discounts : null;
  }

  /** Text of a column, empty when the column is absent. */
  text(row: Row, column: number): string {
    return column < 0 ? '' : cellText(row[column]);
  }

  /** The debtor's name: of a person without a company it may stand in two columns. */
  debtorName(row: Row): string {
    const name = this.text(row, this.name);
    if (name !== '' || (this.first < 0 && this.last < 0)) return name;
    return [this.text(row, this.first), this.text(row, this.last)].filter(Boolean).join(' ');
  }

  /** The number of an invoice; of packages that write it in the description, the one found there. */
  itemNumber(row: Row): string {
    const number = this.text(row, this.number);
    if (number !== '' || !this.layout.profile?.numberInDescription) return number;
    return numberInText.exec(this.text(row, this.description))?.[1] ?? '';
  }

  /** Whether any amount column of the row is filled. */
  hasAmount(row: Row): boolean {
    const { buckets } = this.layout;
    if (buckets.length > 0) return buckets.some((column) => !isEmpty(row[column]));
    return [this.open, this.total, this.debit, this.credit].some((column) => column >= 0 && !isEmpty(row[column]));
  }

  /**
   * What is open and what the item came to, in signed cents. Open is its own column, else total less paid and credited, else debit less
   * credit, else the total, else the sum of the columns of ages (criterion A2, formats document §4.2 rules 8 and 10).
   */
  amounts(row: Row): { readonly open: Cents; readonly total: Cents } | Fault {
    this.besideSign = false;
    if (this.layout.buckets.length > 0) return this.aged(row);
    const open = this.amount(row, this.open);
    const total = this.amount(row, this.total);
    const sides = this.sides(row);
    for (const part of [open, total, sides]) if (typeof part === 'object' && part !== null) return part;
    const paid = this.open < 0 || this.total < 0 ? this.amount(row, this.paid) : null;
    if (typeof paid === 'object' && paid !== null) return paid;
    const whole = (total ?? sides) as Cents | null;
    const credited = this.creditedOf(row, whole ?? 0);
    if (typeof credited === 'object') return credited;
    const off = ((paid as Cents | null) ?? 0) * this.paidSign + credited;
    if (this.open >= 0) {
      if (open === null) return { reason: 'amount-missing', column: this.open };
      return { open: open as Cents, total: whole ?? (open as Cents) + off };
    }
    if (whole === null) return { reason: 'amount-missing', column: this.total >= 0 ? this.total : this.debit };
    return { open: whole - off, total: whole };
  }

  /** What was credited of an invoice, in a column beside its total: with whatever sign it is written, it lowers the invoice. */
  private creditedOf(row: Row, whole: Cents): Cents | Fault {
    if (this.open >= 0 || this.total < 0 || this.debit >= 0) return 0;
    const credited = this.amount(row, this.credit) ?? 0;
    return typeof credited === 'object' ? credited : Math.abs(credited) * Math.sign(whole);
  }

  private aged(row: Row): { readonly open: Cents; readonly total: Cents } | Fault {
    const { buckets } = this.layout;
    let sum: Cents | null = null;
    for (const column of buckets) {
      const part = this.amount(row, column);
      if (typeof part === 'object' && part !== null) return part;
      if (part !== null) sum = (sum ?? 0) + part;
    }
    return sum === null ? { reason: 'amount-missing', column: buckets[0]! } : { open: sum, total: sum };
  }

  /** The amount of a totals row: its open column, else what the other amount columns give; null when it has none. */
  statedTotal(row: Row): Cents | null {
    const open = this.amount(row, this.open);
    if (typeof open === 'number') return open;
    const amounts = this.open < 0 ? this.amounts(row) : null;
    return amounts && !isFault(amounts) ? amounts.open : null;
  }

  private sides(row: Row): Cents | Fault | null {
    if (this.debit < 0 || this.credit < 0) return null;
    const debit = this.amount(row, this.debit);
    const credit = this.amount(row, this.credit);
    if (typeof debit === 'object' && debit !== null) return debit;
    if (typeof credit === 'object' && credit !== null) return credit;
    return debit === null && credit === null ? null : (debit ?? 0) - (credit ?? 0) * this.creditSign;
  }

  /** Cents of a column; null when absent or empty. */
  amount(row: Row, column: number): Cents | Fault | null {
    if (column < 0) return null;
    const cell = row[column];
    if (cell === undefined || isEmpty(cell)) return null;
    const mark = this.layout.decimals[column]!;
    const plain = readAmount(cell, mark);
    if (plain === null) this.besideSign = true;
    const cents = plain ?? amountBesideSign(cell, mark);
    if (cents === null) return { reason: 'amount-unreadable', column };
    if (!this.rounded && hasFractionsOfCents(cell, mark)) this.rounded = true;
    return cents;
  }

  date(row: Row, field: TableField): DateCell {
    const column = this.layout.column(field);
    const cell = column < 0 ? '' : (row[column] ?? '');
    if (cell === '') return noDate;
    const date = readDate(cell, this.layout.order);
    if (date === null) return isNoDate(cell) ? noDate : { date, fault: { reason: 'date-unreadable', column } };
    return { date, fault: null };
  }

  details(row: Row): ItemDetails {
    if (this.detailColumns.length === 0) return noDetails;
    let details: ItemDetails = noDetails;
    for (const { column, read } of this.detailColumns) {
      const cell = row[column];
      if (cell === undefined || isEmpty(cell)) continue;
      const part = read(cell, row);
      if (part) details = details === noDetails ? part : Object.assign(details, part);
    }
    return details;
  }

  /** What may be kept back of an item when it is paid in time; none when no column speaks of it. */
  discount(row: Row, item: Parameters<DiscountReader['read']>[1]): Pick<ItemDetails, 'discount'> | null {
    const discount = this.discounts?.read(row, item) ?? null;
    return discount === null ? null : { discount };
  }

  private detailReaders(): RowReader['detailColumns'] {
    const { column, order } = this.layout;
    const text =
      (key: 'description' | 'yourReference' | 'paymentReference' | 'vatCode' | 'paymentLink') =>
      (cell: Cell): Partial<ItemDetails> | null => {
        const said = cellText(cell);
        return said === '' ? null : { [key]: said };
      };
    const flag =
      (key: 'termAgreed' | 'directDebit') =>
      (cell: Cell): Partial<ItemDetails> | null => {
        const said = yesNo(cellText(cell));
        return said === null ? null : { [key]: said };
      };
    const number =
      (key: 'termDays' | 'outsideLevel') =>
      (cell: Cell): Partial<ItemDetails> | null => {
        const found = wholeNumber(cellText(cell));
        return found === null ? null : { [key]: found };
      };
    const readers: readonly (readonly [TableField, (cell: Cell, row: Row) => Partial<ItemDetails> | null])[] = [
      ['description', text('description')],
      ['yourReference', text('yourReference')],
      ['paymentReference', text('paymentReference')],
      ['vatCode', text('vatCode')],
      ['paymentLink', text('paymentLink')],
      ['termAgreed', flag('termAgreed')],
      ['directDebit', flag('directDebit')],
      ['term', number('termDays')],
      ['outsideLevel', number('outsideLevel')],
      ['outsideDate', (cell) => dated(readDate(cell, order))],
      ['vatAmount', (_, row) => this.vat(row, column('vatAmount'))],
    ];
    return readers.map(([field, read]) => ({ column: column(field), read })).filter((reader) => reader.column >= 0);
  }

  private vat(row: Row, column: number): Partial<ItemDetails> | null {
    const cents = this.amount(row, column);
    return typeof cents === 'number' ? { vatCents: cents } : null;
  }
}

function dated(date: IsoDate | null): Partial<ItemDetails> | null {
  return date === null ? null : { outsideDate: date };
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

export function isFault(value: object): value is Fault {
  return 'reason' in value;
}
