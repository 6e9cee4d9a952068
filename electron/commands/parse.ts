import { basename } from 'node:path';
import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import type { FileFormat } from '#shared/formats/file-format.ts';
import { FormatRefusal, formatProblemText } from '#shared/formats/problem.ts';
import { problem, problemText } from '#shared/formats/table/problems.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { type Answer, unreadable, wrongArguments } from './answer.ts';
import { readArguments } from './arguments.ts';
import { isBankZip, parseBank, parseBankArchive } from './parse-bank.ts';
import { parseItems } from './parse-items.ts';
import { parseInvoiceArchive, parseUbl } from './parse-ubl.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { isAuditfileZip, parseXaf } from './parse-xaf.ts';
import { fileSize, formatOf, type ParsedFile } from './parsed-file.ts';
import { choiceOptions, tableChoices } from './table-choices.ts';

/** Reads a file of one format and prints it; may throw a {@link FormatRefusal}. */
type Printer = (file: ParsedFile) => Promise<Answer>;

/** One line per format Voldaan reads. */
const printers: Partial<Record<FileFormat, Printer>> = {
  mt940: parseBank(readMt940),
  table: parseItems,
  xlsx: parseWorkbook,
  ods: parseWorkbook,
  'excel-xml': parseWorkbook,
  bankcsv: parseBank(readBankCsv),
  camt052: parseBank(readCamt),
  camt053: parseBank(readCamt),
  camt054: parseBank(readCamt),
  ubl: parseUbl,
  xml: parseOtherXml,
  zip: parseZip,
  xaf: parseXaf,
  clair2: parseXaf,
  adf: parseXaf,
  gzip: parseXaf,
};

/** What `--as` may name, and the reader it chooses. */
const asked = { mt940: 'mt940', camt: 'camt053', bankcsv: 'bankcsv', xaf: 'xaf', ubl: 'ubl', items: 'table' } as const;
type AskedFormat = keyof typeof asked;

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/** `parse FILE [--as FORMAT] [--decimals comma|point] [--dates dmy|mdy] [--currency CODE]`: what Voldaan reads in a file. */
export async function parseCommand(args: readonly string[]): Promise<Answer> {
  const given = readArguments(args, { as: {}, ...choiceOptions }, 1);
  return parseFile(given.words[0]!, given.one('as'), tableChoices(given));
}

/**
 * Reads a file by what it is, or by the reader `as` names, and answers as `parse` prints that format. A file its reader
 * refuses answers with the code of the refusal; one of a format that has no reader with `not-supported`.
 */
export async function parseFile(path: string, as: string | null, choices: ImportChoices = {}): Promise<Answer> {
  if (as !== null && !isAskedFormat(as)) {
    return wrongArguments(`--as kent alleen ${Object.keys(asked).join(', ')}`);
  }
  const fileName = basename(path);
  const size = await fileSize(path);
  if (typeof size !== 'number') return size;
  const file = { path, fileName, size, choices };
  try {
    if (as === null) return await (printers[await formatOf(file)] ?? parseItems)(file);
    const print = printers[asked[as]];
    return print
      ? await print(file)
      : unreadable('not-supported', problemText(translate, fileName, problem(`is-${as}`)));
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    return unreadable(error.problem.code, formatProblemText(translate, fileName, error.problem));
  }
}

/** By what is in it: auditfiles, bank files, else invoices. */
async function parseZip(file: ParsedFile): Promise<Answer> {
  if (await isAuditfileZip(file)) return parseXaf(file);
  return (await isBankZip(file)) ? parseBankArchive(file) : parseInvoiceArchive(file);
}

/** An invoice in a long envelope, or a document that is refused by name; what is neither is told as any file that is not read. */
async function parseOtherXml(file: ParsedFile): Promise<Answer> {
  try {
    return await parseUbl(file);
  } catch (error) {
    if (!(error instanceof FormatRefusal) || !/^ubl-(?:cii|other)$/.test(error.problem.code)) return parseItems(file);
    throw error;
  }
}

function isAskedFormat(word: string): word is AskedFormat {
  return Object.hasOwn(asked, word);
}
