import { formatDate, type IsoDate } from '../../dates/civil.ts';
import { nameOf } from '../../formats/bank/balances.ts';
import { bankFileSet, type FileStatement, type FileWarning, type ReadFile } from '../../formats/bank/file-set.ts';
import { type FormatProblem, formatProblem } from '../../formats/problem.ts';
import { ItemIndex } from '../../matching/item-index.ts';
import { Matcher } from '../../matching/matcher.ts';
import { sumOf } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import type { BankCounts } from '../imports.ts';
import type { LedgerOverlay, OverlaidLine } from '../ledger-overlay.ts';
import { judgePromises } from '../promise-outcome.ts';
import { allSteps, type Steps } from '../steps.ts';
import { accountsIn, isOneOf, ownAccounts } from './accounts.ts';
import { type BatchesSeen, type FoundStatement, withoutBatchesTwice } from './batch-twice.ts';
import { fingerprintOf, KnownLines } from './fingerprint.ts';
import { missingBetween } from './gaps.ts';
import { type BankLine, dayAndAmount, type StatementRecord } from './line.ts';
import { type BankOptions, type LineDiff, LineMatching } from './matching.ts';
import type { NewLine } from './new-line.ts';

/** A statement as it comes in. */
export interface StatementDiff {
  readonly fileName: string;
  readonly record: StatementRecord;
  readonly lines: number;
}

/** Everything a set of bank files would do, before anything is written. */
export interface BankDiff {
  readonly importId: string;
  readonly statements: readonly StatementDiff[];
  readonly lines: readonly LineDiff[];
  /** Stornos of before that waited, and take back what comes in now; no line of these files, so not counted. */
  readonly found: readonly LineDiff[];
  readonly counts: BankCounts;
  /** First and last day the statements speak of; null when they hold no date. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** Lines that are set aside, or told to be looked at, since their money came in otherwise; new ones, and ones of before. */
  readonly twice: readonly BankLine[];
  /** Debtors as they become. */
  readonly overlay: LedgerOverlay;
  /** Their lines that are written. */
  readonly written: readonly OverlaidLine[];
  readonly warnings: readonly FileWarning[];
}

/**
 * Compares bank files with the books (criteria A3, A7, A8): lines that were imported before, in whatever format, are known; the
 * others are matched in the order of their dates, each against what those before it left open. A receipt dated up to the
 * last full list is recorded where it surely matches and else left alone: the list holds it. What does not match after that
 * has to be looked at. Payments out are left alone, unless they pay a credit note back. Nothing is written.
 */
export function diffBank(books: Books, files: readonly ReadFile[], options: BankOptions): BankDiff {
  return allSteps(bankDiffSteps(books, files, options));
}

/** {@link diffBank} in steps, each told as the number of lines that are done. */
export function* bankDiffSteps(books: Books, files: readonly ReadFile[], options: BankOptions): Steps<BankDiff> {
  const set = bankFileSet(files);
  const [main = ''] = options.ownAccounts ?? ownAccounts(books);
  const own = set.statements
    .filter(({ statement: { account } }) => isOwn(options, account))
    .map(({ fileName, statement }): FileStatement => {
      // Some tables do not say of which account they are: then it is the first.
      return { fileName, statement: { ...statement, account: statement.account || main } };
    });
  const incoming = yield* newLines(books, files, own);
  const missing = missingBetween(books.records.statement.values(), incoming.found);
  const warnings = [...set.warnings, ...otherAccounts(set.statements, options), ...missing];
  for (const { fileName, record, lines } of incoming.statements) {
    if (lines === 0 || record.fingerprints.length > 0) continue;
    const params = { account: record.account, number: nameOf(record) };
    warnings.push({ fileName, problem: formatProblem('bank-statement-known', params) });
  }
  const known = sumOf(incoming.statements, ({ lines }) => lines) - incoming.lines.length;
  for (const warning of incoming.warnings) warnings.push(warning);
  const matching = new LineMatching(books, options, new Matcher(books, yield* ItemIndex.steps(books)));
  matching.expect(incoming.statements.map(({ record }) => record));
  for (const [place, line] of incoming.lines.entries()) {
    matching.take(line);
    yield known + place + 1;
  }
  matching.finish();
  const { lines, found, overlay, openOnList, perhapsOpen } = matching;
  if (openOnList.length > 0) warnings.push({ fileName: files[0]!.fileName, problem: wrongBankDate(openOnList) });
  if (perhapsOpen.length > 0) warnings.push({ fileName: files[0]!.fileName, problem: perhapsOnList(perhapsOpen) });
  const total = known + incoming.lines.length;
  for (const debtorId of overlay.debtors()) {
    judgePromises(overlay, debtorId, overlay.ledger(debtorId) ?? {}, options.today);
    yield total;
  }
  const matched = lines.filter(({ sort }) => sort === 'matched');
  const days = own.flatMap(({ statement }) => daysOf(statement)).sort();
  return {
    importId: options.importId,
    statements: incoming.statements,
    lines,
    counts: {
      accounts: accountsIn([{ statements: own.map(({ statement }) => statement) }]),
      statements: own.length,
      lines: total,
      linesKnown: known,
      linesMatched: matched.length,
      linesToReview: lines.length - matched.length,
      linesLeft: incoming.lines.length - lines.length,
      returns: lines.filter((line) => line.isReturn).length,
      matchedCents: sumOf(matched, ({ line }) => (line.currency === 'EUR' ? line.amount : 0)),
    },
    found,
    from: days[0] ?? null,
    until: days.at(-1) ?? null,
    twice: incoming.twice.map((line) => (line.importId === '' ? { ...line, importId: options.importId } : line)),
    overlay,
    written: overlay.lines(),
    warnings,
  };
}

function isOwn({ ownAccounts }: BankOptions, account: string): boolean {
  return ownAccounts === undefined || account === '' || isOneOf(ownAccounts, account);
}

function otherAccounts(statements: readonly FileStatement[], options: BankOptions): readonly FileWarning[] {
  const others = new Map<string, FileWarning>();
  for (const { fileName, statement } of statements) {
    const { account } = statement;
    if (isOwn(options, account)) continue;
    others.set(`${fileName} ${account}`, { fileName, problem: formatProblem('bank-account-other', { account }) });
  }
  return [...others.values()];
}

/** Receipts a list should hold by its bank date and does not: that date is probably too late, and they would never be deducted. */
function wrongBankDate(lines: readonly BankLine[]): FormatProblem {
  const until = lines.map(({ date }) => date).sort();
  const first = formatDate(until[0]!);
  const last = formatDate(until.at(-1)!);
  return formatProblem('bank-open-on-list', { count: lines.length, first, last });
}

/** Receipts of which it cannot be told whether a list holds them, the first of them by day and amount. */
function perhapsOnList(lines: readonly BankLine[]): FormatProblem {
  return formatProblem('bank-perhaps-on-list', { count: lines.length, which: dayAndAmount(lines) });
}

function daysOf({ openingDate, closingDate, transactions }: FileStatement['statement']): IsoDate[] {
  const dates = transactions.map(({ bookDate }) => bookDate);
  return [openingDate, closingDate, ...dates].filter((date) => date !== null);
}

/** What of the statements is new, in the order of the dates. */
function* newLines(
  books: Books,
  files: readonly ReadFile[],
  own: readonly FileStatement[],
): Steps<{ readonly statements: readonly StatementDiff[]; readonly found: readonly FoundStatement[] } & BatchesSeen> {
  const formats = new Map(files.map(({ fileName, reading }) => [fileName, reading.format]));
  const known = new KnownLines(books.records.statement.values());
  const found: FoundStatement[] = [];
  for (const fileName of new Set(own.map((statement) => statement.fileName))) {
    const ofFile = own.filter((statement) => statement.fileName === fileName).map(({ statement }) => statement);
    const prints: string[] = [];
    for (const { account, transactions } of ofFile) {
      for (const transaction of transactions) {
        prints.push(fingerprintOf(account, formats.get(fileName) ?? 'bankcsv', transaction));
        yield 0;
      }
    }
    const ids = known.newOf(prints);
    let place = 0;
    for (const statement of ofFile) {
      const upTo = place + statement.transactions.length;
      found.push({ fileName, statement, ids: ids.slice(place, upTo) });
      place = upTo;
    }
  }
  const seen = withoutBatchesTwice(books, found);
  const statements = found.map(({ fileName, statement: { transactions, reconciles, ...statement } }, at) => {
    const { account, currency, number, openingDate, closingDate, opening, closing } = statement;
    const facts = { account, currency, number, openingDate, closingDate, opening, closing, reconciles };
    const record = { id: '', importId: '', ...facts, ...seen.kept[at]! };
    return { fileName, lines: transactions.length, record };
  });
  const byDate = (a: NewLine, b: NewLine): number =>
    a.transaction.bookDate < b.transaction.bookDate ? -1 : a.transaction.bookDate > b.transaction.bookDate ? 1 : 0;
  return { ...seen, statements, found, lines: [...seen.lines].sort(byDate) };
}
