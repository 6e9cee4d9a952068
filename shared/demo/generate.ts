import { addDays, addMonths, daysInMonth, formatDate, type IsoDate } from '../dates/civil.ts';
import { type Administration, newAdministration } from '../domain/administration.ts';
import { type Change, emptyBooks } from '../domain/books.ts';
import { ChangeSet } from '../domain/changes.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import { type Cents, sumOf } from '../money/cents.ts';
import { type DemoDebtor, demoDebtors, type PayingHabit } from './debtors.ts';
import { type DemoMonth, demoMonths } from './months.ts';
import { seededRandom } from './random.ts';

/** The day the demo figures hold. */
export const demoDate: IsoDate = '2026-11-20';

/** Book (folder) name of the demo administration. */
export const demoBook = 'demo';

/** The creditor of the demo: an invented wholesaler in Zwolle. */
export function demoAdministration(): Administration {
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
  const totalOpen = sumOf(items, (item) => item.open);
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

interface DemoItem {
  readonly debtorId: number;
  readonly item: OpenItem;
  readonly open: Cents;
}

function debtorOf(row: DemoDebtor, id: number, since: IsoDate): Debtor {
  const [local, label] = (row.mail ?? '').split('@');
  return {
    id,
    code: String(1000 + id),
    name: row.name,
    kind: row.kind,
    naturalPerson: row.naturalPerson ?? false,
    legalForm: row.legalForm ?? null,
    address: row.noAddress
      ? null
      : { street: row.street, postalCode: row.postalCode, city: row.city, country: row.country ?? 'NL' },
    email: row.mail ? `${local}@${label ?? 'post'}.example` : null,
    phone: row.phone ?? null,
    contact: row.contact ?? null,
    language: row.language ?? 'nl',
    termDays: row.termDays ?? null,
    termAgreed: row.kind === 'consumer' ? null : true,
    directDebit: row.directDebit ?? false,
    iban: null,
    kvk: null,
    vatId: null,
    policyId: null,
    tags: [],
    since,
  };
}

/** Days after the due date a debtor pays in the month with this number (0 = the first). */
function daysLate(habit: PayingHabit, month: number, random: () => number): number {
  const spread = Math.floor(random() * 7);
  if (habit === 'prompt') return spread - 4;
  if (habit === 'late') return 4 + spread * 2;
  if (habit === 'very-late') return 20 + spread * 5;
  if (habit === 'slipping') return month * 3 + spread;
  return Math.max(0, 36 - month * 3) + spread;
}

/** Cuts `total` into parts in proportion to `weights`; every part at least one euro, the sum exact. */
function split(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.max(100, Math.round((total * weight) / sum)));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] = (parts[largest] ?? 0) + total - sumOf(parts, (part) => part);
  return parts;
}

const habitPatience: Readonly<Record<PayingHabit, number>> = {
  prompt: 4,
  late: 1,
  'very-late': 0.35,
  slipping: 0.6,
  improving: 1.2,
};

/** Which debtors get the month's invoices, those most likely to leave one open first. */
function debtorsOfMonth(month: DemoMonth, random: () => number): number[] {
  const ids = demoDebtors.map((_, index) => index + 1);
  const ranked = ids
    .map((id) => ({ id, rank: (random() + 0.05) * (habitPatience[demoDebtors[id - 1]?.habit ?? 'late'] ?? 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.id);
  const again = ids.filter((id) => (demoDebtors[id - 1]?.size ?? 0) >= 3);
  return Array.from({ length: month.invoices }, (_, index) => ranked[index] ?? again[(index * 7) % again.length] ?? 1);
}

function itemsOfMonth(set: ChangeSet, month: DemoMonth, index: number, shift: number, asOf: IsoDate): DemoItem[] {
  const random = seededRandom(20261120 + index);
  const owners = debtorsOfMonth(month, random);
  const weight = (id: number) => (demoDebtors[id - 1]?.size ?? 1) * (0.6 + random() * 0.8);
  const openOwners = owners.slice(0, month.openInvoices);
  const openParts =
    month.open > 0
      ? split(
          month.open,
          openOwners.map((id) => Math.min(weight(id), 3) * (0.7 + random() * 0.6)),
        )
      : [];
  const paidWeights = owners.map((id, place) =>
    place < month.openInvoices ? (place % 3 === 1 && index < 11 ? weight(id) * 0.4 : 0) : weight(id),
  );
  const payers = paidWeights.flatMap((value, place) => (value > 0 ? [place] : []));
  const paidParts = split(
    month.paid,
    payers.map((place) => paidWeights[place] ?? 1),
  );
  const paidByPlace = new Map(payers.map((place, at) => [place, paidParts[at] ?? 0]));
  const lastDay = index === 11 ? 18 : daysInMonth(Number(month.month.slice(0, 4)), Number(month.month.slice(5)));
  const order = owners.map((_, place) =>
    // Open invoices of the last full month lie early in it, so that their first reminder is due on the demo date.
    index === 10 && place < month.openInvoices
      ? 1 + (place % 14)
      : 1 + Math.floor(((place * 37) % owners.length) * (lastDay / owners.length)),
  );
  return owners.map((debtorId, place) => {
    const day = Math.min(order[place] ?? 1, lastDay);
    const date = addMonths(`${month.month}-${String(day).padStart(2, '0')}`, shift);
    const open = openParts[place] ?? 0;
    const paid = paidByPlace.get(place) ?? 0;
    const debtor = demoDebtors[debtorId - 1];
    const dueDate = addDays(date, debtor?.termDays ?? 30);
    const number = `${date.slice(0, 4)}-${String(index * 70 + place + 101).padStart(4, '0')}`;
    const item = newItem({
      number,
      date,
      dueDate,
      total: open + paid,
      yourReference: debtor?.kind === 'public' ? `IO-${4000 + index * 70 + place}` : null,
    });
    set.put(debtorId, 'item', item.id, item);
    if (paid > 0) {
      const paidOn = earliest(
        addDays(dueDate, daysLate(debtor?.habit ?? 'late', index, random)),
        addDays(asOf, -2 - (place % 5)),
      );
      set.put(debtorId, 'payment', `p-${number}`, {
        id: `p-${number}`,
        date: later(paidOn, date),
        amount: paid,
        currency: 'EUR',
        source: 'bank',
        counterparty: debtor?.name ?? null,
        iban: null,
        remittance: `factuur ${number}`,
        importId: 'demo',
      });
      set.put(debtorId, 'allocation', `p-${number}`, {
        id: `p-${number}`,
        paymentId: `p-${number}`,
        itemId: item.id,
        date: later(paidOn, date),
        amount: paid,
      });
    }
    return { debtorId, item, open };
  });
}

function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function newItem(given: Pick<OpenItem, 'number' | 'date' | 'total'> & Partial<OpenItem>): OpenItem {
  return {
    id: given.number,
    kind: 'invoice',
    dueDate: null,
    dueDerived: false,
    currency: 'EUR',
    listed: null,
    creditFor: null,
    description: null,
    yourReference: null,
    vatCents: null,
    vatCode: null,
    paymentLink: null,
    directDebit: null,
    termAgreed: null,
    policyId: null,
    cycle: 1,
    state: 'open',
    outside: null,
    importId: 'demo',
    ...given,
  };
}

/** Credit notes: settled ones against December's invoices, open ones in the last month, and one receipt nobody could place. */
function addCreditNotes(set: ChangeSet, items: readonly DemoItem[], shift: number): void {
  const until = addMonths('2025-12-20', shift);
  const december = items
    .filter((entry) => entry.open === 0 && entry.item.total > 60_000 && (entry.item.date ?? until) < until)
    .slice(0, 8);
  december.forEach(({ debtorId, item }, index) => {
    const amount = 4_500 + index * 1_375;
    const number = `C${item.number}`;
    const date = addDays(item.date ?? demoDate, 9);
    set.put(debtorId, 'item', item.id, { ...item, total: item.total + amount });
    set.put(
      debtorId,
      'item',
      number,
      newItem({
        number,
        kind: 'credit',
        date,
        total: -amount,
        creditFor: item.number,
        description: `Creditnota bij ${item.number}: retour`,
      }),
    );
    set.put(debtorId, 'allocation', `c-${number}`, {
      id: `c-${number}`,
      paymentId: number,
      itemId: item.id,
      date,
      amount,
    });
    set.put(debtorId, 'allocation', `c-${number}-af`, {
      id: `c-${number}-af`,
      paymentId: number,
      itemId: number,
      date,
      amount: -amount,
    });
  });
  const overdue = items.filter(
    (entry) => entry.open > 90_000 && (entry.item.date ?? '') < addMonths('2026-10-15', shift),
  );
  [overdue[1], overdue[4], overdue[7]].forEach((entry, index) => {
    if (!entry) return;
    const date = addMonths(`2026-11-${String(9 + index).padStart(2, '0')}`, shift);
    const number = `C${date.slice(0, 4)}-${String(980 + index)}`;
    const named = index < 2;
    set.put(
      entry.debtorId,
      'item',
      number,
      newItem({
        number,
        kind: 'credit',
        date,
        total: -(12_100 + index * 6_050),
        creditFor: named ? entry.item.number : null,
        description: named ? `Creditnota bij ${entry.item.number}: breuk bij levering` : 'Bonus derde kwartaal',
      }),
    );
  });
  const payer = overdue[10];
  if (payer) {
    const date = addMonths('2026-11-17', shift);
    set.put(
      payer.debtorId,
      'item',
      'ontvangst-1',
      newItem({
        id: 'ontvangst-1',
        number: '',
        kind: 'receipt',
        date,
        total: -25_000,
        description: 'Ontvangst zonder kenmerk',
      }),
    );
  }
}

/** One invoice in dollars, for the debtor in Hull. */
function addForeignCurrency(set: ChangeSet, shift: number): void {
  const id = demoDebtors.findIndex((debtor) => debtor.name === 'Northgate Foods Ltd') + 1;
  const date = addMonths('2026-11-05', shift);
  set.put(
    id,
    'item',
    `${date.slice(0, 4)}-0999`,
    newItem({ number: `${date.slice(0, 4)}-0999`, date, dueDate: addDays(date, 30), total: 318_000, currency: 'USD' }),
  );
}

/** Letters sent before Voldaan came (beginstand, criterion A10): old debts have reached level 1 or 2. */
function addEarlierLetters(
  set: ChangeSet,
  items: readonly DemoItem[],
  debtors: readonly Debtor[],
  shift: number,
): void {
  for (const debtor of debtors) {
    const own = items.filter(
      (entry) =>
        entry.debtorId === debtor.id && entry.open > 0 && (entry.item.dueDate ?? '') < addMonths('2026-10-15', shift),
    );
    for (const { item } of own) {
      const old = (item.dueDate ?? '') < addMonths('2026-08-01', shift);
      const level = old && debtor.kind === 'business' && debtor.id % 3 !== 0 ? 2 : old || debtor.id % 2 === 0 ? 1 : 0;
      if (level === 0) continue;
      const on = addMonths(level === 2 ? '2026-10-26' : '2026-10-21', shift);
      set.put(debtor.id, 'item', item.id, { ...item, outside: { level, on } });
      set.event(debtor.id, 'outside-level', { number: item.number, level, on: formatDate(on) });
    }
  }
}

/** Two manual holds: a debtor as a whole, and part of one invoice. */
function addHolds(set: ChangeSet, items: readonly DemoItem[], asOf: IsoDate): void {
  const late = items.filter((entry) => entry.open > 40_000 && (entry.item.dueDate ?? '') < addDays(asOf, -30));
  const [whole, part] = [late[2], late[6]];
  if (whole) {
    const note = 'Nieuwe contactpersoon, belt maandag terug';
    set.put(whole.debtorId, 'hold', 'h-1', {
      id: 'h-1',
      itemId: null,
      amount: null,
      reason: 'manual',
      from: addDays(asOf, -2),
      until: addDays(asOf, 5),
      note,
    });
    set.event(whole.debtorId, 'hold-set', { reason: 'manual', until: formatDate(addDays(asOf, 5)), note });
  }
  if (part) {
    const note = 'Prijsverschil wordt nagekeken';
    set.put(part.debtorId, 'hold', 'h-2', {
      id: 'h-2',
      itemId: part.item.id,
      amount: 15_000,
      reason: 'manual',
      from: addDays(asOf, -6),
      until: null,
      note,
    });
    set.event(part.debtorId, 'hold-set', { reason: 'manual', until: '', note });
  }
}
