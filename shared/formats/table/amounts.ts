import type { Cents } from '#shared/money/cents.ts';
import { cellText } from './cells.ts';
import { withoutSign } from './currency-signs.ts';
import type { Cell, DecimalMark } from './reading.ts';

/** What a column's values say about its decimals. `row` is the first (0-based) position that made it unclear. */
export type DecimalEvidence =
  | { readonly mark: DecimalMark | null; readonly unclear: null }
  | { readonly mark: null; readonly unclear: 'ambiguous' | 'mixed'; readonly at: number };

const digit0 = 48;
const digit9 = 57;
const comma = 44;
const point = 46;

/**
 * Decides the decimal mark of a column from all its values (formats document §4.2 rule 4): a last mark followed by other
 * than three digits, or after a different mark, is the decimal one; a mark that repeats groups thousands. `mark` null
 * without `unclear` means no value has a mark. `1.234` alone is unclear, and so is a column that writes both ways.
 */
export function decimalEvidence(values: readonly Cell[]): DecimalEvidence {
  const tally = new DecimalTally();
  for (let i = 0; i < values.length; i++) tally.add(values[i]!, i);
  return tally.evidence();
}

/** Gathers what the values of a column say, one by one; see {@link decimalEvidence}. */
export class DecimalTally {
  private comma = -1;
  private point = -1;
  private ambiguous = -1;

  add(value: Cell, at: number): void {
    if (typeof value === 'number' || value === '') return;
    const mark = markOf(value);
    if (mark === null) return;
    if (mark !== 'either') this.saw(mark, at);
    else if (this.ambiguous < 0) this.ambiguous = at;
  }

  /** Takes in a value whose decimals were found behind a mark. */
  saw(mark: DecimalMark, at: number): void {
    if (mark === 'comma') {
      if (this.comma < 0) this.comma = at;
    } else if (this.point < 0) this.point = at;
  }

  evidence(): DecimalEvidence {
    const { comma, point, ambiguous } = this;
    if (comma >= 0 && point >= 0) return { mark: null, unclear: 'mixed', at: Math.max(comma, point) };
    if (comma >= 0) return { mark: 'comma', unclear: null };
    if (point >= 0) return { mark: 'point', unclear: null };
    return ambiguous >= 0 ? { mark: null, unclear: 'ambiguous', at: ambiguous } : { mark: null, unclear: null };
  }
}

/** What one value says of the decimal mark: certain, either way possible, or nothing. */
function markOf(text: string): DecimalMark | 'either' | null {
  if (text.length > longestAmount) return null;
  let at = text.length - 1;
  while (at >= 0 && !isMark(text.charCodeAt(at))) at--;
  if (at < 0 || !isDigit(text.charCodeAt(at - 1))) return null;
  const code = text.charCodeAt(at);
  const mark: DecimalMark = code === comma ? 'comma' : 'point';
  let earlier = -1;
  for (let i = at - 1; i >= 0; i--) {
    const before = text.charCodeAt(i);
    if (!isMark(before)) continue;
    if (before !== code) return mark;
    if (earlier < 0) earlier = i;
  }
  // One that repeats groups thousands; elsewhere it stands in a text that is no amount.
  if (earlier >= 0) return earlier === at - 4 ? (mark === 'comma' ? 'point' : 'comma') : null;
  let after = 0;
  while (isDigit(text.charCodeAt(at + 1 + after))) after++;
  if (after !== 3) return after === 0 ? null : mark;
  let digits = 0;
  while (isDigit(text.charCodeAt(at - 1 - digits))) digits++;
  const leadingZero = digits === 1 && text.charCodeAt(at - 1) === digit0;
  return digits > 3 || leadingZero ? mark : 'either';
}

/** A longer text is no amount, and says nothing of decimals. */
const longestAmount = 40;

function isMark(code: number): boolean {
  return code === comma || code === point;
}

function isDigit(code: number): boolean {
  return code >= digit0 && code <= digit9;
}

/** Largest amount taken as one: 100 billion euros. Beyond it a column is something else. */
const largest = 10_000_000_000_000;

/**
 * Cents of a cell in a column whose decimal mark is known. Reads `1.234,56`, `€ -12,50`, `12,50-`, `(12,50)`, `−12,50`,
 * `12,50 C`, `12,50 CR`, `€ 12,-` and `€ 12,=` for whole euros, `€ -` for nothing, spaces and apostrophes as grouping. Null when it is no amount, so that the row can be named.
 * More than two decimals are rounded half away from zero; see {@link hasFractionsOfCents}.
 */
export function readAmount(value: Cell, mark: DecimalMark): Cents | null {
  if (typeof value === 'number') return centsOf(value);
  const plain = plainAmount(value, mark);
  if (plain !== undefined) return plain;
  return decoratedAmount(value, mark);
}

/** As {@link readAmount}, also of a text that is marked as one (`="12,50"`), or has the sign of another currency beside it. */
export function amountBesideSign(value: Cell, mark: DecimalMark): Cents | null {
  const plain = readAmount(value, mark);
  if (plain !== null || typeof value === 'number') return plain;
  const text = cellText(value);
  return readAmount(text, mark) ?? readAmount(withoutSign(text), mark);
}

/** Cents of a cell where the decimal mark is not known yet, in whatever currency; null when it is no amount with either. */
export function amountInAnyMark(value: Cell | undefined): Cents | null {
  return value === undefined ? null : (amountBesideSign(value, 'comma') ?? amountBesideSign(value, 'point'));
}

function centsOf(value: number): Cents | null {
  const cents = Math.round(Math.abs(value) * 100 + 1e-6);
  if (!(cents <= largest)) return null;
  return value < 0 && cents > 0 ? -cents : cents;
}

/** Digits, marks and a leading sign only: the fast path. Undefined when the text holds anything else. */
function plainAmount(text: string, mark: DecimalMark): Cents | null | undefined {
  const decimal = mark === 'comma' ? comma : point;
  const group = mark === 'comma' ? point : comma;
  const first = text.charCodeAt(0);
  const negative = first === 45;
  let whole = 0;
  let digits = 0;
  let sinceGroup = -1;
  let decimals = -1;
  let cents = 0;
  for (let i = negative || first === 43 ? 1 : 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      if (decimals >= 0) {
        decimals++;
        if (decimals <= 2) cents = cents * 10 + code - digit0;
        else if (decimals === 3 && code >= 53) cents++;
      } else {
        whole = whole * 10 + code - digit0;
        digits++;
        if (sinceGroup >= 0) sinceGroup++;
      }
    } else if (code === decimal) {
      if (decimals >= 0) return null;
      if (sinceGroup >= 0 && sinceGroup !== 3) return null;
      decimals = 0;
    } else if (code === group) {
      if (decimals >= 0 || digits === 0) return null;
      if (sinceGroup >= 0 ? sinceGroup !== 3 : digits > 3) return null;
      sinceGroup = 0;
    } else return undefined;
  }
  if (digits === 0 && decimals < 1) return undefined;
  if (decimals < 0 && sinceGroup >= 0 && sinceGroup !== 3) return null;
  const total = whole * 100 + (decimals === 1 ? cents * 10 : cents);
  if (total > largest) return null;
  return negative && total > 0 ? -total : total;
}

/**
 * Cents of what stands between two places of a text: digits, the mark and two more digits, with a sign or without, as most
 * amounts are written. Null for anything else, which {@link readAmount} reads.
 */
export function centsBehindMark(text: string, start: number, end: number, mark: DecimalMark): Cents | null {
  const markAt = end - 3;
  if (text.charCodeAt(markAt) !== (mark === 'comma' ? comma : point)) return null;
  const first = text.charCodeAt(start);
  const from = first === 45 || first === 43 ? start + 1 : start;
  if (from >= markAt || end - start > longestAmount) return null;
  let cents = 0;
  for (let at = from; at < end; at++) {
    if (at === markAt) continue;
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return null;
    cents = cents * 10 + code - digit0;
  }
  if (cents > largest) return null;
  return first === 45 && cents > 0 ? -cents : cents;
}

const sideLetters = /^(.*\d)[,.]?-?(?:(CR|C)|(DR|DB|D))\.?$/i;

function decoratedAmount(text: string, mark: DecimalMark): Cents | null {
  let rest = text
    .replace(/[€¤\s\u00a0\u2007\u2009\u202f'’`]|(?<![a-z])EUR(?![a-z])/gi, '')
    .replace(/[\u2212\u2013\u2012]/g, '-');
  // What bookkeeping formats of a spreadsheet show for nothing: `€ -`.
  if (/^-+$/.test(rest)) return 0;
  let sign = 1;
  if (/\d[,.][-=]+$/.test(rest)) rest = rest.replace(/[,.][-=]+$/, '');
  const side = sideLetters.exec(rest);
  if (side) {
    sign = side[2] ? -1 : 1;
    rest = side[1]!;
  } else if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1);
  } else if (/^[^-].*\d-$/.test(rest)) {
    sign = -1;
    rest = rest.slice(0, -1);
  }
  const amount = /\d/.test(rest) ? plainAmount(rest, mark) : undefined;
  if (amount === undefined || amount === null) return null;
  return amount === 0 ? 0 : sign * amount;
}

/** Whether a cell holds more than whole cents; the noise of a spreadsheet's arithmetic (`302.49999999999994`) does not count. */
export function hasFractionsOfCents(value: Cell, mark: DecimalMark): boolean {
  if (typeof value === 'number') return Math.abs(value * 100 - Math.round(value * 100)) > 1e-4;
  if (value.charCodeAt(value.length - 3) === (mark === 'comma' ? comma : point)) return false;
  const at = value.lastIndexOf(mark === 'comma' ? ',' : '.');
  if (at < 0 || value.length - at <= 3) return false;
  const beyond = /^\d*/.exec(value.slice(at + 3))?.[0] ?? '';
  return !/^(?:0*$|0{4}|9{4})/.test(beyond);
}
