import { daysInMonth, epochDay, type IsoDate, isoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';

export interface Balance {
  readonly date: IsoDate | null;
  readonly currency: Currency | null;
  readonly amount: Cents;
}

const balanceForm = /^\s*([CD])\s*(\d{6})\s*([A-Z]{3})?\s*([-+]?[\d.,' ]+)/;

/** Reads `C260131EUR1234,56`; null when it is no balance. */
export function readBalance(text: string): Balance | null {
  const parts = balanceForm.exec(text);
  if (!parts) return null;
  const amount = readCents(parts[4]!);
  if (amount === null) return null;
  return {
    date: readDate(parts[2]!),
    currency: parts[3] ?? null,
    amount: signed(amount.cents, parts[1] === 'C'),
  };
}

/** An amount with its sign, never minus zero. */
export function signed(cents: Cents, isPositive: boolean): Cents {
  return isPositive || cents === 0 ? cents : -cents;
}

/**
 * An amount in cents, rounded where it has more than two decimals. The comma is the decimal mark; a point is it where there
 * is no comma (`500,`, `0,9`, `000000000127,50`, `12.34`, `1.234,56`). Null for no number, or one too large to be exact.
 */
export function readCents(text: string): { readonly cents: Cents; readonly rounded: boolean } | null {
  const digits = text.replace(/[\s']/g, '');
  const isNegative = digits.charCodeAt(0) === 45;
  const bare = isNegative || digits.charCodeAt(0) === 43 ? digits.slice(1) : digits;
  const mark = decimalPlace(bare);
  const whole = (mark < 0 ? bare : bare.slice(0, mark)).replace(/[.,]/g, '');
  const decimals = mark < 0 ? '' : bare.slice(mark + 1);
  if (whole === '' && decimals === '') return null;
  let cents = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  const rest = decimals.slice(2);
  if (rest !== '' && rest.charCodeAt(0) >= 53) cents++;
  if (!Number.isSafeInteger(cents)) return null;
  return { cents: isNegative && cents > 0 ? -cents : cents, rounded: /[1-9]/.test(rest) };
}

/** Place of the decimal mark; −1 when there is none. */
function decimalPlace(text: string): number {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  const last = Math.max(comma, point);
  if (last < 0 || (comma >= 0 && point >= 0)) return last;
  const mark = comma >= 0 ? ',' : '.';
  return text.indexOf(mark) === last ? last : -1;
}

/** Reads YYMMDD. Banks that count every month as 30 days write 30 February: it becomes the last of that month. */
export function readDate(text: string): IsoDate | null {
  const year = Number(text.slice(0, 2));
  return dateOf(year < 80 ? 2000 + year : 1900 + year, Number(text.slice(2, 4)), Number(text.slice(4, 6)));
}

function dateOf(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return isoDate(year, month, Math.min(day, daysInMonth(year, month)));
}

/** Reads MMDD in the year that brings it nearest to the value date (formats document §3.1). */
export function readEntryDate(text: string, valueDate: IsoDate): IsoDate | null {
  const month = Number(text.slice(0, 2));
  const day = Number(text.slice(2, 4));
  const year = Number(valueDate.slice(0, 4));
  const valueMonth = Number(valueDate.slice(5, 7));
  if (Math.abs(month - valueMonth) < 5) return dateOf(year, month, day);
  let nearest: IsoDate | null = null;
  for (const one of [year - 1, year, year + 1]) {
    const date = dateOf(one, month, day);
    if (date !== null && (nearest === null || apart(date, valueDate) < apart(nearest, valueDate))) nearest = date;
  }
  return nearest;
}

const apart = (one: IsoDate, other: IsoDate): number => Math.abs(epochDay(one) - epochDay(other));

export interface StatementLine {
  readonly valueDate: IsoDate;
  /** Null when the line has none. */
  readonly entryDate: IsoDate | null;
  readonly amount: Cents;
  readonly isCredit: boolean;
  readonly rounded: boolean;
  /** `NTRF`, `N541`, `NET`. */
  readonly type: string;
  /** Everything behind the type. */
  readonly rest: string;
}

const lineForm = /^(\d{6})(\d{4})?\s*(?:E(?=[CD]))?(R?)([CD])([A-Z])?\s*([-+]?(?:\d[\d.,']*|,\d+))\s*(.*)$/s;

/** Reads the first line of `:61:`; null when it is no statement line. `RC` takes money back, `RD` gives it back. */
export function readStatementLine(text: string): StatementLine | null {
  const parts = lineForm.exec(text);
  if (!parts) return null;
  const valueDate = readDate(parts[1]!);
  const amount = readCents(parts[6]!);
  if (valueDate === null || amount === null) return null;
  const isCredit = (parts[4] === 'C') !== (parts[3] === 'R');
  const rest = parts[7]!;
  const typed = /^[NFS][A-Z0-9]{2}[A-Z0-9 ]/.test(rest) || /^[NFS][A-Z0-9]{2}$/.test(rest);
  return {
    valueDate,
    entryDate: parts[2] === undefined ? null : readEntryDate(parts[2], valueDate),
    amount: signed(amount.cents, isCredit),
    isCredit,
    rounded: amount.rounded,
    type: typed ? rest.slice(0, 4).trim() : '',
    rest: typed ? rest.slice(4) : rest,
  };
}
