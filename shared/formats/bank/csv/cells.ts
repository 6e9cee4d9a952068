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
  if (last === 34 || text.charCodeAt(0) === 34) return withoutStrayQuotes(text);
  return text;
}

/** Quotes that do not pair up. */
function withoutStrayQuotes(text: string): string {
  const count = text.split('"').length - 1;
  return count % 2 === 1 ? text.replace(/^"|"$/, '').trim() : text;
}

/** An account as statements name it; null for an empty cell, dashes and zeros. */
export function accountNumber(text: string): string | null {
  if (text === '') return null;
  if (dutchIban.test(text)) return text;
  if (/^[\s0.\-*]*$/.test(text)) return null;
  return /\d/.test(text) ? accountAsGiven(text) : text;
}

/** `NL20INGB0001234567`, as most accounts are written: nothing has to be taken off. */
const dutchIban = /^NL\d{2}[A-Z]{4}\d{10}$/;

/** Whether a text has the form of an IBAN or of an account number. */
export function looksLikeAccount(text: string): boolean {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase();
  return hasIbanForm(compact) || /^P?\d{5,14}$/.test(compact);
}
