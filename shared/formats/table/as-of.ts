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

const dayWords = String.raw`(?<!\d)(?:\d{1,2}[-_. ]\d{1,2}[-_. ]20\d{2}|20\d{2}[-_. ]\d{1,2}[-_. ]\d{1,2}|\d{1,2}[-_. ]?[a-z]{3,9}[-_. ]?20\d{2})(?!\d)`;
/** Eight digits alone, or with a time behind them. */
const dayDigits = String.raw`(?<!\d)\d{8}(?=(?:\d{4}(?:\d{2})?)?(?!\d))`;

/**
 * The days a file is called after, the latest first: `open posten per 20-11-2026.csv`, `Openstaand_20261120.xlsx`,
 * `2026-11-20 debiteuren.csv`, `20 november 2026`. Those of its own name before those of its folder or zip. Day before month.
 */
export function asOfInName(fileName: string): readonly IsoDate[] {
  const parts = fileName.split(/[/\\]/).reverse();
  return parts.flatMap((part) => {
    const found = part.match(new RegExp(`${dayWords}|${dayDigits}`, 'gi')) ?? [];
    const days = found.map((text) => dayCalled(text)).filter((day): day is IsoDate => day !== null);
    return days.sort().reverse();
  });
}

function dayCalled(text: string): IsoDate | null {
  if (/^\d{8}$/.test(text)) {
    const day = text.startsWith('20') ? readDate(text, 'dmy') : null;
    return day ?? (text.slice(4).startsWith('20') ? readDate(text.replace(/^(..)(..)/, '$1-$2-'), 'dmy') : null);
  }
  const spaced = text.replace(/(\d)(?=[a-z])|([a-z])(?=\d)/gi, '$& ');
  return readDate(spaced.replace(/[-_. ]+/g, /[a-z]/i.test(text) ? ' ' : '-'), 'dmy');
}

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
