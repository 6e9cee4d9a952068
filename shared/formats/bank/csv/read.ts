import { limits } from '#shared/contract/limits.ts';
import { decodeText } from '../../encoding.ts';
import { refuseFile, Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { isBlank } from '../../table/cells.ts';
import { TableRefusal } from '../../table/problems.ts';
import type { Row } from '../../table/reading.ts';
import { type SeparatedRows, separateRows } from '../../table/separator.ts';
import { bankOfIban } from '../bank-name.ts';
import type { BankReading, BankStatement } from '../statement.ts';
import { bankCell } from './cells.ts';
import { type BankTable, findBankTable } from './recognise.ts';
import { statementsOf } from './statements.ts';
import { linesOfTable } from './table-lines.ts';

/** More lines than an office's year has; what they need must fit in memory. */
const mostRows = 1_000_000;
const mostCells = 30_000_000;

/**
 * Reads a bank's table of transactions (CSV, TAB) into statements per account and currency: the layouts of formats document
 * §3.4 and, of other banks, what their headings say. Transactions stay in the order of the file. Throws FormatRefusal where
 * an amount, a date or a sign is not certain; what is skipped on purpose is warned about with its count.
 */
export function readBankCsv(bytes: Uint8Array, control: ReadControl = {}): BankReading {
  if (bytes.length > limits.wholeFileBytes) {
    refuseFile('too-large', {
      megabytes: Math.ceil(bytes.length / 1e6),
      limit: Math.floor(limits.wholeFileBytes / (1024 * 1024)),
    });
  }
  const warnings = new Warnings();
  const { text, encoding, damaged } = decodeText(bytes);
  if (text.includes('\0')) refuseFile('bank-not-text');
  checkSize(text);
  stopIfCancelled(control);
  const { rows, separator, warnings: found } = separated(plainLines(text));
  for (const { code, params, row } of found) warnings.add(`bank-${code}`, params, row);
  if (damaged !== null) warnings.add('bank-mojibake', { text: damaged.text }, damaged.row);
  if (rows.every(isBlank)) refuseFile('bank-empty');
  control.onProgress?.(bytes.length / 2);
  stopIfCancelled(control);
  const table = findBankTable(rows, true) ?? refuseUnknown(rows);
  refuseOtherKinds(table);
  const { lines, fees } = linesOfTable(table, rows, separator, warnings, control);
  const statements = statementsOf(lines, fees, warnings);
  if (statements.length === 0) warnings.add('bank-no-lines');
  if (statements.some(({ account }) => account === '')) warnings.add('bank-account-unknown');
  control.onProgress?.(bytes.length);
  return { format: 'bankcsv', bank: table.bank ?? bankOf(statements), encoding, warnings: warnings.all(), statements };
}

function bankOf(statements: readonly BankStatement[]): string | null {
  const banks = new Set(statements.map(({ account }) => bankOfIban(account)));
  return banks.size === 1 ? [...banks][0]! : null;
}

function stopIfCancelled({ isCancelled }: ReadControl): void {
  if (isCancelled?.()) refuseFile('cancelled');
}

/** Counted before anything is taken apart: millions of rows or cells would not fit in memory. */
function checkSize(text: string): void {
  if (text.length > mostRows) {
    const rows = countOf(text, text.includes('\n') ? '\n' : '\r', mostRows);
    if (rows > mostRows) refuseFile('bank-too-many-rows', { limit: mostRows });
  }
  if (text.length <= mostCells) return;
  const cells = [';', ',', '\t', '|'].reduce((sum, separator) => sum + countOf(text, separator, mostCells), 0);
  if (cells > mostCells) refuseFile('bank-too-many-cells', { limit: mostCells });
}

/** How often a character occurs, counted until it is too often. */
function countOf(text: string, char: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0 && count <= most; at = text.indexOf(char, at + 1)) count++;
  return count;
}

/** `CR CR LF` is one line end; Ctrl-Z ends a DOS text. */
function plainLines(text: string): string {
  const end = text.lastIndexOf('\u001a');
  const whole = end >= 0 && text.slice(end).trim() === '' ? text.slice(0, end) : text;
  return whole.includes('\r\r\n') ? whole.replace(/\r{2,}\n/g, '\r\n') : whole;
}

function separated(text: string): SeparatedRows {
  try {
    return separateRows(text);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    const { code, params, row } = error.problem;
    return refuseFile(`bank-${code}`, params, row);
  }
}

function refuseUnknown(rows: readonly Row[]): never {
  const first = rows.findIndex((row) => !isBlank(row));
  const found = (rows[first] ?? []).map(bankCell).filter(Boolean).join(', ').slice(0, 200);
  return refuseFile('bank-no-columns', { found }, first + 1);
}

/** Tables of a bank that hold no transactions of an account. */
function refuseOtherKinds({ headings, roles, headerAt }: BankTable): void {
  const letters = headings.map((heading) => heading.letters);
  if (letters.some((name) => /^creditcard(?:nummer|number|regel|line)/.test(name))) {
    refuseFile('bank-credit-card', {}, headerAt + 1);
  }
  const hasMoney = roles.includes('amount') || (roles.includes('debit') && roles.includes('credit'));
  if (headings.length === 0 || hasMoney) {
    if (roles.includes('bookDate') || roles.includes('valueDate')) return;
    refuseFile('bank-no-date', { columns: columnNames(headings) }, headerAt + 1);
  }
  if (roles.includes('balanceAfter')) refuseFile('bank-balances-only', {}, headerAt + 1);
  refuseFile('bank-no-amount', { columns: columnNames(headings) }, headerAt + 1);
}

function columnNames(headings: BankTable['headings']): string {
  return headings
    .map(({ text }) => text)
    .filter(Boolean)
    .join(', ')
    .slice(0, 300);
}
