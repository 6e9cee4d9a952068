import { formatAmount } from '#shared/money/cents.ts';
import type { TableProblem } from './fields.ts';
import { isSameInvoice } from './invoice-lines.ts';
import { problem } from './problems.ts';
import type { ParsedItem } from './reading.ts';

export interface SettledDuplicates {
  readonly items: readonly ParsedItem[];
  readonly warnings: TableProblem[];
  /** Numbers whose lines cancel out. */
  readonly settled: { row: number; debtor: number; number: string }[];
}

/**
 * Same debtor and number twice (formats document §4.2 rule 13): a payment or credit line with the number of an invoice is
 * taken into it; two lines of the same sign both stay, with a warning naming the rows. `byLine`: a row is a line of an invoice
 * and repeats what the whole of it comes to, so that rows that say the same count once.
 */
export function settleDuplicates(
  items: readonly ParsedItem[],
  numberHeading: string | null,
  byLine: boolean,
): SettledDuplicates {
  if (allDiffer(items)) return { items, warnings: [], settled: [] };
  const first = new Map<string, number>();
  const kept: (ParsedItem | null)[] = [];
  const warnings: TableProblem[] = [];
  const settled: SettledDuplicates['settled'] = [];
  let taken = 0;
  let lines = 0;
  for (const item of items) {
    // A number is nearly always of one debtor, so the number alone is tried before a key that has to be made.
    const other = kept[first.get(item.number) ?? -1];
    const alone = !other || (other.debtor === item.debtor && other.currency === item.currency);
    const key = alone ? item.number : `${item.number}|${item.debtor}|${item.currency}`;
    const at = item.number === '' ? undefined : first.get(key);
    const before = at === undefined ? undefined : kept[at];
    if (at === undefined || !before) {
      if (item.number !== '') first.set(key, kept.length);
      kept.push(item);
      continue;
    }
    if (byLine && isSameInvoice(before, item)) {
      lines++;
      continue;
    }
    if (before.open > 0 === item.open > 0) {
      const params = { number: item.number, first: before.row, debtor: item.debtorName || item.debtorCode };
      warnings.push(problem('duplicate-number', params, item.row, numberHeading));
      kept.push(item);
      continue;
    }
    const together = combined(before, item);
    warnings.push(
      problem(
        'duplicate-summed',
        { number: item.number, first: before.row, open: formatAmount(together.open) },
        item.row,
        numberHeading,
      ),
    );
    kept[at] = together.open === 0 ? null : together;
    if (together.open === 0) {
      settled.push({ row: item.row, debtor: item.debtor, number: item.number });
      first.delete(key);
    }
    taken++;
  }
  if (lines > 0) warnings.push(problem('invoice-lines', { count: lines }));
  return { items: taken + lines === 0 ? items : kept.filter((item) => item !== null), warnings, settled };
}

/** Whether no number occurs twice, as in most lists: then there is nothing to settle. */
function allDiffer(items: readonly ParsedItem[]): boolean {
  const numbers = new Set<string>();
  let numbered = 0;
  for (const { number } of items) {
    if (number === '') continue;
    numbers.add(number);
    if (numbers.size !== ++numbered) return false;
  }
  return true;
}

/** An invoice with a line that lowers it: the invoice's own facts, the balance of both. */
function combined(one: ParsedItem, other: ParsedItem): ParsedItem {
  const invoice = one.open > 0 ? one : other;
  const open = one.open + other.open;
  return { ...invoice, row: one.row, open, kind: open < 0 ? 'credit' : invoice.kind };
}
