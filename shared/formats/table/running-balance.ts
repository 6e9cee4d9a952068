import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Cell, Row } from './reading.ts';
import { totalLabel } from './totals.ts';

/**
 * Whether the column of what is open only adds up the amounts beside it, as a ledger does: in every row it is what the row
 * before of the same debtor had plus the row's own amount, and somewhere it differs from that amount.
 */
export function isRunningBalance(sample: readonly Row[], fields: readonly (TableField | null)[]): boolean {
  const at = (field: TableField): number => fields.indexOf(field);
  const [open, total, debit, credit] = [at('open'), at('total'), at('debit'), at('credit')];
  const hasSides = debit >= 0 && credit >= 0;
  if (!hasSides && total < 0) return false;
  const debtor = [at('debtorCode'), at('debtorName')].filter((column) => column >= 0);
  let before = 0;
  let name: string | null = null;
  let sums = 0;
  for (const row of sample) {
    if (cellText(row[open]) === '' || totalLabel(row) !== null) {
      name = null;
      continue;
    }
    const own = hasSides ? digitsOf(row[debit]) - digitsOf(row[credit]) : digitsOf(row[total]);
    const found = digitsOf(row[open]);
    const same = debtor.map((column) => cellText(row[column])).join('|');
    if (name !== null && found === before + own) {
      if (found !== own) sums++;
    } else if (found !== own || name === same) return false;
    before = found;
    name = same;
  }
  return sums > 0;
}

/**
 * Whether the column of what is open has one amount per debtor, in the first or the last of its rows: what the items of those rows
 * came to together. Of some debtor there must be several.
 */
export function isBalanceOfDebtors(sample: readonly Row[], fields: readonly (TableField | null)[]): boolean {
  const [open, total] = [fields.indexOf('open'), fields.indexOf('total')];
  const named = [fields.indexOf('debtorCode'), fields.indexOf('debtorName')].filter((column) => column >= 0);
  if (open < 0 || total < 0 || named.length === 0) return false;
  const debtors = new Map<string, { rows: number; sum: number; stated: number[] }>();
  let name = '';
  for (const row of sample) {
    if (cellText(row[total]) === '' || totalLabel(row) !== null) continue;
    name = named.map((column) => cellText(row[column])).find((text) => text !== '') ?? name;
    const debtor = debtors.get(name) ?? { rows: 0, sum: 0, stated: [] };
    debtors.set(name, debtor);
    debtor.rows++;
    debtor.sum += digitsOf(row[total]);
    if (cellText(row[open]) !== '') debtor.stated.push(digitsOf(row[open]));
  }
  const all = [...debtors.values()];
  const isOnce = all.every(({ sum, stated }) => stated.length === 1 && stated[0] === sum);
  return isOnce && all.some(({ rows }) => rows > 1);
}

/** The digits of an amount with its sign: enough to compare amounts of one list, which are written alike. */
function digitsOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return Math.round(cell * 100);
  const text = cellText(cell);
  const digits = Number(text.replace(/\D/g, ''));
  return /^\(|[-−]/.test(text) ? -digits : digits;
}
