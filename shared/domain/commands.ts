import type { RateTables } from '../law/rate-table.ts';
import type { Cents } from '../money/cents.ts';
import type { Administration } from './administration.ts';
import type { Debtor, DebtorId } from './debtor.ts';
import type { HoldReason, Waiver } from './hold.ts';
import type { ItemId } from './item.ts';
import type { Policy } from './policy.ts';

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
  | { readonly type: 'note-export'; readonly debtorId: DebtorId; readonly sha256: string; readonly files: number };
