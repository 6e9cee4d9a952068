import {
  type Books,
  type Change,
  type DebtorLedger,
  emptyBooks,
  type LedgerTable,
  type LedgerTables,
  lineVersion,
} from './books.ts';
import type { DebtorId } from './debtor.ts';
import type { ChainId, EventData, EventType } from './event.ts';
import { Overlay } from './overlay.ts';

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
 * Collects a series of writes to ledgers without touching the books: each sees what those before it did, and in the end every
 * line is written once. Making one costs nothing, and each write what is in that ledger: a line of many thousands has its own.
 */
export class LedgerOverlay {
  readonly events: PlannedEvent[] = [];
  /** Of the ledgers that were written to alone. */
  private readonly overlay = new Overlay(emptyBooks());
  private readonly touched = new Map<string, Omit<OverlaidLine, 'line'>>();
  private readonly debtorIds = new Set<DebtorId>();

  constructor(private readonly base: Books) {}

  /** The ledger with what was written so far; undefined for a debtor that is not there. */
  ledger(debtorId: DebtorId): DebtorLedger | undefined {
    return (this.debtorIds.has(debtorId) ? this.overlay.books : this.base).ledgers.get(debtorId);
  }

  /** Sets (or with null removes) a line. */
  put<T extends LedgerTable>(debtorId: DebtorId, table: T, lineId: string, line: LedgerTables[T] | null): void {
    const ledger = this.ledger(debtorId);
    if (ledger && !this.debtorIds.has(debtorId)) this.overlay.books.ledgers.set(debtorId, ledger);
    this.debtorIds.add(debtorId);
    const change: Change = { table, key: String(debtorId), lineId, line, v: lineVersion };
    this.overlay.apply([change]);
    this.touched.set(`${debtorId} ${table} ${lineId}`, { debtorId, table, lineId });
  }

  /** Says what happened; written after the lines, in the order it was said. */
  event(chain: ChainId, type: EventType, data: EventData): void {
    this.events.push({ chain, type, data });
  }

  /** Debtors with a line that was written. */
  debtors(): readonly DebtorId[] {
    return [...this.debtorIds];
  }

  /** Every line that was written, as it is in the end; those that are as they were are left out. */
  lines(): readonly OverlaidLine[] {
    return [...this.touched.values()]
      .map(({ debtorId, table, lineId }): OverlaidLine => {
        return { debtorId, table, lineId, line: this.ledger(debtorId)?.[table]?.[lineId] ?? null };
      })
      .filter(({ debtorId, table, lineId, line }) => {
        return line !== (this.base.ledgers.get(debtorId)?.[table]?.[lineId] ?? null);
      });
  }
}
