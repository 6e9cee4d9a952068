/** What the bytes of a file are, whatever its name says. */
export type ContentKind =
  | 'text'
  | 'workbook'
  | 'zip'
  | 'xls'
  | 'pdf'
  | 'image'
  | 'html'
  | 'rtf'
  | 'mt940'
  | 'camt'
  | 'xaf'
  | 'ubl'
  | 'xml'
  | 'empty';

const signatures: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Bytes of old spreadsheet files without a compound header (BIFF2 to BIFF4). */
function isBareBiff(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04) && bytes[3] === 0x00;
}

/**
 * Recognises a file by content (formats document §1.1, §2, §3): a signature, or the first words of a text.
 * A zip that holds `xl/` parts is a workbook. Anything that reads as text and is none of these is `text`.
 */
export function contentKind(bytes: Uint8Array): ContentKind {
  let blank = true;
  for (let i = 0; i < bytes.length && i < 4096 && blank; i++) {
    const byte = bytes[i]!;
    blank = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xef || byte === 0xbb || byte === 0xbf;
  }
  if (blank && bytes.length <= 4096) return 'empty';
  for (const [kind, signature] of signatures) {
    if (!signature.every((byte, i) => bytes[i] === byte)) continue;
    return kind === 'zip' && looksLikeWorkbook(bytes) ? 'workbook' : kind;
  }
  if (isBareBiff(bytes)) return 'xls';
  return textKind(asciiStart(bytes, 6000));
}

/** First bytes as text, good enough to recognise markup; NULs of UTF-16 and a byte order mark fall away. */
function asciiStart(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let i = 0; i < bytes.length && i < length; i++) {
    const byte = bytes[i]!;
    if (byte !== 0 && byte < 0x80) text += String.fromCharCode(byte);
  }
  return text;
}

function looksLikeWorkbook(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_536));
  const names = `${asciiStart(bytes, 65_536)}${asciiStart(tail, 65_536)}`;
  return names.includes('xl/workbook') || names.includes('xl/worksheets') || names.includes('[Content_Types].xml');
}

function textKind(start: string): ContentKind {
  const text = start.trimStart();
  if (/^<(?:!doctype\s+html|html|head|body|table)\b/i.test(text)) return 'html';
  if (text.startsWith('<')) return markupKind(text);
  if (/^(?:\{1:|:940:|:20:)/.test(text) || /(?:^|\n):20:[^\n]*\r?\n(?::\d\d[A-Z]?:|)/.test(text)) return 'mt940';
  return 'text';
}

function markupKind(text: string): ContentKind {
  if (/<(?:\w+:)?auditfile\b/i.test(text)) return 'xaf';
  if (/camt\.05[234]|<(?:\w+:)?BkToCstmr/.test(text)) return 'camt';
  if (/oasis:names:specification:ubl|<(?:\w+:)?(?:Invoice|CreditNote|StandardBusinessDocument)\b/.test(text))
    return 'ubl';
  return text.startsWith('<?xml') || /^<[A-Za-z!]/.test(text) ? 'xml' : 'text';
}
