import type { ParsedItem } from './reading.ts';

/** Accounts of receivables in Dutch charts: the 1300 family, and 1100 where that is used (formats document §1.2). */
export function isReceivablesAccount(account: string): boolean {
  return /^(?:13\d{1,3}|110\d{1,2})$/.test(account);
}

export interface SummedBookings {
  readonly items: readonly ParsedItem[];
  readonly settled: readonly { readonly row: number; readonly debtor: number; readonly number: string }[];
}

/**
 * Items of bookings: lines of a debtor with the same invoice number are one item with their sum, described by the line that
 * made it, the largest on its own side. Lines without number stay apart.
 */
export function sumBookings(lines: readonly ParsedItem[]): SummedBookings {
  const groups = new Map<string, ParsedItem[]>();
  for (const line of lines) {
    const key = line.number === '' ? `row ${line.row}` : `${line.debtor}|${line.currency}|${line.number}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const items: ParsedItem[] = [];
  const settled: { row: number; debtor: number; number: string }[] = [];
  for (const group of groups.values()) {
    let open = 0;
    for (const line of group) open += line.open;
    const { row, debtor, number } = group[0]!;
    if (open === 0) settled.push({ row, debtor, number });
    else items.push({ ...origin(group, open), row, open });
  }
  return { items, settled };
}

/** The line an item began with: an invoice for what is owed, else the largest amount on the side of the sum. */
function origin(group: readonly ParsedItem[], open: number): ParsedItem {
  const sign = Math.sign(open);
  const sameSide = group.filter((line) => Math.sign(line.open) === sign);
  return sameSide.reduce((most, line) => (Math.abs(line.open) > Math.abs(most.open) ? line : most));
}
