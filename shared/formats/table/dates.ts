import { daysInMonth, fromEpochDay, type IsoDate, isoDate } from '#shared/dates/civil.ts';
import type { Cell, DateOrder } from './reading.ts';

const monthNames: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

interface DateParts {
  readonly shape: 'numbers' | 'year-first' | 'compact' | 'named' | 'serial';
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly yearDigits: number;
}

/** `31122025`: eight digits that are no year, month and day. With a year from 1900 they are never both. */
function dayFirstDigits({ first, second, third }: DateParts): IsoDate | null {
  return existing(second * 100 + third, first % 100, Math.floor(first / 100));
}

/** Serial numbers a workbook writes for 1982–2064; smaller and larger numbers are no dates. */
const serialFrom = 30_000;
const serialTo = 60_000;

/** What the values of a column say of the order of day and month; `at` = first (0-based) value that only fits month first. */
export interface DateEvidence {
  readonly order: DateOrder | null;
  readonly monthFirstAt: number;
  /** First (0-based) value of those that only make sense with a year of two digits in front; −1 = none. */
  readonly yearFirstAt: number;
  /** First (0-based) value with strokes, `03/04/2026`, that may be of either order where no value tells; −1 = none. */
  readonly eitherAt: number;
}

/**
 * Decides the order of a date column over all values (formats document §4.2 rule 5): a first part above 12 makes it
 * day first; a second part above 12 without any such makes it month first, which the user must confirm; else day first.
 */
export function dateEvidence(values: readonly Cell[]): DateEvidence {
  const tally = new DateTally();
  for (let i = 0; i < values.length; i++) tally.add(values[i]!, i);
  return tally.evidence();
}

/** Gathers what the values of a date column say, one by one; see {@link dateEvidence}. */
export class DateTally {
  private dayFirst = false;
  private monthFirstAt = -1;
  private yearFirst = false;
  private eitherAt = -1;
  private seen = false;
  private last: Cell = '';
  private readonly short = new ShortYears();

  add(value: Cell, at: number): void {
    if (value === '' || value === this.last) return;
    this.last = value;
    const plain = typeof value === 'string' && value.length === 10 ? dayAndMonth(value) : -1;
    if (plain >= 0) {
      this.order(Math.floor(plain / 100), plain % 100, value, at);
      return;
    }
    const parts = partsOf(value);
    if (!parts) return;
    if (parts.shape === 'numbers') {
      this.order(parts.first, parts.second, value, at);
      if (parts.yearDigits === 2) this.short.add(parts.first, parts.third, at);
    } else {
      this.seen = true;
      if (parts.shape === 'year-first') this.yearFirst = true;
    }
  }

  evidence(): DateEvidence {
    const { firstAt: yearFirstAt } = this.short;
    if (this.dayFirst) return { order: 'dmy', monthFirstAt: -1, yearFirstAt, eitherAt: -1 };
    if (this.monthFirstAt >= 0) return { order: 'mdy', monthFirstAt: this.monthFirstAt, yearFirstAt, eitherAt: -1 };
    const order = this.seen ? (this.yearFirst ? 'ymd' : 'dmy') : null;
    return { order, monthFirstAt: -1, yearFirstAt, eitherAt: this.eitherAt };
  }

  private order(first: number, second: number, value: Cell, at: number): void {
    this.seen = true;
    if (first > 12) this.dayFirst = true;
    else if (second > 12 && this.monthFirstAt < 0) this.monthFirstAt = at;
    else if (this.eitherAt < 0 && first !== second && String(value).includes('/')) this.eitherAt = at;
  }
}

/** Dates of three pairs of digits: `26-02-01` is of 2026 where every other begins with 25 or 26 too, and ends in any day. */
class ShortYears {
  private count = 0;
  private at = -1;
  private readonly first = { least: 99, most: 0 };
  private readonly third = { least: 99, most: 0 };

  add(first: number, third: number, at: number): void {
    if (this.count++ === 0) this.at = at;
    widen(this.first, first);
    widen(this.third, third);
  }

  /** −1 where the day may stand first: the days differ as days do, or the years no more than those of open items. */
  get firstAt(): number {
    const isYearFirst =
      this.count >= 3 && this.first.most - this.first.least <= 1 && this.third.most - this.third.least >= 10;
    return isYearFirst ? this.at : -1;
  }
}

function widen(range: { least: number; most: number }, value: number): void {
  range.least = Math.min(range.least, value);
  range.most = Math.max(range.most, value);
}

/**
 * The civil date of a cell, or null when it is none: `31-12-2025`, `1-12-25`, `/` or `.` between, `2025-12-31` with or
 * without a time, `20251231`, `31122025`, `31 dec 2025`, `31 dec '25` and `Dec 31, 2025` in Dutch, English or German, with a weekday before it or not,
 * and serial numbers of the 1900 system.
 */
export function readDate(value: Cell, order: 'dmy' | 'mdy'): IsoDate | null {
  if (typeof value === 'string' && value.length === 10) {
    const quick = quickDate(value, order);
    if (quick !== undefined) return quick;
  }
  const parts = partsOf(value);
  if (!parts) return null;
  switch (parts.shape) {
    case 'serial':
      return fromEpochDay(parts.first - 25_569);
    case 'year-first':
      return existing(parts.first, parts.second, parts.third);
    case 'compact':
      return existing(parts.first, parts.second, parts.third) ?? dayFirstDigits(parts);
    case 'named':
      return existing(fullYear(parts.third, parts.yearDigits), parts.second, parts.first);
    default: {
      const year = fullYear(parts.third, parts.yearDigits);
      return order === 'mdy' ? existing(year, parts.first, parts.second) : existing(year, parts.second, parts.first);
    }
  }
}

/** `dd-mm-yyyy` and `yyyy-mm-dd` without a pattern; undefined when it is neither. */
function quickDate(text: string, order: 'dmy' | 'mdy'): IsoDate | null | undefined {
  const third = text.charCodeAt(2);
  if ((third === 45 || third === 47 || third === 46) && text.charCodeAt(5) === third) {
    const first = digitsAt(text, 0, 2);
    const second = digitsAt(text, 3, 5);
    const year = digitsAt(text, 6, 10);
    if (first < 0 || second < 0 || year < 0) return undefined;
    return order === 'mdy' ? existing(year, first, second) : existing(year, second, first);
  }
  if (text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    const year = digitsAt(text, 0, 4);
    const month = digitsAt(text, 5, 7);
    const day = digitsAt(text, 8, 10);
    return year < 0 || month < 0 || day < 0 ? undefined : existing(year, month, day);
  }
  return undefined;
}

/** First part × 100 + second of `dd-mm-yyyy`; −1 for any other text. */
function dayAndMonth(text: string): number {
  const third = text.charCodeAt(2);
  if ((third !== 45 && third !== 47 && third !== 46) || text.charCodeAt(5) !== third) return -1;
  const first = digitsAt(text, 0, 2);
  const second = digitsAt(text, 3, 5);
  return first < 0 || second < 0 || digitsAt(text, 6, 10) < 0 ? -1 : first * 100 + second;
}

function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return -1;
    number = number * 10 + code - 48;
  }
  return number;
}

/** Dates read before: lists repeat them, and one text serves all. There are no more than there are days. */
const known = new Map<number, IsoDate>();

function existing(year: number, month: number, day: number): IsoDate | null {
  const key = (year * 100 + month) * 100 + day;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (year < 1901 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const date = isoDate(year, month, day);
  known.set(key, date);
  return date;
}

/** Two-digit years: 70–99 are of the last century. */
function fullYear(year: number, digits: number): number {
  return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

const numeric =
  /^(?:(?:ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]{0,7}\.?,?\s+)?(\d{1,2})(?:\s*[-/.]\s*|\s)(\d{1,2})(?:\s*[-/.]\s*|\s)['’]?(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}.*)?$/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const named = /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})\.?[\s-]+([a-zä]{3,9})\.?[\s-]+['’]?(\d{4}|\d{2})$/i;
const monthNamedFirst = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;

function partsOf(value: Cell): DateParts | null {
  if (typeof value === 'number') return serialParts(value);
  const text = value.trim();
  let match = numeric.exec(text);
  if (match) return dateParts('numbers', match[1]!, Number(match[2]), match[3]!);
  match = yearFirst.exec(text);
  if (match) return { ...dateParts('year-first', match[1]!, Number(match[2]), match[3]!), yearDigits: 4 };
  match = compact.exec(text);
  if (match) return { ...dateParts('compact', match[1]!, Number(match[2]), match[3]!), yearDigits: 4 };
  match = named.exec(text);
  if (match) return namedParts(match[1]!, match[2]!, match[3]!);
  match = monthNamedFirst.exec(text);
  if (match) return namedParts(match[2]!, match[1]!, match[3]!);
  return /^\d{5}(?:[.,]\d+)?$/.test(text) ? serialParts(Number(text.replace(',', '.'))) : null;
}

function namedParts(day: string, name: string, year: string): DateParts | null {
  const month = monthNames[name.slice(0, 3).toLowerCase().replace('ä', 'a')];
  return month ? dateParts('named', day, month, year) : null;
}

function dateParts(shape: DateParts['shape'], first: string, second: number, third: string): DateParts {
  return { shape, first: Number(first), second, third: Number(third), yearDigits: third.length };
}

function serialParts(value: number): DateParts | null {
  if (value >= 1_011_900 && value <= 31_122_199 && Number.isInteger(value)) {
    return partsOf(String(value).padStart(8, '0'));
  }
  if (value < serialFrom || value > serialTo) return null;
  return { shape: 'serial', first: Math.floor(value), second: 0, third: 0, yearDigits: 4 };
}

/** First days of calendars, with which databases and spreadsheets fill a date that is empty; the time behind them is midnight. */
const firstDays =
  /^(?:(?:30|31)[-/.]12[-/.]1899|1899[-/.]12[-/.](?:30|31)|0?[01][-/.]0?1[-/.](?:1900|1753|0001)|(?:1900|1753|0001)[-/.]01[-/.]0[01])(?:[ T][0:.]+Z?)?$/;

/** Whether a cell stands for no date: `00-00-0000`, `0000-00-00`, a dash, the zero of an empty serial number, `30-12-1899`. */
export function isNoDate(value: Cell): boolean {
  return typeof value === 'number' ? value === 0 : /^[0\s:T./-]*$/.test(value) || firstDays.test(value.trim());
}

const stated =
  /(\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.?[\s-]+[a-z]{3,9}\.?[\s-]+\d{4}|\b[a-z]{3,9}\.?\s+\d{1,2},\s+\d{4}|\b20\d{6}\b)/i;

/** The first date written somewhere in a text, day first; null when there is none. */
export function dateWithin(text: string): IsoDate | null {
  const found = stated.exec(text)?.[1];
  return found ? readDate(found, 'dmy') : null;
}
