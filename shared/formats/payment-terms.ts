import type { Cents } from '#shared/money/cents.ts';

/** A discount for paying early, as terms of payment state it. */
export interface StatedDiscount {
  readonly percent: number;
  /** Days after the invoice date. */
  readonly days: number;
}

const percent = String.raw`(\d{1,2}(?:[.,]\d{1,4})?)\s*(?:%|procent|percent)`;
const days = String.raw`(\d{1,3})\s*(?:dagen|dgn|days|d\b)`;
const discount = '(?:betalings|contant)?korting|discount|rabat';
const patterns: readonly RegExp[] = [
  new RegExp(
    `${percent}\\s*(?:${discount})?[^.;\\d%]{0,40}?\\b(?:binnen|within|bij betaling binnen|indien betaald binnen)\\s*${days}`,
    'i',
  ),
  new RegExp(`\\b(?:binnen|within)\\s*${days}[^.;\\d%]{0,40}?${percent}\\s*(?:${discount})`, 'i'),
];
/** `#SKONTO#TAGE=8#PROZENT=2.00#`: the form German and Dutch e-invoices state it in for machines. */
const coded = /#SKONTO#TAGE=(\d{1,3})#PROZENT=(\d{1,2}(?:\.\d{1,4})?)#/i;

/**
 * The discount for early payment in terms of payment: `2% korting bij betaling binnen 8 dagen`, `binnen 14 dagen 1,5% korting`,
 * `2% discount within 10 days`. Null when the text states none, or not plainly.
 */
export function discountIn(text: string): StatedDiscount | null {
  if (text.length > 1000 || !/[%#]|procent|percent/i.test(text)) return null;
  const machine = coded.exec(text);
  if (machine) return stated(machine[2]!, machine[1]!);
  const first = patterns[0]!.exec(text);
  if (first) return stated(first[1]!, first[2]!);
  const second = patterns[1]!.exec(text);
  return second ? stated(second[2]!, second[1]!) : null;
}

function stated(percentText: string, daysText: string): StatedDiscount | null {
  const value = Number(percentText.replace(',', '.'));
  const within = Number(daysText);
  return value > 0 && value <= 10 && within > 0 ? { percent: value, days: within } : null;
}

/** So many percent of an amount, rounded half up to cents. */
export function partOf(total: Cents, percentage: number): Cents {
  return Math.round((total * percentage) / 100 + 1e-6);
}
