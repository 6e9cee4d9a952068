import { type IsoDate, laterOf } from '../dates/civil.ts';
import type { Debtor, DebtorId } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import type { Cents } from '../money/cents.ts';
import { type NumberForms, numberForms } from './invoice-number.ts';
import type { Owing } from './owing.ts';
import type { PayerName } from './payer-name.ts';

/** An item as the matcher sees it. */
export class Entry {
  /** Months it is invoiced for, once somebody asked (`named-days.ts`). */
  months: readonly string[] | null = null;
  private read: NumberForms | null = null;

  constructor(
    readonly owner: Owner,
    readonly item: OpenItem,
    /** Open balance now; lowered by what the matcher takes. */
    public open: Cents,
    /** What payments up to the list's bank date took of it and no payment in the books accounts for. */
    public past: Cents,
  ) {}

  /** Forms of its number; kept once asked for, of the few items that receipts come near. */
  get forms(): NumberForms {
    this.read ??= numberForms(this.item.number);
    return this.read;
  }
}

/**
 * A debtor with its items. A debtor of thousands is asked the same of them for each receipt: what is asked is kept, and gathered
 * only when it is.
 */
export class Owner {
  names: readonly PayerName[] | null = null;
  /** Last bank date of any list its items came from; null when none did. */
  listedUntil: IsoDate | null = null;
  /** What it owed on the day of the last receipt that asked (`line.ts`); null when that changed. */
  owing: Owing | null = null;
  private readonly own: Entry[] = [];
  private isSorted = false;
  private live: readonly Entry[] | null = null;
  private byTotal: Map<Cents, Entry[]> | null = null;

  constructor(
    readonly id: DebtorId,
    readonly debtor: Debtor,
  ) {}

  add(entry: Entry): void {
    const { listed, namedUntil } = entry.item;
    if (listed) this.listedUntil = laterOf(this.listedUntil, laterOf(namedUntil ?? null, listed.bankUntil));
    if (this.isSorted) insert(this.own, entry);
    else this.own.push(entry);
    if (this.byTotal) insert(listIn(this.byTotal, entry.item.total), entry);
    this.moved();
  }

  /** To be said when what is open of an item became another amount. */
  moved(): void {
    this.live = null;
    this.owing = null;
  }

  /** Items, oldest first. */
  get entries(): readonly Entry[] {
    if (!this.isSorted) {
      this.own.sort(byAge);
      this.isSorted = true;
    }
    return this.own;
  }

  /** Items of which something is open, oldest first. */
  get open(): readonly Entry[] {
    this.live ??= this.entries.filter(({ open }) => open !== 0);
    return this.live;
  }

  /** Items of this total, paid or not, oldest first. */
  ofTotal(total: Cents): readonly Entry[] {
    if (!this.byTotal) {
      this.byTotal = new Map();
      for (const entry of this.entries) listIn(this.byTotal, entry.item.total).push(entry);
    }
    return this.byTotal.get(total) ?? [];
  }

  find(id: OpenItem['id']): Entry | undefined {
    return this.own.find(({ item }) => item.id === id);
  }
}

function listIn(byTotal: Map<Cents, Entry[]>, total: Cents): Entry[] {
  const known = byTotal.get(total);
  if (known) return known;
  const list: Entry[] = [];
  byTotal.set(total, list);
  return list;
}

/** Puts an entry in its place in a list that is in order. */
function insert(list: Entry[], entry: Entry): void {
  let at = list.length;
  while (at > 0 && byAge(list[at - 1]!, entry) > 0) at--;
  list.splice(at, 0, entry);
}

function byAge({ item: a }: Entry, { item: b }: Entry): number {
  return compareText(ageKey(a), ageKey(b)) || compareText(a.id, b.id);
}

function ageKey(item: OpenItem): string {
  return item.dueDate ?? item.date ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
