import { daysBetween, type IsoDate, laterOf } from '../dates/civil.ts';
import { allocatedPerItem, heldUntil, listedUntil, openBalance } from '../domain/balance.ts';
import { administrationIn, type Books, type DebtorLedger, debtorIn } from '../domain/books.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import { allSteps, type Steps } from '../domain/steps.ts';
import type { Cents } from '../money/cents.ts';
import { compact, numberForms } from './invoice-number.ts';
import { Entry, Owner } from './owner.ts';
import { type PayerName, payerName } from './payer-name.ts';
import { StatedReferences } from './stated-references.ts';

interface Account {
  readonly owner: Owner;
  /** The debtor's own account, or one it was seen to pay from; a `lent` account bears another name. */
  readonly sort: 'own' | 'seen';
  readonly name: string | null;
}

const debtorsPerStep = 100;

function ibanKey(iban: string): string {
  return iban.replace(/[\s.]/g, '').toUpperCase();
}

/** Everything of an administration that payments are matched by, looked up by what stands on a bank line. */
export class ItemIndex {
  readonly owners = new Map<DebtorId, Owner>();
  readonly entries: Entry[] = [];
  /** Own accounts: money between them is nobody's payment. */
  readonly ownAccounts: ReadonlySet<string>;
  readonly ownName: string;
  readonly tolerance: Cents;
  /** References items are to be paid with, as their invoice states them. */
  readonly references = new StatedReferences<Entry>();
  private readonly byKey = new Map<string, Entry | Entry[]>();
  private readonly byYours = new Map<string, Entry[]>();
  private readonly byOpen = new Map<Cents, Entry | Entry[]>();
  private readonly totals = new Map<Cents, number>();
  /** How numbers are built; of each sort the highest, the day of the last invoice, and how many there are. */
  private readonly shapes = new Map<string, { highest: string; newest: IsoDate; count: number }>();
  private readonly accounts = new Map<string, Account[]>();
  private readonly codes = new Map<string, Owner[]>();
  private words: { byWord: Map<string, Owner[]>; sorted: string[]; joined: Map<string, Owner[]> } | null = null;
  private debits: Map<IsoDate, Entry[]> | null = null;
  private readonly historyUntil: IsoDate | null;

  private constructor(readonly books: Books) {
    const administration = administrationIn(books);
    const accounts = books.records.setting.get('bank-accounts');
    this.ownAccounts = new Set(
      [administration?.iban, administration?.gAccount, ...(Array.isArray(accounts) ? (accounts as unknown[]) : [])]
        .filter((account): account is string => typeof account === 'string')
        .map(ibanKey),
    );
    this.ownName = compact(administration?.name ?? '');
    this.tolerance = administration?.toleranceCents ?? 0;
    this.historyUntil = listedUntil(books);
  }

  static of(books: Books): ItemIndex {
    return allSteps(ItemIndex.steps(books));
  }

  /** Reads the books in steps; of a large administration it takes a second. */
  static *steps(books: Books): Steps<ItemIndex> {
    const index = new ItemIndex(books);
    const ids = [...books.ledgers.keys()].sort((a, b) => a - b);
    for (const [place, id] of ids.entries()) {
      index.addLedger(id, books.ledgers.get(id)!);
      if (place % debtorsPerStep === 0) yield 0;
    }
    return index;
  }

  private addLedger(id: DebtorId, ledger: DebtorLedger): void {
    const debtor = debtorIn(ledger);
    if (!debtor) return;
    const owner = new Owner(id, debtor);
    this.owners.set(id, owner);
    pushTo(this.codes, compact(debtor.code).replace(/^0+/, ''), owner);
    if (debtor.iban) pushTo(this.accounts, ibanKey(debtor.iban), { owner, sort: 'own', name: null });
    for (const payer of Object.values(ledger.payer ?? {}))
      if (ibanKey(payer.iban) !== ibanKey(debtor.iban ?? '')) this.learn(owner, payer.iban, payer.name);
    if (!ledger.item) return;
    const allocated = allocatedPerItem(ledger);
    const recorded = ledger.allocation ? recordedPerItem(ledger) : null;
    for (const key in ledger.item) {
      const item = ledger.item[key]!;
      const open = openBalance(item, allocated);
      const isStated = item.state === 'open' && !item.listed?.gone;
      const listedOpen = isStated ? (item.listed?.open ?? item.total) : 0;
      const past = item.listed ? item.total - listedOpen - (recorded?.get(item.id) ?? 0) : 0;
      this.addEntry(new Entry(owner, item, open, past));
    }
  }

  private addEntry(entry: Entry): void {
    const { item, owner } = entry;
    owner.add(entry);
    this.entries.push(entry);
    const { full, bare, short, lean, shortYear, serial } = numberForms(item.number);
    if (serial !== '') {
      add(this.byKey, full, entry);
      if (bare !== full) add(this.byKey, bare, entry);
      if (short !== bare && short !== full) add(this.byKey, short, entry);
      if (lean !== full && lean !== short) add(this.byKey, lean, entry);
      if (shortYear !== null) add(this.byKey, shortYear, entry);
      if (full.length >= 5) {
        this.addShape(full, item.date);
        if (bare !== full) this.addShape(bare, item.date);
      }
    }
    if (item.yourReference !== null) {
      const yours = compact(item.yourReference);
      if (yours.length >= 5 && /\d{3}/.test(yours)) pushTo(this.byYours, yours, entry);
    }
    const stated = item.paymentReference ?? '';
    if (stated !== '' && ![full, bare].includes(numberForms(stated).full)) {
      const free = this.references.add(stated, entry);
      if (free !== null) this.addShape(free, null);
    }
    if (entry.open !== 0) add(this.byOpen, entry.open, entry);
    this.totals.set(item.total, (this.totals.get(item.total) ?? 0) + 1);
  }

  private addShape(key: string, date: IsoDate | null): void {
    const shape = shapeOf(key);
    const known = this.shapes.get(shape);
    if (!known) {
      this.shapes.set(shape, { highest: key, newest: date ?? '', count: 1 });
      return;
    }
    known.count++;
    if (key > known.highest) known.highest = key;
    if (date !== null && date > known.newest) known.newest = date;
  }

  /** An item that came into being, or changed, while receipts were matched: what one left over as credit of its debtor. */
  know(owner: Owner, item: OpenItem, open: Cents): void {
    const known = owner.find(item.id);
    if (known) {
      known.open = open;
      owner.moved();
      if (open !== 0) add(this.byOpen, open, known);
    } else this.addEntry(new Entry(owner, item, open, 0));
  }

  /** Items of a debtor of which a receipt of this day can take something, oldest first. */
  owedOn(owner: Owner, date: IsoDate): readonly Entry[] {
    const latest = owner.listedUntil === null ? null : laterOf(this.historyUntil, owner.listedUntil);
    if (latest !== null && date <= latest) return owner.entries.filter((entry) => this.balanceOn(entry, date) !== 0);
    return owner.open;
  }

  /** Items one of whose forms is this text of letters and digits. */
  numbered(key: string): readonly Entry[] {
    return listed(this.byKey.get(key));
  }

  isNumber(key: string): boolean {
    return this.byKey.has(key);
  }

  /** Whether a text of letters and digits is built as numbers of this administration are: as long, with the same beginning. */
  looksLikeNumber(key: string): boolean {
    return key.length >= 5 && this.shapes.has(shapeOf(key));
  }

  /**
   * Whether a text on a receipt of this day may be the number of an invoice of after the last list: one of the next behind all that
   * are built so, when the last of those is some days old.
   */
  isNext(key: string, date: IsoDate): boolean {
    const known = this.shapes.get(shapeOf(key));
    if (!known || key <= known.highest || known.newest === '') return false;
    if (daysBetween(known.newest, date) <= daysBetweenInvoices) return false;
    let front = 0;
    while (key[front] === known.highest[front]) front++;
    const step = Number(key.slice(front)) - Number(known.highest.slice(front));
    return step <= Math.max(fewNumbers, known.count / 10);
  }

  /** Items that carry this reference of the debtor. */
  referenced(key: string): readonly Entry[] {
    return this.byYours.get(key) ?? [];
  }

  /** Items with exactly this open balance, one perhaps more than once. */
  *opened(amount: Cents): Generator<Entry> {
    for (const entry of listed(this.byOpen.get(amount))) if (entry.open === amount) yield entry;
  }

  /** How many items were ever invoiced for this amount. */
  invoicedFor(amount: Cents): number {
    return this.totals.get(amount) ?? 0;
  }

  /** Items by direct debit, by due date. */
  directDebits(): ReadonlyMap<IsoDate, readonly Entry[]> {
    if (this.debits) return this.debits;
    this.debits = new Map();
    for (const entry of this.entries) {
      const { item, owner } = entry;
      if ((item.directDebit ?? owner.debtor.directDebit) && item.dueDate !== null && item.kind === 'invoice')
        pushTo(this.debits, item.dueDate, entry);
    }
    return this.debits;
  }

  withCode(code: string): readonly Owner[] {
    return this.codes.get(code.replace(/^0+/, '')) ?? [];
  }

  accountOf(iban: string): readonly Account[] {
    return this.accounts.get(ibanKey(iban)) ?? [];
  }

  isOwnAccount(iban: string): boolean {
    return this.ownAccounts.has(ibanKey(iban));
  }

  /** Remembers that a debtor pays from this account. */
  learn(owner: Owner, iban: string, name: string | null): void {
    const known = this.accounts.get(ibanKey(iban));
    if (!known?.some((account) => account.owner === owner))
      pushTo(this.accounts, ibanKey(iban), { owner, sort: 'seen', name });
  }

  hasAccount(owner: Owner): boolean {
    return owner.debtor.iban !== null;
  }

  namesOf(owner: Owner): readonly PayerName[] {
    owner.names ??= namesWritten(owner.debtor.name).map(payerName);
    return owner.names;
  }

  /** Debtors that share a telling word with a name; those with rarer words first, at most `limit`. */
  withWordsOf(name: PayerName, limit: number): readonly Owner[] {
    const { byWord, sorted, joined } = this.wordIndex();
    const found = new Map<Owner, number>();
    const addAll = (owners: readonly Owner[] | undefined, factor: number) => {
      if (!owners || owners.length > 400) return;
      for (const owner of owners) found.set(owner, (found.get(owner) ?? 0) + factor / Math.sqrt(owners.length));
    };
    addAll(joined.get(name.joined), 3);
    name.words.forEach((word, index) => {
      addAll(byWord.get(word), word.length > 2 ? 1 : 0.3);
      if (word.length < 3 || !name.maybeCut || index < name.words.length - 1) return;
      for (let at = firstFrom(sorted, word); at < sorted.length && sorted[at]!.startsWith(word); at++)
        if (sorted[at] !== word) addAll(byWord.get(sorted[at]!), 0.8);
    });
    return [...found]
      .sort(([a, x], [b, y]) => y - x || a.id - b.id)
      .slice(0, limit)
      .map(([owner]) => owner);
  }

  /** How many debtors bear this word. */
  bearers(word: string): number {
    return this.wordIndex().byWord.get(word)?.length ?? 0;
  }

  private wordIndex() {
    if (this.words) return this.words;
    const byWord = new Map<string, Owner[]>();
    const joined = new Map<string, Owner[]>();
    for (const owner of this.owners.values()) {
      const names = this.namesOf(owner);
      for (const word of new Set(names.flatMap(({ words }) => words))) pushTo(byWord, word, owner);
      for (const name of names) if (name.joined.length >= 4) pushTo(joined, name.joined, owner);
    }
    this.words = { byWord, joined, sorted: [...byWord.keys()].sort() };
    return this.words;
  }

  /** Whether money of this day is in the last list already: then it counts as history of the item (criterion A3). */
  isHistory(entry: Entry, date: IsoDate): boolean {
    const { item } = entry;
    if (!item.listed) return false;
    if (date <= item.listed.bankUntil) return true;
    const until = heldUntil(item, this.historyUntil);
    return item.state !== 'open' && until !== null && date <= until;
  }

  /** What a receipt of this day can take of an item. */
  balanceOn(entry: Entry, date: IsoDate): Cents {
    return this.isHistory(entry, date) ? entry.past : entry.open;
  }

  /** Lowers what a receipt of this day can still take. */
  lower(entry: Entry, date: IsoDate, amount: Cents): void {
    entry.owner.moved();
    if (this.isHistory(entry, date)) entry.past -= amount;
    else {
      entry.open -= amount;
      if (entry.open !== 0) add(this.byOpen, entry.open, entry);
    }
  }
}

/** A name as it is kept, and the names on both sides of `h.o.d.n.`, of `t.n.v.` and of a bracket. */
function namesWritten(name: string): readonly string[] {
  const parts = name.split(
    /\s+(?:h\.?\s?o\.?\s?d\.?\s?n\.?|handelend onder de naam|t\.?\s?h\.?\s?o\.?\s?d\.?\s?n\.?|t\.?n\.?v\.?)\s+|\s*[()]\s*|\s+\/\s+/i,
  );
  const whole = parts.length > 1 ? [name, ...parts] : parts;
  return whole.filter((part) => part.trim().length > 2 || part === name);
}

function recordedPerItem(ledger: DebtorLedger): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    const item = ledger.item?.[allocation.itemId];
    if (!item?.listed || allocation.date > item.listed.bankUntil) continue;
    if (ledger.payment?.[allocation.paymentId]?.source === 'list') continue;
    sums.set(item.id, (sums.get(item.id) ?? 0) + allocation.amount);
  }
  return sums;
}

/** Invoices an office may make out between two lists, at least. */
const fewNumbers = 20;
/** Days within which no next invoice is thought of. */
const daysBetweenInvoices = 7;

/** Length, where the letters are, and the first three characters. */
function shapeOf(key: string): string {
  return `${key.length}${key.slice(0, 3)}`;
}

function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Most keys belong to one item: no list is made until there are two. */
function add<K>(map: Map<K, Entry | Entry[]>, key: K, entry: Entry): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, entry);
  else if (Array.isArray(known)) {
    if (known.at(-1) !== entry) known.push(entry);
  } else if (known !== entry) map.set(key, [known, entry]);
}

function listed(found: Entry | Entry[] | undefined): readonly Entry[] {
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}
