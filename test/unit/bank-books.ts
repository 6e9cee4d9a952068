import { bankChanges } from '#shared/domain/bank/changes.ts';
import { type BankDiff, diffBank } from '#shared/domain/bank/diff.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { BankOptions } from '#shared/domain/bank/matching.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { hashText } from '#shared/domain/event.ts';
import type { ImportOutcome } from '#shared/domain/import/writer.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import type { BankReading, BankStatement, BankTransaction } from '#shared/formats/bank/statement.ts';

/** The account of the administration in import-books.ts. */
export const ownAccount = 'NL59RABO0118529307';

/** A line of a statement; `amount` in cents. */
export function bankLine(bookDate: string, amount: number, said: Partial<BankTransaction> = {}): BankTransaction {
  return {
    bookDate,
    valueDate: bookDate,
    amount,
    counterpartyName: 'J. Kok',
    counterpartyIban: 'NL20INGB0001234567',
    remittance: null,
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
    bankReference: null,
    row: 1,
    ...said,
  };
}

/** A line that waits in the books; it says no more than is given. */
export function waitingLine(given: Pick<BankLine, 'id' | 'date' | 'amount'> & Partial<BankLine>): BankLine {
  return {
    account: 'NL91ABNA0417164300',
    currency: 'EUR',
    counterparty: null,
    iban: null,
    remittance: null,
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
    bankReference: null,
    importId: 'bank',
    state: 'review',
    taken: [],
    score: null,
    ...given,
  };
}

/** A file of one statement with these lines. */
export function bankFile(
  transactions: readonly BankTransaction[],
  given: Partial<BankStatement> & { readonly format?: BankReading['format']; readonly fileName?: string } = {},
): ReadFile {
  const { format = 'mt940', fileName = 'afschrift.940', ...stated } = given;
  const days = transactions.map(({ bookDate }) => bookDate).sort();
  const statement: BankStatement = {
    account: ownAccount,
    currency: 'EUR',
    number: null,
    opening: null,
    closing: null,
    openingDate: days[0] ?? null,
    closingDate: days.at(-1) ?? null,
    reconciles: null,
    transactions,
    ...stated,
  };
  return { fileName, reading: { format, bank: null, encoding: 'utf-8', warnings: [], statements: [statement] } };
}

let imports = 0;

/** Compares and imports bank files on a day; the books hold them afterwards. */
export function importBank(
  books: Books,
  files: readonly ReadFile[],
  today: string,
  options: Partial<BankOptions> = {},
): ImportOutcome & { readonly diff: BankDiff } {
  imports++;
  const diff = diffBank(books, files, { today, importId: `bank-${imports}`, ...options });
  const source = { sha256: hashText(JSON.stringify(files)), fileName: files[0]!.fileName, format: 'mt940' };
  const outcome = bankChanges(books, diff, source, { today, at: `${today}T10:00:00` });
  applyChanges(books, outcome.changes);
  return { ...outcome, diff };
}

/** The kept lines of the books in one state. */
export function linesIn(books: Books, state: BankLine['state']): readonly BankLine[] {
  return [...books.records.bankLine.values()].filter((line) => line.state === state);
}

/** Everything of the books but events and undo lines; tables without lines count as absent. */
export function standing(books: Books): object {
  const ledgers = [...books.ledgers].map(([id, ledger]) => [
    id,
    Object.fromEntries(Object.entries(ledger).filter(([, lines]) => Object.keys(lines).length > 0)),
  ]);
  const { statement, bankLine: lines, setting } = books.records;
  return structuredClone({ ledgers: Object.fromEntries(ledgers), statement, lines, setting });
}
