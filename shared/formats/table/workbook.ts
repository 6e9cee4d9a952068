import { detectFormat } from '../detect.ts';
import { FormatRefusal } from '../problem.ts';
import { FalseEncoding } from '../xml/decoding.ts';
import { workbookLimits } from '../xml/limits.ts';
import { readXml, type XmlHandler } from '../xml/read.ts';
import { zipEntries } from '../zip-archive.ts';
import { type ZipFault, ZipRefusal } from '../zip-refusal.ts';
import { ExcelXml } from './excel-xml.ts';
import type { GrownSheets } from './grown-sheets.ts';
import { OpenDocument } from './open-document.ts';
import { refuse } from './problems.ts';
import type { ReadWorkbook, Sheet } from './reading.ts';
import { readXlsx } from './xlsx/read.ts';

/** The sheets of a workbook; see {@link readWorkbookSheets}. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return (await readWorkbookSheets(bytes)).sheets;
}

/**
 * Reads every sheet of a workbook as values (formats document §4.2 rule 11), whether XLSX, OpenDocument or the XML of Excel
 * 2003: cached results of formulas, dates as days. Zeros a format puts in front of a number are read with it (rule 9), the sign
 * of another currency and texts around it are kept beside it. What is zipped is unpacked under the limits of any zip. @throws TableRefusal
 */
export async function readWorkbookSheets(bytes: Uint8Array): Promise<ReadWorkbook> {
  const isZip = bytes[0] === 0x50;
  try {
    switch (detectFormat(bytes)) {
      case 'excel-xml':
        return grown(bytes, new ExcelXml());
      case 'ods':
        return grown(isZip ? contentOf(bytes) : bytes, new OpenDocument());
      default:
        return await readXlsx(zipEntries(bytes));
    }
  } catch (error) {
    if (error instanceof ZipRefusal) refuse(zipCodes[error.fault]);
    if (error instanceof FalseEncoding) refuse('workbook-damaged');
    if (!(error instanceof FormatRefusal)) throw error;
    const { code, row } = error.problem;
    refuse(xmlCodes[code] ?? 'workbook-damaged', {}, isZip ? null : row);
  }
}

function grown(xml: Uint8Array, handler: XmlHandler & { readonly sheets: GrownSheets }): ReadWorkbook {
  readXml(xml, handler, workbookLimits);
  return handler.sheets.done();
}

function contentOf(bytes: Uint8Array): Uint8Array {
  const content = zipEntries(bytes).find(({ name }) => name === 'content.xml');
  return content?.unpack() ?? refuse('workbook-damaged');
}

const zipCodes: Readonly<Record<ZipFault, string>> = {
  damaged: 'workbook-damaged',
  'too-large': 'workbook-too-large',
  unsafe: 'workbook-unsafe',
  encrypted: 'workbook-damaged',
  method: 'workbook-damaged',
};

const xmlCodes: Readonly<Record<string, string>> = {
  'xml-doctype': 'workbook-unsafe',
  'too-large': 'workbook-too-large',
  'xml-elements': 'workbook-too-large',
};
