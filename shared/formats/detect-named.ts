import type { NamedFormat } from './file-format.ts';

const signatures: readonly (readonly [NamedFormat, readonly number[], number?])[] = [
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x57, 0x45, 0x42, 0x50], 8],
  ['image', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 4],
  ['image', [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66, 0x31], 4],
  ['document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['packed', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['packed', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['packed', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['database', [...'Standard Jet DB'].map((letter) => letter.charCodeAt(0)), 4],
  ['database', [...'Standard ACE DB'].map((letter) => letter.charCodeAt(0)), 4],
  ['database', [...'SQLite format 3\0'].map((letter) => letter.charCodeAt(0))],
];

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A file that is no text, by its signature or its first fields; null when it is none that is known. */
export function namedBytes(bytes: Uint8Array): NamedFormat | null {
  if (startsWith(bytes, compound)) return compoundFormat(bytes);
  const found = signatures.find(([, signature, at = 0]) => startsWith(bytes, signature, at));
  if (found) return found[0];
  if (isBareBiff(bytes)) return 'xls';
  return isDbase(bytes) ? 'dbf' : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte);
}

/** Bytes of old spreadsheet files without a compound header (BIFF2 to BIFF4). */
function isBareBiff(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04) && bytes[3] === 0x00;
}

/** A compound file of Microsoft by the names in the first sector of its directory (MS-CFB 2.6): a workbook where they say nothing else. */
function compoundFormat(bytes: Uint8Array): NamedFormat {
  if (bytes.length < 512) return 'xls';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sector = view.getUint16(30, true) === 12 ? 4096 : 512;
  const at = (view.getUint32(48, true) + 1) * sector;
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + sector));
  if (/__(?:properties|substg|nameid|recip)/.test(names)) return 'email';
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return 'locked';
  return /WordDocument|PowerPoint/.test(names) ? 'document' : 'xls';
}

const dbaseVersions = new Set([0x02, 0x03, 0x30, 0x31, 0x32, 0x83, 0x8b, 0x8e, 0xf5]);

/** Version, the day of the last change, and a first field with a name, which ends in a zero no text has, and a type. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (bytes.length < 65 || !dbaseVersions.has(version) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const [first, type] = [bytes[32]!, bytes[43]!].map((code) => String.fromCharCode(code));
  return /^[A-Za-z]$/.test(first!) && bytes.subarray(33, 43).includes(0) && /^[BCDFGILMNTVY+@0]$/.test(type!);
}

const texts: readonly (readonly [NamedFormat, RegExp])[] = [
  ['adf', /^CLAIR1\./],
  // Record 0 of CODA: zeros, day, bank, application 05 (Febelfin, Coded statement of account 2.x).
  ['coda', /^0{5}\d{9}05[ D]/],
  ['clieop', /^0001[AB]CLIEOP/],
  ['ofx', /^(?:OFXHEADER\s*:|<OFX>|<\?OFX\s)/i],
  ['qif', /^!(?:Type|Account|Option|Clear)\b/i],
  ['datev', /^"?(?:EXTF|DTVF)"?;\d/],
  ['json', /^(?:\{\s*"[^"\n]{1,100}"\s*:|\[\s*\{\s*")/],
];

/** A text by how it begins; null when it is none that is known. */
export function namedText(text: string): NamedFormat | null {
  const found = texts.find(([, pattern]) => pattern.test(text));
  return found ? found[0] : mailFormat(text.slice(0, 8192));
}

/** Lines only a mail begins with, and two more of its head; a page with its pictures (MHTML) begins so too, but went to nobody. */
function mailFormat(text: string): NamedFormat | null {
  if (!/^(?:From |[A-Za-z][\w-]+:[ \t])/.test(text)) return null;
  // A list may say above its headings since when it is, and when it was received.
  const own =
    /^(?:Received:[ \t]+(?:from|by|\()|(?:Return-Path|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|X-Unsent):[ \t])/im;
  const head =
    /^(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|To|Subject|Date|Content-Type):[ \t]/gim;
  if (!own.test(text) || (text.match(head)?.length ?? 0) < 2) return null;
  return /multipart\/related/i.test(text) && !/^(?:Received|To):/im.test(text) ? 'html' : 'email';
}

/** Parts of a zip, by the first that tells. */
const parts: readonly (readonly [NamedFormat, RegExp])[] = [
  ['xlsb', /^xl\/workbook\.bin$/],
  ['document', /^(?:word\/document|ppt\/presentation)\.xml$/],
  ['numbers', /^Index\/(?:Document|CalculationEngine|Tables\/.*)\.iwa$/],
];

/** An office document of another sort, by the name of one of its parts. */
export function namedPart(name: string): NamedFormat | null {
  return parts.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

const messages: readonly (readonly [NamedFormat, RegExp])[] = [
  ['payment-order', /^CstmrCdtTrfInitn$/],
  ['collection-order', /^CstmrDrctDbtInitn$/],
  ['order-status', /^CstmrPmtStsRpt$/],
  ['mandate', /^Mndt\w+$/],
  ['payment-order', /^pain\.001$/],
  ['collection-order', /^pain\.008$/],
  ['order-status', /^pain\.002$/],
  ['mandate', /^pain\.(?:009|01\d)$/],
];

/** A message of ISO 20022 a bank is sent, or answers with, by its element or the name in its namespace. */
export function namedMessage(element: string, namespace: string): NamedFormat | null {
  for (const name of [element, namespace]) {
    const found = messages.find(([, pattern]) => pattern.test(name));
    if (found) return found[0];
  }
  return null;
}

/** XML of a bookkeeping package, or of a bank's program, by its root. */
export function namedRoot(root: string, body: string): NamedFormat | null {
  if (/^OFX$/i.test(root)) return 'ofx';
  if (/^eExact$/i.test(root)) return 'exact-xml';
  if (/^Afas/i.test(root) || (/^(?:Fi|Kn|Fb)[A-Z]\w+$/.test(root) && /<Fields[\s>]/.test(body))) return 'afas-xml';
  return null;
}
