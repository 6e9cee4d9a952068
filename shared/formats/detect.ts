import { unzipSync } from 'fflate';
import { isBankTable } from './bank/csv/is-bank-table.ts';
import { isMt940 } from './bank/mt940/recognise.ts';
import { namedBytes, namedPart, namedText } from './detect-named.ts';
import { xmlFormat } from './detect-xml.ts';
import { decodeStart } from './encoding.ts';
import type { FileFormat } from './file-format.ts';
import { windows1252Text } from './single-byte.ts';

/** How much of a file's beginning tells what it is; only of a zip the end is asked too. */
export const detectionBytes = 65_536;

const signatures: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b]],
];

/**
 * Recognises a file by its content, never by its name (formats document §1.1, §2, §3): a signature, the root and the
 * vocabulary of XML, the tags of MT940, the headings of a bank's table. Takes the whole file or its first
 * {@link detectionBytes}; text that is none of these is a `table`, and what is no text at all is `unknown`.
 */
export function detectFormat(bytes: Uint8Array): FileFormat {
  for (const [format, signature] of signatures) {
    if (signature.every((byte, i) => bytes[i] === byte)) return format === 'zip' ? zipFormat(bytes) : format;
  }
  return namedBytes(bytes) ?? textFormat(decodeStart(bytes, detectionBytes), bytes.length > detectionBytes);
}

/** First part of most workbooks; also of other office documents, which the workbook reader refuses. */
const typesPart = '[Content_Types].xml';

/** What an OpenDocument file says of itself, unpacked, before all else. */
const openDocument = /^mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/;

/** A workbook or other office document by the names of its parts; those at the start where the list at the end is cut off. */
function zipFormat(bytes: Uint8Array): FileFormat {
  const open = openDocument.exec(windows1252Text(bytes.subarray(30, 120)))?.[1];
  if (open) return open === 'spreadsheet' ? 'ods' : 'document';
  let found: FileFormat = 'zip';
  try {
    unzipSync(bytes, {
      filter({ name }) {
        const named = namedPart(name);
        if (named) found = named;
        else if (found === 'zip' && name.startsWith('xl/')) found = 'xlsx';
        return false;
      },
    });
    return found;
  } catch {
    const start = windows1252Text(bytes.subarray(0, detectionBytes));
    const isWorkbook =
      start.includes('xl/workbook') || start.includes('xl/worksheets') || start.startsWith(typesPart, 30);
    return isWorkbook ? 'xlsx' : 'zip';
  }
}

function textFormat(start: string, isCut: boolean): FileFormat {
  const text = withoutBlankStart(start);
  if (text === '') return isCut ? 'unknown' : 'empty';
  if (isMt940(text)) return 'mt940';
  const other = namedText(text) ?? xmlFormat(text);
  if (other !== null) return other;
  if (isBinary(text)) return 'unknown';
  return isBankTable(wholeLines(text, isCut)) ? 'bankcsv' : 'table';
}

/** Past white space, byte order marks, Ctrl-Z and zeros. */
function withoutBlankStart(text: string): string {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) <= 32 || '\u00a0\u200b\ufeff'.includes(text[at]!))) at++;
  return text.slice(at);
}

/** Zero bytes and control characters no text has; Ctrl-Z ends a DOS text. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let i = 0; i < text.length && i < 4096; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 26)) controls++;
  }
  return controls > 8;
}

function wholeLines(text: string, isCut: boolean): string {
  if (!isCut) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end > 0 ? text.slice(0, end + 1) : text;
}
