import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import type { Mapping, MappingDraft } from './mapping.ts';
import type { Row } from './reading.ts';

type Fields = readonly (TableField | null)[];

const plain: ReadonlySet<string> = new Set(['nummer', 'nr', 'number', 'no', 'num']);
/** The customer's own, as the heading says. */
const ofCustomer: readonly string[] = ['uw ref', 'your ref', 'yourref'];
/** Headings of an invoice number only where nothing else is one. */
const references: ReadonlySet<string> = new Set(['referentie', 'reference', 'kenmerk', ...ofCustomer]);

/** A bare `Nummer` is of the invoice or of the debtor, by where it stands and what it holds. */
export function plainNumber(draft: MappingDraft): void {
  const { fields } = draft;
  const known = fields.indexOf('number');
  const ofItem = numberOfItem(draft);
  if (ofItem >= 0) {
    if (known >= 0) draft.set(known, fields.includes('yourReference') ? null : 'yourReference', 'heading');
    draft.set(ofItem, 'number', 'content');
  }
  const ofDebtor = numberOfDebtor(draft);
  if (ofDebtor >= 0) draft.set(ofDebtor, 'debtorCode', 'content');
}

/**
 * The bare `Nummer` that is of the invoice, in a list with amounts and due dates or a status: it differs per row and does not
 * stand before the debtor's name as its code; also beside a `Referentie`, which is then the debtor's own. Behind the date or the
 * sort of an item it is the item's. An `ID` will do where there is nothing else. Where it only counts rows
 * that all have a reference, the reference is the number. −1 when there is none.
 */
function numberOfItem(draft: MappingDraft): number {
  const { headings, sample, fields } = draft;
  const has = (...wanted: readonly TableField[]): boolean => wanted.some((field) => fields.includes(field));
  const known = fields.indexOf('number');
  if (!has('dueDate', 'status') || !has('open', 'total')) return -1;
  if (known >= 0 && !references.has(headings[known]!.normal)) return -1;
  const columns = headings.flatMap(({ normal }, i) => (plain.has(normal) ? [i] : []));
  const ids = known >= 0 ? [] : headings.flatMap(({ normal }, i) => (normal === 'id' ? [i] : []));
  const isOfItem = (i: number): boolean =>
    isOfItems(sample, fields, i) && !(known >= 0 && countsRows(sample, i, known));
  return [...columns, ...ids].find((i) => draft.isFree(i) && isOfItem(i)) ?? -1;
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

/**
 * The bare `Nr.` right before the names that is the debtor's code: each name has its own, and rows are not just counted; or right
 * behind them, where a name has several rows that show it. −1 when there is none.
 */
function numberOfDebtor(draft: MappingDraft): number {
  const { headings, sample, fields } = draft;
  const name = fields.indexOf('debtorName');
  if (name < 0 || fields.includes('debtorCode') || !fields.includes('number')) return -1;
  const isOwn = (at: number): boolean => {
    if (at < 0 || at >= headings.length || !draft.isFree(at) || !plain.has(headings[at]!.normal)) return false;
    const rows = sample.filter((row) => cellText(row[at]) !== '' && cellText(row[name]) !== '');
    if (countsRows(rows, at, name)) return false;
    if (at > name && !isRepeated(rows, name)) return false;
    return namesPerCode(rows, at, name) === 'own' && namesPerCode(rows, name, at) === 'own';
  };
  return [name - 1, name + 1].find(isOwn) ?? -1;
}

function isRepeated(rows: readonly Row[], at: number): boolean {
  return new Set(rows.map((row) => cellText(row[at]))).size < rows.length;
}

/**
 * Where a bare `Nummer` beside the names was read as the invoice's, and could be the debtor's with the `Referentie` for a number: no
 * debtor has a second row that tells, and the references would do as numbers. Answers both columns; null where there is no doubt.
 */
export function numberDoubt(
  headings: readonly Heading[],
  sample: readonly Row[],
  { fields, why }: Mapping,
): { readonly number: number; readonly reference: number } | null {
  const [name, number, reference] = [
    fields.indexOf('debtorName'),
    fields.indexOf('number'),
    fields.indexOf('yourReference'),
  ];
  if (name < 0 || reference < 0 || Math.abs(name - number) !== 1 || fields.includes('debtorCode')) return null;
  if (why[number] !== 'content' || !plain.has(headings[number]!.normal)) return null;
  const { normal } = headings[reference]!;
  if (!references.has(normal) || ofCustomer.includes(normal)) return null;
  const rows = sample.filter((row) => /\d/.test(cellText(row[number])));
  const wouldDo = rows.every((row) => cellText(row[name]) !== '' && /\d/.test(cellText(row[reference])));
  return rows.length > 0 && wouldDo && !isRepeated(rows, name) && !isRepeated(rows, reference)
    ? { number, reference }
    : null;
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
