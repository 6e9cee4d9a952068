import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import { allocatedPerItem, openBalance } from './balance.ts';
import type { DebtorLedger } from './books.ts';
import type { Allocation, ItemId, OpenItem } from './item.ts';

/** Money that came in for an item. `date` null = on a day nobody knows: a list lacks the item and it was taken as paid. */
interface Receipt {
  readonly date: IsoDate | null;
  left: Cents;
}

interface ItemMoney {
  readonly receipts: readonly Receipt[];
  /** Days of payments the bank took back since. */
  readonly returned: readonly IsoDate[];
}

/**
 * What was paid on items, to be handed out once: money that kept one promise does not keep the next. Payments up to a list's
 * bank date count as those after it. A payment a list shows counts only as far as no bank line or payment by hand
 * accounts for it, and a storno takes away the payment it returns.
 */
export class PromisedMoney {
  private readonly items = new Map<ItemId, ItemMoney>();
  private readonly allocations = new Map<ItemId, Allocation[]>();
  private readonly laid: ReadonlyMap<ItemId, Cents>;

  constructor(private readonly ledger: DebtorLedger) {
    this.laid = allocatedPerItem(ledger);
    for (const allocation of Object.values(ledger.allocation ?? {})) {
      const own = this.allocations.get(allocation.itemId);
      if (own) own.push(allocation);
      else this.allocations.set(allocation.itemId, [allocation]);
    }
  }

  /** Takes up to `amount` of what came in for the items from a day through another; money without a day only when `undated`. */
  take(itemIds: readonly ItemId[], amount: Cents, from: IsoDate, until: IsoDate, undated: boolean): Cents {
    let taken = 0;
    for (const id of itemIds) {
      for (const receipt of this.of(id).receipts) {
        const counts = receipt.date === null ? undated : receipt.date >= from && receipt.date <= until;
        if (!counts || taken >= amount) continue;
        const part = Math.min(receipt.left, amount - taken);
        receipt.left -= part;
        taken += part;
      }
    }
    return taken;
  }

  /** Σ of what came in for the items from a day through another, without taking it. */
  received(itemIds: readonly ItemId[], from: IsoDate, until: IsoDate, undated: boolean): Cents {
    let sum = 0;
    for (const id of itemIds) {
      for (const { date, left } of this.of(id).receipts) {
        if (date === null ? undated : date >= from && date <= until) sum += left;
      }
    }
    return sum;
  }

  /** Whether a payment made since a day was taken back by the bank. */
  wasReturned(itemIds: readonly ItemId[], since: IsoDate): boolean {
    return itemIds.some((id) => this.of(id).returned.some((day) => day >= since));
  }

  private of(id: ItemId): ItemMoney {
    const known = this.items.get(id);
    if (known) return known;
    const item = this.ledger.item?.[id];
    const money = item ? this.read(item) : { receipts: [], returned: [] };
    this.items.set(id, money);
    return money;
  }

  private read(item: OpenItem): ItemMoney {
    const sorted = [...(this.allocations.get(item.id) ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));
    const direct: Receipt[] = [];
    const listed: Receipt[] = [];
    const returned: IsoDate[] = [];
    for (const { paymentId, date, amount } of sorted) {
      const receipts = this.ledger.payment?.[paymentId]?.source === 'list' ? listed : direct;
      if (amount > 0) receipts.push({ date, left: amount });
      else if (amount < 0) {
        const paidOn = takeBack(direct, -amount);
        if (paidOn !== null) returned.push(paidOn);
      }
    }
    const balance = openBalance({ ...item, state: 'open' }, this.laid);
    const rest = item.state === 'closed' ? Math.max(0, balance) : 0;
    const shown = item.total - (item.state === 'open' ? balance : balance - rest);
    keepAtMost(listed, Math.max(0, shown - rest - sumLeft(direct)));
    return { receipts: [...direct, ...listed, ...(rest > 0 ? [{ date: null, left: rest }] : [])], returned };
  }
}

/** A storno undoes the last payment of its amount, else the last ones that make it up. Gives the day of the last it undid. */
function takeBack(receipts: readonly Receipt[], amount: Cents): IsoDate | null {
  const same = receipts.findLast(({ left }) => left === amount);
  if (same) {
    same.left = 0;
    return same.date;
  }
  let back = amount;
  let paidOn: IsoDate | null = null;
  for (let i = receipts.length - 1; i >= 0 && back > 0; i--) {
    const receipt = receipts[i]!;
    const part = Math.min(receipt.left, back);
    if (part > 0) paidOn ??= receipt.date;
    receipt.left -= part;
    back -= part;
  }
  return paidOn;
}

function keepAtMost(receipts: readonly Receipt[], most: Cents): void {
  let kept = most;
  for (const receipt of receipts) {
    receipt.left = Math.min(receipt.left, kept);
    kept -= receipt.left;
  }
}

function sumLeft(receipts: readonly Receipt[]): Cents {
  let sum = 0;
  for (const { left } of receipts) sum += left;
  return sum;
}
