import { visibleText } from '../visible-text.ts';
import type { Cell } from './reading.ts';

/** What a spreadsheet shows where a formula failed, in Dutch and English. */
const errorValue = /^#(?:N\/?[AB]|WAARDE!|VALUE!|VERW!|REF!|DEEL\/0!|DIV\/0!|NAAM\?|NAME\?|GETAL!|NUM!|LEEG!|NULL!)$/i;

/** An apostrophe that is part of a Dutch name: `'t Hoekje`, `'s-Hertogenbosch`. */
const elided = /^'[stn][ -]\p{L}/iu;

/**
 * A cell as text. Identifiers stay what they are (formats document §4.2 rule 9): leading zeros are kept, `2.0250001E7` and
 * numbers of a workbook become whole digits, `="0012"` and `'0012` lose what marks them as text, a failed formula
 * says nothing. Control and bidi characters fall away (§7.5).
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  let text = cell.trim();
  const first = text.charCodeAt(0);
  if (first === 35 && errorValue.test(text)) return '';
  if (first === 61 && text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1);
  else if (first === 39 && !elided.test(text)) text = text.slice(1);
  if (first >= 48 && first <= 57 && /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(text)) return wholeDigits(text);
  return notPlain.test(text) ? visibleText(text) : text;
}

function wholeDigits(text: string): string {
  const value = Number(text.replace(',', '.'));
  return Number.isSafeInteger(value) ? value.toFixed(0) : text;
}

/** Anything but printable ASCII and Latin letters, which is all most cells hold. */
const notPlain = /[^ -\u024f]/;

/** Whether a row has nothing in it. */
export function isBlank(row: readonly Cell[]): boolean {
  for (const cell of row) if (typeof cell === 'number' || (cell !== '' && cell.trim() !== '')) return false;
  return true;
}
