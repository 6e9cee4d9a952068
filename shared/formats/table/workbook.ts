import readWorkbook from 'read-excel-file/universal';
import { fromEpochDay } from '#shared/dates/civil.ts';
import { refuse, TableRefusal } from './problems.ts';
import type { Cell, Row } from './reading.ts';
import { storedZip, unpackXmlParts } from './zip-guard.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

const mostColumns = 500;
const mostCells = 30_000_000;
const dayMs = 86_400_000;

/**
 * Reads every sheet of an XLSX file as values (formats document §4.2 rule 11): cached results of formulas, dates by number
 * format and by the workbook's 1900 or 1904 system. The file is unpacked under the zip limits first; sheets that claim
 * an area no list has are refused before they are laid out.
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = unpackedParts(bytes);
  const decoder = new TextDecoder('utf-8');
  const workbook = decoder.decode(parts['xl/workbook.xml'] ?? new Uint8Array());
  if (workbook === '') refuse('workbook-damaged');
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/') && name.endsWith('.xml')) checkArea(decoder.decode(part));
  }
  parts['xl/workbook.xml'] = new TextEncoder().encode(workbook.replace(/date1904="true"/, 'date1904="1"'));
  const hidden = hiddenSheets(workbook);
  try {
    const sheets = await readWorkbook(storedZip(parts));
    return sheets.map((sheet) => ({
      name: sheet.sheet,
      hidden: hidden.has(sheet.sheet),
      rows: (sheet.data as readonly (readonly unknown[])[]).map((row) => row.map(cellOf)),
    }));
  } catch {
    return refuse('workbook-damaged');
  }
}

function unpackedParts(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unpackXmlParts(bytes);
  } catch (error) {
    if (error instanceof TableRefusal) throw error;
    return refuse('workbook-damaged');
  }
}

/** Refuses DOCTYPE and an outermost cell beyond what a list can have; a single far cell would fill memory with empty ones. */
function checkArea(xml: string): void {
  if (xml.includes('<!DOCTYPE')) refuse('workbook-unsafe');
  let widest = 0;
  let lowest = 0;
  for (const [, letters, digits] of xml.matchAll(/ r="([A-Z]{1,4})(\d{1,8})"/g)) {
    const length = letters!.length;
    if (length >= widest || length > 2) widest = Math.max(widest, columnNumber(letters!));
    const row = Number(digits);
    if (row > lowest) lowest = row;
  }
  if (widest > mostColumns) refuse('too-many-columns', { columns: widest });
  if (widest * lowest > mostCells || lowest > 1_048_576) refuse('workbook-too-large');
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function hiddenSheets(workbook: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name && /\bstate="(?:hidden|veryHidden)"/.test(tag)) names.add(unescaped(name));
  }
  return names;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (value instanceof Date) return fromEpochDay(Math.floor(value.getTime() / dayMs + 1e-6));
  return String(value);
}
