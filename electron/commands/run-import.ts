import { addDays, formatDate, type IsoDate } from '#shared/dates/civil.ts';
import { bankChanges } from '#shared/domain/bank/changes.ts';
import { diffBank } from '#shared/domain/bank/diff.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { type DecidedLine, decideWaiting } from '#shared/domain/bank/waiting.ts';
import type { Books } from '#shared/domain/books.ts';
import { importChanges } from '#shared/domain/import/changes.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import type { BankCounts } from '#shared/domain/imports.ts';
import { freshnessOf } from '#shared/dunning/freshness.ts';
import { bankFileSet } from '#shared/formats/bank/file-set.ts';
import { formatProblemText } from '#shared/formats/problem.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { RunServices } from './run.ts';
import type { BankFiles, ItemsFile } from './run-files.ts';
import type { RunFolder } from './run-folder.ts';

/** Everything a run takes in. */
export interface RunInput {
  readonly items: ItemsFile;
  readonly bank: BankFiles;
  /** `--bank-until`; null = not given. */
  readonly bankUntil: IsoDate | null;
  readonly today: IsoDate;
}

/** What the bank files of a run did. */
export interface RunBank extends BankCounts {
  /** Receipts to be looked at that are kept as credit of the debtor whose account they came from. */
  readonly credited: number;
}

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/**
 * Takes the items into the books, then the bank lines after the items' bank date. Answers what the bank files did; null
 * without any.
 */
export async function importFiles(folder: RunFolder, input: RunInput, services: RunServices): Promise<RunBank | null> {
  const { books } = folder;
  const { today, bank } = input;
  const group = `run-${books.seq + 1}`;
  await importItems(folder, input, group, services);
  if (bank.files.length === 0) return null;
  const diff = diffBank(books, bank.files, { today, importId: `import-${books.seq + 1}` });
  for (const { fileName, problem } of diff.warnings) services.say(formatProblemText(translate, fileName, problem));
  const source = {
    sha256: bank.sha256,
    fileName: bank.files.map(({ fileName }) => fileName).join(', '),
    format: bank.files[0]!.reading.format,
    group,
  };
  const { changes } = bankChanges(books, diff, source, { today, at: today });
  await folder.commit(changes);
  return { ...diff.counts, credited: await decide(folder, today, services) };
}

/** Decides on what waits, tells what is left to look at, and answers how many receipts were kept as credit. */
async function decide(folder: RunFolder, today: IsoDate, services: RunServices): Promise<number> {
  const { books } = folder;
  const waiting = [...books.records.bankLine.values()].filter(({ state }) => state === 'review');
  const { changes, decided } = decideWaiting(books, { today, at: today });
  await folder.commit(changes);
  tellWaiting(waiting, decided, services);
  return decided.filter(({ credit }) => credit).length;
}

async function importItems(
  folder: RunFolder,
  { items, bank, bankUntil, today }: RunInput,
  group: string,
  services: RunServices,
): Promise<void> {
  const { books } = folder;
  const { reading, sha256 } = items;
  const until = bankUntil ?? (reading.asOf === null ? beforeBank(books, bank, today) : null);
  const choices: ImportChoices = until === null ? {} : { bankUntil: until };
  const diff = diffImport(books, reading, choices, today, `import-${books.seq + 1}`);
  const { changes } = importChanges(books, reading, diff, { sha256, choices, group }, { today, at: today });
  await folder.commit(changes);
  for (const warning of diff.warnings) services.say(problemText(translate, reading.fileName, warning));
}

/**
 * Bank date of a list that names none, so that every line of the bank files counts: the day before the first of them, but never
 * before the day up to which an earlier run knows the payments, as the bookkeeping may have them by now. Null without bank lines.
 */
function beforeBank(books: Books, { files }: BankFiles, today: IsoDate): IsoDate | null {
  const dates = bankFileSet(files).statements.flatMap(({ statement }) =>
    statement.transactions.map(({ bookDate }) => bookDate),
  );
  const [first] = dates.sort();
  if (first === undefined) return null;
  const before = addDays(first, -1);
  const { bankUntil } = freshnessOf(books.records.import.values(), null, today);
  return bankUntil !== null && bankUntil > before ? bankUntil : before;
}

/** Receipts and stornos of which it is not certain what they pay are told: somebody has to look at them. */
function tellWaiting(lines: readonly BankLine[], decided: readonly DecidedLine[], services: RunServices): void {
  const decisions = new Map(decided.map((one) => [one.line.id, one]));
  for (const { id, date, amount, currency, counterparty, iban, remittance } of lines) {
    const decision = decisions.get(id);
    if (decision && !decision.credit) continue;
    const who = counterparty ?? iban ?? 'onbekend';
    const what = `${formatDate(date)} ${formatMoney(amount, currency)} ${who}, ${remittance ?? 'zonder omschrijving'}`;
    services.say(
      decision ? `Na te kijken, voorlopig tegoed van ${decision.debtor.code}: ${what}` : `Na te kijken: ${what}`,
    );
  }
}
