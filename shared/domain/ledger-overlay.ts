import type { Books, DebtorLedger, LedgerTable, LedgerTables } from './books.ts';
import type { DebtorId } from './debtor.ts';
import type { ChainId, EventData, EventType } from './event.ts';

/** A line as it is in the end; null = gone. */
export interface OverlaidLine {
  readonly debtorId: DebtorId;
  readonly table: LedgerTable;
  readonly lineId: string;
  readonly line: LedgerTables[LedgerTable] | null;
}

/** An event that is still to be written. */
export interface PlannedEvent {
  readonly chain: ChainId;
  readonly type: EventType;
  readonly data: EventData;
}

/**
 * Ledgers as a series of writes leaves them, without touching the books: each write sees what those before it did, and in the
 * end every line is written once.
 */
export class LedgerOverlay {
  readonly events: PlannedEvent[] = [];
  private readonly ledgers = new Map<DebtorId, DebtorLedger>();
  private readonly touched = new Map<string, Omit<OverlaidLine, 'line'>>();

  constructor(private readonly books: Books) {}

  /** The ledger with what was written so far; undefined for a debtor that is not there. */
  ledger(debtorId: DebtorId): DebtorLedger | undefined {
    return this.ledgers.get(debtorId) ?? this.books.ledgers.get(debtorId);
  }

  /** Sets (or with null removes) a line. */
  put<T extends LedgerTable>(debtorId: DebtorId, table: T, lineId: string, line: LedgerTables[T] | null): void {
    const lines = this.own(debtorId, table) as Record<string, LedgerTables[T]>;
    if (line === null) delete lines[lineId];
    else lines[lineId] = line;
    this.touched.set(`${debtorId} ${table} ${lineId}`, { debtorId, table, lineId });
  }

  /** A table of a debtor to write in; copied from the books the first time. */
  private own(debtorId: DebtorId, table: LedgerTable): object {
    const copied = this.ledgers.get(debtorId);
    const known = this.books.ledgers.get(debtorId);
    const ledger = copied ?? { ...known };
    if (!copied) this.ledgers.set(debtorId, ledger);
    const lines = ledger[table];
    if (lines && lines !== known?.[table]) return lines;
    const own = { ...lines };
    Object.assign(ledger, { [table]: own });
    return own;
  }

  /** Says what happened; written after the lines, in the order it was said. */
  event(chain: ChainId, type: EventType, data: EventData): void {
    this.events.push({ chain, type, data });
  }

  /** Debtors with a line that was written. */
  debtors(): readonly DebtorId[] {
    return [...this.ledgers.keys()];
  }

  /** Every line that was written, as it is in the end; those that are as they were are left out. */
  lines(): readonly OverlaidLine[] {
    return [...this.touched.values()]
      .map(({ debtorId, table, lineId }): OverlaidLine => {
        const line = this.ledgers.get(debtorId)?.[table]?.[lineId] ?? null;
        return { debtorId, table, lineId, line };
      })
      .filter(({ debtorId, table, lineId, line }) => {
        return line !== (this.books.ledgers.get(debtorId)?.[table]?.[lineId] ?? null);
      });
  }
}
