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
const whenPaid = '(?:(?:bij|indien|als|mits|if|for|when) (?:betaling|betaald|voldaan|voldoening|paid|payment) )?';
const patterns: readonly RegExp[] = [
  new RegExp(`${percent}\\s*(?:${discount})?\\s*${whenPaid}(?:binnen|within)\\s*${days}`, 'i'),
  new RegExp(`${percent}\\s*(?:${discount})[^.;\\d%]{0,40}?\\b(?:binnen|within)\\s*${days}`, 'i'),
];
const daysFirst = new RegExp(`\\b(?:binnen|within)\\s*${days}[^.;\\d%]{0,40}?${percent}\\s*(?:${discount})`, 'i');
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
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return stated(found[1]!, found[2]!);
  }
  const found = daysFirst.exec(text);
  return found ? stated(found[2]!, found[1]!) : null;
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
