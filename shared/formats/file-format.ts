/** A workbook: XLSX, an OpenDocument spreadsheet, or the XML of Excel 2003. */
export type WorkbookFormat = 'xlsx' | 'ods' | 'excel-xml';

/** What a file is: of a format Voldaan reads, or one it only knows by name. */
export type FileFormat =
  | ('mt940' | 'camt052' | 'camt053' | 'camt054' | 'bankcsv' | 'xaf' | 'ubl' | 'table' | 'zip' | 'gzip')
  | WorkbookFormat
  | NamedFormat
  | ('pdf' | 'xml' | 'empty' | 'unknown');

/** What a bookkeeper has beside what is read: refused by name, with what to export instead. */
export type NamedFormat =
  | ('clair2' | 'adf' | 'other-auditfile' | 'exact-xml' | 'afas-xml')
  | ('coda' | 'ofx' | 'qif' | 'clieop' | 'payment-order' | 'collection-order' | 'order-status' | 'mandate')
  | ('xls' | 'xlsb' | 'locked' | 'numbers' | 'dbf' | 'database' | 'datev')
  | ('document' | 'html' | 'json' | 'email' | 'image' | 'packed');

const workbooks: ReadonlySet<FileFormat> = new Set<WorkbookFormat>(['xlsx', 'ods', 'excel-xml']);

export function isWorkbook(format: FileFormat): format is WorkbookFormat {
  return workbooks.has(format);
}

const byTheWhole: ReadonlySet<FileFormat> = new Set(['zip', 'xlsx', 'xls']);

/** Whether more than the beginning of a file is needed to tell what it is: the list of its parts may be anywhere. */
export function isToldByTheWhole(format: FileFormat): boolean {
  return byTheWhole.has(format);
}
