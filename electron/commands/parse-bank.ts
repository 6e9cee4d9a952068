import { openArchive } from '#shared/formats/archive.ts';
import { holdsBankFiles, readBankArchive } from '#shared/formats/bank/archive.ts';
import type { BankReading, BankStatement, BankTransaction } from '#shared/formats/bank/statement.ts';
import { type FormatProblem, formatProblem, formatProblemText } from '#shared/formats/problem.ts';
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

/** Whether a zip is one of bank files. */
export async function isBankZip(file: ParsedFile): Promise<boolean> {
  return holdsBankFiles(openArchive(await bytesOf(file)));
}

/** Prints the statements of all bank files in a zip, each with the file it is in. */
export async function parseBankArchive(file: ParsedFile): Promise<Answer> {
  const archive = openArchive(await bytesOf(file));
  const { files, statements, warnings, refused, others } = readBankArchive(archive);
  const left = others.map((name) => formatProblem('bank-archive-other', { name }));
  const inZip = [...archive.warnings, ...left].map((problem) => ({ fileName: file.fileName, problem }));
  const readings = files.map(({ reading }) => reading);
  return done({
    format: oneOf(readings.map(({ format }) => format)) ?? 'mixed',
    encoding: oneOf(readings.map(({ encoding }) => encoding)) ?? 'mixed',
    warnings: [...refused, ...warnings, ...inZip].map(({ fileName, problem }) => warningAnswer(fileName, problem)),
    bank: oneOf(readings.map(({ bank }) => bank)),
    statements: statements.map(({ fileName, statement }) => ({ ...statementAnswer(statement), file: fileName })),
  });
}

/** What all of them are; null when they differ. */
function oneOf<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
}

/** What `parse` prints of a bank file, whatever its format. */
export function bankAnswer(fileName: string, reading: BankReading): object {
  return {
    format: reading.format,
    encoding: reading.encoding,
    warnings: reading.warnings.map((warning) => warningAnswer(fileName, warning)),
    bank: reading.bank,
    statements: reading.statements.map(statementAnswer),
  };
}

function warningAnswer(fileName: string, problem: FormatProblem): object {
  return { code: problem.code, message: formatProblemText(translate, fileName, problem), row: problem.row };
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
