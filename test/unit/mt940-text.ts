import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import type { BankReading, BankTransaction } from '#shared/formats/bank/statement.ts';
import { FormatRefusal, formatProblemText } from '#shared/formats/problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

export function readText(text: string): BankReading {
  return readMt940(new TextEncoder().encode(text));
}

/** A text cut into lines of 65 characters, as banks do. */
export function wrapped(text: string): string {
  return text.match(/.{1,65}/gs)?.join('\r\n') ?? '';
}

/** One statement of `NL18ABCD0123456789` around these lines; its balances do not matter. */
export function around(lines: string, header = '', account = 'NL18ABCD0123456789'): string {
  return `${header}:20:A\r\n:25:${account}\r\n:28C:1/1\r\n:60F:C260101EUR0,\r\n${lines}\r\n:62F:C260131EUR0,\r\n-\r\n`;
}

/** The only transaction of a file. */
export function onlyLine(text: string): BankTransaction {
  const lines = readText(text).statements.flatMap(({ transactions }) => transactions);
  if (lines.length !== 1) throw new Error(`${lines.length} transactions`);
  return lines[0]!;
}

/** What a transaction says, without what is null, dates and place. */
export function saidBy(line: BankTransaction): Partial<BankTransaction> {
  const { bookDate: _book, valueDate: _value, row: _row, amount: _amount, ...said } = line;
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

export function codesOf(reading: BankReading): readonly string[] {
  return reading.warnings.map(({ code }) => code);
}

/** Warnings as the user reads them. */
export function warningsOf(reading: BankReading): readonly string[] {
  return reading.warnings.map((warning) => formatProblemText(translate, 'bank.940', warning));
}

/** The refusal as the user reads it; fails when the file is read. */
export function refusalOf(text: string): string {
  try {
    readText(text);
  } catch (error) {
    if (error instanceof FormatRefusal) return formatProblemText(translate, 'bank.940', error.problem);
    throw error;
  }
  throw new Error('the file was not refused');
}

/** The first blocks of a statement as a bank sends it over SWIFT. */
export const swift = (bic: string) => `{1:F01${bic}XXXX0000000000}{2:I940${bic}XXXXN}{4:\r\n`;

/** What banks write above a statement. */
export const headers = {
  abn: 'ABNANL2A\r\n940\r\nABNANL2A\r\n',
  oldIng: '0000 01INGBNL2AXXXX00001\r\n0000 01INGBNL2AXXXX00001\r\n940 00\r\n',
  lanschot: '0000 01FVLBNL22AXXX00042\r\n0000 01FVLBNL22AXXX00042\r\n940 00\r\n',
} as const;
