const quote = 34;
const carriageReturn = 13;
const byteOrderMark = 0xfeff;

/**
 * The rows of a text whose quotes stand around whole cells within one line, as programs write them; `starts` is where each line
 * begins. Null for any other text, and for one whose lines do not all end alike: that takes a parser.
 */
export function quotedRows(
  text: string,
  starts: Uint32Array,
  separator: string,
): readonly (readonly string[])[] | null {
  if (!text.includes('\n') || text.charCodeAt(0) === byteOrderMark || separator === '"') return null;
  const lines = new QuotedLines(text, separator.charCodeAt(0));
  const hasReturns = text.includes('\r');
  const rows: (readonly string[])[] = [];
  for (let line = 0; line + 1 < starts.length; line++) {
    let end = starts[line + 1]! - 1;
    if (hasReturns && end < text.length && text.charCodeAt(--end) !== carriageReturn) return null;
    const row = lines.cells(starts[line]!, end);
    if (row === null) return null;
    rows.push(row);
  }
  if (text.endsWith('\n')) rows.push(['']);
  return rows;
}

class QuotedLines {
  /** Of the line at hand: rows are cut from it at their length. */
  private readonly row: string[] = [];

  constructor(
    private readonly text: string,
    private readonly separator: number,
  ) {}

  /** The cells between two places of the text; null when a quote or a line end stands inside a cell. */
  cells(start: number, end: number): readonly string[] | null {
    const { text, separator, row } = this;
    let count = 0;
    for (let at = start; ; at++) {
      const first = at;
      if (at < end && text.charCodeAt(at) === quote) {
        at = closingQuote(text, at + 1) + 1;
        if (at === 0 || at > end || (at < end && text.charCodeAt(at) !== separator)) return null;
        const cell = text.slice(first + 1, at - 1);
        row[count++] = cell.includes('"') ? cell.replaceAll('""', '"') : cell;
      } else {
        for (; at < end; at++) {
          const code = text.charCodeAt(at);
          if (code === separator) break;
          if (code === quote || code === carriageReturn) return null;
        }
        row[count++] = text.slice(first, at);
      }
      if (at >= end) return row.slice(0, count);
    }
  }
}

/** The next quote that is not doubled; −1 when there is none. */
function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from);
  while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  return close;
}
