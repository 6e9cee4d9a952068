import { amountInAnyMark } from './amounts.ts';
import { cellText } from './cells.ts';
import { type Heading, isAgeingHeading } from './headings.ts';
import type { Cell, Row } from './reading.ts';

const speaksOfOpen =
  /\b(?:open(?:st|staand|staande)?|outstanding|onbetaald|unpaid|restant|restbedrag|resterend|remaining|nog te (?:betalen|ontvangen|voldoen|vorderen))\b/;
/** Counts, dates, parts of an amount, and what is open of something other than the invoice: an order, a credit limit, the debtor as a whole. */
const speaksOfOther =
  /\b(?:datum|date|dagen|dgn|days?|weken|weeks|maanden|months|uren|hours|sinds|since|aantal|count|percentage|excl|exclusief|btw|vat|vervallen|overdue|orders?|bestelling(?:en)?|offertes?|quotes?|krediet\w*|limiet|limit|credit|klant|debiteur|relatie|customer|debtor|rente|interest)\b/;

/**
 * The first of the `free` columns whose unlisted heading speaks of what is open (`Nog openst. incl.`) and whose cells bear it
 * out: amounts in cents, or as high as the invoice, and hardly ever more than it. −1 when there is none, or where several are
 * told apart by numbers, as ages are: each then holds a part. `total` is the column of what the invoice came to, or −1.
 */
export function openInWords(
  headings: readonly Heading[],
  sample: readonly Row[],
  free: readonly number[],
  total: number,
): number {
  const named = free.filter((column) => {
    const { text } = headings[column]!;
    const normal = headings[column]!.normal.replace(/\b(?:incl|inc|inclusief|including) (?:btw|vat|tax)\b/, '');
    return speaksOfOpen.test(normal) && !speaksOfOther.test(normal) && !isAgeingHeading(text);
  });
  const amounts = named.filter((column) => holdsAmounts(sample, column));
  if (amounts.length > 1 && amounts.some((column) => /\d/.test(headings[column]!.normal))) return -1;
  return amounts.find((column) => isOfInvoice(sample, column, total)) ?? -1;
}

/** Whether a column is filled with amounts, and nothing else. */
function holdsAmounts(sample: readonly Row[], column: number): boolean {
  const filled = sample.map((row) => row[column]).filter((cell) => cellText(cell) !== '');
  return filled.length > 0 && filled.every((cell) => amountInAnyMark(cell) !== null);
}

function isOfInvoice(sample: readonly Row[], column: number, total: number): boolean {
  const filled = sample.filter((row) => cellText(row[column]) !== '');
  const pairs = filled.flatMap((row) => {
    const whole = total < 0 ? null : amountInAnyMark(row[total]);
    return whole === null ? [] : [{ open: amountInAnyMark(row[column])!, whole }];
  });
  const more = pairs.filter(({ open, whole }) => Math.abs(open) > Math.abs(whole)).length;
  const isWhole = pairs.some(({ open, whole }) => open === whole && whole !== 0);
  return more * 10 <= pairs.length && (isWhole || filled.some((row) => hasCents(row[column])));
}

/** Counts and days are whole numbers. */
function hasCents(cell: Cell | undefined): boolean {
  return typeof cell === 'number' ? !Number.isInteger(cell) : /[.,]\d\d(?!\d)/.test(cellText(cell));
}
