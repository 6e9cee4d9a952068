import { formatDate, isIsoDate } from '../dates/civil.ts';
import { type Cents, toDecimal } from '../money/cents.ts';

/** A cell: text (guarded), an amount in cents, a date, or nothing. */
export type Cell =
  | { readonly text: string | null }
  | { readonly amount: Cents | null }
  | { readonly date: string | null }
  | { readonly number: number | null };

/**
 * A table as Dutch spreadsheets open it: `;`, UTF-8 with BOM, CRLF, decimal comma, dd-mm-jjjj. Text that a spreadsheet
 * would run as a formula gets an apostrophe in front (architecture §6).
 */
export function csvTable(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings.map(quoted), ...rows.map((row) => row.map(cellText))];
  return `\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if ('amount' in cell) return cell.amount === null ? '' : toDecimal(cell.amount).replace('.', ',');
  if ('date' in cell) return cell.date === null ? '' : isIsoDate(cell.date) ? formatDate(cell.date) : quoted(cell.date);
  if ('number' in cell) return cell.number === null ? '' : String(cell.number);
  return quoted(withoutFormula(cell.text ?? ''));
}

/** Spreadsheets run what starts with `=`, `+`, `-` or `@`, also behind a tab, line break or their full-width forms. */
function withoutFormula(text: string): string {
  return /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
