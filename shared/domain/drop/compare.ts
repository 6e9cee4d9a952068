import type { ListReading } from '../../formats/list-reading.ts';
import { formatProblem } from '../../formats/problem.ts';
import { isOneOf, ownAccounts } from '../bank/accounts.ts';
import { bankChangeSteps } from '../bank/changes.ts';
import { type BankDiff, bankDiffSteps } from '../bank/diff.ts';
import { bankPreviewOf } from '../bank/preview.ts';
import { type Books, type Change, lineVersion } from '../books.ts';
import type { Moment } from '../changes.ts';
import { type ImportSource, importChangeSteps } from '../import/changes.ts';
import { controlPreview } from '../import/control-preview.ts';
import { diffImportSteps, type ImportDiff } from '../import/diff.ts';
import type { StoredCopy } from '../import/list-writer.ts';
import { previewOf } from '../import/preview-of.ts';
import type { ImportRecord, SourceFile } from '../imports.ts';
import type { Steps } from '../steps.ts';
import { placedCopies } from './copies.ts';
import type { DropChoices, DropUnit, InvoicesPreview } from './drop.ts';
import { bankAccountsIn, bankAccountsKey } from './owner.ts';
import type { CopySource, ReadUnit, UnitContent } from './unit.ts';

/** Under which import a unit is compared, and with what beside it. */
export interface UnitImport {
  readonly importId: string;
  readonly group: string;
  /** The archived originals. */
  readonly stored: readonly SourceFile[];
  /** File ids of the copies that were stored, by their SHA-256; a preview has none yet. */
  readonly copies: ReadonlyMap<string, string>;
  /** What it does, found before under the same id with the very same books and choices; null: it is found now. */
  readonly found: FoundDiff | null;
}

/** What a unit does to the books, by what it is: finding it again takes seconds. */
export interface FoundDiff {
  readonly list?: ImportDiff;
  readonly bank?: BankDiff;
}

/** A unit beside the books: what the screen shows, and what would be written. `record` null: it does not come in. */
export interface ComparedUnit {
  readonly unit: DropUnit;
  readonly changes: readonly Change[];
  readonly record: ImportRecord | null;
  /** Copies whose item was found and that the books do not hold yet. */
  readonly copies: readonly CopySource[];
  /** Null when it does not come in. */
  readonly found: FoundDiff | null;
}

/**
 * Whether a unit comes in: what was imported before, and what another administration's is, only when the user says so; what is
 * of an account nobody knows once the user said it is ours.
 */
export function isTaken({ owner, refusal, table, sameAs }: DropUnit, choices: DropChoices): boolean {
  if (choices.take === false || refusal !== null || (table?.refusal ?? null) !== null) return false;
  if (sameAs !== null && choices.take !== true) return false;
  return owner.owner === 'open' || owner.owner === 'unknown' || choices.ours === true;
}

/**
 * Compares what was read with the books as they are, in steps told as the number of its rows ({@link rowsOf}) that are done;
 * previews and confirming call this and nothing else.
 */
export function* compareUnit(
  books: Books,
  read: ReadUnit,
  choices: DropChoices,
  under: UnitImport,
  moment: Moment,
): Steps<ComparedUnit> {
  const { id, files, format, owner, warnings, content, sha256 } = read;
  const seen: DropUnit = {
    id,
    files,
    format,
    kind: kindOf(content),
    owner,
    refusal: null,
    warnings,
    sameAs: sameFile(books, sha256, under.group),
    unchanged: false,
  };
  if (content.sort === 'refused') return notTaken({ ...seen, refusal: content.problem });
  if (owner.owner === 'other' && !choices.ours) return notTaken(seen);
  const compared =
    content.sort === 'bank'
      ? yield* compareBank(books, read, content, choices, seen, under, moment)
      : yield* compareList(books, read, content, choices, seen, under, moment);
  const isEmpty = compared.changes.length === 0;
  return { ...compared, unit: { ...compared.unit, unchanged: compared.record !== null && isEmpty } };
}

/** What there is to compare of a unit: items of a list, lines of the accounts that count. */
export function rowsOf({ content }: ReadUnit): number {
  if (content.sort === 'refused') return 0;
  if (content.sort !== 'bank') return content.reading.items.length;
  const statements = content.read.flatMap(({ reading }) => reading.statements);
  const own = statements.filter(({ account }) => content.accounts.includes(account));
  return own.reduce((sum, { transactions }) => sum + transactions.length, 0);
}

function notTaken(unit: DropUnit): ComparedUnit {
  return { unit, changes: [], record: null, copies: [], found: null };
}

function kindOf(content: UnitContent): DropUnit['kind'] {
  if (content.sort === 'refused') return null;
  return content.sort === 'list' ? (content.reading.kind ?? 'list') : content.sort;
}

function* compareList(
  books: Books,
  { sha256, files }: ReadUnit,
  content: Extract<UnitContent, { sort: 'list' | 'invoices' }>,
  choices: DropChoices,
  seen: DropUnit,
  { importId, group, stored, copies: fileIds, found }: UnitImport,
  moment: Moment,
): Steps<ComparedUnit> {
  const reading: ListReading = content.reading;
  const shown = { id: importId, sha256, today: moment.today };
  if (reading.refusal) {
    const { code, params } = reading.refusal;
    const isTable = 'fingerprint' in reading;
    const table = previewOf(books, reading, null, shown);
    return notTaken(isTable ? { ...seen, table } : { ...seen, refusal: formatProblem(code, params) });
  }
  const diff = found?.list ?? (yield* diffImportSteps(books, reading, choices, moment.today, importId));
  const { placed, linked } =
    content.sort === 'invoices' ? placedCopies(books, content.copies, diff) : { placed: [], linked: new Set<string>() };
  const copies = placed.map(({ source, of }): StoredCopy => storedCopy(source, of, fileIds));
  const source: ImportSource = { sha256, choices, stored, group, copies };
  const { changes, record } = yield* importChangeSteps(books, reading, diff, source, moment);
  const written = new Set(changes.flatMap(({ table, line }) => (table === 'copy' ? [hashIn(line)] : [])));
  const unit: DropUnit = {
    ...seen,
    warnings: seen.warnings.filter(({ file, problem }) => !(problem.code === 'copy-unlinked' && linked.has(file))),
    ...(content.sort === 'invoices'
      ? { invoices: invoicesPreview(files, content, diff, placed.length) }
      : { table: previewOf(books, reading, diff, shown) }),
    ...(reading.control && { control: controlPreview(books, reading.control, diff.dates.asOf) }),
  };
  // Single invoices that are all known bring nothing, not even a date on which everything was looked at.
  const isNothing = content.sort === 'invoices' && changes.every(isOfRecord);
  return {
    unit,
    changes: isNothing ? [] : [...changes, ...remembering(books, choices, seen)],
    record,
    copies: placed.map((copy) => copy.source).filter((copy) => written.has(copy.sha256)),
    found: { list: diff },
  };
}

/** Whether a change only says that there was an import. */
function isOfRecord({ table, key }: Change): boolean {
  return table === 'import' || table === 'undo' || (table === 'event' && key === 'administration');
}

function storedCopy(source: CopySource, of: StoredCopy['of'], fileIds: ReadonlyMap<string, string>): StoredCopy {
  const { name, mime, bytes, sha256 } = source;
  return { of, name, mime, bytes, sha256, fileId: fileIds.get(sha256) ?? '' };
}

function hashIn(line: unknown): string {
  return line !== null && typeof line === 'object' && 'sha256' in line ? String(line.sha256) : '';
}

function invoicesPreview(
  files: readonly string[],
  { reading, credits, refused }: Extract<UnitContent, { sort: 'invoices' }>,
  diff: ImportDiff,
  copies: number,
): InvoicesPreview {
  const all = reading.items.length + reading.settled.length;
  const fresh = diff.debtors.reduce((sum, { items }) => sum + items.filter(({ sort }) => sort === 'new').length, 0);
  return { files: files.length, invoices: all - credits, credits, known: all - fresh, copies, refused };
}

function* compareBank(
  books: Books,
  { sha256, files, format }: ReadUnit,
  { read, accounts, bank }: Extract<UnitContent, { sort: 'bank' }>,
  choices: DropChoices,
  seen: DropUnit,
  { importId, group, stored, found }: UnitImport,
  moment: Moment,
): Steps<ComparedUnit> {
  const options = { today: moment.today, importId, ownAccounts: accounts };
  const diff = found?.bank ?? (yield* bankDiffSteps(books, read, options));
  const source = { sha256, fileName: files[0] ?? '', format: read[0]?.reading.format ?? format, stored, group };
  const { changes, record } = yield* bankChangeSteps(books, diff, source, moment);
  const warnings = diff.warnings.map(({ fileName, problem }) => ({ file: fileName, problem }));
  const unit = { ...seen, warnings: [...seen.warnings, ...warnings], bank: bankPreviewOf(books, diff, bank) };
  return {
    unit,
    changes: [...changes, ...remembering(books, choices, seen)],
    record,
    copies: [],
    found: { bank: diff },
  };
}

/** Accounts the user says are the administration's: asked once, and known from then on. */
function remembering(books: Books, choices: DropChoices, { owner }: DropUnit): readonly Change[] {
  if (!choices.ours || owner.owner !== 'unknown-account') return [];
  const own = ownAccounts(books);
  const fresh = owner.accounts.filter((account) => !isOneOf(own, account));
  if (fresh.length === 0) return [];
  const line = [...bankAccountsIn(books.records.setting.get(bankAccountsKey)), ...fresh];
  return [{ table: 'setting', key: 'administration', lineId: bankAccountsKey, line, v: lineVersion }];
}

/** Name under which the same bytes came in before, in an import that stands; parts of one file come in with one drop. */
function sameFile(books: Books, sha256: string, group: string): string | null {
  for (const record of books.records.import.values()) {
    if (!record.undone && record.sha256 === sha256 && record.group !== group) return record.fileName;
  }
  return null;
}
