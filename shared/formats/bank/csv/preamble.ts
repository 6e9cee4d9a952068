import type { Row } from '../../table/reading.ts';
import { accountNumber, bankCell, looksLikeAccount } from './cells.ts';

const ibanWithin = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/;
const label = /rekening|konto|account|iban/i;

/** The account named above the headings: by its IBAN, or by a number behind `Rekening`; empty when none is. */
export function accountAbove(rows: readonly Row[]): string {
  for (const row of rows) {
    for (const cell of row) {
      const iban = ibanWithin.exec(bankCell(cell))?.[0];
      if (iban !== undefined && /\d{6}/.test(iban.replaceAll(' ', ''))) return accountNumber(iban) ?? '';
    }
  }
  for (const row of rows) {
    const cells = row.map(bankCell);
    const at = cells.findIndex((cell) => label.test(cell));
    const number = at < 0 ? undefined : cells.slice(at).find(looksLikeAccount);
    if (number !== undefined) return accountNumber(number) ?? '';
  }
  return '';
}
