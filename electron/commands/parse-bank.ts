import type { BankReading, BankStatement, BankTransaction } from '#shared/formats/bank/statement.ts';
import { formatProblemText } from '#shared/formats/problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { type Cents, toDecimal } from '#shared/money/cents.ts';
import { type Answer, done } from './answer.ts';
import { bytesOf, type ParsedFile } from './parsed-file.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/** Prints the statements of a bank file that is read in one piece. */
export function parseBank(
  read: (bytes: Uint8Array) => BankReading | Promise<BankReading>,
): (file: ParsedFile) => Promise<Answer> {
  return async (file) => done(bankAnswer(file.fileName, await read(await bytesOf(file))));
}

/** What `parse` prints of a bank file, whatever its format. */
export function bankAnswer(fileName: string, reading: BankReading): object {
  return {
    format: reading.format,
    encoding: reading.encoding,
    warnings: reading.warnings.map((warning) => ({
      code: warning.code,
      message: formatProblemText(translate, fileName, warning),
      row: warning.row,
    })),
    bank: reading.bank,
    statements: reading.statements.map(statementAnswer),
  };
}

function statementAnswer(statement: BankStatement): object {
  return {
    account: statement.account,
    currency: statement.currency,
    number: statement.number,
    opening: decimalOrNull(statement.opening),
    closing: decimalOrNull(statement.closing),
    openingDate: statement.openingDate,
    closingDate: statement.closingDate,
    reconciles: statement.reconciles,
    transactions: statement.transactions.map(transactionAnswer),
  };
}

function transactionAnswer(transaction: BankTransaction): object {
  return {
    bookDate: transaction.bookDate,
    valueDate: transaction.valueDate,
    amount: toDecimal(transaction.amount),
    counterpartyName: transaction.counterpartyName,
    counterpartyIban: transaction.counterpartyIban,
    remittance: transaction.remittance,
    structuredReference: transaction.structuredReference,
    endToEndId: transaction.endToEndId,
    mandateId: transaction.mandateId,
    returnReason: transaction.returnReason,
    bankReference: transaction.bankReference,
  };
}

function decimalOrNull(amount: Cents | null): string | null {
  return amount === null ? null : toDecimal(amount);
}
