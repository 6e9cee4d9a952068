/** What a file is. Only the first row is read by Voldaan; the second is told by name. */
export type FileFormat =
  | ('mt940' | 'camt052' | 'camt053' | 'camt054' | 'bankcsv' | 'xaf' | 'ubl' | 'table' | 'xlsx' | 'zip' | 'gzip')
  | ('clair2' | 'adf' | 'pdf' | 'xls' | 'xml' | 'html' | 'rtf' | 'image' | 'empty' | 'unknown');
