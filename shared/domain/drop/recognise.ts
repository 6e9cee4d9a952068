import { limits } from '../../contract/limits.ts';
import type { Archive } from '../../formats/archive.ts';
import { bankReaderOf, holdsBankFiles } from '../../formats/bank/archive.ts';
import { detectFormat, detectionBytes } from '../../formats/detect.ts';
import { type FileFormat, isToldByTheWhole } from '../../formats/file-format.ts';
import { type FormatProblem, FormatRefusal, formatProblem } from '../../formats/problem.ts';
import { firstBytes } from '../../formats/source.ts';
import { holdsAuditfile } from '../../formats/xaf/unpack.ts';
import type { DropFile, DropFiles } from './files.ts';

/** Files that are read together, by what is in them. */
export type DropPart =
  | { readonly sort: 'refused'; readonly file: DropFile; readonly format: FileFormat; readonly problem: FormatProblem }
  /** `name`: of the table itself, in the zip when it is in one. */
  | { readonly sort: 'table'; readonly file: DropFile; readonly name: string; readonly format: FileFormat }
  | { readonly sort: 'auditfile'; readonly files: readonly DropFile[]; readonly format: FileFormat }
  | { readonly sort: 'invoices'; readonly files: readonly InvoiceSource[] }
  | { readonly sort: 'bank'; readonly file: DropFile; readonly format: FileFormat };

export interface InvoiceSource {
  readonly file: DropFile;
  readonly format: FileFormat;
}

/** An auditfile by its first bytes. */
interface AuditfilePart {
  readonly file: DropFile;
  readonly format: FileFormat;
  /** It has the masthead, and so begins a set. */
  readonly isFirst: boolean;
}

/** What was found of the files of a drop so far. */
class Found {
  readonly parts: DropPart[] = [];
  readonly invoices: InvoiceSource[] = [];
  readonly auditfiles: AuditfilePart[] = [];

  all(): readonly DropPart[] {
    const invoices: DropPart[] = this.invoices.length > 0 ? [{ sort: 'invoices', files: this.invoices }] : [];
    return [...this.parts, ...auditfileSets(this.auditfiles), ...invoices];
  }
}

/**
 * Sorts the files of a drop into what is read together, by content and never by name: tables and bank files one by one, the
 * parts of a split auditfile, all invoices and PDFs. A zip is what is in it: auditfiles, bank files, invoices, or tables. A
 * file that cannot be opened is refused by itself. `asked` is called before each file; it may throw to stop.
 */
export async function recognised(files: DropFiles, asked: (file: DropFile) => void): Promise<readonly DropPart[]> {
  const found = new Found();
  for (const file of files.all) {
    asked(file);
    try {
      await addFile(file, files, found);
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
      found.parts.push({ sort: 'refused', file, format: 'unknown', problem: error.problem });
    }
  }
  files.forget();
  return found.all();
}

async function addFile(file: DropFile, files: DropFiles, found: Found): Promise<void> {
  if (file.size === 0) {
    found.parts.push({ sort: 'refused', file, format: 'empty', problem: formatProblem('drop-empty') });
    return;
  }
  const start = await firstBytes(file.open(), detectionBytes);
  const guess = detectFormat(start);
  const whole = isToldByTheWhole(guess) ? await file.bytes() : null;
  const format = whole ? detectFormat(whole) : guess;
  switch (format) {
    case 'zip':
      if (whole && holdsAuditfile(whole)) found.auditfiles.push({ file, format: 'xaf', isFirst: true });
      else addArchive(file, await files.archive(file), found);
      break;
    case 'gzip':
    case 'clair2':
    case 'adf':
      found.auditfiles.push({ file, format, isFirst: true });
      break;
    case 'xaf':
      found.auditfiles.push({ file, format, isFirst: hasMasthead(start) });
      break;
    case 'ubl':
    case 'pdf':
    case 'xml':
      if (isTooLarge(file)) found.parts.push(tooLarge(file, format));
      else found.invoices.push({ file, format });
      break;
    default:
      if (isTooLarge(file)) found.parts.push(tooLarge(file, format));
      else if (bankReaderOf(format)) found.parts.push({ sort: 'bank', file, format });
      else found.parts.push({ sort: 'table', file, name: file.name, format });
  }
}

function isTooLarge({ size }: DropFile): boolean {
  return size > limits.wholeFileBytes;
}

function tooLarge(file: DropFile, format: FileFormat): DropPart {
  const limit = Math.floor(limits.wholeFileBytes / (1024 * 1024));
  const problem = formatProblem('too-large', { megabytes: Math.ceil(file.size / 1e6), limit });
  return { sort: 'refused', file, format, problem };
}

/** Lists, and what holds them where it is refused by name. */
const listFormats: readonly FileFormat[] = [
  ...(['table', 'xlsx', 'ods', 'excel-xml'] as const),
  ...(['xls', 'xlsb', 'locked', 'numbers', 'dbf', 'coda', 'ofx', 'qif', 'exact-xml', 'afas-xml'] as const),
];

/** Bank files of a zip are one unit, as banks export a file per account and day; tables are one each. */
function addArchive(file: DropFile, archive: Archive, found: Found): void {
  const has = (formats: readonly FileFormat[]) => archive.files.some(({ format }) => formats.includes(format));
  if (holdsBankFiles(archive)) found.parts.push({ sort: 'bank', file, format: 'zip' });
  else if (has(['ubl', 'pdf', 'xml'])) found.invoices.push({ file, format: 'zip' });
  else if (has(listFormats)) {
    for (const { name, format } of archive.files) {
      found.parts.push({ sort: 'table', file, name: `${file.name}/${name}`, format });
    }
  } else found.parts.push({ sort: 'refused', file, format: 'zip', problem: formatProblem('archive-no-invoices') });
}

function hasMasthead(start: Uint8Array): boolean {
  let text = '';
  for (const byte of start.subarray(0, 16_384)) if (byte !== 0) text += String.fromCharCode(byte);
  return /<(?:[\w.-]+:)?header[\s>]/i.test(text) && !/vervolgbestand\s+(?!1\s)\d+\s+van/i.test(text);
}

/** Each file with a masthead begins a set; the others go with the one whose name is like theirs, or with the only one. */
function auditfileSets(parts: readonly AuditfilePart[]): readonly DropPart[] {
  const sets = parts.filter(({ isFirst }) => isFirst).map(({ file, format }) => ({ files: [file], format }));
  for (const { file, format, isFirst } of parts) {
    if (isFirst) continue;
    const named = sets.filter(({ files }) => stemOf(files[0]!.name) === stemOf(file.name));
    const own = named.length === 1 ? named[0] : sets.length === 1 ? sets[0] : undefined;
    if (own) own.files.push(file);
    else sets.push({ files: [file], format });
  }
  return sets.map(({ files, format }) => ({ sort: 'auditfile', files, format }));
}

/** A file name without its ending and without the number of its part. */
function stemOf(name: string): string {
  return name
    .replace(/\.[^./\\]{1,5}$/, '')
    .replace(/[-_ (]+\d{1,4}\)?$/, '')
    .toLowerCase();
}
