import { TableRefusal } from '../../table/problems.ts';
import { rowsFrom } from '../../table/row-source.ts';
import { separateRows } from '../../table/separator.ts';
import { isBankRows, recognisedWithin } from './recognise.ts';

/**
 * Whether a text, or its first whole lines, is a bank's table of transactions (formats document §3.4): by its headings, or by
 * the fixed order of the layouts that have none.
 */
export function isBankTable(text: string): boolean {
  try {
    return isBankRows(rowsFrom(separateRows(text, true).rows, 0, recognisedWithin));
  } catch (error) {
    if (error instanceof TableRefusal) return false;
    throw error;
  }
}
