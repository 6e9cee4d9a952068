import {
  type Books,
  type Change,
  type LedgerTable,
  type LedgerTables,
  lineVersion,
  type RecordTable,
  type RecordTables,
} from './books.ts';
import type { DebtorId } from './debtor.ts';
import { type ChainId, type DossierEvent, type NewEvent, nextEvent } from './event.ts';

/** What a write rule is told besides the books: the day, the moment written in events, and who does it. */
export interface Moment {
  readonly today: string;
  /** Local date-time `YYYY-MM-DDTHH:MM:SS`, or the date alone where a run is given only that. */
  readonly at: string;
  /** What is made is looked at and never written: its events are not sealed with a hash, which takes a tenth of comparing a list. */
  readonly isDraft?: boolean;
}

/**
 * Collects the changes of one rule and keeps event chains right when a rule adds several events.
 * A rule makes one, adds lines and events, and returns `changes`.
 */
export class ChangeSet {
  readonly changes: Change[] = [];
  private readonly tails = new Map<ChainId, DossierEvent>();

  constructor(
    private readonly books: Books,
    private readonly at: string,
    private readonly isDraft = false,
  ) {}

  /** Sets (or with null removes) a line of a debtor. */
  put<T extends LedgerTable>(debtorId: DebtorId, table: T, lineId: string, line: LedgerTables[T] | null): void {
    this.changes.push({ table, key: String(debtorId), lineId, line, v: lineVersion });
  }

  /** Sets (or with null removes) a line of the administration. */
  record<T extends RecordTable>(table: T, lineId: string, line: RecordTables[T] | null): void {
    this.changes.push({ table, key: 'administration', lineId, line, v: lineVersion });
  }

  /** Appends an event to a chain. */
  event(chain: ChainId, type: NewEvent['type'], data: NewEvent['data']): void {
    const last = this.tails.get(chain) ?? this.books.chains.get(chain)?.at(-1);
    const made = nextEvent(chain, last, { at: this.at, type, data }, this.isDraft);
    this.tails.set(chain, made);
    this.changes.push({ table: 'event', key: String(chain), lineId: String(made.seq), line: made, v: lineVersion });
  }
}
