import { cellText } from './cells.ts';
import { isLonely } from './layout.ts';
import type { RowSource } from './row-source.ts';
import { isTotalLabel } from './totals.ts';

/** A debtor as one text names it; without a code that is empty. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** How a text holds a code beside a name; null where it does not. */
type CodeReader = (text: string) => CodeAndName | null;

/** A way of writing a code and a name in one text. Behind a name, or in brackets, a number may be a year or a count as well. */
interface Way {
  readonly read: CodeReader;
  readonly mayBeOther: boolean;
}

function codeFirst(...patterns: readonly RegExp[]): CodeReader {
  return (text) => {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      if (found) return { code: found[1]!, name: found[2]! };
    }
    return null;
  };
}

function codeLast(...patterns: readonly RegExp[]): CodeReader {
  const reversed = codeFirst(...patterns);
  return (text) => {
    const found = reversed(text);
    return found && { code: found.name, name: found.code };
  };
}

/** A code is told from `24 Uurs Glas` by what stands between, or its length. */
const withMark = /^([A-Za-z]{0,3}\d[\w.]*)\s*[-–:|]\s+(\S.*)$/;
const long = /^([A-Za-z]{0,3}\d{3,})\s+(\S.*)$/;
const inBrackets = codeFirst(/^[([]([A-Za-z]{0,3}\d[\w.-]*)[)\]]\s*[-–:|]?\s*(\S.*)$/);
const behind = codeLast(/^(\S.*?)\s*[([]([A-Za-z]{0,3}\d[\w.-]*)[)\]]$/, /^(\S.*?)\s+[-–|]\s+([A-Za-z]{0,3}\d[\w.]+)$/);
const inColumn: readonly Way[] = [
  { read: codeFirst(withMark, long), mayBeOther: false },
  { read: inBrackets, mayBeOther: true },
  { read: behind, mayBeOther: true },
];
/** Above the rows of each debtor a code may be of any length, where every such line begins with one. */
const inLines: readonly Way[] = [
  ...inColumn,
  { read: codeFirst(/^([A-Za-z]{0,3}\d[\w.-]*)\s*[-–:|]?\s+(\S.*)$/), mayBeOther: false },
];

const yearOrCount = /^(?:(?:19|20)\d{2}|\d{1,2})$/;
/** Years and counts of so many names would not all be different. */
const manyNames = 10;

/**
 * How texts hold codes, too (`1001 - Kok B.V.`, `(1001) Kok B.V.`, `Kok B.V. (1001)`): all of them do so, each with another
 * code. Where most of the numbers may be years or counts (`Feest (2025)`, `De Linde (3)`), only with many names. Null where they do not.
 */
function codesAmong(texts: ReadonlySet<string>, ways: readonly Way[]): CodeReader | null {
  if (texts.size < 2) return null;
  for (const { read, mayBeOther } of ways) {
    const codes = new Set<string>();
    for (const text of texts) {
      const found = read(text);
      if (found !== null && /\p{L}{2}/u.test(found.name)) codes.add(found.code);
    }
    if (codes.size < texts.size) continue;
    const others = mayBeOther ? [...codes].filter((code) => yearOrCount.test(code)).length : 0;
    if (others * 2 < codes.size || codes.size >= manyNames) return read;
  }
  return null;
}

const looksAtRows = 400;

/** How a column of names holds codes, too, by its first values; null where it does not. */
export function codesAmongNames(rows: RowSource, column: number): CodeReader | null {
  const texts = new Set<string>();
  for (let i = 0; i < rows.length && i < looksAtRows; i++) {
    const text = cellText(rows.cell(i, column));
    // A text alone in its row is a remark, or heads the rows below it.
    if (text !== '' && !isTotalLabel(text) && !isLonely(rows.at(i))) texts.add(text);
  }
  return codesAmong(texts, inColumn);
}

const groupWord = /^(?:debiteur|klant|relatie|customer|debtor)\b[\s:]*/i;

function withoutGroupWord(text: string): string {
  return text.replace(groupWord, '') || text;
}

/** In a line that does not write what others do. */
const alone: readonly Way[] = [
  { read: codeFirst(withMark), mayBeOther: false },
  { read: codeFirst(long), mayBeOther: true },
  { read: inBrackets, mayBeOther: true },
];

/**
 * How the lines that head the rows of each debtor name it: `1001 - Kok B.V.`, `Debiteur: 1001 Kok B.V.`, or a name alone. A line
 * that does not write what the others do has a code only where nothing else may stand there.
 *
 * @param lines such lines, as many as are known.
 */
export function headedDebtors(lines: readonly string[]): (line: string) => CodeAndName {
  const together = codesAmong(new Set(lines.map(withoutGroupWord)), inLines);
  return (line) => {
    const text = withoutGroupWord(line);
    return together?.(text) ?? codeAlone(text) ?? { code: '', name: text };
  };
}

function codeAlone(text: string): CodeAndName | null {
  for (const { read, mayBeOther } of alone) {
    const found = read(text);
    if (found !== null && !(mayBeOther && yearOrCount.test(found.code))) return found;
  }
  return null;
}
