import type { IsoDate } from '../dates/civil.ts';
import type { Cents, Currency } from '../money/cents.ts';
import type { Entry } from './owner.ts';

/** An item with what is open of it on the day, and what may be kept back on that day. */
export interface Owed {
  readonly entry: Entry;
  readonly open: Cents;
  readonly discount: Cents;
}

/** What is owed on a day by one debtor, or by those named, in one currency, oldest first: what an amount may be laid against. */
export class Owing {
  private past: readonly Owed[] | null = null;

  constructor(
    readonly owed: readonly Owed[],
    readonly date: IsoDate,
    readonly currency: Currency,
    readonly tolerance: Cents,
    /** Whether a later invoice of the same amount is paid already, so that this one seems to be passed over. */
    readonly isSkipped: (entry: Entry) => boolean = () => false,
  ) {}

  /** What is invoiced by that day. */
  get invoiced(): readonly Owed[] {
    this.past ??= this.owed.filter(({ entry }) => (entry.item.date ?? '') <= this.date);
    return this.past;
  }
}
