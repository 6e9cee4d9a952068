import readWorkbook from 'read-excel-file/universal';
import { limits } from '#shared/contract/limits.ts';
import { fromEpochDay } from '#shared/dates/civil.ts';
import { detectFormat } from '../detect.ts';
import { FormatRefusal } from '../problem.ts';
import { documentLimits } from '../xml/limits.ts';
import { readXml, type XmlHandler } from '../xml/read.ts';
import { CellSigns } from './cell-signs.ts';
import { mostColumns } from './cut-rows.ts';
import { ExcelXml } from './excel-xml.ts';
import type { GrownSheets } from './grown-sheets.ts';
import { OpenDocument } from './open-document.ts';
import { refuse, TableRefusal } from './problems.ts';
import type { Cell, ReadWorkbook, Sheet } from './reading.ts';
import { numbersIn, type ShownNumber, stylesShowing, withZeros } from './shown-formats.ts';
import { storedZip, unpackXmlParts } from './zip-guard.ts';

/** Cells a sheet may be laid out in, empty ones too. */
const mostCells = 30_000_000;
/** As {@link mostCells}, of all sheets together: several may hold one far cell. */
const mostCellsInAll = 2 * mostCells;
/** A cell is two elements at least; unpacked, a workbook is larger than its file. */
const workbookLimits = { ...documentLimits, fileBytes: 4 * documentLimits.fileBytes, elements: mostCells };
const dayMs = 86_400_000;
/** What stands before the place of a cell, as in `<c r="B12">`. */
const reference = ' r="';

/** The sheets of a workbook; see {@link readWorkbookSheets}. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return (await readWorkbookSheets(bytes)).sheets;
}

/**
 * Reads every sheet of a workbook as values (formats document §4.2 rule 11), whether XLSX, OpenDocument or the XML of Excel
 * 2003: cached results of formulas, dates as days. Zeros a format puts in front of a number are read with it (rule 9), the sign of another
 * currency is kept beside it.
 */
export async function readWorkbookSheets(bytes: Uint8Array): Promise<ReadWorkbook> {
  switch (detectFormat(bytes)) {
    case 'excel-xml':
      return sheetsOfXml(bytes, new ExcelXml());
    case 'ods':
      return sheetsOfXml(
        bytes[0] === 0x50 ? (unpackedParts(bytes)['content.xml'] ?? refuse('workbook-damaged')) : bytes,
        new OpenDocument(),
      );
    default:
      return sheetsOfXlsx(bytes);
  }
}

function sheetsOfXml(xml: Uint8Array, handler: XmlHandler & { readonly sheets: GrownSheets }): ReadWorkbook {
  try {
    readXml(xml, handler, workbookLimits);
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    const { code, row } = error.problem;
    const isLarge = code === 'too-large' || code === 'xml-elements';
    refuse(code === 'xml-doctype' ? 'workbook-unsafe' : isLarge ? 'workbook-too-large' : 'workbook-damaged', {}, row);
  }
  return handler.sheets.done();
}

/**
 * XLSX: dates by number format and by the workbook's 1900 or 1904 system. The file is unpacked under the zip limits first; sheets that claim
 * an area no list has are refused before they are laid out.
 */
async function sheetsOfXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  let hiddenRows = 0;
  let unsavedFormulas = 0;
  let area = 0;
  const parts = unpackedParts(bytes);
  const decoder = new TextDecoder('utf-8');
  const workbook = decoder.decode(parts['xl/workbook.xml'] ?? new Uint8Array());
  if (workbook === '') refuse('workbook-damaged');
  const styles = stylesShowing(decoder.decode(parts['xl/styles.xml'] ?? new Uint8Array()));
  const shown = new Map<string, readonly ShownNumber[]>();
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/') && name.endsWith('.xml')) {
      const xml = decoder.decode(part);
      area += areaOf(xml);
      if (area > mostCellsInAll) refuse('workbook-too-large');
      shown.set(name, [...numbersIn(styles, xml)]);
      hiddenRows += times(xml, /<row\b[^>]* hidden="(?:1|true)"/g);
      unsavedFormulas += times(xml, /(?:<\/f>|<f\b[^>]*\/>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g);
    }
  }
  parts['xl/workbook.xml'] = new TextEncoder().encode(workbook.replace(/date1904="true"/, 'date1904="1"'));
  const hidden = hiddenSheets(workbook);
  const paths = sheetPaths(workbook, decoder.decode(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()));
  try {
    const sheets = await readWorkbook(storedZip(parts));
    const read = sheets.map((sheet, i) => {
      const rows = (sheet.data as readonly (readonly unknown[])[]).map((row) => row.map(cellOf));
      const signs = withShown(rows, shown.get(paths[i] ?? '') ?? []);
      return { name: sheet.sheet, hidden: hidden.has(sheet.sheet), rows, signs };
    });
    return { sheets: read, hiddenRows, unsavedFormulas };
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

/**
 * Cells a sheet is laid out in. Refuses DOCTYPE and an outermost cell beyond what a list can have; a single far cell would fill
 * memory with empty ones.
 */
function areaOf(xml: string): number {
  if (xml.includes('<!DOCTYPE')) refuse('workbook-unsafe');
  let widest = 0;
  let lowest = 0;
  for (let at = xml.indexOf(reference); at >= 0; at = xml.indexOf(reference, at + reference.length)) {
    let place = at + reference.length;
    let column = 0;
    let row = 0;
    let code = xml.charCodeAt(place);
    for (; code >= 65 && code <= 90 && column < mostCells; code = xml.charCodeAt(++place))
      column = column * 26 + code - 64;
    for (; code >= 48 && code <= 57 && row < mostCells; code = xml.charCodeAt(++place)) row = row * 10 + code - 48;
    if (column === 0) continue;
    if (column > widest) widest = column;
    if (row > lowest) lowest = row;
  }
  if (widest > mostColumns) refuse('too-many-columns', { columns: widest });
  if (widest * lowest > mostCells || lowest > 1_048_576) refuse('workbook-too-large');
  const rows = occurrences(xml, '<row ');
  if (rows > limits.tableRows) refuse('too-many-rows', { rows, limit: limits.tableRows }, limits.tableRows + 1);
  return widest * lowest;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

function times(xml: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of xml.matchAll(pattern)) count++;
  return count;
}

/** Puts in the rows what their numbers show in front; what is left are the signs beside amounts. */
function withShown(rows: readonly Cell[][], numbers: readonly ShownNumber[]): CellSigns {
  const signs = new CellSigns();
  for (const { row, column, shown } of numbers) {
    const value = rows[row]?.[column];
    if (typeof value !== 'number') continue;
    if ('sign' in shown) signs.add(row, column, shown.sign);
    else rows[row]![column] = withZeros(value, shown.digits) ?? value;
  }
  return signs;
}

/** The part each sheet is in, in order. */
function sheetPaths(workbook: string, relations: string): readonly string[] {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const [id, target] = [/\bId="([^"]*)"/.exec(tag)?.[1], /\bTarget="([^"]*)"/.exec(tag)?.[1]];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].filter(([tag]) => /\bname="[^"]/.test(tag));
  return tags.map(([tag]) => targets.get(/\w:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '');
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
