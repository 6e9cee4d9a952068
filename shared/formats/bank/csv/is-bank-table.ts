import { isBankList } from '../../table/bank-list.ts';
import { findHeader } from '../../table/headings.ts';
import { TableRefusal } from '../../table/problems.ts';
import { separateRows } from '../../table/separator.ts';

/**
 * Whether a text, or its first whole lines, is a bank's table of transactions (formats document §3.4): by the score of its
 * headings, or by the fixed order of the layouts that have none.
 */
export function isBankTable(text: string): boolean {
  try {
    const { rows } = separateRows(text);
    return isBankList(rows, findHeader(rows)?.headings ?? null);
  } catch (error) {
    if (error instanceof TableRefusal) return false;
    throw error;
  }
}
