import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { ItemId } from './item.ts';

export type HoldReason = 'dispute' | 'promise' | 'plan' | 'manual' | 'legal' | 'handover' | 'client-approval';

/** Aanmaanblokkade: the only pause mechanism. It pauses dunning only, never a legal watch. */
export interface Hold {
  readonly id: string;
  /** Null = the whole debtor. */
  readonly itemId: ItemId | null;
  /** Null = the whole item; else the part that is not dunned. */
  readonly amount: Cents | null;
  readonly reason: HoldReason;
  readonly from: IsoDate;
  /** Last day of the hold; null = until it is ended. */
  readonly until: IsoDate | null;
  readonly note: string;
}

export interface Dispute {
  readonly id: string;
  readonly itemId: ItemId;
  readonly reason: string;
  readonly amount: Cents;
  readonly openedOn: IsoDate;
  readonly owner: string | null;
  readonly state: 'open' | 'awaiting-credit' | 'upheld' | 'partly-upheld' | 'rejected' | 'withdrawn';
  readonly holdId: string;
}

/** Toezegging. */
export interface PaymentPromise {
  readonly id: string;
  readonly itemIds: readonly ItemId[];
  readonly amount: Cents;
  /** Day it was made; what was paid before is no part of it. */
  readonly on: IsoDate;
  /** Day it is to be paid at the latest. */
  readonly date: IsoDate;
  readonly by: string | null;
  readonly channel: string | null;
  readonly state: 'open' | 'kept' | 'partly' | 'broken' | 'withdrawn';
  readonly holdId: string;
  /** Day the state was last judged to have changed; absent while it never was. */
  readonly judgedOn?: IsoDate;
}

export interface Instalment {
  readonly number: number;
  readonly date: IsoDate;
  readonly amount: Cents;
}

/** Betalingsregeling. */
export interface PaymentPlan {
  readonly id: string;
  readonly version: number;
  readonly itemIds: readonly ItemId[];
  readonly instalments: readonly Instalment[];
  /** Day from which payments are its instalments. */
  readonly from: IsoDate;
  readonly state: 'draft' | 'proposed' | 'agreed' | 'running' | 'kept' | 'broken' | 'ended';
  readonly holdId: string | null;
  /** Numbers of the instalments that came more than three days late (criterion H3); absent = none. */
  readonly late?: readonly number[];
}

/** Something to do that is not a letter: a phone call, a check in the bookkeeping. */
export interface Task {
  readonly id: string;
  readonly kind: 'phone' | 'reconcile' | 'collection-ready' | 'over-limit';
  readonly itemIds: readonly ItemId[];
  /** Of `reconcile`: what the newest list still has open of the item. */
  readonly listed?: Cents;
  readonly due: IsoDate;
  /** Of one that a list settles: the day of that list. */
  readonly doneOn: IsoDate | null;
  readonly outcome: string | null;
}

/** Fixed after ten minutes; a correction is a note that names the one it corrects. */
export interface Note {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly corrects: string | null;
}

/** Kwijtschelding of interest or costs, with its reason (criterion B4). Of one item, or of all of the debtor. */
export interface Waiver {
  readonly id: string;
  readonly itemId: ItemId | null;
  readonly what: 'interest' | 'costs' | 'both';
  readonly reason: string;
  readonly on: IsoDate;
}
