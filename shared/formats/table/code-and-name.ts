import { cellText } from './cells.ts';
import type { RowSource } from './row-source.ts';
import { isTotalLabel } from './totals.ts';

/** A debtor as one text names it; without a code that is empty. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

const groupWord = /^(?:debiteur|klant|relatie|customer|debtor)\b[\s:]*/i;
const codeFirst = /^[([]?([A-Za-z]{0,3}\d[\w.-]*)[)\]]?\s*[-–:|]?\s+(\S.*)$/;

/** A line that heads a debtor's rows: `1001 - Kok B.V.`, `Debiteur: 1001 Kok B.V.`, or a name alone. */
export function headedDebtor(text: string): CodeAndName {
  const named = text.replace(groupWord, '') || text;
  const found = codeFirst.exec(named);
  return found ? { code: found[1]!, name: found[2]! } : { code: '', name: named };
}

/** In a column of names a code is told from `24 Uurs Glas` by what stands between, or its length. */
const inColumn: readonly ((text: string) => CodeAndName | null)[] = [
  (text) => {
    const found =
      /^([A-Za-z]{0,3}\d[\w.]*)\s*[-–:|]\s+(\S.*)$/.exec(text) ?? /^([A-Za-z]{0,3}\d{3,})\s+(\S.*)$/.exec(text);
    return found && { code: found[1]!, name: found[2]! };
  },
  (text) => {
    const found = /^[([]([A-Za-z]{0,3}\d[\w.-]*)[)\]]\s*[-–:|]?\s*(\S.*)$/.exec(text);
    return found && { code: found[1]!, name: found[2]! };
  },
  (text) => {
    const found =
      /^(\S.*?)\s*[([]([A-Za-z]{0,3}\d[\w.-]*)[)\]]$/.exec(text) ??
      /^(\S.*?)\s+[-–|]\s+([A-Za-z]{0,3}\d[\w.]+)$/.exec(text);
    return found && { code: found[2]!, name: found[1]! };
  },
];

const looksAtRows = 400;

/**
 * How a column of names holds codes, too (`1001 - Kok B.V.`, `(1001) Kok B.V.`, `Kok B.V. (1001)`): all its first values do so, of more than one
 * debtor, each code with one name. Null where it does not.
 */
export function codesAmongNames(rows: RowSource, column: number): ((text: string) => CodeAndName | null) | null {
  const texts = new Set<string>();
  for (let i = 0; i < rows.length && i < looksAtRows; i++) {
    const text = cellText(rows.cell(i, column));
    if (text !== '' && !isTotalLabel(text)) texts.add(text);
  }
  if (texts.size < 2) return null;
  for (const read of inColumn) {
    const names = new Map<string, string>();
    for (const text of texts) {
      const found = read(text);
      if (found !== null && /\p{L}{2}/u.test(found.name)) names.set(found.code, found.name);
    }
    if (names.size === texts.size) return read;
  }
  return null;
}
