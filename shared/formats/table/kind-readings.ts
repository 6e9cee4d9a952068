import { sumOf } from '#shared/money/cents.ts';
import { statesPart } from './as-of.ts';
import type { CellTexts } from './cell-texts.ts';
import { cellText } from './cells.ts';
import { readControlList } from './control-list.ts';
import { readDebtorList } from './debtor-list.ts';
import type { TableProblem } from './fields.ts';
import type { Known } from './known.ts';
import { ageingColumns, type Layout } from './layout.ts';
import { problem, refuse } from './problems.ts';
import type { ParsedItem, Row } from './reading.ts';
import type { RowSource } from './row-source.ts';
import { type ReadRows, readRows } from './rows.ts';

/** Refusals of a list of which no row is read, by why the first was not. */
const unreadable: Readonly<Record<string, string>> = {
  'date-unreadable': 'dates-unreadable',
  'amount-unreadable': 'amounts-unreadable',
  'currency-unknown': 'currencies-unknown',
  'currency-differs': 'currencies-differ',
  'currency-unclear': 'currencies-unclear',
};

/** A table of which all is decided but what its rows say. */
export interface DecidedTable {
  readonly body: RowSource;
  /** Rows above the header. */
  readonly preamble: readonly Row[];
  readonly layout: Layout;
  /** Currency signs that cells show beside their values. */
  readonly signs: CellTexts;
}

/** Reads items and what is said of them. Refuses a list of which no row is an item. */
export function readItems(known: Known, { body, preamble, layout, signs }: DecidedTable): Pick<ReadRows, 'sided'> {
  const { wide, sided, ...read } = readRows(body, known.headerRow + 1, layout, preamble, signs);
  const warnings = [...known.warnings, ...read.warnings];
  // Cells of a workbook stand under their heading whatever a row has more; in a text a separator too many moves them.
  if (known.format === 'csv' && wide.length > 0)
    warnings.unshift(problem('wide-rows', { count: wide.length }, wide[0]!));
  warnings.push(...mixedCurrencies(read.items));
  const { dateDoubt } = layout;
  if (dateDoubt) {
    const { sample, row, column } = dateDoubt;
    warnings.unshift(problem('dates-assumed', { sample }, row, column));
  }
  const part = layout.profile?.bookings ? 'bookings-of-a-period' : statesPart(preamble) ? 'list-of-a-part' : null;
  if (known.kind === 'invoices') warnings.unshift(problem('invoice-list', {}));
  else if (part !== null) warnings.unshift(problem(part, {}));
  if (known.kind === 'invoices' || part !== null) known.full = false;
  Object.assign(known, read, { warnings });
  if (read.items.length > 0 || read.settled.length > 0) return { sided };
  const onlyCreditors = read.skipped.some(({ reason }) => reason === 'creditor');
  const unread = read.skipped.find(({ reason }) => reason in unreadable);
  if (unread && !onlyCreditors) {
    const column = layout.headings.findIndex(({ text }) => text === unread.column);
    const cell = body.at(unread.row - known.headerRow - 1)[column];
    const written = cellText(cell) || String(cell ?? '');
    const sample = `${signs.at(unread.row - 1, column)} ${written}`.trim();
    refuse(unreadable[unread.reason]!, { sample }, unread.row, unread.column);
  }
  return refuse(onlyCreditors ? 'only-creditors' : 'no-items', {}, known.headerRow);
}

/** What is not in the currency of most items. */
function mixedCurrencies(items: readonly ParsedItem[]): readonly TableProblem[] {
  const counts = new Map<string, number>();
  for (const { currency } of items) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [[currency] = [''], ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const count = sumOf(others, ([, number]) => number);
  const first = items.find((item) => item.currency !== currency);
  const params = { count, currency, others: others.map(([name]) => name).join(', ') };
  return [problem('mixed-currencies', params, first?.row ?? null)];
}

/** Balances a list of debtors has beside its facts are totals to compare with. */
export function readDebtors(known: Known, { body, preamble, layout, signs }: DecidedTable): void {
  const { debtors, skipped, warnings, rows } = readDebtorList(body, known.headerRow + 1, layout);
  known.full = false;
  known.debtors = debtors;
  known.skipped = skipped;
  known.rows = rows;
  known.warnings = [problem('debtor-list', { count: debtors.length }), ...known.warnings, ...warnings];
  if (!layout.fields.some((field) => field === 'open' || field === 'total')) return;
  const {
    control,
    debtors: withBalance,
    declaredTotal,
  } = readControlList(body, known.headerRow + 1, layout, preamble, signs);
  if (withBalance === 0) return;
  known.control = control;
  known.declaredTotal = declaredTotal;
}

/** Reads balances per debtor, to compare with. Refuses a list without any debtor. */
export function readControl(known: Known, { body, preamble, layout, signs }: DecidedTable): void {
  const { control, debtors, declaredTotal, skipped, warnings, rows } = readControlList(
    body,
    known.headerRow + 1,
    layout,
    preamble,
    signs,
  );
  const ages = ageingColumns(layout.headings, layout.fields).map((i) => layout.headings[i]!.text);
  if (debtors === 0) refuse('no-debtors', {}, known.headerRow);
  known.full = false;
  known.control = control;
  known.declaredTotal = declaredTotal;
  known.skipped = skipped;
  known.rows = rows;
  const what = ages.length > 0 ? problem('ageing-list', { columns: ages.join(', ') }) : problem('balance-list', {});
  known.warnings = [what, ...known.warnings, ...warnings];
}
