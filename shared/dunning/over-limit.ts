import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import type { Cents } from '../money/cents.ts';

/** A debtor of whom more is open in euros than was agreed. */
export interface OverLimit {
  /** Id of the task line once it was looked at; another limit is another task. */
  readonly taskId: string;
  readonly itemIds: readonly ItemId[];
  readonly limit: Cents;
  /** Open balance less the limit: more than 0. */
  readonly over: Cents;
}

/**
 * Whether a debtor is past its kredietlimiet and nobody looked at it yet (criterion C4). Looked at once, it is due again with
 * the next invoice on top. Null without a limit and within it; money that waits to be matched is not deducted.
 */
export function overLimitOf(debtor: Debtor, ledger: DebtorLedger): OverLimit | null {
  const limit = debtor.creditLimit;
  if (limit === undefined) return null;
  const allocated = allocatedPerItem(ledger);
  const itemIds: ItemId[] = [];
  let open = 0;
  for (const id in ledger.item) {
    const item = ledger.item[id]!;
    if (item.currency !== 'EUR') continue;
    const balance = openBalance(item, allocated);
    open += balance;
    if (balance > 0) itemIds.push(id);
  }
  if (open <= limit) return null;
  const taskId = `over-limit~${limit}`;
  const seen = ledger.task?.[taskId];
  if (seen && seen.doneOn !== null && itemIds.every((id) => seen.itemIds.includes(id))) return null;
  return { taskId, itemIds, limit, over: open - limit };
}
