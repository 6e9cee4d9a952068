import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import type { Row } from './reading.ts';

type Fields = readonly (TableField | null)[];

const plain: ReadonlySet<string> = new Set(['nummer', 'nr', 'number', 'no', 'num']);
/** Headings of an invoice number only where nothing else is one. */
const references: ReadonlySet<string> = new Set([
  'referentie',
  'reference',
  'kenmerk',
  'uw ref',
  'your ref',
  'yourref',
]);

/**
 * The bare `Nummer` that is of the invoice, in a list with amounts and due dates or a status: it differs per row and does not
 * stand before the debtor's name as its code; also beside a `Referentie`, which is then the debtor's own. Behind the date or the
 * sort of an item it is the item's. An `ID` will do where there is nothing else. Where it only counts rows
 * that all have a reference, the reference is the number. −1 when there is none.
 */
export function numberOfItem(
  headings: readonly Heading[],
  sample: readonly Row[],
  fields: Fields,
  isFree: (column: number) => boolean,
): number {
  const has = (...wanted: readonly TableField[]): boolean => wanted.some((field) => fields.includes(field));
  const known = fields.indexOf('number');
  if (!has('dueDate', 'status') || !has('open', 'total')) return -1;
  if (known >= 0 && !references.has(headings[known]!.normal)) return -1;
  const columns = headings.flatMap(({ normal }, i) => (plain.has(normal) ? [i] : []));
  const ids = known >= 0 ? [] : headings.flatMap(({ normal }, i) => (normal === 'id' ? [i] : []));
  const isOfItem = (i: number): boolean =>
    isOfItems(sample, fields, i) && !(known >= 0 && countsRows(sample, i, known));
  return [...columns, ...ids].find((i) => isFree(i) && isOfItem(i)) ?? -1;
}

/** Whether a column counts from 1 the rows that have something in it, all of which have something in another as well. */
function countsRows(sample: readonly Row[], at: number, beside: number): boolean {
  const rows = sample.filter((row) => cellText(row[at]) !== '');
  return rows.every((row, i) => cellText(row[at]) === String(i + 1) && cellText(row[beside]) !== '');
}

function isOfItems(sample: readonly Row[], fields: Fields, at: number): boolean {
  const values = sample.map((row) => cellText(row[at])).filter((text) => /\d/.test(text));
  const isBehindItem = fields[at - 1] === 'kind' || fields[at - 1] === 'invoiceDate';
  const mayBeCode = !isBehindItem && !fields.includes('debtorCode') && fields[at + 1] === 'debtorName';
  if (values.length === 0 || new Set(values).size < values.length) return false;
  return !mayBeCode || values.every((text) => /\D/.test(text));
}

/** The bare `Nr.` right before the names that is the debtor's code: each name has its own, and rows are not just counted. −1 when there is none. */
export function numberOfDebtor(
  headings: readonly Heading[],
  sample: readonly Row[],
  fields: Fields,
  isFree: (column: number) => boolean,
): number {
  const name = fields.indexOf('debtorName');
  const at = name - 1;
  if (fields.includes('debtorCode') || !fields.includes('number')) return -1;
  if (at < 0 || !isFree(at) || !plain.has(headings[at]!.normal)) return -1;
  const rows = sample.filter((row) => cellText(row[at]) !== '' && cellText(row[name]) !== '');
  if (countsRows(rows, at, name)) return -1;
  const isOwn = namesPerCode(rows, at, name) === 'own' && namesPerCode(rows, name, at) === 'own';
  return isOwn ? at : -1;
}

/** How names go with codes: each code its `own`, the `same` for all, or neither; null when there are too few to tell. */
export function namesPerCode(sample: readonly Row[], code: number, name: number): 'own' | 'same' | 'mixed' | null {
  const names = new Map<string, string>();
  for (const row of sample) {
    const key = cellText(row[code]);
    const value = cellText(row[name]);
    if (key === '' || value === '') continue;
    if ((names.get(key) ?? value) !== value) return 'mixed';
    names.set(key, value);
  }
  if (names.size < 2) return null;
  const different = new Set(names.values()).size;
  return different === 1 ? 'same' : different * 2 > names.size ? 'own' : 'mixed';
}
