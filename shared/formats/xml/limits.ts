import { limits } from '#shared/contract/limits.ts';

/** What an XML document may be (formats document §7.1). Sizes in bytes for the file, in characters for the rest. */
export interface XmlLimits {
  readonly fileBytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Text of one element, and of anything between two tags. */
  readonly textLength: number;
  readonly attributeLength: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

const mega = 1024 * 1024;

/** Statements and invoices: read whole. */
export const documentLimits: XmlLimits = {
  fileBytes: limits.wholeFileBytes,
  depth: 64,
  elements: 5_000_000,
  textLength: 64 * mega,
  attributeLength: 65_536,
  attributes: 256,
};

/** Bank files: nothing is enclosed in them. */
export const statementLimits: XmlLimits = { ...documentLimits, textLength: limits.lineLength };

/** Audit files: streamed. */
export const auditfileLimits: XmlLimits = {
  ...documentLimits,
  fileBytes: 1024 * mega,
  elements: 50_000_000,
  textLength: mega,
};

/** Workbooks: unpacked, a sheet is larger than its file. A cell is two elements at least. */
export const workbookLimits: XmlLimits = {
  ...documentLimits,
  fileBytes: 4 * limits.wholeFileBytes,
  elements: 3 * limits.tableCells,
};
