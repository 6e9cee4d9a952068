import type { DebtorLedger } from './books.ts';
import type { ItemId } from './item.ts';

/** Whether anything in the ledger is about the item: payments, holds, promises, letters that were made, tasks, copies. */
export function restsOn(ledger: DebtorLedger, itemId: ItemId): boolean {
  const isOfItem = ({ itemId: own }: { readonly itemId: ItemId | null }) => own === itemId;
  const names = ({ itemIds }: { readonly itemIds: readonly ItemId[] }) => itemIds.includes(itemId);
  const { allocation = {}, hold = {}, dispute = {}, waiver = {}, copy = {} } = ledger;
  const { promise = {}, plan = {}, task = {}, letter = {} } = ledger;
  if ([allocation, hold, dispute, waiver, copy].some((table) => Object.values(table).some(isOfItem))) return true;
  if ([promise, plan, task].some((table) => Object.values(table).some(names))) return true;
  return Object.values(letter).some(({ state, plan: made }) => {
    if (state === 'cancelled' || state === 'failed') return false;
    return [...made.items, ...made.credits, ...made.alsoOpen].some(isOfItem);
  });
}
