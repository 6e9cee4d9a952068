import type { ListReading } from '../list-reading.ts';
import { type FormatProblem, formatProblem } from '../problem.ts';
import type { ParsedDebtor, ParsedItem } from '../table/reading.ts';
import type { XafItem, XafReading, XafRelation } from './reading.ts';

/** The open items of an auditfile as the importer of lists takes them; refused where none could be derived. */
export interface XafList extends ListReading {
  readonly refusal: FormatProblem | null;
}

/**
 * An auditfile as a list of open items, with the relations that have or had any. With level 2 it is no full list: invoices of
 * earlier years are missing and must not be taken for paid. Levels 0 and 3 are refused. The kind of debtor is left open,
 * whatever registrations there are (criterion C1).
 */
export function xafItems(reading: XafReading, fileName: string): XafList {
  const { level, asOf } = reading;
  const relations = new Map(reading.relations.map((relation) => [relation.code, relation]));
  const debtors: ParsedDebtor[] = [];
  const places = new Map<string, number>();
  const placeOf = (code: string): number => {
    const known = places.get(code);
    if (known !== undefined) return known;
    places.set(code, debtors.length);
    return debtors.push(debtorOf(code, relations.get(code))) - 1;
  };
  // Without a debtor there is nobody to ask; the reading has warned of them.
  const owed = reading.items.filter(({ debtorCode }) => debtorCode !== '');
  return {
    fileName,
    format: 'xaf',
    asOf,
    full: level === 1,
    columns: [{ field: 'total' }, { field: 'kind' }],
    items: owed.map((item) => parsedItem(item, placeOf(item.debtorCode))),
    settled: reading.settled.map(({ row, debtorCode, number }) => ({ row, debtor: placeOf(debtorCode), number })),
    debtors,
    unread: [],
    skipped: [],
    refusal: level === 0 || level === 3 ? formatProblem(`xaf-level-${level}`) : null,
  };
}

function parsedItem(item: XafItem, debtor: number): ParsedItem {
  const { row, debtorCode, debtorName, number, kind, date, dueDate, total, open, currency, description } = item;
  const details = description === null ? {} : { description };
  return { row, debtor, debtorCode, debtorName, number, kind, date, dueDate, total, open, currency, details };
}

/** Letters go to the postal address where the package keeps one that can be written to. */
function debtorOf(code: string, relation: XafRelation | undefined): ParsedDebtor {
  const { street = null, postal = null } = relation ?? {};
  const address = postal !== null && postal.street !== null && postal.city !== null ? postal : (street ?? postal);
  return {
    code,
    name: relation?.name ?? '',
    kind: null,
    legalForm: null,
    street: address?.street ?? null,
    postalCode: address?.postalCode ?? null,
    city: address?.city ?? null,
    country: address?.country ?? null,
    email: relation?.email ?? null,
    phone: relation?.phone ?? null,
    contact: relation?.contact ?? null,
    language: null,
    iban: relation?.iban ?? null,
    kvk: relation?.kvk ?? null,
    vatId: relation?.vatId ?? null,
  };
}
