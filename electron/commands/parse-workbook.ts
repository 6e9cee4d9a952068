import { readBankWorkbook } from '#shared/formats/bank/csv/read-workbook.ts';
import { type Answer, done } from './answer.ts';
import { bankAnswer } from './parse-bank.ts';
import { parseItems } from './parse-items.ts';
import { bytesOf, type ParsedFile } from './parsed-file.ts';

/** Prints a workbook: a bank's table of transactions, else open items. */
export async function parseWorkbook(file: ParsedFile): Promise<Answer> {
  const reading = await readBankWorkbook(await bytesOf(file));
  return reading ? done(bankAnswer(file.fileName, reading)) : parseItems(file);
}
