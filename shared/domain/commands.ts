import type { Cents } from '../money/cents.ts';
import type { Administration } from './administration.ts';
import type { Debtor, DebtorId } from './debtor.ts';
import type { HoldReason } from './hold.ts';
import type { ItemId } from './item.ts';

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
  | { readonly type: 'note-export'; readonly debtorId: DebtorId; readonly sha256: string; readonly files: number };
