import { cellText } from '../../table/cells.ts';
import type { Cell } from '../../table/reading.ts';
import { accountAsGiven, hasIbanForm } from '../account-number.ts';

/**
 * A cell of a bank's table as text: without the apostrophes some banks put around texts (`'Huur'`) and the quotes a broken
 * line leaves behind (`NL44RABO0123456789"`).
 */
export function bankCell(cell: Cell | undefined): string {
  const text = cellText(cell);
  const last = text.charCodeAt(text.length - 1);
  if (last === 39 && typeof cell === 'string' && cell.trimStart().startsWith("'")) return text.slice(0, -1).trim();
  if (last === 34 || text.startsWith('"')) return withoutStrayQuotes(text);
  return text;
}

/** Quotes that do not pair up. */
function withoutStrayQuotes(text: string): string {
  const count = text.split('"').length - 1;
  return count % 2 === 1 ? text.replace(/^"|"$/, '').trim() : text;
}

/** Makes one cell again of a text between apostrophes that holds the separator. */
export function joinApostrophes(row: readonly string[], separator: string): readonly string[] {
  const joined: string[] = [];
  let open: string | null = null;
  for (const cell of row) {
    if (open === null) {
      if (cell.startsWith("'") && !(cell.length > 1 && cell.endsWith("'"))) open = cell;
      else joined.push(cell);
    } else {
      open += separator + cell;
      if (cell.endsWith("'")) {
        joined.push(open);
        open = null;
      }
    }
  }
  if (open !== null) return row;
  return joined;
}

/** An account as statements name it; null for an empty cell, dashes and zeros. */
export function accountNumber(text: string): string | null {
  if (text === '' || isDutchIban(text)) return text || null;
  if (/^[\s0.\-*]*$/.test(text)) return null;
  return /\d/.test(text) ? accountAsGiven(text) : text;
}

/** `NL20INGB0001234567`, as most accounts are written: nothing has to be taken off. */
function isDutchIban(text: string): boolean {
  if (text.length !== 18 || text.charCodeAt(0) !== 78 || text.charCodeAt(1) !== 76) return false;
  for (let i = 2; i < 18; i++) {
    const code = text.charCodeAt(i);
    const isLetter = i >= 4 && i < 8;
    if (isLetter ? code < 65 || code > 90 : code < 48 || code > 57) return false;
  }
  return true;
}

/** Whether a text has the form of an IBAN or of an account number. */
export function looksLikeAccount(text: string): boolean {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase();
  return hasIbanForm(compact) || /^P?\d{5,14}$/.test(compact);
}
