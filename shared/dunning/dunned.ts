import type { IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import { needsFourteenDayLetter } from './charge-mode.ts';
import { defaultFrom } from './interest-base.ts';
import { type FourteenDayNotice, type Notices, noticesOf } from './notices.ts';

/** A debtor as the veertiendagenbrief looks at it. What its letters did is looked up once, when it is first asked for. */
export class Dunned {
  private known: Notices | null = null;

  constructor(
    readonly ledger: DebtorLedger,
    readonly debtor: Debtor,
  ) {}

  private get notices(): Notices {
    this.known ??= noticesOf(this.ledger, this.debtor);
    return this.known;
  }

  /** Whether an item has to pass a veertiendagenbrief before costs can be charged. */
  getsFourteenDayLetter(item: OpenItem): boolean {
    return this.debtor.kind === 'consumer' && needsFourteenDayLetter(this.ledger, this.debtor, item);
  }

  /** First day of default; null = nothing shows it yet. */
  defaultFrom(item: OpenItem): IsoDate | null {
    return defaultFrom(item, this.debtor, this.notices);
  }

  fourteenDayNotice(item: OpenItem): FourteenDayNotice | null {
    return this.notices.fourteenDay.get(item.id) ?? null;
  }
}
