import type { IsoDate } from '#shared/dates/civil.ts';
import { addDays } from '#shared/dates/civil.ts';
import type { Discount } from '#shared/domain/item.ts';
import { hasIbanForm } from '../bank/account-number.ts';
import type { ListReading } from '../list-reading.ts';
import { discountIn, partOf } from '../payment-terms.ts';
import { nameKey } from '../table/debtors.ts';
import type { ItemDetails, ParsedDebtor, ParsedItem } from '../table/reading.ts';
import { bareName } from './direction.ts';
import type { UblInvoice, UblParty } from './reading.ts';

/** Invoices as the importer of lists takes items; `settled` are those with nothing left to pay. */
export interface UblItems extends ListReading {
  /** By invoice as given: its place in `items`, null when nothing is left to pay. */
  readonly places: readonly (number | null)[];
}

/**
 * The open items of invoices, with their debtors: one per customer code, else per KvK number (see {@link isAnother}), VAT id or name; what the first
 * invoice of a debtor does not say, a later one may. The kind of debtor is left open, whatever registrations there are
 * (criterion C1). The total is what was ever to be paid: rounding included, prepayments too. As of the last invoice date.
 */
export function ublItems(invoices: readonly UblInvoice[], fileName: string): UblItems {
  const debtors: ParsedDebtor[] = [];
  const places = new Map<string, number>();
  const items: ParsedItem[] = [];
  const settled: UblItems['settled'][number][] = [];
  const placed: (number | null)[] = [];
  for (const invoice of invoices) {
    const stated = debtorOf(invoice);
    const shared = debtors[places.get(keyOf(invoice)) ?? -1];
    const key =
      shared && stated.code === '' && isAnother(shared, stated)
        ? `${keyOf(invoice)} vat ${stated.vatId}`
        : keyOf(invoice);
    const debtor = places.get(key) ?? debtors.length;
    debtors[debtor] = debtor < debtors.length ? merged(debtors[debtor]!, stated) : stated;
    places.set(key, debtor);
    const { row, number } = invoice;
    placed.push(invoice.open === 0 ? null : items.length);
    if (invoice.open === 0) settled.push({ row, debtor, number });
    else items.push(itemOf(invoice, debtor));
  }
  return {
    fileName,
    format: 'ubl',
    kind: 'invoices',
    refusal: null,
    asOf: invoices.reduce<IsoDate | null>(
      (last, { date }) => (last === null || (date ?? '') > last ? date : last),
      null,
    ),
    full: false,
    asInvoiced: true,
    columns: [{ field: 'total' }, { field: 'kind' }],
    items,
    debtors,
    settled,
    unread: [],
    skipped: [],
    places: placed,
  };
}

function keyOf({ customer }: UblInvoice): string {
  const { code, kvk, vatId, name } = customer;
  if (code !== null) return `code ${code}`;
  return kvk !== null ? `kvk ${kvk}` : vatId !== null ? `vat ${vatId}` : `name ${nameKey(name ?? '')}`;
}

/** A KvK number with another name and another VAT id is of somebody else, or written wrongly: each is a debtor of its own. */
export function isAnother(one: Named, other: Named): boolean {
  const hasOwnNumber = one.vatId !== null && other.vatId !== null && one.vatId !== other.vatId;
  return hasOwnNumber && bareName(one.name) !== bareName(other.name);
}

type Named = Pick<ParsedDebtor, 'name' | 'vatId'>;

/** A customer without a name goes by a number it has. */
function nameOf({ name, code, kvk, vatId }: UblParty): string {
  return name ?? code ?? kvk ?? vatId ?? '';
}

function itemOf(invoice: UblInvoice, debtor: number): ParsedItem {
  return {
    row: invoice.row,
    debtor,
    debtorCode: invoice.customer.code ?? '',
    debtorName: nameOf(invoice.customer),
    number: invoice.number,
    kind: invoice.kind,
    date: invoice.date,
    dueDate: invoice.dueDate,
    total: invoice.open + invoice.prepaid,
    open: invoice.open,
    currency: invoice.currency,
    details: detailsOf(invoice),
  };
}

function detailsOf(invoice: UblInvoice): ItemDetails {
  const { orderReference, buyerReference, paymentReference, number, vat, directDebit, billingReferences, kind } =
    invoice;
  // Where an invoice has no reference of the buyer, senders repeat its own number.
  const stated = [orderReference, buyerReference].filter((text) => text !== null && text !== invoice.number);
  const references = [...new Set(stated)];
  return {
    ...(references.length > 0 && { yourReference: references.join(' / ') }),
    ...(paymentReference !== null && paymentReference !== number && { paymentReference }),
    ...(vat !== null && { vatCents: vat }),
    ...(directDebit !== null && { directDebit: true }),
    ...(kind === 'credit' && billingReferences.length === 1 && { creditFor: billingReferences[0]! }),
    ...discountOf(invoice),
  };
}

/** The discount for early payment its terms plainly state (criterion A8). */
function discountOf(invoice: UblInvoice): { readonly discount: Discount } | null {
  const { kind, date, paymentTerms, open, prepaid } = invoice;
  const stated = kind === 'invoice' && paymentTerms !== null ? discountIn(paymentTerms) : null;
  if (stated === null || date === null || open <= 0) return null;
  const amount = partOf(open + prepaid, stated.percent);
  return { discount: { kind: 'early-payment', amount, until: addDays(date, stated.days) } };
}

function debtorOf({ customer, directDebit }: UblInvoice): ParsedDebtor {
  const account = directDebit?.account ?? '';
  return {
    code: customer.code ?? '',
    name: nameOf(customer),
    kind: null,
    legalForm: null,
    street: customer.street,
    postalCode: customer.postalCode,
    city: customer.city,
    country: customer.country,
    email: customer.email,
    phone: customer.phone,
    contact: customer.contact,
    language: null,
    iban: hasIbanForm(account) ? account : null,
    kvk: customer.kvk,
    vatId: customer.vatId,
  };
}

/** What is known, filled up; an address is one whole and never put together from two. */
function merged(known: ParsedDebtor, stated: ParsedDebtor): ParsedDebtor {
  const hasAddress = known.street !== null || known.postalCode !== null || known.city !== null;
  const { street, postalCode, city, country } = hasAddress ? known : stated;
  return {
    ...known,
    name: known.name || stated.name,
    street,
    postalCode,
    city,
    country: country ?? known.country,
    email: known.email ?? stated.email,
    phone: known.phone ?? stated.phone,
    contact: known.contact ?? stated.contact,
    iban: known.iban ?? stated.iban,
    kvk: known.kvk ?? stated.kvk,
    vatId: known.vatId ?? stated.vatId,
  };
}
