import type { IsoDate } from '../../dates/civil.ts';
import type { RateTables } from '../../law/rate-table.ts';
import type { MatchPart } from '../../matching/match.ts';
import type { Cents, Currency } from '../../money/cents.ts';
import type { Administration } from '../administration.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { HoldReason, Waiver } from '../hold.ts';
import type { ItemId, ItemKind } from '../item.ts';
import type { Policy } from '../policy.ts';

/** Every small write a screen can ask for. Imports and letters have rules of their own. */
export type Command =
  | { readonly type: 'save-administration'; readonly administration: Administration }
  | { readonly type: 'save-setting'; readonly key: string; readonly value: unknown }
  | { readonly type: 'save-debtor'; readonly debtor: Debtor }
  | {
      readonly type: 'set-hold';
      readonly debtorId: DebtorId;
      readonly itemId: ItemId | null;
      /** The part of the item that is not dunned; null (or left out) = all of it. Only with an item. */
      readonly amount?: Cents | null;
      readonly reason: HoldReason;
      readonly until: string | null;
      readonly note: string;
    }
  | { readonly type: 'end-hold'; readonly debtorId: DebtorId; readonly holdId: string; readonly note: string }
  | { readonly type: 'add-note'; readonly debtorId: DebtorId; readonly text: string; readonly corrects: string | null }
  | { readonly type: 'confirm-paid'; readonly debtorId: DebtorId; readonly itemIds: readonly ItemId[] }
  | { readonly type: 'deny-paid'; readonly debtorId: DebtorId; readonly itemIds: readonly ItemId[] }
  | { readonly type: 'done-task'; readonly debtorId: DebtorId; readonly taskId: string; readonly outcome: string }
  | {
      readonly type: 'withdraw-letter';
      readonly debtorId: DebtorId;
      readonly letterId: string;
      readonly reason: string;
    }
  /** A new version of a policy; the version in the record is set by the rule. */
  | { readonly type: 'save-policy'; readonly policy: Policy }
  /** Rate rows and checked-until dates in force for this administration; null = the shipped table again. */
  | { readonly type: 'save-rates'; readonly rates: RateTables | null }
  | {
      readonly type: 'waive';
      readonly debtorId: DebtorId;
      readonly itemId: ItemId | null;
      readonly what: Waiver['what'];
      readonly reason: string;
    }
  | { readonly type: 'end-waiver'; readonly debtorId: DebtorId; readonly waiverId: string; readonly reason: string }
  /** The computed due date is the agreed one: it may start interest (criterion A4). */
  | { readonly type: 'confirm-due-date'; readonly debtorId: DebtorId; readonly itemIds: readonly ItemId[] }
  /** A bank line is these parts; what they leave becomes unallocated credit of `creditTo` (null: nothing may be left). */
  | {
      readonly type: 'match-line';
      readonly lineId: string;
      readonly parts: readonly MatchPart[];
      readonly creditTo: DebtorId | null;
      /** Items whose small rest is let go (betalingsverschil). */
      readonly settle: readonly ItemId[];
      /** Why, as `keptReasons` gives it, of a proposal that was taken over; absent = put together by hand. */
      readonly reasons?: readonly string[];
    }
  /** No debtor's; what it says is forgotten in time. */
  | { readonly type: 'set-line-aside'; readonly lineId: string }
  /** The small rests a matched line left of its items are let go (betalingsverschil). */
  | { readonly type: 'settle-rests'; readonly lineId: string }
  /** A line that was set aside waits to be looked at again. */
  | { readonly type: 'review-line'; readonly lineId: string }
  /** What a line was matched to is taken back; it waits to be looked at again. */
  | { readonly type: 'unmatch-line'; readonly lineId: string }
  /** An empty code: the debtor goes by its name until a list gives it one. */
  | { readonly type: 'add-debtor'; readonly debtor: Omit<Debtor, 'id' | 'since'> }
  | { readonly type: 'add-item'; readonly debtorId: DebtorId; readonly item: EnteredItem }
  /** Puts right what was entered by hand, while nothing rests on it. */
  | {
      readonly type: 'correct-item';
      readonly debtorId: DebtorId;
      readonly itemId: ItemId;
      readonly item: EnteredItem;
    }
  | { readonly type: 'remove-item'; readonly debtorId: DebtorId; readonly itemId: ItemId }
  /** "Gezien op de bank": a payment entered by hand, against items in the order given, the rest unallocated credit. */
  | {
      readonly type: 'add-payment';
      readonly debtorId: DebtorId;
      readonly date: IsoDate;
      readonly amount: Cents;
      readonly currency: Currency;
      readonly itemIds: readonly ItemId[];
      readonly note: string;
    }
  /** Takes back a payment that was entered by hand. */
  | { readonly type: 'remove-payment'; readonly debtorId: DebtorId; readonly paymentId: string }
  /** Everything of `from` moves to `into`; `from` is gone from the lists and its chain says where it went. */
  | { readonly type: 'merge-debtors'; readonly from: DebtorId; readonly into: DebtorId }
  /** Level reached before Voldaan (criterion A10), by hand; level 0 takes it away. */
  | {
      readonly type: 'set-outside-level';
      readonly debtorId: DebtorId;
      readonly itemIds: readonly ItemId[];
      readonly level: number;
      readonly on: IsoDate;
    }
  | { readonly type: 'note-export'; readonly debtorId: DebtorId; readonly sha256: string; readonly files: number };

/** An item as it is entered by hand. */
export interface EnteredItem {
  readonly number: string;
  readonly kind: Exclude<ItemKind, 'receipt'>;
  readonly date: IsoDate;
  /** Null = invoice date + the term of the debtor or the administration, marked as computed (criterion A4). */
  readonly dueDate: IsoDate | null;
  /** Signed: credit notes are negative. */
  readonly total: Cents;
  readonly currency: Currency;
  readonly description: string | null;
  readonly yourReference: string | null;
  /** What the debtor is asked to pay with; of a credit note null. */
  readonly paymentReference: string | null;
  /** Number of the invoice a credit note is for. */
  readonly creditFor: string | null;
}
