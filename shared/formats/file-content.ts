/** What a file may be beside an invoice (EN 16931 BT-125), by its mime type. */
const kinds: Readonly<Record<string, { readonly extension: string; readonly isSo: (bytes: Uint8Array) => boolean }>> = {
  'application/pdf': { extension: 'pdf', isSo: isPdf },
  'image/png': { extension: 'png', isSo: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  'image/jpeg': { extension: 'jpg', isSo: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  'text/csv': { extension: 'csv', isSo: isText },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', isSo: isZip },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', isSo: isZip },
};

/** Other names senders use for the same. */
const synonyms: Readonly<Record<string, string>> = {
  'application/x-pdf': 'application/pdf',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'application/csv': 'text/csv',
};

/** Extension of a type that is kept; null for any other. */
export function extensionOf(mime: string): string | null {
  return kinds[synonyms[mime] ?? mime]?.extension ?? null;
}

/** Whether the bytes are what a mime type says, by their first bytes (formats document §7.4). */
export function isContentOf(mime: string, bytes: Uint8Array): boolean {
  return kinds[synonyms[mime] ?? mime]?.isSo(bytes) ?? false;
}

/** Whether bytes are a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
