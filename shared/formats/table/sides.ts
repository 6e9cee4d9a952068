import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import { type RowSource, rowsFrom } from './row-source.ts';
import { kindWord } from './words.ts';

/** Rows asked for what a column says. */
const looksAt = 400;
const ofDebtors = /^(?:verkoop|sale|debiteur|debtor|klant|customer|afnemer|receivable)/;
const ofCreditors = /^(?:vendor|payable)/;

/**
 * The column nothing else is read from that says of every row whose it is, debtors' or creditors' (`Richting`: verkoop, inkoop), and of
 * some that it is creditors'; −1 where there is none. A list of both may have other words in its column of sorts.
 */
export function sideColumn(rows: RowSource, fields: readonly (TableField | null)[]): number {
  const sample = rowsFrom(rows, 0, looksAt);
  return fields.findIndex((field, column) => {
    if (field !== null) return false;
    const words = new Set(sample.map((row) => cellText(row[column]).toLowerCase()).filter((text) => text !== ''));
    if (words.size === 0 || words.size > 6) return false;
    return [...words].some(isOfCreditors) && [...words].every((word) => isOfCreditors(word) || ofDebtors.test(word));
  });
}

/** Whether what {@link sideColumn} holds says that a row is a creditor's. */
export function isOfCreditors(text: string): boolean {
  return kindWord(text, 'sign') === 'creditor' || ofCreditors.test(text.toLowerCase());
}
