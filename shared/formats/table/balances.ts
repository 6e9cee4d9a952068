import { type Cents, formatMoney } from '#shared/money/cents.ts';
import type { TableProblem } from './fields.ts';
import { problem } from './problems.ts';
import type { ParsedDebtor, ParsedItem } from './reading.ts';

/** Debtors with more credit than debt in a currency: fine, but worth a look (formats document §4.2 rule 8). */
export function negativeBalances(
  items: readonly ParsedItem[],
  debtors: readonly ParsedDebtor[],
  column: string | null,
): TableProblem[] {
  const sums = new Map<number | string, { debtor: number; row: number; sum: Cents; currency: string }>();
  for (const { debtor, currency, open, row } of items) {
    const key = currency === 'EUR' ? debtor : `${debtor} ${currency}`;
    const known = sums.get(key);
    if (known) known.sum += open;
    else sums.set(key, { debtor, row, sum: open, currency });
  }
  const found: TableProblem[] = [];
  for (const { debtor, row, sum, currency } of sums.values()) {
    const { name, code } = debtors[debtor]!;
    if (sum >= 0) continue;
    found.push(problem('negative-total', { debtor: name || code, total: formatMoney(sum, currency) }, row, column));
  }
  return found;
}
