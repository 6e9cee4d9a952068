import { daysInMonth, epochDay, type IsoDate, isoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';

export interface Balance {
  readonly date: IsoDate | null;
  readonly currency: Currency | null;
  readonly amount: Cents;
}

/** A year of four digits only counts before a currency: without one its last two may be of the amount. */
const balanceForm = /^\s*([CD])\s*(?:(?:19|20)(?=\d{6}\s*[A-Z]{3}))?(\d{6})\s*([A-Z]{3})?\s*([-+]?[\d.,' ]+)/;

/** Reads `C260131EUR1234,56`; null when it is no balance. */
export function readBalance(text: string): Balance | null {
  const parts = balanceForm.exec(text);
  if (!parts) return null;
  const amount = readCents(parts[4]!);
  if (amount === null) return null;
  return {
    date: readDate(parts[2]!, 0),
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
function readCents(text: string): ReadAmount | null {
  const cents = plainCents(text, 0, text.length);
  return cents < 0 ? anyCents(text) : { cents, rounded: false };
}

interface ReadAmount {
  readonly cents: Cents;
  readonly rounded: boolean;
}

/** Cents of digits with at most one comma and two decimals, as nearly every amount is written; −1 for anything else. */
function plainCents(text: string, start: number, end: number): number {
  if (start === end || end - start > 16) return -1;
  let value = 0;
  let decimals = -1;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (digit === -4 && decimals < 0 && i > start) decimals = 0;
    else return -1;
  }
  if (decimals > 2) return -1;
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return Number.isSafeInteger(cents) ? cents : -1;
}

function anyCents(text: string): ReadAmount | null {
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
function readDate(text: string, at: number): IsoDate | null {
  const year = twoDigits(text, at);
  return dateOf(year < 80 ? 2000 + year : 1900 + year, twoDigits(text, at + 2), twoDigits(text, at + 4));
}

const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** One text for every date: thousands of lines share a few, and would each keep their own. */
const dates = new Map<number, IsoDate>();

function dateOf(year: number, month: number, day: number): IsoDate | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const key = (year * 100 + month) * 100 + day;
  let date = dates.get(key);
  if (date === undefined) {
    date = isoDate(year, month, Math.min(day, daysInMonth(year, month)));
    dates.set(key, date);
  }
  return date;
}

/** Reads MMDD in the year that brings it nearest to the value date (formats document §3.1). */
function readEntryDate(text: string, at: number, valueDate: IsoDate): IsoDate | null {
  const month = twoDigits(text, at);
  const day = twoDigits(text, at + 2);
  const year = twoDigits(valueDate, 0) * 100 + twoDigits(valueDate, 2);
  if (Math.abs(month - twoDigits(valueDate, 5)) < 5) return dateOf(year, month, day);
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

/**
 * Reads the first line of `:61:` where it stands in a text; null when it is no statement line. `RC` takes money back, `RD`
 * gives it back.
 */
export function readStatementLine(text: string, start: number, end: number): StatementLine | null {
  const dateAt = valueDateAt(text, start);
  if (dateAt < 0) return null;
  const hasEntry = hasDigits(text, dateAt + 6, dateAt + 10);
  let at = afterSpaces(text, dateAt + (hasEntry ? 10 : 6));
  // Expected credits and debits (`EC`, `ED`) count as what they are expected to be.
  if (text.charCodeAt(at) === capitalE && isMark(text.charCodeAt(at + 1))) at++;
  const isReversal = text.charCodeAt(at) === capitalR;
  if (isReversal) at++;
  const mark = text.charCodeAt(at++);
  if (!isMark(mark)) return null;
  if (isCapital(text.charCodeAt(at))) at++;
  const amountAt = afterSpaces(text, at);
  const amountEnd = afterAmount(text, amountAt);
  const valueDate = readDate(text, dateAt);
  if (valueDate === null) return null;
  let cents = plainCents(text, amountAt, amountEnd);
  let rounded = false;
  if (cents < 0) {
    const amount = anyCents(text.slice(amountAt, amountEnd));
    if (amount === null) return null;
    ({ cents, rounded } = amount);
  }
  const isCredit = (mark === capitalC) !== isReversal;
  const behind = afterSpaces(text, amountEnd);
  const isTyped = startsWithType(text, behind, end);
  return {
    valueDate,
    entryDate: hasEntry ? readEntryDate(text, dateAt + 6, valueDate) : null,
    amount: signed(cents, isCredit),
    isCredit,
    rounded,
    type: isTyped ? text.slice(behind, Math.min(behind + 4, end)).trimEnd() : '',
    rest: text.slice(isTyped ? behind + 4 : behind, end),
  };
}

/**
 * Where the YYMMDD of a statement line begins: behind spaces, and behind the century some programs write (`20260105` alone,
 * `202601050105`). −1 where the line begins with no date.
 */
export function valueDateAt(text: string, start: number): number {
  const at = afterSpaces(text, start);
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const digits = end - at;
  if (digits < 6) return -1;
  return digits === 8 || digits === 12 ? at + 2 : at;
}

const capitalC = 67;
const capitalD = 68;
const capitalE = 69;
const capitalR = 82;

const isMark = (code: number): boolean => code === capitalC || code === capitalD;

function hasDigits(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

function afterSpaces(text: string, at: number): number {
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** Past a sign, digits, points, commas and apostrophes. */
function afterAmount(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === 43 || first === 45) at++;
  for (;;) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== 44 && code !== 46 && code !== 39) return at;
    at++;
  }
}

/** `N`, `F` or `S` and three characters, of which the last may be missing. */
function startsWithType(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== 78 && first !== 70 && first !== 83) return false;
  for (let i = at + 1; i < at + 3; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code) && !isCapital(code)) return false;
  }
  const last = text.charCodeAt(at + 3);
  return isDigit(last) || isCapital(last) || last === 32 || at + 3 === end;
}
