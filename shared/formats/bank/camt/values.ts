import { type IsoDate, isIsoDate } from '#shared/dates/civil.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import { attributeOf, nodeAt, ownTextOf, textOf, type XmlNode } from '../../xml/tree.ts';

/** An amount as an entry, a detail or a balance has it; `cents` signed by its indicator. */
export type ReadAmount =
  | { readonly cents: Cents; readonly currency: Currency | null; readonly isNegative: boolean; readonly problem: null }
  | { readonly problem: 'amount' | 'decimals' | 'sign'; readonly given: string };

const decimal = /^([-+]?)(\d{1,15})(?:[.,](\d{0,12}))?$/;

/** Largest amount taken as one: 100 billion euros. */
const largest = 10_000_000_000_000;

/**
 * Cents of an `Amt` without its indicator. Zeros after the second decimal are fine; other digits there are no cents and are
 * refused, as is what is no number.
 */
export function centsOf(text: string | null): Cents | 'amount' | 'decimals' {
  const parts = text === null ? null : decimal.exec(text);
  if (!parts) return 'amount';
  const [, sign, whole = '', decimals = ''] = parts;
  if (decimals.length > 2 && /[1-9]/.test(decimals.slice(2))) return 'decimals';
  const cents = Number(whole) * 100 + Number(decimals.length === 2 ? decimals : decimals.slice(0, 2).padEnd(2, '0'));
  if (cents > largest) return 'amount';
  return sign === '-' && cents > 0 ? -cents : cents;
}

/** `1` for CRDT, `-1` for DBIT, null for anything else. */
export function directionOf(node: XmlNode): 1 | -1 | null {
  const indicator = textOf(node, 'CdtDbtInd')?.toUpperCase();
  return indicator === 'CRDT' ? 1 : indicator === 'DBIT' ? -1 : null;
}

/** The amount of a balance or an entry: its `Amt` with its own sign, turned by `CdtDbtInd`. */
export function signedAmount(node: XmlNode): ReadAmount {
  const amount = nodeAt(node, 'Amt');
  const given = ownTextOf(amount);
  const cents = centsOf(given);
  if (typeof cents === 'string') return { problem: cents, given: (given ?? '').slice(0, 30) };
  const direction = directionOf(node);
  if (direction === null) return { problem: 'sign', given: (textOf(node, 'CdtDbtInd') ?? '').slice(0, 30) };
  return {
    cents: cents === 0 ? 0 : cents * direction,
    currency: currencyOf(amount),
    isNegative: cents < 0,
    problem: null,
  };
}

/** The currency an `Amt` names; null when it names none. */
export function currencyOf(amount: XmlNode | null): Currency | null {
  const code = attributeOf(amount, 'Ccy')?.toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : null;
}

/** The civil date in `Dt` or `DtTm` at a path: the local date as written, whatever time and zone stand behind it. */
export function dateAt(node: XmlNode | null, path: string): IsoDate | null {
  const at = nodeAt(node, path);
  return at === null
    ? null
    : (civilDate(textOf(at, 'Dt')) ?? civilDate(textOf(at, 'DtTm')) ?? civilDate(ownTextOf(at)));
}

/** What stands where {@link dateAt} looks for a date; null when nothing does. */
export function dateTextAt(node: XmlNode | null, path: string): string | null {
  const at = nodeAt(node, path);
  return at === null ? null : (textOf(at, 'Dt') ?? textOf(at, 'DtTm') ?? ownTextOf(at));
}

/** Entries stand by date: most have that of the one before, which need not be kept twice. */
let lastDate: IsoDate = '';

/** The date a text starts with: `2026-03-05T10:15:00.123456789+01:00`, `2026-03-05Z`, `20260305`. */
export function civilDate(text: string | null): IsoDate | null {
  if (text === null) return null;
  const date = text.slice(0, 10);
  if (date === lastDate) return lastDate;
  if (isIsoDate(date)) {
    lastDate = date;
    return date;
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const plain = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : '';
  return isIsoDate(plain) ? plain : null;
}
