import type { IsoDate } from '#shared/dates/civil.ts';
import { cellText } from './cells.ts';
import { dateWithin, readDate } from './dates.ts';
import type { Cell, Row } from './reading.ts';
import { currencyWord } from './words.ts';

const words: readonly (readonly [RegExp, number])[] = [
  [/peildatum/i, 4],
  [/\b(?:(?:stand|saldo|openstaand|posten|lijst) (?:per|op)|per datum|as of|as at)\b/i, 3],
  [/\bper\b/i, 2],
  [/\b(?:t\/m|tot en met)\b/i, 1],
];

/** The list date in the lines above the header: `Peildatum;31-12-2025`, `per 31-12-2025` (formats document §4.2 rule 3). */
export function asOfIn(preamble: readonly Row[]): IsoDate | null {
  let best: IsoDate | null = null;
  let weight = 0;
  for (const row of preamble) {
    for (let i = 0; i < row.length; i++) {
      const text = cellText(row[i]);
      for (const [word, score] of words) {
        const at = score > weight ? text.search(word) : -1;
        const date = at < 0 ? null : (dateWithin(text.slice(at)) ?? nextDate(row, i));
        if (date !== null) {
          best = date;
          weight = score;
        }
      }
    }
  }
  return best;
}

function nextDate(row: Row, from: number): IsoDate | null {
  const next: Cell | undefined = row.slice(from + 1).find((cell) => cell !== '');
  return next === undefined ? null : readDate(next, 'dmy');
}

/** The list date in the last lines, where some packages print it; only lines of one or two cells speak of the list. */
export function asOfBelow(rows: readonly Row[]): IsoDate | null {
  return asOfIn(rows.slice(-footerLines).filter((row) => row.filter((cell) => cell !== '').length <= 2));
}

const footerLines = 6;

/** Whether the lines above the header say that the list was limited to some of what is open. */
export function statesPart(preamble: readonly Row[]): boolean {
  const words = /\b(?:alleen|uitsluitend|slechts|only)\s+(?:de\s+)?(?:vervallen|verlopen|overdue|te late)\b/i;
  return preamble.some((row) => row.some((cell) => words.test(String(cell))));
}

/** Currency named above the header (`Valuta;EUR`); euro when none is. */
export function currencyIn(preamble: readonly Row[]): string {
  for (const row of preamble) {
    const at = row.findIndex((cell) => /^(?:valuta|currency)[:\s]*/i.test(String(cell)));
    if (at < 0) continue;
    const inCell = /^(?:valuta|currency)[:\s]+([A-Za-z]{3})\b/i.exec(String(row[at]))?.[1];
    const found = currencyWord(inCell ?? cellText(row[at + 1]));
    if (found) return found;
  }
  return 'EUR';
}
