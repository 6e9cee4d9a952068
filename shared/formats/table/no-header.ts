import { amountInAnyMark } from './amounts.ts';
import { cellText, isBlank } from './cells.ts';
import { isNoDate, readDate } from './dates.ts';
import { type FoundHeader, readHeading } from './headings.ts';
import type { Row } from './reading.ts';

/** The order of Yuki's list of open debtors and creditors, which is also written without its headings (formats document §4). */
const yuki = [
  'Code grootboekrekening',
  'Omschrijving grootboekrekening',
  'Datum factuur',
  'Openstaand bedrag',
  'Omschrijving factuur',
  'Referentie',
  'Vervaldatum',
  'Relatienaam',
  'Relatiecode',
  'Bankrekening',
];

/** The headings of a list that has none, where every row is in the one order that is known to occur so; else null. */
export function missingHeader(rows: readonly Row[]): FoundHeader | null {
  const filled = rows.filter((row) => !isBlank(row));
  return filled.length > 0 && filled.every(isYuki) ? { at: -1, headings: yuki.map(readHeading) } : null;
}

function isYuki(row: Row): boolean {
  const [account = '', description = '', date = '', amount = '', , , due = '', name = ''] = row;
  return (
    row.length >= 8 &&
    row.length <= yuki.length + 1 &&
    /^\d{4,6}$/.test(cellText(account)) &&
    /\p{L}{3}/u.test(cellText(description)) &&
    readDate(date, 'dmy') !== null &&
    amountInAnyMark(amount) !== null &&
    (isNoDate(due) || readDate(due, 'dmy') !== null) &&
    /\p{L}/u.test(cellText(name))
  );
}
