import { addDays, addMonths, type IsoDate } from '../dates/civil.ts';
import { type Administration, newAdministration } from '../domain/administration.ts';
import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import { applyChanges, type Change, emptyBooks } from '../domain/books.ts';
import { ChangeSet } from '../domain/changes.ts';
import type { Debtor } from '../domain/debtor.ts';
import { elsewhereOf } from '../domain/import/counts.ts';
import { type Cents, type Currency, sumOf } from '../money/cents.ts';
import { type DemoDebtor, demoDebtors } from './debtors.ts';
import { addCreditNotes, addEarlierLetters, addForeignCurrency, addHolds } from './history.ts';
import { itemsOfMonth } from './invoices.ts';
import { demoDate, demoMonths } from './months.ts';

/** Book (folder) name of the demo administration. */
export const demoBook = 'demo';

/** The creditor of the demo: an invented wholesaler in Zwolle. */
function demoAdministration(): Administration {
  return newAdministration({
    id: demoBook,
    name: 'Van Dorpel Groothandel B.V.',
    legalForm: 'B.V.',
    address: { street: 'Marsweg 112', postalCode: '8013 PJ', city: 'Zwolle', country: 'NL' },
    kvk: '05612873',
    vatId: 'NL852341003B01',
    iban: 'NL59RABO0118529307',
    email: 'debiteuren@vandorpel.example',
    phone: '038 555 10 00',
    website: 'www.vandorpel.example',
    signatory: 'Mw. I. van Dorpel, debiteurenbeheer',
    accentColor: '#1f5f4a',
  });
}

/** Whole months the demo moves so that it lies at most a month before `today`; 0 before and just after the demo date. */
function monthsToShift(today: IsoDate): number {
  let months = 0;
  while (addMonths(demoDate, months + 1) <= today) months++;
  return months;
}

/**
 * The demo administration as changes on empty books: 60 debtors and about 700 items over twelve months, with payments,
 * part payments, credit notes, holds and letters sent before. Deterministic: the same day gives the same changes. On
 * {@link demoDate} the ten full months of 2026 show the figures of {@link demoMonths}; on a later day the whole year has
 * moved along by months.
 */
export function demoChanges(today: IsoDate): Change[] {
  const shift = monthsToShift(today);
  const asOf = today > demoDate ? today : demoDate;
  const set = new ChangeSet(emptyBooks(), asOf);
  const administration = demoAdministration();
  set.record('administration', 'administration', administration);
  set.event('administration', 'administration-changed', { name: administration.name });
  const debtors = demoDebtors.map((row, index) => debtorOf(row, index + 1, addMonths('2025-12-01', shift)));
  for (const debtor of debtors) {
    set.put(debtor.id, 'debtor', 'debtor', debtor);
    set.event(debtor.id, 'debtor-created', { code: debtor.code, name: debtor.name });
  }
  const items = demoMonths.flatMap((month, index) => itemsOfMonth(set, month, index, shift, asOf));
  addCreditNotes(set, items, shift);
  addForeignCurrency(set, shift);
  addEarlierLetters(set, items, debtors, shift);
  addHolds(set, items, asOf);
  const open = openOf(set.changes);
  const totalOpen = sumOf(open, (item) => item.open);
  set.record('import', 'demo', {
    id: 'demo',
    fileName: 'demo',
    sha256: '',
    format: 'demo',
    asOf,
    bankUntil: addDays(asOf, -1),
    full: true,
    at: asOf,
    debtorsNew: debtors.length,
    debtorsChanged: 0,
    itemsNew: items.length,
    itemsChanged: 0,
    itemsGone: 0,
    rowsSkipped: 0,
    totalOpen,
    elsewhere: elsewhereOf(open),
    undone: false,
  });
  set.event('administration', 'import', {
    file: 'demo',
    items: items.length,
    debtors: debtors.length,
    open: totalOpen,
    asOf,
  });
  return set.changes;
}

/** What is open of every item, credit notes and other currencies too, as in the total of a list. */
function openOf(changes: readonly Change[]): readonly { readonly currency: Currency; readonly open: Cents }[] {
  const books = emptyBooks();
  applyChanges(books, changes);
  return [...books.ledgers.values()].flatMap((ledger) => {
    const allocated = allocatedPerItem(ledger);
    return Object.values(ledger.item ?? {}).map((item) => ({
      currency: item.currency,
      open: openBalance(item, allocated),
    }));
  });
}

function debtorOf(row: DemoDebtor, id: number, since: IsoDate): Debtor {
  const [local, label] = (row.mail ?? '').split('@');
  return {
    id,
    code: String(1000 + id),
    name: row.name,
    kind: row.kind,
    naturalPerson: row.naturalPerson,
    legalForm: row.legalForm,
    address: row.hasAddress
      ? { street: row.street, postalCode: row.postalCode, city: row.city, country: row.country }
      : null,
    email: row.mail ? `${local}@${label ?? 'post'}.example` : null,
    phone: row.phone,
    contact: row.contact,
    language: row.language,
    termDays: row.termDays,
    // Two consumers agreed a term, so that they are in default and a veertiendagenbrief is next.
    termAgreed: row.kind === 'consumer' && row.habit !== 'very-late' ? null : true,
    directDebit: row.directDebit,
    iban: null,
    kvk: null,
    vatId: null,
    policyId: null,
    tags: [],
    since,
  };
}
