import { nameKey } from '../../formats/table/debtors.ts';
import type { ParsedDebtor, ParsedItem } from '../../formats/table/reading.ts';
import { bareName } from '../../formats/ubl/direction.ts';
import { isAnother } from '../../formats/ubl/items.ts';
import { type Books, debtorIn } from '../books.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { ItemId, OpenItem } from '../item.ts';

export interface MatchedDebtor {
  readonly debtor: Debtor;
  /** The name belongs to several debtors and the first was taken. */
  readonly ambiguous: boolean;
  /** Found as one that was merged into it (criterion A11): what is said of that one does not restate this one. */
  readonly merged: boolean;
}

/** Debtors by KvK number, VAT id and name without legal form. */
interface Registrations {
  readonly byKvk: ReadonlyMap<string, readonly Debtor[]>;
  readonly byVatId: ReadonlyMap<string, readonly Debtor[]>;
  readonly byBareName: ReadonlyMap<string, readonly Debtor[]>;
}

/**
 * Finds debtors of a list among those known: by code, else by name. A debtor without a code of its own goes by its name,
 * and takes the code once a list gives one. Who was merged into another is found there, unless a debtor has the code itself.
 */
export class KnownDebtors {
  private readonly byCode = new Map<string, Debtor>();
  private readonly byName = new Map<string, Debtor[]>();
  private readonly byMergedCode = new Map<string, Debtor>();
  private readonly byMergedName = new Map<string, Debtor[]>();
  /** Items by number in capitals; made when first asked. */
  private byNumber: ReadonlyMap<string, readonly { debtor: Debtor; item: OpenItem }[]> | null = null;
  /** Made when first asked. */
  private registered: Registrations | null = null;
  private highest = 0;

  constructor(private readonly books: Books) {
    for (const [id, ledger] of books.ledgers) {
      this.highest = Math.max(this.highest, id);
      const debtor = debtorIn(ledger);
      if (!debtor) continue;
      this.byCode.set(debtor.code, debtor);
      push(this.byName, nameKey(debtor.name), debtor);
      for (const { code, name } of debtor.aliases ?? []) {
        this.byMergedCode.set(code, debtor);
        push(this.byMergedName, nameKey(name), debtor);
      }
    }
    // A number is never given twice: the chain of a debtor whose import was undone still bears it.
    for (const chain of books.chains.keys())
      if (typeof chain === 'number') this.highest = Math.max(this.highest, chain);
  }

  find(parsed: ParsedDebtor): MatchedDebtor | null {
    if (parsed.code !== '') {
      const debtor = this.byCode.get(parsed.code);
      if (debtor) return { debtor, ambiguous: false, merged: false };
      const merged = this.byMergedCode.get(parsed.code);
      if (merged) return { debtor: merged, ambiguous: false, merged: true };
    }
    if (parsed.name === '') return null;
    const named = this.byName.get(nameKey(parsed.name)) ?? [];
    const open = parsed.code === '' ? named : named.filter((debtor) => debtor.code === debtor.name);
    if (open[0]) return { debtor: open[0], ambiguous: open.length > 1, merged: false };
    const merged = this.mergedAs(parsed);
    return merged[0] ? { debtor: merged[0], ambiguous: merged.length > 1, merged: true } : null;
  }

  /** Debtors one of this name was merged into; where a code is given, only those that had none of their own. */
  private mergedAs({ code, name }: ParsedDebtor): readonly Debtor[] {
    const named = this.byMergedName.get(nameKey(name)) ?? [];
    if (code === '') return named;
    return named.filter(({ aliases = [] }) =>
      aliases.some((alias) => alias.code === alias.name && nameKey(alias.name) === nameKey(name)),
    );
  }

  /**
   * The debtor a single invoice is for: by code; else the one that has this very invoice; else by KvK number, VAT id or name,
   * where only one debtor has it and no other number speaks against it.
   */
  customer(parsed: ParsedDebtor, items: readonly ParsedItem[]): MatchedDebtor | null {
    const found = parsed.code === '' ? undefined : this.byCode.get(parsed.code);
    const merged = found || parsed.code === '' ? undefined : this.byMergedCode.get(parsed.code);
    const debtor = found ?? merged ?? this.holderOf(items) ?? this.registeredAs(parsed);
    return debtor ? { debtor, ambiguous: false, merged: merged !== undefined } : null;
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

  private registeredAs(parsed: ParsedDebtor): Debtor | null {
    const { kvk, vatId, name } = parsed;
    const { byKvk, byVatId, byBareName } = this.registrations();
    const fits = (one: Debtor) =>
      (kvk === null || one.kvk === null || one.kvk === kvk) &&
      (vatId === null || one.vatId === null || one.vatId === vatId);
    const ofKvk = byKvk.get(kvk ?? '')?.filter((one) => !isAnother(one, parsed));
    const found = [ofKvk, byVatId.get(vatId ?? ''), byBareName.get(bareName(name))?.filter(fits)];
    return found.find((those) => those?.length === 1)?.[0] ?? null;
  }

  private registrations(): Registrations {
    if (this.registered) return this.registered;
    const own = () => new Map<string, Debtor[]>();
    const registered = { byKvk: own(), byVatId: own(), byBareName: own() };
    for (const debtor of this.byCode.values()) {
      if (debtor.kvk !== null) push(registered.byKvk, debtor.kvk, debtor);
      if (debtor.vatId !== null) push(registered.byVatId, debtor.vatId, debtor);
      if (bareName(debtor.name) !== '') push(registered.byBareName, bareName(debtor.name), debtor);
    }
    this.registered = registered;
    return registered;
  }

  /** The next free creation number. */
  next(): DebtorId {
    this.highest++;
    return this.highest;
  }
}

/** Base of an item's id: its number in capitals with single spaces, or its date for a receipt without one. */
export function baseId(item: Pick<OpenItem, 'number' | 'date'>): ItemId {
  if (item.number === '') return `~${item.date ?? 'onbekend'}`;
  return item.number.toUpperCase().replace(/\s+/g, ' ');
}

/** The first id of an item that no item of the debtor has: its base, else the base with the next number. */
export function freeItemId(item: Pick<OpenItem, 'number' | 'date'>, taken: (id: ItemId) => boolean): ItemId {
  const base = baseId(item);
  for (let n = 1; ; n++) if (!taken(numbered(base, n))) return numbered(base, n);
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

function push(map: Map<string, Debtor[]>, key: string, debtor: Debtor): void {
  const own = map.get(key);
  if (own) own.push(debtor);
  else map.set(key, [debtor]);
}

function numbered(base: string, n: number): ItemId {
  return n === 1 ? base : `${base}~${n}`;
}
