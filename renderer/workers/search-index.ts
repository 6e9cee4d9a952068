import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { type Books, debtorIn } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { ItemId } from '#shared/domain/item.ts';
import { folded } from '#shared/i18n/folded.ts';
import { referenceKey, typedReference } from '../db/read/typed-words.ts';

/** A debtor or item that answers a search; `open` and `currency` are null for a debtor. */
export interface Found {
  readonly debtorId: DebtorId;
  readonly itemId: ItemId | null;
  readonly debtorName: string;
  readonly debtorCode: string;
  readonly city: string | null;
  readonly number: string | null;
  /** The payment reference it was found by; null = it was found otherwise. */
  readonly reference: string | null;
  readonly open: number | null;
  readonly currency: string | null;
}

interface DebtorEntry {
  readonly id: DebtorId;
  readonly name: string;
  readonly code: string;
  readonly city: string | null;
  /** Folded texts, best first. */
  readonly nameKey: string;
  readonly codeKey: string;
  readonly cityKey: string;
  readonly ibanKey: string;
}

/** Columns side by side, so that a scan touches little memory: entry i is number, amounts and item of one line. */
export interface SearchIndex {
  readonly debtors: readonly DebtorEntry[];
  readonly owners: readonly number[];
  readonly itemIds: readonly ItemId[];
  /** As printed, and in lower case to search in. */
  readonly numbers: readonly string[];
  readonly numberKeys: readonly string[];
  /** Empty where the item has none. */
  readonly references: readonly string[];
  readonly referenceKeys: readonly string[];
  readonly totals: readonly number[];
  readonly opens: readonly number[];
  readonly currencies: readonly string[];
}

/** Everything that can be searched: names, codes, places, IBANs, invoice numbers, payment references and amounts. */
export function buildSearchIndex(books: Books): SearchIndex {
  const debtors: DebtorEntry[] = [];
  const owners: number[] = [];
  const itemIds: ItemId[] = [];
  const numbers: string[] = [];
  const numberKeys: string[] = [];
  const references: string[] = [];
  const referenceKeys: string[] = [];
  const totals: number[] = [];
  const opens: number[] = [];
  const currencies: string[] = [];
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    const city = debtor.address?.city || null;
    debtors.push({
      id: debtor.id,
      name: debtor.name,
      code: debtor.code,
      city,
      nameKey: folded(debtor.name),
      codeKey: folded(debtor.code),
      cityKey: folded(city ?? ''),
      ibanKey: folded((debtor.iban ?? '').replace(/\s/g, '')),
    });
    const allocated = allocatedPerItem(ledger);
    for (const id in ledger.item) {
      const item = ledger.item[id]!;
      owners.push(debtors.length - 1);
      itemIds.push(id);
      numbers.push(item.number);
      numberKeys.push(item.number.toLowerCase());
      const reference = item.paymentReference ?? '';
      references.push(reference);
      referenceKeys.push(reference && referenceKey(reference));
      totals.push(item.total);
      opens.push(openBalance(item, allocated));
      currencies.push(item.currency);
    }
  }
  return { debtors, owners, itemIds, numbers, numberKeys, references, referenceKeys, totals, opens, currencies };
}

/**
 * What answers a text, best first, at most `limit`: a number or code as it is, then how they begin, names and places by
 * word, amounts to the cent (`1.210,00`, `1210`, `€ 1.210`), then anything that holds the text. Payment references answer from
 * four characters on, in whatever groups. An empty text finds nothing.
 */
export function findInIndex(index: SearchIndex, text: string, limit: number): Found[] {
  const wanted = folded(text.trim());
  if (wanted === '' || limit <= 0) return [];
  const iban = wanted.replace(/\s/g, '');
  const ranked: Found[][] = [[], [], [], [], []];
  const keep = (rank: number, found: () => Found) => {
    const list = ranked[rank]!;
    if (list.length < limit) list.push(found());
  };
  for (const debtor of index.debtors) {
    const rank = debtorRank(debtor, wanted, iban);
    if (rank >= 0) keep(rank, () => foundDebtor(debtor));
  }
  const amount = centsOf(wanted);
  const quoted = typedReference(wanted);
  for (let line = 0; line < index.numberKeys.length; line++) {
    let rank = rankOf(index.numberKeys[line]!, wanted);
    const same =
      amount !== null && (Math.abs(index.opens[line]!) === amount || Math.abs(index.totals[line]!) === amount);
    if (same && (rank < 0 || rank > 2)) rank = 2;
    const reference = quoted === null ? -1 : rankOf(index.referenceKeys[line]!, quoted);
    const isQuoted = reference >= 0 && (rank < 0 || reference < rank);
    if (isQuoted) rank = reference;
    if (rank >= 0) keep(rank, () => foundItem(index, line, isQuoted));
  }
  return ranked.flat().slice(0, limit);
}

/** As it is, how it begins, or somewhere in it; -1 when it is not in it. */
function rankOf(key: string, wanted: string): number {
  const at = key.indexOf(wanted);
  if (at < 0) return -1;
  return key.length === wanted.length ? 0 : at === 0 ? 1 : 4;
}

function debtorRank(debtor: DebtorEntry, wanted: string, iban: string): number {
  if (debtor.codeKey === wanted || debtor.nameKey === wanted) return 0;
  if (debtor.nameKey.startsWith(wanted) || debtor.codeKey.startsWith(wanted)) return 1;
  if (debtor.nameKey.includes(` ${wanted}`) || debtor.cityKey.startsWith(wanted)) return 3;
  if (iban.length >= 4 && debtor.ibanKey.includes(iban)) return 3;
  return debtor.nameKey.includes(wanted) ? 4 : -1;
}

function foundDebtor(debtor: DebtorEntry): Found {
  return {
    debtorId: debtor.id,
    itemId: null,
    debtorName: debtor.name,
    debtorCode: debtor.code,
    city: debtor.city,
    number: null,
    reference: null,
    open: null,
    currency: null,
  };
}

function foundItem(index: SearchIndex, line: number, isQuoted: boolean): Found {
  const debtor = index.debtors[index.owners[line]!]!;
  return {
    ...foundDebtor(debtor),
    itemId: index.itemIds[line]!,
    number: index.numbers[line]!,
    reference: isQuoted ? index.references[line]! : null,
    open: index.opens[line]!,
    currency: index.currencies[line]!,
  };
}

/** Cents of an amount as people type it in Dutch; null when the text is no amount. */
function centsOf(text: string): number | null {
  const match = /^(?:€|eur)?\s*-?(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return Number(match[1]!.replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
