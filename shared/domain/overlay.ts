import {
  applyChanges,
  type Books,
  type Change,
  chainOf,
  type DebtorLedger,
  isLedgerTable,
  type RecordTables,
} from './books.ts';

/**
 * The books as they would be with changes that are not written: what nothing touched is shared with the books themselves,
 * what is touched is copied first. Making one costs the lists of debtors and chains, not what is in them.
 */
export class Overlay {
  readonly books: Books;
  /** Ledgers, tables of ledgers and chains that are this overlay's own. */
  private readonly own = new WeakSet<object>();

  constructor(base: Books) {
    const records = Object.fromEntries(Object.entries(base.records).map(([table, lines]) => [table, new Map(lines)]));
    this.books = {
      seq: base.seq,
      ledgers: new Map(base.ledgers),
      chains: new Map(base.chains),
      records: records as { [T in keyof RecordTables]: Map<string, RecordTables[T]> },
    };
  }

  /** Lays changes over the books, as a commit of them would. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.table === 'event') this.ownChain(change);
      else if (isLedgerTable(change.table)) this.ownTable(change);
    }
    applyChanges(this.books, changes);
    this.books.seq++;
  }

  private ownChain({ key }: Change): void {
    const { chains } = this.books;
    const chain = chains.get(chainOf(key));
    if (!chain || this.own.has(chain)) return;
    const copy = [...chain];
    this.own.add(copy);
    chains.set(chainOf(key), copy);
  }

  private ownTable({ table, key }: Change): void {
    const id = Number(key);
    const { ledgers } = this.books;
    let ledger = ledgers.get(id) ?? {};
    if (!this.own.has(ledger)) {
      ledger = { ...ledger };
      this.own.add(ledger);
      ledgers.set(id, ledger);
    }
    const name = table as keyof DebtorLedger;
    const lines = ledger[name];
    if (!lines || this.own.has(lines)) return;
    const copy = { ...lines };
    this.own.add(copy);
    Object.assign(ledger, { [name]: copy });
  }
}
