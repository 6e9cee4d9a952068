import type { ImportChoices } from '#shared/domain/import/preview.ts';
import type { RememberedMapping } from '#shared/domain/imports.ts';
import type { Currency } from '#shared/money/cents.ts';
import { DecimalTally } from './amounts.ts';
import { DateTally } from './dates.ts';
import { debtorFactFields } from './debtors.ts';
import { isWrittenAsDeduction } from './deductions.ts';
import type { TableField } from './fields.ts';
import { type Heading, isAgeingHeading } from './headings.ts';
import { refuse } from './problems.ts';
import type { Profile } from './profiles.ts';
import type { DateOrder, DecimalMark, Row } from './reading.ts';
import type { RowSource } from './row-source.ts';

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
  /** A date that could have the month first, beside amounts as are written where it has; null where there is no doubt. */
  readonly dateDoubt: DateDoubt | null;
  /** Columns of ages, whose sum is what is open where no other column says it. */
  readonly buckets: readonly number[];
  /** Columns that have what comes off an item with a minus, or with the sign of the item turned. */
  readonly deducted: ReadonlySet<TableField>;
  /** What a sign that may be of several currencies was said to stand for. */
  readonly signCurrency: Currency | null;
  readonly profile: Profile | null;
}

interface DateDoubt {
  readonly row: number;
  readonly column: string;
  readonly sample: string;
}

const amountFields: readonly TableField[] = [
  'open',
  'total',
  'paid',
  'debit',
  'credit',
  'vatAmount',
  'discountAmount',
  'restriction',
  'creditLimit',
];
const dateFields: readonly TableField[] = ['invoiceDate', 'dueDate', 'outsideDate', 'discountUntil'];

/** Columns of ages: two or more, or none. */
export function ageingColumns(headings: readonly Heading[], fields: readonly (TableField | null)[]): readonly number[] {
  const columns = headings.flatMap(({ text }, i) => (fields[i] === null && isAgeingHeading(text) ? [i] : []));
  return columns.length >= 2 ? columns : [];
}

/** Decides decimals and dates per column over all values. Refuses what only the user can decide, with the place that is unclear. */
export function decideLayout(
  headings: readonly Heading[],
  fields: readonly (TableField | null)[],
  rows: RowSource,
  firstRow: number,
  choices: ImportChoices,
  remembered: RememberedMapping | undefined,
  profile: Profile | null = null,
): Layout {
  const column = (field: TableField): number => fields.indexOf(field);
  const has = (field: TableField): boolean => fields.includes(field);
  const summed = !has('open') && !has('total') && !(has('debit') && has('credit'));
  const buckets = summed ? ageingColumns(headings, fields) : [];
  const decimals: DecimalMark[] = fields.map(() => 'comma');
  const chosen = choices.decimals ?? remembered?.decimals ?? null;
  const amounts = [...amountFields.map((field) => column(field)), ...buckets].filter((at) => at >= 0);
  for (const at of amounts) if (speaksOfThousands(headings[at]!.text)) refuseThousands(firstRow, headings[at]!.text);
  const dates = dateFields.map((field) => column(field)).filter((at) => at >= 0);
  const seen = tallied(rows, amounts, dates);
  const evidence = seen.amounts.map(({ at, tally }) => ({ at, found: tally.evidence() }));
  const certain = new Set(evidence.map(({ found }) => found.mark).filter((mark) => mark !== null));
  const common = certain.size === 1 ? [...certain][0]! : null;
  for (const { at, found } of evidence) {
    const mark = found.mark ?? chosen ?? (found.unclear === 'mixed' ? null : (common ?? profile?.decimals ?? null));
    // Limits are whole amounts: 5.000 is five thousand, and no list is refused over it.
    if (found.unclear !== null && mark === null && fields[at] !== 'creditLimit') {
      const sample = String(rows.cell(found.at, at)).trim();
      refuse(`decimals-${found.unclear}`, { sample }, firstRow + found.at, headings[at]!.text);
    }
    decimals[at] = mark ?? 'comma';
  }
  const openAt =
    [column('open'), column('total'), column('debit'), ...buckets, column('creditLimit')].find((at) => at >= 0) ?? 0;
  const mark = evidence.length > 0 && evidence.every(({ found }) => found.mark === null) ? chosen : decimals[openAt]!;
  const days = decideDates(headings, seen.dates, rows, firstRow, choices, remembered);
  return {
    headings,
    fields,
    column,
    decimals,
    mark,
    buckets,
    deducted: deductedFields(rows, column, decimals),
    signCurrency: choices.signCurrency ?? remembered?.signCurrency ?? null,
    profile,
    ...days,
    dateDoubt: common === 'point' ? days.dateDoubt : null,
  };
}

const thousands =
  /(?:^|[\s(])[x×*]\s*(?:€|eur(?:o)?)?\s*1[.,'’ ]?000\b(?![.,]\d)|\bin (?:euro[’']?s? )?(?:duizend(?:en|tallen)?|thousands)\b|(?:^|[\s(])(?:k€|€ ?k|keur)(?![a-z])/i;

/** Whether a heading or a title says that amounts stand in thousands: `Openstaand (x 1.000)`, `bedragen in duizenden euro's`. */
export function speaksOfThousands(text: string): boolean {
  return thousands.test(text);
}

/** Ends the reading: what is owed to the cent is not in such a list. */
export function refuseThousands(row: number, column: string | null): never {
  return refuse('amounts-in-thousands', {}, row, column);
}

function deductedFields(
  rows: RowSource,
  column: Layout['column'],
  decimals: Layout['decimals'],
): ReadonlySet<TableField> {
  const amounts = (field: TableField) => ({ at: column(field), mark: decimals[column(field)]! });
  const found = new Set<TableField>();
  const [open, total] = [amounts('open'), amounts('total')];
  // What is paid is read where one of these is absent.
  const whole = total.at < 0 ? open : open.at < 0 ? total : null;
  if (whole && whole.at >= 0 && isWrittenAsDeduction(rows, amounts('paid'), whole)) found.add('paid');
  if (open.at < 0 && total.at < 0 && isWrittenAsDeduction(rows, amounts('credit'), null)) found.add('credit');
  return found;
}

interface Tallied {
  readonly amounts: readonly { readonly at: number; readonly tally: DecimalTally }[];
  readonly dates: readonly { readonly at: number; readonly tally: DateTally }[];
}

/** What all columns with amounts and dates hold, in one pass over the rows. */
function tallied(rows: RowSource, amountsAt: readonly number[], datesAt: readonly number[]): Tallied {
  const amounts = amountsAt.map((at) => ({ at, tally: new DecimalTally() }));
  const dates = datesAt.map((at) => ({ at, tally: new DateTally() }));
  for (const { at, tally } of [...amounts, ...dates]) {
    for (let i = 0; i < rows.length; i++) tally.add(rows.cell(i, at), i);
  }
  return { amounts, dates };
}

function decideDates(
  headings: readonly Heading[],
  dates: Tallied['dates'],
  rows: RowSource,
  firstRow: number,
  choices: ImportChoices,
  remembered: RememberedMapping | undefined,
): Pick<Layout, 'dateOrder' | 'order' | 'dateDoubt'> {
  const chosen = choices.dateOrder ?? remembered?.dateOrder ?? null;
  let found: DateOrder | null = null;
  let isTold = chosen !== null;
  let dateDoubt: DateDoubt | null = null;
  for (const { at, tally } of dates) {
    const evidence = tally.evidence();
    if (evidence.yearFirstAt >= 0 && chosen === null) {
      const sample = String(rows.cell(evidence.yearFirstAt, at));
      refuse('dates-unreadable', { sample }, firstRow + evidence.yearFirstAt, headings[at]!.text);
    }
    if (evidence.order === 'mdy' && chosen === null) {
      const sample = String(rows.cell(evidence.monthFirstAt, at));
      refuse('dates-month-first', { sample }, firstRow + evidence.monthFirstAt, headings[at]!.text);
    }
    found ??= evidence.order;
    if (evidence.eitherAt >= 0) {
      const sample = String(rows.cell(evidence.eitherAt, at));
      dateDoubt ??= { row: firstRow + evidence.eitherAt, column: headings[at]!.text, sample };
    } else if (evidence.order !== null) isTold = true;
  }
  const order = chosen === 'mdy' ? 'mdy' : 'dmy';
  return { dateOrder: chosen ?? found, order, dateDoubt: isTold ? null : dateDoubt };
}

const creditorNumber = /^(?:crediteur(?:en)?|creditor|vendor) ?(?:nummer|nr|code|number|no|id)$/;
const ofCreditor = /^(?:crediteur|creditor|leverancier|supplier|vendor)/;

/** Checks that the columns make a list of items: refuses one without amounts, invoice numbers or debtors, naming what is there. */
export function checkItemColumns(
  headings: readonly Heading[],
  fields: readonly (TableField | null)[],
  rows: readonly Row[],
  profile: Profile | null,
): void {
  const has = (...wanted: TableField[]): boolean => wanted.some((field) => fields.includes(field));
  if (!has('open', 'total') && !(has('debit') && has('credit')) && ageingColumns(headings, fields).length === 0) {
    refuse('no-amount-column', {
      columns: headings
        .map(({ text }) => text)
        .filter(Boolean)
        .join(', '),
    });
  }
  if (!has('number') && !(profile?.numberInDescription && has('description')))
    refuse('no-number-column', {
      columns: headings
        .map(({ text }) => text)
        .filter(Boolean)
        .join(', '),
    });
  // Names beside the numbers of creditors, where nothing says that debtors stand there too.
  const isOfCreditor = ({ normal }: Heading, i: number): boolean => fields[i] === null && creditorNumber.test(normal);
  if (!has('debtorCode') && headings.some(isOfCreditor)) refuse('only-creditors');
  if (!has('debtorCode', 'debtorName', 'lastName') && !rows.some(isLonely)) {
    if (headings.some(({ normal }) => ofCreditor.test(normal))) refuse('only-creditors');
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
