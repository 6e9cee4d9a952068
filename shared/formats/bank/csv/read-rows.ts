import { refuseFile, type Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { isBlank } from '../../table/cells.ts';
import type { Row } from '../../table/reading.ts';
import { bankOfIban } from '../bank-name.ts';
import type { BankReading, BankStatement } from '../statement.ts';
import { bankCell } from './cells.ts';
import { type BankTable, findBankTable } from './recognise.ts';
import type { RowSource } from './row-source.ts';
import { statementsOf } from './statements.ts';
import { linesOfTable } from './table-lines.ts';

/** Reads the rows of a bank's table, from a text or a workbook. */
export function readBankRows(
  rows: readonly Row[],
  source: RowSource,
  warnings: Warnings,
  control: ReadControl,
): BankReading {
  if (rows.every(isBlank)) refuseFile('bank-empty');
  const table = findBankTable(rows, true) ?? refuseUnknown(rows);
  refuseOtherKinds(table);
  const { lines, fees } = linesOfTable(table, rows, source, warnings, control);
  const statements = statementsOf(lines, fees, warnings);
  if (statements.length === 0) warnings.add('bank-no-lines');
  if (statements.some(({ account }) => account === '')) warnings.add('bank-account-unknown');
  return {
    format: 'bankcsv',
    bank: table.bank ?? bankOf(statements),
    encoding: source.encoding,
    warnings: warnings.all(),
    statements,
  };
}

function bankOf(statements: readonly BankStatement[]): string | null {
  const banks = new Set(statements.map(({ account }) => bankOfIban(account)));
  return banks.size === 1 ? [...banks][0]! : null;
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
