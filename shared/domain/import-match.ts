import { nameKey } from '../formats/table/debtors.ts';
import type { ParsedDebtor, ParsedItem } from '../formats/table/reading.ts';
import { type Books, debtorIn } from './books.ts';
import type { Debtor, DebtorId } from './debtor.ts';
import type { ItemId, OpenItem } from './item.ts';

export interface MatchedDebtor {
  readonly debtor: Debtor;
  /** The name belongs to several debtors and the first was taken. */
  readonly ambiguous: boolean;
}

/**
 * Finds debtors of a list among those known: by code, else by name. A debtor without a code of its own goes by its name,
 * and takes the code once a list gives one.
 */
export class KnownDebtors {
  private readonly byCode = new Map<string, Debtor>();
  private readonly byName = new Map<string, Debtor[]>();
  /** Items by number in capitals; made when first asked. */
  private byNumber: ReadonlyMap<string, readonly { debtor: Debtor; item: OpenItem }[]> | null = null;
  private highest = 0;

  constructor(private readonly books: Books) {
    for (const [id, ledger] of books.ledgers) {
      this.highest = Math.max(this.highest, id);
      const debtor = debtorIn(ledger);
      if (!debtor) continue;
      this.byCode.set(debtor.code, debtor);
      const name = nameKey(debtor.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), debtor]);
    }
    // A number is never given twice: the chain of a debtor whose import was undone still bears it.
    for (const chain of books.chains.keys())
      if (typeof chain === 'number') this.highest = Math.max(this.highest, chain);
  }

  find(parsed: ParsedDebtor): MatchedDebtor | null {
    if (parsed.code !== '') {
      const debtor = this.byCode.get(parsed.code);
      if (debtor) return { debtor, ambiguous: false };
    }
    if (parsed.name === '') return null;
    const named = this.byName.get(nameKey(parsed.name)) ?? [];
    const open = parsed.code === '' ? named : named.filter((debtor) => debtor.code === debtor.name);
    return open[0] ? { debtor: open[0], ambiguous: open.length > 1 } : null;
  }

  /**
   * The debtor a single invoice is for: by code; else the one that has this very invoice; else by KvK number, VAT id or name,
   * where only one debtor has it and no other number speaks against it.
   */
  customer(parsed: ParsedDebtor, items: readonly ParsedItem[]): MatchedDebtor | null {
    const found = parsed.code === '' ? undefined : this.byCode.get(parsed.code);
    const debtor = found ?? this.holderOf(items) ?? this.registeredAs(parsed);
    return debtor ? { debtor, ambiguous: false } : null;
  }

  /** Who has an item with the number, amount and currency of one of these; null when nobody has, or several. */
  private holderOf(items: readonly ParsedItem[]): Debtor | null {
    for (const { number, total, currency } of items) {
      const holders = (this.holders().get(number.toUpperCase()) ?? []).filter(
        ({ item }) => item.total === total && item.currency === currency,
      );
      if (holders.length === 1) return holders[0]!.debtor;
    }
    return null;
  }

  private holders(): ReadonlyMap<string, readonly { debtor: Debtor; item: OpenItem }[]> {
    if (this.byNumber) return this.byNumber;
    const byNumber = new Map<string, { debtor: Debtor; item: OpenItem }[]>();
    for (const ledger of this.books.ledgers.values()) {
      const debtor = debtorIn(ledger);
      if (!debtor) continue;
      for (const item of Object.values(ledger.item ?? {})) {
        const key = item.number.toUpperCase();
        const holders = byNumber.get(key);
        if (holders) holders.push({ debtor, item });
        else byNumber.set(key, [{ debtor, item }]);
      }
    }
    this.byNumber = byNumber;
    return byNumber;
  }

  private registeredAs({ kvk, vatId, name }: ParsedDebtor): Debtor | null {
    const debtors = [...this.byCode.values()];
    const fits = (one: Debtor) =>
      (kvk === null || one.kvk === null || one.kvk === kvk) &&
      (vatId === null || one.vatId === null || one.vatId === vatId);
    const only = (those: readonly Debtor[]) => (those.length === 1 ? those[0]! : null);
    return (
      (kvk === null ? null : only(debtors.filter((one) => one.kvk === kvk))) ??
      (vatId === null ? null : only(debtors.filter((one) => one.vatId === vatId))) ??
      (name === '' ? null : only((this.byName.get(nameKey(name)) ?? []).filter(fits)))
    );
  }

  /** The next free creation number. */
  next(): DebtorId {
    this.highest++;
    return this.highest;
  }
}

/** Base of an item's id: its number in capitals with single spaces, or its date for a receipt without one. */
function baseId(item: ParsedItem): string {
  if (item.number === '') return `~${item.date ?? 'onbekend'}`;
  return item.number.toUpperCase().replace(/\s+/g, ' ');
}

/**
 * Gives every item of a debtor its id, the same at every import of the same list. Items with one number, and receipts
 * without one, are told apart by total and currency first and by their order after that: `~2`, `~3`.
 */
export function itemIds(
  items: readonly ParsedItem[],
  known: Readonly<Record<ItemId, OpenItem>> | undefined,
): readonly ItemId[] {
  const bases = items.map(baseId);
  const different = new Set(bases).size === bases.length;
  if (different && bases.every((base) => base[0] !== '~' && !known?.[numbered(base, 2)])) return bases;
  const groups = new Map<string, number[]>();
  bases.forEach((base, i) => {
    const group = groups.get(base);
    if (group) group.push(i);
    else groups.set(base, [i]);
  });
  const ids: ItemId[] = new Array(items.length);
  for (const [base, places] of groups) shareOut(base, places, items, known ?? {}, ids);
  return ids;
}

function shareOut(
  base: string,
  places: readonly number[],
  items: readonly ParsedItem[],
  known: Readonly<Record<ItemId, OpenItem>>,
  ids: ItemId[],
): void {
  if (places.length === 1 && base[0] !== '~' && !known[numbered(base, 2)]) {
    ids[places[0]!] = base;
    return;
  }
  const taken: OpenItem[] = [];
  for (let n = 1; known[numbered(base, n)]; n++) taken.push(known[numbered(base, n)]!);
  const free = new Set(taken.map((item) => item.id));
  const left: number[] = [];
  for (const place of places) {
    const item = items[place]!;
    const same = taken.find((old) => free.has(old.id) && old.total === item.total && old.currency === item.currency);
    if (same) {
      ids[place] = same.id;
      free.delete(same.id);
    } else left.push(place);
  }
  let next = taken.length + 1;
  for (const place of left) {
    const old = base[0] === '~' ? undefined : taken.find(({ id, state }) => free.has(id) && state !== 'closed');
    if (old) free.delete(old.id);
    ids[place] = old?.id ?? numbered(base, next++);
  }
}

function numbered(base: string, n: number): ItemId {
  return n === 1 ? base : `${base}~${n}`;
}
