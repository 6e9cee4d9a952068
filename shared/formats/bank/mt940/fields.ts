/** A tag of a message with its lines; `header` is a line before or between messages, `end` their end. */
export interface Field {
  readonly tag: Tag;
  /** Text of the tag, and the lines that go on with it. */
  lines: string[];
  /** Line of the file, from 1. */
  readonly row: number;
  /** Characters of the text before this field. */
  readonly at: number;
  /** The file ends in this field: its last line has no line end. */
  isLast: boolean;
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
/** Also in small letters, as one hand or program writes them. */
const tagOf = Object.fromEntries(
  Object.entries(tags).flatMap(([name, tag]) => [
    [name, tag],
    [name.toLowerCase(), tag],
  ]),
) as Readonly<Record<string, Tag>>;

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
  private at = 0;
  private row = 0;
  private place: Place = 'between';
  private open: Field | null = null;
  /** Lines of the field that is open. It gets a list of its own size when it closes: one that grows takes room for sixteen. */
  private readonly lines: string[] = [];
  private count = 0;

  constructor(text: string) {
    this.text = oneLineEnd(text);
  }

  /** Calls back with every field. */
  read(take: (field: Field) => void): void {
    const { text } = this;
    while (this.at < text.length) {
      const start = this.at;
      const found = text.indexOf('\n', start);
      let end = found < 0 ? text.length : found;
      this.at = end + 1;
      this.row++;
      while (end > start && text.charCodeAt(end - 1) === 13) end--;
      this.line(text.slice(start, end), start, found < 0, take);
    }
    this.close(take);
  }

  private line(line: string, start: number, isLast: boolean, take: (field: Field) => void): void {
    const first = line.charCodeAt(0);
    if (first === 58) {
      if (this.tagged(line, start, isLast, take)) return;
    } else if (first === 123 && line.startsWith('{1:')) {
      this.header(line, start, isLast, take);
      return;
    } else if (line === '') return;
    else if (first <= 45) {
      const trimmed = line.trim();
      if (trimmed === '') return;
      if (trimmed.startsWith(':') && this.tagged(trimmed, start, isLast, take)) return;
      if (endLine.test(trimmed) && this.isEnd()) {
        this.close(take);
        this.place = 'between';
        take({ tag: 'end', lines: [], row: this.row, at: start, isLast });
        const next = trimmed.indexOf('{1:');
        if (next > 0) this.header(trimmed.slice(next), start, isLast, take);
        return;
      }
    }
    if (this.place === 'between') this.emit('header', line, start, isLast, take);
    else if (this.open) {
      this.lines[this.count++] = line;
      this.open.isLast = isLast;
    }
  }

  /** Opens the field of a tagged line; false when the tag is text here. */
  private tagged(line: string, start: number, isLast: boolean, take: (field: Field) => void): boolean {
    const end = line.charCodeAt(3) === 58 ? 3 : line.charCodeAt(4) === 58 ? 4 : -1;
    if (end < 0) return false;
    const tag = tagOf[line.slice(1, end)];
    if (tag === undefined) return false;
    const rest = line.slice(end + 1);
    const place = this.placeAfter(tag, rest);
    if (place === null) return false;
    this.emit(tag, rest, start, isLast, take);
    this.place = place;
    return true;
  }

  /** Where the message is after this tag; null when it cannot stand here. */
  private placeAfter(tag: Tag, rest: string): Place | null {
    const { place } = this;
    switch (tag) {
      case '61':
        return place === 'body' && !startsDated(rest) ? null : 'body';
      case '86':
      case 'NS':
        return place === 'between' ? 'head' : place;
      case '60F':
      case '60M':
        return place === 'head' || place === 'between' || balanceStart.test(rest) ? 'body' : null;
      case '62F':
      case '62M':
        return 'closed';
      case '64':
      case '65':
        return place !== 'body' || balanceStart.test(rest) ? place : null;
      case '90':
        return /^\d*[A-Z]{3}/.test(rest) ? 'closed' : null;
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
  private header(line: string, start: number, isLast: boolean, take: (field: Field) => void): void {
    const body = line.indexOf('{4:');
    this.emit('header', line, start, isLast, take);
    this.place = 'between';
    const rest = body < 0 ? '' : line.slice(body + 3).trim();
    if (rest !== '') this.line(rest, start, isLast, take);
  }

  private emit(tag: Tag, text: string, at: number, isLast: boolean, take: (field: Field) => void): void {
    this.close(take);
    this.open = { tag, lines: none, row: this.row, at, isLast };
    this.lines[0] = text;
    this.count = 1;
  }

  private close(take: (field: Field) => void): void {
    if (this.open === null) return;
    this.open.lines = this.lines.slice(0, this.count);
    take(this.open);
    this.open = null;
  }
}

const none: string[] = [];

function startsDated(text: string): boolean {
  for (let i = 0; i < 6; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= 48 && code <= 57)) return false;
  }
  return true;
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
