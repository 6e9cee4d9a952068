import { limits } from '#shared/contract/limits.ts';
import { refuseFile } from '../../problem.ts';
import { valueDateAt } from './values.ts';

/**
 * A tag of a message with its lines, by where they stand in the text: what is asked for is cut from it. `header` is a line
 * before or between messages, `end` their end. There is one, which becomes the next: what is kept of it must be cut.
 */
export class Field {
  tag: Tag = 'end';
  /** Line of the file, from 1. */
  row = 0;
  /** The file ends in this field: its last line has no line end. */
  isLast = false;
  /** Lines: the text of the tag, and what goes on with it. */
  count = 0;
  private length = 0;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(readonly text: string) {}

  /** Where the text of the tag begins, and where its line ends. */
  get start(): number {
    return this.starts[0]!;
  }

  get end(): number {
    return this.ends[0]!;
  }

  line(index: number): string {
    return this.text.slice(this.starts[index], this.ends[index]);
  }

  /** The lines from one on. */
  lines(from: number): string[] {
    const lines = new Array<string>(this.count - from);
    for (let i = from; i < this.count; i++) lines[i - from] = this.line(i);
    return lines;
  }

  begin(tag: Tag, row: number): void {
    this.tag = tag;
    this.row = row;
    this.count = 0;
    this.length = 0;
  }

  /** A line that goes on with it; the last of the file has no line end. Refuses a longer text than any transaction has. */
  add(start: number, end: number, isLast: boolean): void {
    this.length += end - start;
    if (this.length > limits.lineLength) refuseFile('bank-line-too-long', { length: this.length }, this.row);
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
    this.isLast = isLast;
  }
}

export type Tag =
  | ('20' | '21' | '25' | '28' | '13' | '34' | '60F' | '60M' | '61' | '62F' | '62M' | '64' | '65' | '86' | '90' | 'NS')
  | ('header' | 'end');

const tags: Readonly<Record<string, Tag>> = {
  '20': '20',
  '21': '21',
  '25': '25',
  '25P': '25',
  '28': '28',
  '28C': '28',
  '13': '13',
  '13D': '13',
  '34': '34',
  '34F': '34',
  '60': '60F',
  '60F': '60F',
  '60M': '60M',
  '61': '61',
  '62': '62F',
  '62F': '62F',
  '62M': '62M',
  '64': '64',
  '65': '65',
  '86': '86',
  '90C': '90',
  '90D': '90',
  NS: 'NS',
};

/** Two or three characters of a text as one number. */
function keyAt(text: string, start: number, end: number): number {
  let key = 0;
  for (let i = start; i < end; i++) key = key * 65_536 + text.charCodeAt(i);
  return key;
}

/** Also in small letters, as one hand or program writes them. */
const tagByKey: ReadonlyMap<number, Tag> = new Map(
  Object.entries(tags).flatMap(([written, tag]) =>
    [written, written.toLowerCase()].map((name) => [keyAt(name, 0, name.length), tag] as const),
  ),
);

/** Where in a message: outside it, before its opening balance, between the balances, after the closing balance. */
type Place = 'between' | 'head' | 'body' | 'closed';

const endLine = /^-(?:\}.*|XXX)?$/;
const balanceStart = /^[CD]?\d{6}/;

/**
 * The fields of MT940 text in order (formats document §3.1), tolerant of blank lines, any line ends, Ctrl-Z, missing ends
 * and lines of text that look like tags or ends: a tag only counts where the message can have it.
 */
export class FieldReader {
  private readonly text: string;
  private readonly field: Field;
  private isOpen = false;
  private at = 0;
  private row = 0;
  private place: Place = 'between';

  /** @param take called back with every field. */
  constructor(
    text: string,
    private readonly take: (field: Field) => void,
  ) {
    this.text = oneLineEnd(text);
    this.field = new Field(this.text);
  }

  read(): void {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      const found = text.indexOf('\n', start);
      let end = found < 0 ? text.length : found;
      this.at = end + 1;
      this.row++;
      while (end > start && text.charCodeAt(end - 1) === 13) end--;
      this.line(start, end, found < 0);
    }
    this.close();
  }

  private line(start: number, end: number, isLast: boolean): void {
    if (start === end) return;
    const first = this.text.charCodeAt(start);
    if (first === 58) {
      if (this.tagged(start, end, isLast)) return;
    } else if (first === 123) {
      if (this.text.startsWith('{1:', start)) {
        this.header(start, end, isLast);
        return;
      }
    } else if (first <= 45 && this.indented(start, end, isLast)) return;
    if (this.place === 'between') this.open('header', start, end, isLast);
    else if (this.isOpen) this.field.add(start, end, isLast);
  }

  /** Takes a line that begins with white space or a dash, if it is blank, a tag or the end of a message; false for text. */
  private indented(start: number, end: number, isLast: boolean): boolean {
    const line = this.text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed === '') return true;
    const from = start + line.indexOf(trimmed);
    const to = from + trimmed.length;
    if (trimmed.startsWith(':')) return this.tagged(from, to, isLast);
    if (!endLine.test(trimmed) || !this.isEnd()) return false;
    this.open('end', from, to, isLast);
    this.close();
    this.place = 'between';
    const next = trimmed.indexOf('{1:');
    if (next > 0) this.header(from + next, to, isLast);
    return true;
  }

  /** Opens the field of a tagged line; false when the tag is text here. */
  private tagged(start: number, end: number, isLast: boolean): boolean {
    const { text } = this;
    const colon = text.charCodeAt(start + 3) === 58 ? start + 3 : start + 4;
    if (text.charCodeAt(colon) !== 58) return false;
    const tag = tagByKey.get(keyAt(text, start + 1, colon));
    if (tag === undefined) return false;
    const place = this.placeAfter(tag, colon + 1, end);
    if (place === null) return false;
    this.open(tag, colon + 1, end, isLast);
    this.place = place;
    return true;
  }

  /** Where the message is after this tag; null when it cannot stand here. */
  private placeAfter(tag: Tag, start: number, end: number): Place | null {
    const { place, text } = this;
    switch (tag) {
      case '61':
        return place === 'body' && valueDateAt(text, start) < 0 ? null : 'body';
      case '86':
      case 'NS':
        return place === 'between' ? 'head' : place;
      case '60F':
      case '60M':
        return place === 'head' || place === 'between' || balanceStart.test(text.slice(start, end)) ? 'body' : null;
      case '62F':
      case '62M':
        return 'closed';
      case '64':
      case '65':
        return place !== 'body' || balanceStart.test(text.slice(start, end)) ? place : null;
      case '90':
        return /^\d*[A-Z]{3}/.test(text.slice(start, end)) ? 'closed' : null;
      case '20':
        return place === 'body' && !this.messageFollows() ? null : 'head';
      case '25':
        return place === 'body' ? null : 'head';
      default:
        return place === 'body' ? null : place === 'closed' ? place : 'head';
    }
  }

  /** After `:20:` comes `:21:`, `:25:`, `:28:` or an opening balance. */
  private messageFollows(): boolean {
    const next = this.ahead(1)[0];
    return next === undefined || /^\s*:(?:2[158]|60|13|34)/.test(next);
  }

  /** Whether a dash alone ends the message, or is text: text goes on below it until a tag that is no `:20:`. */
  private isEnd(): boolean {
    if (this.place !== 'body') return true;
    const next = this.ahead(5);
    const tagged = next.find((line) => /^\s*:\d\d[A-Z]?:/.test(line));
    if (tagged !== undefined) return /^\s*:20:/.test(tagged);
    return next.length < 5 || next.some((line) => line.startsWith('{1:'));
  }

  /** The next lines that are not blank, at most `count`. */
  private ahead(count: number): string[] {
    const lines: string[] = [];
    let at = this.at;
    for (let looked = 0; looked < 20 && lines.length < count && at < this.text.length; looked++) {
      const found = this.text.indexOf('\n', at);
      const end = found < 0 ? this.text.length : found;
      const line = this.text.slice(at, Math.min(end, at + 200));
      if (line.trim() !== '') lines.push(line);
      at = end + 1;
    }
    return lines;
  }

  /** The SWIFT header, and what stands behind its opening on the same line. */
  private header(start: number, end: number, isLast: boolean): void {
    const body = this.text.slice(start, end).indexOf('{4:');
    this.open('header', start, end, isLast);
    this.place = 'between';
    if (body < 0) return;
    const behind = this.text.slice(start + body + 3, end);
    const rest = behind.trim();
    const from = start + body + 3 + behind.indexOf(rest);
    this.line(from, from + rest.length, isLast);
  }

  private open(tag: Tag, start: number, end: number, isLast: boolean): void {
    this.close();
    this.isOpen = true;
    this.field.begin(tag, this.row);
    this.field.add(start, end, isLast);
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.take(this.field);
  }
}

/** LF between lines: CR alone and Ctrl-Z fall away, CR before LF is left to the reader. */
function oneLineEnd(text: string): string {
  const clean = text.includes('\u001a') ? text.replaceAll('\u001a', '') : text;
  return hasLoneReturn(clean) ? clean.replace(/\r+\n?/g, '\n') : clean;
}

function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next !== 10 && next !== 13) return true;
  }
  return false;
}
