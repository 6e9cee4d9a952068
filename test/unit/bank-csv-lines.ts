import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import type { BankReading, BankTransaction } from '#shared/formats/bank/statement.ts';
import { FormatRefusal, formatProblemText } from '#shared/formats/problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const { t } = createTranslator('nl');

/** Reads a bank's table written as lines. */
export function readLines(lines: readonly string[], lineEnd = '\r\n'): BankReading {
  return readBankCsv(new TextEncoder().encode(lines.join(lineEnd) + lineEnd));
}

export function transactionsOf(reading: BankReading): readonly BankTransaction[] {
  return reading.statements.flatMap(({ transactions }) => transactions);
}

/** Date and cents of every line, in the order read. */
export function moneyOf(reading: BankReading): readonly (readonly [string, number])[] {
  return transactionsOf(reading).map(({ bookDate, amount }) => [bookDate, amount] as const);
}

export function warningsOf(reading: BankReading): readonly string[] {
  return reading.warnings.map(({ code, row }) => (row === null ? code : `${code} ${row}`));
}

/** Code and row of the refusal with its Dutch text; fails the test when the lines are read, or the text is missing. */
export function refusalOf(read: () => unknown): {
  readonly code: string;
  readonly row: number | null;
  readonly text: string;
} {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    const { code, row } = error.problem;
    return { code, row, text: formatProblemText((key, params) => t(key, params), 'bank.csv', error.problem) };
  }
  throw new Error('the table was not refused');
}

/** The account of tables of an unknown bank, and that of who pays. */
export const own = 'NL91ABNA0417164300';
export const other = 'NL20INGB0001234567';

/** A table of an unknown bank: date, amount and whatever else is asked. */
export function tableOf(headings: string, ...rows: readonly string[]): readonly string[] {
  return [`Boekdatum;Rekening;Omschrijving;${headings}`, ...rows.map((row) => `01-02-2026;${own};Factuur 1;${row}`)];
}
