import { refuseFile, type Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { isBlank } from '../../table/cells.ts';
import { allBlank, type RowSource, rowsFrom } from '../../table/row-source.ts';
import { bankOfIban } from '../bank-name.ts';
import type { BankReading, BankStatement } from '../statement.ts';
import { bankCell } from './cells.ts';
import { type BankTable, findBankTable, recognisedWithin } from './recognise.ts';
import type { RowOrigin } from './row-origin.ts';
import { statementsOf } from './statements.ts';
import { linesOfTable } from './table-lines.ts';

/** Reads the rows of a bank's table, from a text or a workbook. */
export function readBankRows(
  rows: RowSource,
  origin: RowOrigin,
  warnings: Warnings,
  control: ReadControl,
): BankReading {
  if (allBlank(rows)) refuseFile('bank-empty');
  const table = findBankTable(rowsFrom(rows, 0, recognisedWithin), true) ?? refuseUnknown(rows);
  refuseOtherKinds(table);
  const { transactions, rows: lineRows } = linesOfTable(table, rows, origin, warnings, control);
  const statements = statementsOf(transactions, lineRows, table.feesComeOff, warnings);
  if (statements.length === 0) warnings.add('bank-no-lines');
  if (statements.some(({ account }) => account === '')) warnings.add('bank-account-unknown');
  return {
    format: 'bankcsv',
    bank: bankOf(table, statements),
    encoding: origin.encoding,
    warnings: warnings.all(),
    statements,
  };
}

/** By the headings, else by the accounts; the other way round where any bank may use these headings. */
function bankOf(table: BankTable, statements: readonly BankStatement[]): string | null {
  const banks = new Set(statements.map(({ account }) => bankOfIban(account)));
  const ofAccounts = banks.size === 1 ? [...banks][0]! : null;
  return table.areCommonWords ? (ofAccounts ?? table.bank) : (table.bank ?? ofAccounts);
}

function refuseUnknown(rows: RowSource): never {
  let first = 0;
  while (isBlank(rows.at(first))) first++;
  const found = rows.at(first).map(bankCell).filter(Boolean).join(', ').slice(0, 200);
  return refuseFile('bank-no-columns', { found }, first + 1);
}

const ofCreditCard =
  /^(?:naamopkaart|nameoncard|creditcard(?:nummer|number|regel|line)|kredietkaart|uitgavenstaat|gerelateerdekost)/;
/** An account has cards too, but where nothing else is numbered the lines are of the card. */
const cardNumber = /^(?:kaart(?:nummer|nr)|cardn(?:umber|o)|karten(?:nummer|nr))$/;

/** Tables of a bank that hold no transactions of an account. */
function refuseOtherKinds({ headings, roles, headerAt }: BankTable): void {
  const letters = headings.map((heading) => heading.letters);
  const hasAccount = roles.some((role) => role === 'account' || role === 'counterAccount' || role === 'balanceAfter');
  if (letters.some((name) => ofCreditCard.test(name) || (!hasAccount && cardNumber.test(name)))) {
    refuseFile('bank-credit-card', {}, headerAt + 1);
  }
  const hasMoney = roles.includes('amount') || (roles.includes('debit') && roles.includes('credit'));
  if (headings.length === 0 || hasMoney) {
    if (roles.includes('bookDate') || roles.includes('valueDate')) return;
    refuseFile('bank-no-date', { columns: columnNames(headings) }, headerAt + 1);
  }
  if (roles.includes('balanceAfter') && !roles.includes('text')) refuseFile('bank-balances-only', {}, headerAt + 1);
  refuseFile('bank-no-amount', { columns: columnNames(headings) }, headerAt + 1);
}

function columnNames(headings: BankTable['headings']): string {
  return headings
    .map(({ text }) => text)
    .filter(Boolean)
    .join(', ')
    .slice(0, 300);
}
