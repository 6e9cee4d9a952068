import { epochDay } from '#shared/dates/civil.ts';
import { workbookLimits } from '../../xml/limits.ts';
import { streamXml, type XmlHandler } from '../../xml/read.ts';
import type { ZipEntry } from '../../zip-archive.ts';
import { GrownSheets } from '../grown-sheets.ts';
import { refuse } from '../problems.ts';
import type { ReadWorkbook } from '../reading.ts';
import { Book, Relations } from './book.ts';
import { XlsxSheet } from './sheet.ts';
import { CellStyles } from './styles.ts';
import { SharedTexts } from './texts.ts';

/** Day 0 of the two systems; that of 1900 has a 29 February too many before every day a list can have. */
const dayZero = { of1900: epochDay('1899-12-30'), of1904: epochDay('1904-01-01') };

/**
 * Reads XLSX (ECMA-376): dates by number format and by the workbook's 1900 or 1904 system. Parts are unpacked one after the
 * other and never whole, so that what is in memory is the cells.
 */
export async function readXlsx(entries: readonly ZipEntry[]): Promise<ReadWorkbook> {
  const parts = new Parts(entries);
  const place = partAt(
    '',
    (await parts.read('_rels/.rels', new Relations())).byKind('officeDocument') ?? 'xl/workbook.xml',
  );
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const name = place.slice(place.lastIndexOf('/') + 1);
  if (!parts.has(folder + name)) refuse('workbook-damaged');
  const book = await parts.read(folder + name, new Book());
  const relations = await parts.read(`${folder}_rels/${name}.rels`, new Relations());
  const within = (target: string | undefined): string => (target === undefined ? '' : partAt(folder, target));
  const { texts } = await parts.read(within(relations.byKind('sharedStrings')), new SharedTexts());
  const styles = await parts.read(within(relations.byKind('styles')), new CellStyles());
  const vocabulary = { texts, styles, dayZero: book.countsFrom1904 ? dayZero.of1904 : dayZero.of1900 };
  const sheets = new GrownSheets();
  for (const sheet of book.sheets) {
    const relation = relations.byId(sheet.relation);
    if (relation === undefined || !parts.has(within(relation.target))) refuse('workbook-damaged');
    if (relation.kind !== 'worksheet') continue;
    sheets.startSheet(sheet.name, sheet.hidden);
    await parts.read(within(relation.target), new XlsxSheet(sheets, vocabulary));
  }
  return sheets.done();
}

/** The name of the part a relation of one in a folder leads to: `../xl/styles.xml`, `./styles.xml` and `/xl/styles.xml` are one. */
function partAt(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The parts of a package by their names, which are the same in capitals. */
class Parts {
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  constructor(entries: readonly ZipEntry[]) {
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Has a part read; one that is not there is as one with nothing in it. */
  async read<Handler extends XmlHandler>(name: string, handler: Handler): Promise<Handler> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry !== undefined) await streamXml(entry.chunks(), handler, workbookLimits);
    return handler;
  }
}
