import type { ImportChoices } from '#shared/domain/import-preview.ts';
import type { RememberedMapping } from '#shared/domain/imports.ts';
import { decimalEvidence } from './amounts.ts';
import { dateEvidence } from './dates.ts';
import { debtorFactFields } from './debtors.ts';
import type { TableField } from './fields.ts';
import { type Heading, isAgeingHeading } from './headings.ts';
import { refuse } from './problems.ts';
import type { Cell, DateOrder, DecimalMark, Row } from './reading.ts';

/** Everything decided about a table before its rows are read. Columns are 0-based, −1 = absent. */
export interface Layout {
  readonly headings: readonly Heading[];
  readonly fields: readonly (TableField | null)[];
  readonly column: (field: TableField) => number;
  /** Decimal mark per column. */
  readonly decimals: readonly DecimalMark[];
  /** Mark of the amounts as a whole, for the preview; null when no value has one. */
  readonly mark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  readonly order: 'dmy' | 'mdy';
}

const amountFields: readonly TableField[] = ['open', 'total', 'paid', 'debit', 'credit', 'vatAmount'];
const dateFields: readonly TableField[] = ['invoiceDate', 'dueDate', 'outsideDate'];

/**
 * Checks that the columns make an open-items list and decides decimals and dates per column over all values. Refuses a
 * list of ages without invoices, a list without amounts, invoice numbers or debtors, and what only the user can decide.
 */
export function decideLayout(
  headings: readonly Heading[],
  fields: readonly (TableField | null)[],
  rows: readonly Row[],
  firstRow: number,
  choices: ImportChoices,
  remembered: RememberedMapping | undefined,
): Layout {
  const column = (field: TableField): number => fields.indexOf(field);
  checkColumns(headings, fields, rows);
  const decimals: DecimalMark[] = fields.map(() => 'comma');
  const chosen = choices.decimals ?? remembered?.decimals ?? null;
  const evidence = amountFields
    .map((field) => column(field))
    .filter((at) => at >= 0)
    .map((at) => ({ at, found: decimalEvidence(columnOf(rows, at)) }));
  const certain = new Set(evidence.map(({ found }) => found.mark).filter((mark) => mark !== null));
  const common = certain.size === 1 ? [...certain][0]! : null;
  for (const { at, found } of evidence) {
    const mark = found.mark ?? chosen ?? (found.unclear === 'mixed' ? null : common);
    if (found.unclear !== null && mark === null) {
      const sample = String(rows[found.at]?.[at] ?? '').trim();
      refuse(`decimals-${found.unclear}`, { sample }, firstRow + found.at, headings[at]!.text);
    }
    decimals[at] = mark ?? 'comma';
  }
  const openAt = [column('open'), column('total'), column('debit')].find((at) => at >= 0) ?? 0;
  const mark = evidence.length > 0 && evidence.every(({ found }) => found.mark === null) ? chosen : decimals[openAt]!;
  return {
    headings,
    fields,
    column,
    decimals,
    mark,
    ...decideDates(headings, column, rows, firstRow, choices, remembered),
  };
}

function decideDates(
  headings: readonly Heading[],
  column: (field: TableField) => number,
  rows: readonly Row[],
  firstRow: number,
  choices: ImportChoices,
  remembered: RememberedMapping | undefined,
): Pick<Layout, 'dateOrder' | 'order'> {
  const chosen = choices.dateOrder ?? remembered?.dateOrder ?? null;
  let found: DateOrder | null = null;
  for (const field of dateFields) {
    const at = column(field);
    if (at < 0) continue;
    const evidence = dateEvidence(columnOf(rows, at));
    if (evidence.order === 'mdy' && chosen === null) {
      const sample = String(rows[evidence.monthFirstAt]?.[at] ?? '');
      refuse('dates-month-first', { sample }, firstRow + evidence.monthFirstAt, headings[at]!.text);
    }
    found ??= evidence.order;
  }
  const order = chosen === 'mdy' ? 'mdy' : 'dmy';
  return { dateOrder: chosen ?? found, order };
}

function columnOf(rows: readonly Row[], at: number): readonly Cell[] {
  return rows.map((row) => row[at] ?? '');
}

function checkColumns(
  headings: readonly Heading[],
  fields: readonly (TableField | null)[],
  rows: readonly Row[],
): void {
  const has = (...wanted: TableField[]): boolean => wanted.some((field) => fields.includes(field));
  const ageing = headings.filter(({ text }) => isAgeingHeading(text));
  if (ageing.length >= 2 && !fields.includes('number')) {
    refuse('ageing-list', { columns: ageing.map(({ text }) => text).join(', ') });
  }
  if (!has('open', 'total') && !(has('debit') && has('credit'))) {
    refuse('no-amount-column', {
      columns: headings
        .map(({ text }) => text)
        .filter(Boolean)
        .join(', '),
    });
  }
  if (!has('number'))
    refuse('no-number-column', {
      columns: headings
        .map(({ text }) => text)
        .filter(Boolean)
        .join(', '),
    });
  if (!has('debtorCode', 'debtorName') && !rows.some(isLonely)) {
    refuse('no-debtor-column', {
      columns: headings
        .map(({ text }) => text)
        .filter(Boolean)
        .join(', '),
    });
  }
}

/** A row with one filled cell: in a list without debtor columns it names the debtor of the rows below. */
export function isLonely(row: Row): boolean {
  let filled = 0;
  for (const cell of row) if (typeof cell === 'number' || cell.trim() !== '') filled++;
  return filled === 1;
}

/** Columns that may be filled in a row that only names a debtor. */
export function debtorColumns(fields: readonly (TableField | null)[]): ReadonlySet<number> {
  const columns = new Set<number>();
  fields.forEach((field, i) => {
    if (field === 'debtorCode' || field === 'debtorName' || (field && debtorFactFields.has(field))) columns.add(i);
  });
  return columns;
}
