import type { ListReading } from '../list-reading.ts';
import { type FormatProblem, formatProblem } from '../problem.ts';
import type { ControlReading, ParsedDebtor, ParsedItem } from '../table/reading.ts';
import type { XafItem, XafReading, XafRelation } from './reading.ts';

/** An auditfile as the importer of lists takes it; refused where it says nothing of the receivables. */
export interface XafList extends ListReading {
  readonly refusal: FormatProblem | null;
}

/**
 * An auditfile as a list of open items, with the relations that have or had any, and the balance of the receivables accounts.
 * With level 2 it is no full list: invoices of earlier years are missing and must not be taken for paid. Levels 0 and 3 give
 * totals alone, per relation where the file has them. The kind of debtor is left open, whatever registrations there are
 * (criterion C1).
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
  const hasItems = level === 1 || level === 2;
  const control = totalsOf(reading);
  return {
    fileName,
    format: 'xaf',
    kind: hasItems ? 'list' : 'control',
    ...(control && { control }),
    asOf,
    full: level === 1,
    columns: [{ field: 'total' }, { field: 'kind' }],
    items: owed.map((item) => parsedItem(item, placeOf(item.debtorCode))),
    settled: reading.settled.map(({ row, debtorCode, number }) => ({ row, debtor: placeOf(debtorCode), number })),
    debtors,
    unread: [],
    skipped: [],
    refusal: hasItems || control !== null ? null : formatProblem(`xaf-level-${level}`),
  };
}

/** Balance of the receivables, per relation of version 4.0; null when it states none, or none in euros. */
function totalsOf({ level, controlTotal, currency, relations }: XafReading): ControlReading | null {
  if (controlTotal === null || currency !== 'EUR') return null;
  const owing = level === 3 ? relations.filter(({ type, closing }) => type !== 'S' && closing) : [];
  return { total: controlTotal, debtors: owing.map(({ code, name, closing }) => ({ code, name, open: closing ?? 0 })) };
}

function parsedItem(item: XafItem, debtor: number): ParsedItem {
  const { row, debtorCode, debtorName, number, kind, date, dueDate, total, open, currency, description } = item;
  const details = description === null ? {} : { description };
  return { row, debtor, debtorCode, debtorName, number, kind, date, dueDate, total, open, currency, details };
}

/** Letters go to the postal address where the package keeps one that can be written to. */
function debtorOf(code: string, relation: XafRelation | undefined): ParsedDebtor {
  const { street = null, postal = null } = relation ?? {};
  const limit = relation?.creditLimit ?? 0;
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
    ...(limit > 0 && { creditLimit: limit }),
  };
}
