import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Administration } from '#shared/domain/administration.ts';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { openArchive } from '#shared/formats/archive.ts';
import { bankReaderOf, readBankArchive } from '#shared/formats/bank/archive.ts';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { readBankWorkbook } from '#shared/formats/bank/csv/read-workbook.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import { type FileFormat, isWorkbook } from '#shared/formats/file-format.ts';
import type { ListReading } from '#shared/formats/list-reading.ts';
import { type FormatProblem, FormatRefusal, formatProblemText, refuseFile } from '#shared/formats/problem.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { type ProblemInFile, readInvoiceFiles } from '#shared/formats/ubl/files.ts';
import { ublItems } from '#shared/formats/ubl/items.ts';
import { xafItems } from '#shared/formats/xaf/list.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { hashOf } from '../files/hash.ts';
import { Stop, unreadable } from './answer.ts';
import { readTableFile, withoutItems } from './parse-items.ts';
import { isAuditfileZip } from './parse-xaf.ts';
import { bytesOf, fileSize, formatOf, type ParsedFile } from './parsed-file.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/** The open items a run is given. */
export interface ItemsFile {
  readonly reading: ListReading;
  readonly sha256: string;
  /** What is to be told of it, in Dutch. */
  readonly warnings: readonly string[];
}

/** The bank files a run is given. */
export interface BankFiles {
  readonly files: readonly ReadFile[];
  /** Of the files together. */
  readonly sha256: string;
  readonly warnings: readonly string[];
}

/**
 * Reads `--items` by what it is: a table, a workbook, an auditfile, an invoice or a zip of them. Stops with 3 when it cannot be
 * read or holds no items.
 */
export async function readItemsFile(
  path: string,
  administration: Administration,
  choices: ImportChoices,
): Promise<ItemsFile> {
  return refusing(path, async (file) => {
    const format = await formatOf(file);
    const isAuditfile = format === 'zip' && (await isAuditfileZip(file));
    if (isAuditfile || format === 'xaf' || format === 'clair2' || format === 'adf' || format === 'gzip') {
      return readAuditfile(file);
    }
    return format === 'ubl' || format === 'zip'
      ? readInvoices(file, administration)
      : readItemsTable({ ...file, choices });
  });
}

/** Reads every `--bank` file, in the order given. Stops with 3 at the first of which anything cannot be read. */
export async function readBankFiles(paths: readonly string[]): Promise<BankFiles> {
  const files: ReadFile[] = [];
  const hashes: string[] = [];
  const warnings: string[] = [];
  for (const [place, path] of paths.entries()) {
    await refusing(path, async (file) => {
      hashes.push(hashOf(await bytesOf(file)));
      const fileName = paths.slice(0, place).some((other) => basename(other) === file.fileName)
        ? `${file.fileName} (${place + 1})`
        : file.fileName;
      files.push(...(await readBank({ ...file, fileName }, warnings)));
    });
  }
  return { files, sha256: hashes.length === 1 ? hashes[0]! : hashOf(hashes.join(' ')), warnings };
}

/** Reads a file that may be refused; a refusal stops the command as `parse` answers it. */
async function refusing<T>(path: string, read: (file: ParsedFile) => Promise<T>): Promise<T> {
  const fileName = basename(path);
  const size = await fileSize(path);
  if (typeof size !== 'number') throw new Stop(size);
  try {
    return await read({ path, fileName, size });
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    throw new Stop(unreadable(error.problem.code, formatProblemText(translate, fileName, error.problem)));
  }
}

async function readItemsTable({ path, fileName, choices }: ParsedFile): Promise<ItemsFile> {
  const table = await readTableFile(path, choices);
  if (!table.ok) throw new Stop(table.answer);
  const { reading, bytes } = table;
  const none = withoutItems(reading);
  if (none) throw new Stop(none);
  const warnings = reading.warnings.map((warning) => problemText(translate, fileName, warning));
  if (reading.skipped.length > 0) {
    warnings.push(`${reading.skipped.length} regels overgeslagen; zie parse voor de redenen`);
  }
  return { reading, sha256: hashOf(bytes), warnings };
}

async function readAuditfile(file: ParsedFile): Promise<ItemsFile> {
  const { path, fileName } = file;
  const open = () => createReadStream(path, { highWaterMark: 1 << 18 });
  const read = await readXaf({ name: fileName, open });
  if (read.level === 0 || read.level === 3) refuseFile(`xaf-level-${read.level}`);
  const hash = createHash('sha256');
  for await (const chunk of open()) hash.update(chunk);
  return {
    reading: xafItems(read, fileName),
    sha256: hash.digest('hex'),
    warnings: read.warnings.map((warning) => formatProblemText(translate, fileName, warning)),
  };
}

async function readInvoices(file: ParsedFile, { name, kvk, vatId, iban }: Administration): Promise<ItemsFile> {
  const { fileName } = file;
  const bytes = await bytesOf(file);
  const us = { name, kvk, vatId, iban };
  const { invoices, refused, warnings } = readInvoiceFiles([{ name: fileName, bytes: () => bytes }], us);
  if (invoices.length === 0) {
    if (refused[0]) throw new FormatRefusal(refused[0].problem);
    refuseFile('archive-no-invoices');
  }
  const reading = ublItems(
    invoices.map(({ invoice }) => invoice),
    fileName,
  );
  return { reading, sha256: hashOf(bytes), warnings: [...refused, ...warnings].map(toldProblem) };
}

async function readBank(file: ParsedFile, warnings: string[]): Promise<readonly ReadFile[]> {
  const { fileName } = file;
  const format = await formatOf(file);
  const bytes = await bytesOf(file);
  if (format === 'zip') return readBankZip(fileName, bytes, warnings);
  const workbook = isWorkbook(format) ? await readBankWorkbook(bytes) : null;
  if (!workbook && !bankReaderOf(format) && !ownRefusals.has(format)) await refuseOther(fileName, bytes, format);
  const reading = workbook ?? (bankReaderOf(format) ?? refuserOf(format))(bytes);
  for (const warning of reading.warnings) warnings.push(formatProblemText(translate, fileName, warning));
  return [{ fileName, reading }];
}

/** What the readers of bank files refuse with a text of their own. */
const ownRefusals: ReadonlySet<FileFormat> = new Set(['xml', 'ubl', 'xaf', 'empty', 'unknown']);

/** A list of items or debtors has dates and amounts too, and is no bank statement all the same; other files are told by name. */
async function refuseOther(fileName: string, bytes: Uint8Array, format: FileFormat): Promise<void> {
  const { refusal } = await readTable({ fileName, bytes });
  if (refusal === null) {
    throw new Stop(
      unreadable('not-bank', `${fileName}: dit is een lijst van posten of debiteuren en geen bankafschrift.`),
    );
  }
  if (format === 'table' && !refusal.code.startsWith('is-')) return;
  throw new Stop(unreadable(refusal.code, problemText(translate, fileName, refusal)));
}

/** The reader that says best why a file is no bank file. */
function refuserOf(format: FileFormat): typeof readBankCsv | typeof readCamt {
  return format === 'xml' || format === 'ubl' || format === 'xaf' ? readCamt : readBankCsv;
}

/** A payment that is not read is asked for again, so one file that is refused refuses the zip. */
function readBankZip(fileName: string, bytes: Uint8Array, warnings: string[]): readonly ReadFile[] {
  const archive = openArchive(bytes);
  const { files, others, refused } = readBankArchive(archive);
  const [first] = refused;
  if (first) throw new FormatRefusal(first.problem);
  if (files.length === 0) refuseFile('bank-no-lines');
  const tell = (name: string, told: FormatProblem) => warnings.push(formatProblemText(translate, name, told));
  for (const warning of archive.warnings) tell(fileName, warning);
  for (const name of others) tell(fileName, { code: 'bank-archive-other', row: null, params: { name } });
  for (const { fileName: name, reading } of files) for (const warning of reading.warnings) tell(name, warning);
  return files.map((read) => ({ ...read, fileName: `${fileName}/${read.fileName}` }));
}

function toldProblem({ file, problem: told }: ProblemInFile): string {
  return formatProblemText(translate, file, told);
}
