import { detectFormat } from './detect.ts';
import type { FileFormat } from './file-format.ts';

/** Recognised by their content: nothing else is written like it. */
const certain: ReadonlySet<FileFormat> = new Set([
  ...(['mt940', 'camt052', 'camt053', 'camt054', 'bankcsv'] as const),
  ...(['xaf', 'clair2', 'adf', 'ubl'] as const),
  // Refused by name, so that a statement in a folder is not silently passed over.
  ...(['coda', 'ofx', 'qif'] as const),
]);

/** What may hold a list or a bank's files, and anything else as well: the name has to speak for it too. */
const possible: ReadonlySet<FileFormat> = new Set([
  ...(['table', 'xlsx', 'ods', 'excel-xml', 'zip', 'gzip'] as const),
  ...(['xls', 'xlsb', 'locked', 'numbers', 'dbf'] as const),
]);
const possibleName = /\.(?:csv|txt|tab|tsv|asc|xlsx|xlsm|xlsb|xls|ods|fods|xml|numbers|dbf|zip|gz)$/i;

/**
 * Whether a file that lies among others, as in a folder for downloads, is one to import: by its first
 * `detectionBytes` and, where those do not decide, its name. Loose PDFs are not: whether they are invoices nobody can tell here.
 */
export function isImportFile(name: string, start: Uint8Array): boolean {
  const format = detectFormat(start);
  return certain.has(format) || (possible.has(format) && possibleName.test(name));
}

/** Names that need not be opened to know they are no import file. */
export function isOtherwiseNamed(name: string): boolean {
  return otherName.test(name);
}

const otherName =
  /\.(?:pdf|docx?|pptx?|odt|rtf|html?|eml|msg|ics|png|jpe?g|gif|webp|heic|svg|mp[34]|mov|avi|wav|exe|msi|dmg|pkg|deb|rpm|iso|appimage|jar|js|json)$/i;
