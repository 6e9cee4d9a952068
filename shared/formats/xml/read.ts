import { SaxesParser } from 'saxes';
import { type FormatProblem, FormatRefusal, refuseFile, Warnings } from '../problem.ts';
import type { ByteChunks, ReadControl } from '../source.ts';
import { xmlCause } from './causes.ts';
import {
  checkedEncoding,
  declarationBytes,
  declaredEncoding,
  decodingStep,
  joinedBytes,
  type XmlDecoder,
  type XmlEncoding,
  xmlDecoder,
} from './decoding.ts';
import { documentLimits, type XmlLimits } from './limits.ts';
import { localName, namespaceOf, type XmlAttributes } from './names.ts';
import { type ElementPath, ElementPaths } from './paths.ts';
import { opensDoctype } from './prolog.ts';

/**
 * What is done with a document as it goes by. Names are local: prefixes are cut off and namespaces not looked at; attributes
 * keep theirs. Texts share memory with the piece of the file they were in: what is kept from a large file goes through
 * `ownText`.
 */
export interface XmlHandler<Meaning = unknown> {
  /** Answers what is of interest of an element. */
  open(name: string, attributes: XmlAttributes, line: number, path: ElementPath<Meaning>): Interest;
  /** Text or CDATA of the element last opened, where it is of interest; may come in parts, white space too. */
  text(text: string): void;
  close(name: string): void;
}

/**
 * Of an element: nothing, so that it is passed over with all that is in it; the elements in it; its own text besides, as
 * far as the first element in it that is not passed over; or all text in it, as of a sentence with words in bold.
 */
export type Interest = 'none' | 'elements' | 'text' | 'mixed';

export interface XmlSummary {
  readonly encoding: string;
  readonly root: { readonly name: string; readonly namespace: string | null };
  readonly elements: number;
  readonly warnings: readonly FormatProblem[];
}

/**
 * Reads a whole document: strictly in the encoding it declares, else as windows-1252 with warning `encoding-false`. Entities
 * are the five of XML and character references, nothing else.
 * @throws FormatRefusal for a DOCTYPE, what is not well-formed, what goes beyond the limits, and `cancelled`.
 */
export function readXml<Meaning>(
  bytes: Uint8Array,
  handler: XmlHandler<Meaning>,
  limits: XmlLimits = documentLimits,
  control: ReadControl = {},
): XmlSummary {
  checkSize(bytes.length, limits);
  const reader = new XmlReader(handler, limits, control, checkedEncoding(bytes));
  reader.write(bytes);
  return reader.end();
}

/**
 * Reads a document of any size in bounded memory, as {@link readXml} does. The encoding is found out on the way:
 * @throws FalseEncoding when the bytes are not what the document declares: open the file again with `error.instead` as encoding
 * and a new handler.
 */
export async function streamXml<Meaning>(
  chunks: ByteChunks,
  handler: XmlHandler<Meaning>,
  limits: XmlLimits,
  control: ReadControl = {},
  encoding: XmlEncoding | null = null,
): Promise<XmlSummary> {
  const reader = new XmlReader(handler, limits, control, encoding);
  for await (const chunk of chunks) reader.write(chunk);
  return reader.end();
}

/** What stands after `&` of an entity that may still become one: `&#x10ff`. */
const unfinishedEntity = /^#?\w{0,9}$/;

/** What saxes 6 keeps while it reads and does not declare. */
interface ParserState {
  readonly tag: { readonly name: string } | null;
  /** Of an entity that is not finished yet. */
  readonly entity: string;
  textHandler: ((text: string) => void) | undefined;
}

/** More characters that no XML has, and the file is no text. */
const mostControls = 1000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controlCharacters = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Reads one document as its bytes come in; see {@link streamXml}. */
class XmlReader<Meaning> {
  private readonly parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  private readonly warnings = new Warnings();
  private decoder: XmlDecoder | null = null;
  /** First bytes, until they hold the declaration. */
  private pending: Uint8Array | null = new Uint8Array(0);
  private bytesRead = 0;
  private started = false;
  private skippedLines = 0;
  private fed = 0;
  private piece = '';
  /** An entity was open at the start of the piece. */
  private inEntity = false;
  private depth = 0;
  private readonly paths = new ElementPaths<Meaning>();
  /** Depth of the element passed over; 0 when none is. */
  private skipFrom = 0;
  /** What stands since the last tag, as far as it is heard. */
  private gathered = '';
  private readonly gather = (text: string): void => {
    this.gathered = this.gathered === '' ? text : this.gathered + text;
  };
  private listens = false;
  /** Whether the element around the one passed over is listened to. */
  private listensAround = false;
  /** Depth of the element all text in which is heard; 0 when there is none. */
  private mixedFrom = 0;
  private elements = 0;
  private attributes = 0;
  private quiet = 0;
  private controls = 0;
  private trailing = false;
  private root: XmlSummary['root'] = { name: '', namespace: null };

  constructor(
    private readonly handler: XmlHandler<Meaning>,
    private readonly limits: XmlLimits,
    private readonly control: ReadControl,
    private encoding: XmlEncoding | null,
  ) {
    this.parser.on('opentag', (tag) => this.open(tag.name, tag.attributes));
    this.listen(true);
    this.parser.on('cdata', this.gather);
    this.parser.on('closetag', () => this.close());
    this.parser.on('attribute', ({ value }) => this.attribute(value));
    this.parser.on('doctype', () => refuseFile('xml-doctype'));
    this.parser.on('error', (error) => this.fault(error.message));
  }

  write(bytes: Uint8Array): void {
    if (this.pending === null) this.decode(bytes, false);
    else {
      this.pending = joinedBytes(this.pending, bytes);
      if (this.pending.length >= declarationBytes) this.start();
    }
  }

  end(): XmlSummary {
    if (this.pending !== null) this.start();
    this.decode(new Uint8Array(0), true);
    this.parser.close();
    if (this.gathered.length > 0) this.text();
    const encoding = this.encoding!;
    if (encoding.isFalse) {
      this.warnings.add('encoding-false', { declared: encoding.declared ?? '', encoding: encoding.label });
    }
    if (this.trailing) this.warnings.add('xml-after-root');
    return {
      encoding: encoding.label,
      root: this.root,
      elements: this.elements,
      warnings: this.warnings.all(),
    };
  }

  private start(): void {
    const bytes = this.pending!;
    this.pending = null;
    this.encoding ??= declaredEncoding(bytes.subarray(0, declarationBytes));
    this.decoder = xmlDecoder(this.encoding);
    this.decode(bytes, false);
  }

  private decode(bytes: Uint8Array, isLast: boolean): void {
    for (let at = 0; at < bytes.length || (isLast && at === 0); at += decodingStep) {
      if (this.control.isCancelled?.()) refuseFile('cancelled');
      const part = bytes.subarray(at, at + decodingStep);
      this.bytesRead += part.length;
      checkSize(this.bytesRead, this.limits);
      this.feed(this.decoder!.decode(part, isLast));
      this.control.onProgress?.(this.bytesRead);
    }
  }

  private feed(text: string): void {
    let piece = text;
    if (!this.started) {
      piece = text.replace(/^[\s\ufeff]+/, '');
      this.skippedLines += linesIn(text, text.length - piece.length);
      if (piece === '') return;
      this.started = true;
      if (opensDoctype(piece)) refuseFile('xml-doctype');
    }
    const { elements, depth, gathered } = this;
    this.inEntity = this.state().entity !== '' || this.piece.endsWith('&');
    this.piece = piece;
    this.parser.write(piece);
    this.fed += piece.length;
    const isQuiet = this.elements === elements && this.depth === depth && this.gathered.length === gathered.length;
    this.quiet = isQuiet ? this.quiet + piece.length : 0;
    const isLong = this.depth > 0 && this.gathered.length > this.limits.textLength;
    if (isLong || this.quiet > this.limits.textLength) refuseFile('xml-text-long', {}, this.line());
  }

  private line(): number {
    return this.parser.line + this.skippedLines;
  }

  private open(name: string, attributes: XmlAttributes): void {
    if (this.gathered.length > 0) this.text();
    this.attributes = 0;
    if (++this.elements > this.limits.elements) refuseFile('xml-elements', { limit: this.limits.elements });
    if (++this.depth > this.limits.depth) refuseFile('xml-depth', { limit: this.limits.depth }, this.line());
    if (this.depth === 1) this.root = { name: localName(name), namespace: namespaceOf(name, attributes) };
    if (this.skipFrom > 0) return;
    const path = this.paths.opened(name);
    const interest = this.handler.open(path.local, attributes, this.line(), path);
    if (interest === 'none') {
      this.skipFrom = this.depth;
      this.listensAround = this.listens;
    } else if (interest === 'mixed' && this.mixedFrom === 0) this.mixedFrom = this.depth;
    this.listen(interest === 'text' || this.mixedFrom > 0);
  }

  /**
   * The parser cuts no texts out while nobody hears them: most are white space between elements. Set without `on`, which looks
   * its handler up by name.
   */
  private listen(listens: boolean): void {
    if (listens === this.listens) return;
    this.listens = listens;
    this.state().textHandler = listens ? this.gather : undefined;
  }

  private text(): void {
    const text = this.gathered;
    this.gathered = '';
    if (this.depth === 0) {
      if (this.elements > 0 && text.replace(controlCharacters, '').trim() !== '') this.trailing = true;
      return;
    }
    if (text.length > this.limits.textLength) refuseFile('xml-text-long', {}, this.line());
    if (this.skipFrom > 0) return;
    this.handler.text(this.controls > 0 ? text.replace(controlCharacters, '') : text);
  }

  private close(): void {
    if (this.gathered.length > 0) this.text();
    if (this.skipFrom === 0) {
      this.handler.close(this.paths.closed());
      if (this.mixedFrom === this.depth) this.mixedFrom = 0;
      this.listen(this.depth === 1 || this.mixedFrom > 0);
    } else if (this.skipFrom === this.depth) {
      this.paths.closed();
      this.skipFrom = 0;
      this.listen(this.listensAround);
    }
    this.depth--;
  }

  private attribute(value: string): void {
    if (++this.attributes > this.limits.attributes || value.length > this.limits.attributeLength) {
      refuseFile('xml-attributes', {}, this.line());
    }
  }

  /** A stray control character is left out and told once; text after the end is told; any other fault ends the reading. */
  private fault(message: string): void {
    if (message.endsWith('disallowed character.') && this.isControl()) {
      if (this.elements > 0 && this.depth === 0) return;
      if (this.controls++ === 0) this.warnings.add('xml-control', {}, this.line());
      if (this.controls > mostControls) refuseFile('xml-not-text', {}, this.line());
      return;
    }
    if (message.endsWith('text data outside of root node.') && this.elements > 0) return;
    const inside = this.state();
    const ampersand = this.bareAmpersand(inside.entity);
    const cause = xmlCause(message, this.line(), inside.tag?.name ?? null);
    if (cause.code === 'xml-entity' || (cause.code === 'xml-truncated' && !unfinishedEntity.test(inside.entity))) {
      refuseFile('xml-entity', { text: ampersand.text }, this.line() - ampersand.linesBack);
    }
    throw new FormatRefusal(cause);
  }

  /** Where the entity that is wrong began: the parser looks on for its semicolon, past the end of the text it stands in. */
  private bareAmpersand(pending: string): { readonly text: string; readonly linesBack: number } {
    const at = this.parser.position - this.fed;
    // It holds no other semicolon than the one at its end.
    const since = this.piece.slice(this.piece.indexOf('&', this.piece.lastIndexOf(';', at - 2) + 1), at);
    const isHere = !this.inEntity && since.startsWith('&');
    const text = isHere ? since : `&${pending}${this.piece.slice(0, at)}`;
    return { text: /^&[^<\r\n]{0,20}/.exec(text)?.[0].trim() ?? '&', linesBack: linesIn(text, text.length) };
  }

  private state(): ParserState {
    return this.parser as unknown as ParserState;
  }

  private isControl(): boolean {
    const char = this.piece.charAt(this.parser.position - this.fed - 1);
    return char !== '' && char.replace(controlCharacters, '') === '';
  }
}

function checkSize(bytes: number, { fileBytes }: XmlLimits): void {
  if (bytes <= fileBytes) return;
  refuseFile('too-large', { megabytes: Math.ceil(bytes / 1e6), limit: Math.floor(fileBytes / (1024 * 1024)) });
}

function linesIn(text: string, end: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
}
