import { isBankRows } from '../bank/csv/recognise.ts';
import { mapColumns } from './columns.ts';
import type { TableKind } from './fields.ts';
import { findHeader } from './headings.ts';
import { tableKind } from './kind.ts';
import { ageingColumns } from './layout.ts';
import { otherTable } from './other-tables.ts';
import { findProfile } from './profile-match.ts';
import type { Row, Sheet, SheetLook } from './reading.ts';

/** Rows a look at a table takes. */
export const looksAtRows = 400;

/** What the rows of a sheet look like; null when they hold no table that is read. */
export function looksLike(rows: readonly Row[], titles: string): SheetLook['looksLike'] {
  const found = findHeader(rows);
  if (isBankRows(rows)) return 'bank';
  if (!found || otherTable(rows) !== null) return null;
  const { at, headings } = found;
  const profile = findProfile(headings, undefined);
  const body = rows.slice(at + 1, at + 1 + looksAtRows);
  const { fields } = mapColumns(headings, body, undefined, undefined, profile);
  const kind = tableKind({ headings, fields, rows: body, titles, profile });
  if (kind !== 'list' && kind !== 'invoices') return kind;
  const has = (...wanted: readonly string[]): boolean => wanted.some((field) => fields.includes(field as never));
  const amounts = has('open', 'total') || (has('debit') && has('credit')) || ageingColumns(headings, fields).length > 0;
  return has('number') && amounts ? kind : null;
}

const worth: Readonly<Record<TableKind | 'bank' | 'nothing', number>> = {
  list: 5,
  invoices: 4,
  debtors: 3,
  control: 2,
  bank: 1,
  nothing: 0,
};

/** What every sheet of a workbook looks like, in order. */
export function looksOf(sheets: readonly Sheet[]): readonly SheetLook[] {
  return sheets.map(({ name, hidden, rows }) => ({
    name,
    hidden,
    looksLike: looksLike(rows, name),
    rows: rows.length,
  }));
}

/**
 * The visible sheet to read: the best of what they look like, one that is called after suppliers last and one after open items
 * first among equals; else the first with anything in it. Undefined when all are hidden.
 */
export function bestSheet(looks: readonly SheetLook[]): SheetLook | undefined {
  let best: SheetLook | undefined;
  let bestScore = -1;
  for (const look of looks) {
    if (look.hidden) continue;
    const byName = /credit|inkoop|leverancier|supplier|purchase/i.test(look.name)
      ? -0.5
      : /openstaand|open\s?posten|debiteur|outstanding|receivable/i.test(look.name)
        ? 0.5
        : 0;
    const score =
      worth[look.looksLike ?? 'nothing'] + (look.looksLike === null ? 0 : byName) + (look.rows > 0 ? 0.2 : 0);
    if (score <= bestScore) continue;
    best = look;
    bestScore = score;
  }
  return best;
}
