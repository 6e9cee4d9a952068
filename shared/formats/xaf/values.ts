import { type IsoDate, isIsoDate } from '#shared/dates/civil.ts';
import type { Cents } from '#shared/money/cents.ts';
import { readAmount } from '../table/amounts.ts';
import { readDate } from '../table/dates.ts';
import { ownText } from '../xml/names.ts';

const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * A text of an auditfile to keep: trimmed, on one line, without control and direction characters (formats document §7.5), in
 * memory of its own.
 */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  return ownText(isPlain(trimmed) ? trimmed : trimmed.replace(/\s+/g, ' ').replace(invisible, '').trim());
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || (code > 126 && code < 0xc0) || code > 0x24f) return false;
    if (code === 32 && text.charCodeAt(i + 1) === 32) return false;
  }
  return true;
}

/** As {@link cleanText}; null when there is nothing but punctuation: packages fill what they lack with `-` or `.`. */
export function factText(text: string): string | null {
  const clean = cleanText(text);
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

const exponent = /^([+-]?)(\d{1,16})(?:\.(\d{0,16}))?[eE]([+-]?\d{1,2})$/;

/**
 * Signed cents of an amount as auditfiles write it: a point, no grouping, a sign allowed; also without digits before the
 * point, and in powers of ten as programs print them. More than two decimals are rounded half away from zero. Null when it
 * is no amount.
 */
export function amountOf(text: string): Cents | null {
  const bare = text.trim();
  const plain = readAmount(bare.charCodeAt(0) === 43 ? bare.slice(1) : bare, 'point');
  if (plain !== null) return plain;
  if (exponent.test(bare)) return readAmount(Number(bare), 'point');
  return readAmount(bare, 'comma');
}

/** `D` adds to what a debtor owes, `C` lowers it; the amount keeps its own sign (formats document §1.1). */
export function signedAmount(amount: Cents, side: string): Cents {
  return isCredit(side) && amount !== 0 ? -amount : amount;
}

/** Whether a side is `C`, or a word that begins so. Anything else, and nothing, is debit. */
export function isCredit(side: string): boolean {
  const first = side.charCodeAt(0) | 32;
  return first === 99 || (first <= 32 && /^\s*c/i.test(side));
}

/** The civil date of `2026-01-31`, with or without a time or zone after it; null for none and for `0001-01-01` and the like. */
export function dayOf(text: string): IsoDate | null {
  if (text.length === 10 && isIsoDate(text) && text > '1900-01-01' && text < '2200') return text;
  const start = text.charCodeAt(0) <= 32 ? text.trim() : text;
  const day = readDate(start.slice(0, 10).trim(), 'dmy');
  return day === '1900-01-01' ? null : day;
}

/** Whether a reference names nothing: empty, or only zeros, as packages write on receipts that belong to no invoice. */
export function isNoReference(reference: string): boolean {
  return reference === '' || (reference.charCodeAt(0) === 48 && /^0+$/.test(reference));
}
