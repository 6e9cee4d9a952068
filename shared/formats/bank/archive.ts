import type { Archive } from '../archive.ts';
import type { FileFormat } from '../file-format.ts';
import { FormatRefusal } from '../problem.ts';
import type { ReadControl } from '../source.ts';
import { type CamtReading, readCamt } from './camt/read.ts';
import { readBankCsv } from './csv/read.ts';
import { bankFileSet, type FileSet, type FileWarning, type ReadFile } from './file-set.ts';
import { readMt940 } from './mt940/read.ts';
import type { BankReading } from './statement.ts';

type BankReader = (bytes: Uint8Array, control?: ReadControl) => BankReading | CamtReading;

const readers: Partial<Record<FileFormat, BankReader>> = {
  camt052: readCamt,
  camt053: readCamt,
  camt054: readCamt,
  mt940: readMt940,
  bankcsv: readBankCsv,
};

/** The reader of a bank file that is read in one piece; null for another format. */
export function bankReaderOf(format: FileFormat): BankReader | null {
  return readers[format] ?? null;
}

/** What the bank files of a zip hold together. */
export interface BankArchive extends FileSet {
  readonly files: readonly ReadFile[];
  /** Files that are no bank file, by their names. */
  readonly others: readonly string[];
  /** Why a bank file was not read; the others count. */
  readonly refused: readonly FileWarning[];
}

/** Whether a zip holds bank files and no invoices. */
export function holdsBankFiles({ files }: Archive): boolean {
  return files.some(({ format }) => readers[format]) && !files.some(({ format }) => format === 'ubl');
}

/**
 * Reads the bank files of a zip, as banks export a file per account and day: their statements together, as
 * {@link bankFileSet} does. A file that is refused leaves the others whole.
 * @throws FormatRefusal when no bank file can be read, and `cancelled`.
 */
export function readBankArchive(archive: Archive, control: ReadControl = {}): BankArchive {
  const files: ReadFile[] = [];
  const others: string[] = [];
  const refused: FileWarning[] = [];
  let first: FormatRefusal | null = null;
  for (const { name, format, bytes } of archive.files) {
    const read = readers[format];
    if (!read) {
      others.push(name);
      continue;
    }
    try {
      files.push({ fileName: name, reading: read(bytes(), control) });
    } catch (error) {
      if (!(error instanceof FormatRefusal) || error.problem.code === 'cancelled') throw error;
      first ??= error;
      refused.push({ fileName: name, problem: error.problem });
    }
  }
  if (files.length === 0 && first !== null) throw first;
  return { files, others, refused, ...bankFileSet(files) };
}
