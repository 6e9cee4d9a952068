import type { Warnings } from '../../problem.ts';
import type { BankTransaction } from '../statement.ts';
import type { LineRows } from './line-rows.ts';

/**
 * Leaves out lines that stand in a file twice, as where exports that overlap were put together: the same number of the bank and
 * all else alike. A bank gives the payments it booked together one number as well: those stand below each other, and two of
 * them that are alike are two payments, unless the same balance is behind both. Where nothing else tells, it says so.
 */
export function withoutRepeats(
  transactions: readonly BankTransaction[],
  rows: LineRows,
  warnings: Warnings,
): readonly BankTransaction[] {
  if (!rows.areNumbered || areInOrder(transactions, rows, 1) || areInOrder(transactions, rows, -1)) return transactions;
  const again = numbersUsedAgain(transactions, rows);
  if (again.size === 0) return transactions;
  const bookings = bookingsOf(transactions, rows, again);
  const left = new Set<BankTransaction>();
  const alike: BankTransaction[] = [];
  let areShared = false;
  for (const runs of bookings.values()) {
    const found = repeatsIn(runs, rows);
    for (const line of found.repeats) left.add(line);
    for (const line of found.alike) alike.push(line);
    areShared ||= found.areShared;
  }
  const repeats = transactions.filter((line) => left.has(line));
  if (repeats.length > 0) warnings.add('bank-line-repeated', { count: repeats.length }, repeats[0]!.row);
  if (alike.length > 0 && !areShared) warnings.add('bank-lines-alike', { count: alike.length }, alike[0]!.row);
  return repeats.length === 0 ? transactions : transactions.filter((line) => !left.has(line));
}

/** Numbers that only go up, or only down, cannot come back. */
function areInOrder(transactions: readonly BankTransaction[], rows: LineRows, direction: 1 | -1): boolean {
  let account: string | null = null;
  let earlier = '';
  for (const transaction of transactions) {
    const own = rows.account(transaction);
    const unique = rows.unique(transaction);
    if (account !== null) {
      if (account !== own) return false;
      if (!(direction > 0 ? isBelow(earlier, unique) : isBelow(unique, earlier))) return false;
    }
    account = own;
    earlier = unique;
  }
  return true;
}

/** Whether a number, as written, is below another: 9 is below 10. */
function isBelow(number: string, other: string): boolean {
  return number.length === other.length ? number < other : number.length < other.length;
}

function numbersUsedAgain(transactions: readonly BankTransaction[], rows: LineRows): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const transaction of transactions) {
    const key = keyOf(transaction, rows);
    if (key === null) continue;
    if (seen.has(key)) again.add(key);
    seen.add(key);
  }
  return again;
}

/** Account and number of a line; null for one without a number. */
function keyOf(transaction: BankTransaction, rows: LineRows): string | null {
  const unique = rows.unique(transaction);
  return unique === '' ? null : `${rows.account(transaction)}|${unique}`;
}

/** Lines of one number, in runs of those that stand below each other. */
type Runs = BankTransaction[][];

function bookingsOf(
  transactions: readonly BankTransaction[],
  rows: LineRows,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, Runs> {
  const bookings = new Map<string, Runs>();
  for (const transaction of transactions) {
    const key = keyOf(transaction, rows);
    if (key === null || !asked.has(key)) continue;
    const runs = bookings.get(key) ?? [];
    bookings.set(key, runs);
    const run = runs.at(-1);
    if (run?.at(-1)?.row === transaction.row - 1) run.push(transaction);
    else runs.push([transaction]);
  }
  return bookings;
}

/** Which lines of one number are lines that stood there before, and which are counted though they are alike. */
function repeatsIn(runs: Runs, rows: LineRows) {
  const repeats: BankTransaction[] = [];
  const alike: BankTransaction[] = [];
  /** Per line as it reads, how often it was kept. */
  const kept = new Map<string, number>();
  let areShared = false;
  for (const run of runs) {
    const isShared = new Set(run.map(wording)).size > 1;
    areShared ||= isShared;
    const haveOwnBalances = !isShared || new Set(run.map((line) => rows.after(line))).size > 1;
    const here = new Map<string, number>();
    for (const line of run) {
      const [before, after] = [rows.before(line), rows.after(line)];
      const text = `${wording(line)}${before}|${after}`;
      const count = (here.get(text) ?? 0) + 1;
      here.set(text, count);
      const isWrittenTwice = count > 1 && haveOwnBalances && (before ?? after) !== null;
      if (isWrittenTwice || count <= (kept.get(text) ?? 0)) {
        repeats.push(line);
        continue;
      }
      kept.set(text, count);
      if (count > 1) alike.push(line);
    }
  }
  return { repeats, alike, areShared };
}

/** What a line says, its balance aside. */
function wording({ bookDate, amount, remittance, counterpartyName, counterpartyIban }: BankTransaction): string {
  return JSON.stringify([bookDate, amount, remittance, counterpartyName, counterpartyIban]);
}
