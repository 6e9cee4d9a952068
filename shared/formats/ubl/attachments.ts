import { base64Bytes, fromBase64 } from '../base64.ts';
import { extensionOf, isContentOf, isPdf } from '../file-content.ts';
import { plainFileName } from '../file-name.ts';
import type { Warnings } from '../problem.ts';
import { attributeOf, nodesAt, textOf, type XmlNode } from '../xml/tree.ts';
import type { UblAttachment } from './reading.ts';
import { firstText } from './texts.ts';

/** Most a file inside an invoice may be to be kept. */
const mostBytes = 20 * 1024 * 1024;
const mostFiles = 100;

/**
 * The files embedded in a document, wherever it refers to another. A file is only kept when its bytes are what the mime type
 * says and it is of a type an invoice may hold (formats document §2, §7.4); every one is named.
 */
export function readAttachments(document: XmlNode, number: string, warnings: Warnings): readonly UblAttachment[] {
  const references = document.children.filter(({ name }) => name.endsWith('DocumentReference'));
  const found = references.flatMap((reference) =>
    nodesAt(reference, 'Attachment/EmbeddedDocumentBinaryObject').map((node) => ({ reference, node })),
  );
  if (found.length > mostFiles) warnings.add('ubl-attachments', { number, files: found.length, limit: mostFiles });
  return found.slice(0, mostFiles).map(({ reference, node }) => attachmentOf(reference, node, number, warnings));
}

function attachmentOf(reference: XmlNode, node: XmlNode, number: string, warnings: Warnings): UblAttachment {
  const content = decoded(node.text);
  const mime = mimeOf(attributeOf(node, 'mimeCode') ?? '', content);
  const name = plainFileName(attributeOf(node, 'filename') ?? firstText(reference, 'ID') ?? '', extensionOf(mime));
  const size = content?.length ?? base64Bytes(node.text);
  const [code, params] = defectOf(mime, size, content);
  if (code === null) return { name, mime, size, content };
  warnings.add(code, { number, name, ...params }, node.line);
  return { name, mime, size, content: null };
}

/** Null when it is damaged, or too large to be worth decoding. */
function decoded(text: string): Uint8Array | null {
  return base64Bytes(text) > mostBytes * 1.1 ? null : fromBase64(text);
}

/** As stated; a file that is only called bytes, or nothing, by what it is. */
function mimeOf(stated: string, content: Uint8Array | null): string {
  const mime = stated.toLowerCase().split(';')[0]!.trim();
  const saysNothing = mime === '' || mime === 'application/octet-stream';
  return saysNothing && content !== null && isPdf(content) ? 'application/pdf' : mime;
}

type Defect = readonly [code: string | null, params?: Readonly<Record<string, string | number>>];

/** Why a file is not kept. */
function defectOf(mime: string, size: number, content: Uint8Array | null): Defect {
  if (size > mostBytes) {
    return ['ubl-attachment-large', { megabytes: Math.ceil(size / 1e6), limit: mostBytes / (1024 * 1024) }];
  }
  if (content === null || size === 0) return ['ubl-attachment-damaged'];
  if (extensionOf(mime) === null) return ['ubl-attachment-type', { mime: mime.slice(0, 60) }];
  return [isContentOf(mime, content) ? null : 'ubl-attachment-content', { mime }];
}

/** Addresses of files kept elsewhere. */
export function readLinks(document: XmlNode): readonly string[] {
  const references = document.children.filter(({ name }) => name.endsWith('DocumentReference'));
  const found = references.map((reference) => textOf(reference, 'Attachment/ExternalReference/URI'));
  return found.filter((uri) => uri !== null).map((uri) => uri.slice(0, 2000));
}
