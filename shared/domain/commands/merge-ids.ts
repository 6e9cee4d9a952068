import { type DebtorLedger, type LedgerTable, ledgerTables } from '../books.ts';
import { freeItemId } from '../import/match.ts';
import type { ItemId } from '../item.ts';

/** What the lines of a ledger are called in another one: new ids where that one has them already. */
export type NewIds = Readonly<Record<MovedTable, ReadonlyMap<string, string>>>;

/** Tables whose lines move; the debtor itself goes, payers are by IBAN. */
export type MovedTable = Exclude<LedgerTable, 'debtor' | 'payer'>;
export const movedTables = ledgerTables.filter((table): table is MovedTable => table !== 'debtor' && table !== 'payer');

/** Ids for the lines of `from` among those of `into`; items that meet get the next number, as a list would give it. */
export function newIdsOf(from: DebtorLedger, into: DebtorLedger): NewIds {
  const ids = {} as Record<MovedTable, ReadonlyMap<string, string>>;
  for (const table of movedTables) {
    ids[table] = table === 'item' ? itemIdsOf(from, into) : lineIdsOf(from[table] ?? {}, into[table] ?? {});
  }
  return ids;
}

function itemIdsOf(from: DebtorLedger, into: DebtorLedger): ReadonlyMap<ItemId, ItemId> {
  const renamed = new Map<ItemId, ItemId>();
  const given = new Set<ItemId>(Object.keys(into.item ?? {}));
  // Lists tell items of one number apart by counting from the first: none may be passed over.
  const entries = Object.values(from.item ?? {});
  for (const item of entries) {
    const id = freeItemId(item, (taken) => given.has(taken));
    given.add(id);
    if (id !== item.id) renamed.set(item.id, id);
  }
  return renamed;
}

function lineIdsOf(from: object, into: object): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const given = new Set([...Object.keys(into), ...Object.keys(from)]);
  for (const id of Object.keys(from)) {
    if (!(id in into)) continue;
    let next = `${id}~2`;
    for (let n = 3; given.has(next); n++) next = `${id}~${n}`;
    given.add(next);
    renamed.set(id, next);
  }
  return renamed;
}
