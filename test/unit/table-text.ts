import type { ImportChoices } from '#shared/domain/import/preview.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import { readTable } from '#shared/formats/table/read.ts';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const { t } = createTranslator('nl');

/** Reads a table written as text; the file is called `lijst.csv`. */
export function readText(text: string, choices: ImportChoices = {}): Promise<TableReading> {
  return readTable({ fileName: 'lijst.csv', bytes: new TextEncoder().encode(text), choices });
}

export function readBytes(bytes: Uint8Array, fileName = 'lijst.csv'): Promise<TableReading> {
  return readTable({ fileName, bytes });
}

/** The refusal as the user reads it; fails the test when there is none or a text is missing. */
export function refusalOf(reading: TableReading): string {
  if (!reading.refusal) throw new Error('the table was not refused');
  return problemText((key, params) => t(key, params), reading.fileName, reading.refusal);
}

export function warningsOf(reading: TableReading): readonly string[] {
  return reading.warnings.map((warning) => problemText((key, params) => t(key, params), reading.fileName, warning));
}

/** The facts of each item that fit on one line: number, date, due date, open in cents. */
export function factsOf(reading: TableReading): readonly (readonly (string | number | null)[])[] {
  return reading.items.map(({ number, date, dueDate, open }) => [number, date, dueDate, open]);
}
