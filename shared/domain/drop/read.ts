import { FailureError } from '../../contract/errors.ts';
import { bankReaderOf, readBankArchive } from '../../formats/bank/archive.ts';
import { readBankWorkbook } from '../../formats/bank/csv/read-workbook.ts';
import type { ReadFile } from '../../formats/bank/file-set.ts';
import { type FileFormat, isWorkbook } from '../../formats/file-format.ts';
import type { AssumedDay } from '../../formats/list-reading.ts';
import { type FormatProblem, FormatRefusal, formatProblem } from '../../formats/problem.ts';
import type { ReadControl } from '../../formats/source.ts';
import { asOfInName } from '../../formats/table/as-of.ts';
import { readTable } from '../../formats/table/read.ts';
import type { ProblemInFile } from '../../formats/ubl/files.ts';
import { xafItems } from '../../formats/xaf/list.ts';
import { readXafSet } from '../../formats/xaf/read.ts';
import type { XafReading } from '../../formats/xaf/reading.ts';
import { hashBytes, hashText } from '../event.ts';
import type { DropChoices, DropOwner, FileMarks } from './drop.ts';
import type { DropFile } from './files.ts';
import { readInvoices } from './invoices.ts';
import { contradicts, noMarks, ownerOf, ownerOfTable } from './owner.ts';
import type { DropPart } from './recognise.ts';
import { type DropReader, type ReadUnit, unitId } from './unit.ts';

/**
 * Reads one part of a drop: mostly one unit; invoices and bank files give one per administration they are of. What is refused
 * is a unit too, with its reason.
 * @throws FormatRefusal `cancelled`
 */
export async function readPart(
  reader: DropReader,
  part: DropPart,
  choices: DropChoices,
  control: ReadControl,
): Promise<readonly ReadUnit[]> {
  try {
    switch (part.sort) {
      case 'refused':
        return [await refusedUnit(part.file, part.format, part.problem)];
      case 'table':
        return await readTableUnit(reader, part, choices, control);
      case 'auditfile':
        return [await readAuditfile(reader, part, control)];
      case 'invoices':
        return await readInvoices(reader, part.files, control);
      case 'bank':
        return await readBank(reader, part, control);
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const problem = problemIn(error);
    if (problem.code === 'cancelled') throw error;
    const files = 'files' in part ? part.files : [part.file];
    const file = 'file' in files[0]! ? files[0].file : files[0]!;
    const format = 'format' in part ? part.format : 'ubl';
    return [await refusedUnit(file, format, problem)];
  }
}

/** A reader that fails is our fault and stops no other file. */
function problemIn(error: unknown): FormatProblem {
  return error instanceof FormatRefusal ? error.problem : formatProblem('drop-failed', { detail: String(error) });
}

/** Hash of a file that may be gone; empty when it is. */
async function hashIfReadable(file: DropFile): Promise<string> {
  return file.sha256().catch(() => '');
}

async function refusedUnit(file: DropFile, format: FileFormat, problem: FormatProblem): Promise<ReadUnit> {
  // What is too large to be read is not read to be told apart either.
  const sha256 = problem.code === 'too-large' ? '' : await hashIfReadable(file);
  const { name } = file;
  const seen = { id: unitId(sha256, name), files: [name], sha256, format, warnings: [] };
  return { ...seen, content: { sort: 'refused', problem }, owner: { owner: 'unknown' } };
}

async function readTableUnit(
  reader: DropReader,
  part: Extract<DropPart, { sort: 'table' }>,
  choices: DropChoices,
  control: ReadControl,
): Promise<readonly ReadUnit[]> {
  const { name, format } = part;
  const bytes = await reader.files.bytes(name);
  // Asked when it is read: till then the hash may still be under way.
  const hashed = () => (name === part.file.name ? part.file.sha256() : hashBytes(bytes));
  if (isWorkbook(format)) {
    const reading = await readBankWorkbook(bytes, control);
    if (reading) {
      return bankUnits(reader, { name, sha256: await hashed(), format }, [{ fileName: name, reading }], []);
    }
  }
  const { remembered } = reader;
  const reading = await readTable({ fileName: name, bytes, choices, remembered });
  const called = asOfInName(name).map((day): AssumedDay => ({ from: 'name', day }));
  const { modified } = part.file;
  const asOfAssumed: readonly AssumedDay[] = modified ? [...called, { from: 'modified', day: modified }] : called;
  const marks: FileMarks = { ...noMarks, ...reading.titleMarks };
  const owner = ownerOfTable(reading.titleMarks, reader.open, reader.portfolio);
  const sha256 = await hashed();
  return [
    {
      id: unitId(sha256, name),
      files: [name],
      sha256,
      format,
      content: { sort: 'list', reading: { ...reading, asOfAssumed } },
      owner,
      warnings: otherCompany(reader, owner, marks, { file: name, company: reading.titleMarks.stated }),
    },
  ];
}

async function readAuditfile(
  reader: DropReader,
  { files, format }: Extract<DropPart, { sort: 'auditfile' }>,
  control: ReadControl,
): Promise<ReadUnit> {
  const [first] = files;
  const name = first!.name;
  const read = await readXafSet(files, control);
  const hashes: string[] = [];
  for (const file of files) hashes.push(await file.sha256());
  const sha256 = hashes.length === 1 ? hashes[0]! : hashText(hashes.sort().join(' '));
  const marks = auditfileMarks(read);
  const owner = ownerOf(marks, reader.open, reader.portfolio);
  const warnings = read.warnings.map((problem): ProblemInFile => ({ file: name, problem }));
  // Before version 4.0 the number may be the package's own.
  const registered = read.version === '4.0' ? marks : { ...marks, kvk: [] };
  warnings.unshift(...otherCompany(reader, owner, registered, { file: name, company: read.company }));
  return {
    id: unitId(sha256, name),
    files: files.map((file) => file.name),
    sha256,
    format,
    content: { sort: 'list', reading: xafItems(read, name) },
    owner,
    warnings,
  };
}

/** A file that is taken for the open administration's while its registrations are others. */
function otherCompany(
  { open }: DropReader,
  { owner }: DropOwner,
  marks: FileMarks,
  { file, company }: { readonly file: string; readonly company: string | null },
): readonly ProblemInFile[] {
  if (open === null || owner === 'other' || !contradicts(marks, open)) return [];
  const called = company ?? marks.kvk[0] ?? marks.vatIds[0] ?? '';
  return [{ file, problem: formatProblem('drop-other-company', { company: called }) }];
}

function auditfileMarks({ company, companyIdent, companyVatId }: XafReading): FileMarks {
  const registered = /^\d{8}$/.test(companyIdent ?? '');
  return {
    accounts: [],
    kvk: registered && companyIdent !== null ? [companyIdent] : [],
    vatIds: companyVatId === null ? [] : [companyVatId],
    names: company === null ? [] : [company],
  };
}

async function readBank(
  reader: DropReader,
  { file, format }: Extract<DropPart, { sort: 'bank' }>,
  control: ReadControl,
): Promise<readonly ReadUnit[]> {
  const { name } = file;
  if (format === 'zip') {
    const { files, others, refused } = readBankArchive(await reader.files.archive(file), control);
    const left = others.map((other): ProblemInFile => {
      return { file: name, problem: formatProblem('bank-archive-other', { name: other }) };
    });
    const wrong = refused.map(({ fileName, problem }): ProblemInFile => ({ file: `${name}/${fileName}`, problem }));
    const inZip = files.map(({ fileName, reading }): ReadFile => ({ fileName: `${name}/${fileName}`, reading }));
    return bankUnits(reader, { name, sha256: await file.sha256(), format }, inZip, [...wrong, ...left]);
  }
  const bytes = await file.bytes();
  const reading = bankReaderOf(format)!(bytes, control);
  return bankUnits(reader, { name, sha256: await file.sha256(), format }, [{ fileName: name, reading }], []);
}

/** One unit per administration the statements are of, so that a file of the whole office can be dropped. */
function bankUnits(
  reader: DropReader,
  { name, sha256, format }: { readonly name: string; readonly sha256: string; readonly format: FileFormat },
  read: readonly ReadFile[],
  warnings: readonly ProblemInFile[],
): readonly ReadUnit[] {
  const accounts = [...new Set(read.flatMap(({ reading }) => reading.statements.map(({ account }) => account)))];
  const owners = new Map<string, { owner: DropOwner; accounts: string[] }>();
  for (const account of accounts) {
    const owner = ownerOf({ ...noMarks, accounts: account === '' ? [] : [account] }, reader.open, reader.portfolio);
    const key = owner.owner === 'other' ? `other ${owner.id}` : owner.owner;
    const known = owners.get(key);
    if (known) known.accounts.push(account);
    else owners.set(key, { owner, accounts: [account] });
  }
  if (owners.size === 0) owners.set('unknown', { owner: { owner: 'unknown' }, accounts: [] });
  const banks = new Set(read.map(({ reading }) => reading.bank));
  const [bank = null] = banks;
  return [...owners].map(([key, { owner, accounts: own }]) => ({
    id: unitId(sha256, owners.size === 1 ? name : `${name} ${key}`),
    files: [name],
    sha256,
    format,
    content: { sort: 'bank', bank: banks.size === 1 ? bank : null, read, accounts: own },
    owner: owner.owner === 'unknown-account' ? { ...owner, accounts: own } : owner,
    warnings,
  }));
}
