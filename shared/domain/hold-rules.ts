import { addDays, type IsoDate } from '../dates/civil.ts';
import type { EventData } from './event.ts';
import type { Hold } from './hold.ts';
import type { OpenItem } from './item.ts';

/** Whether a hold stands on a day. `until` is its last day: it still holds through the end of that day. */
export function isActive(hold: Hold, day: IsoDate): boolean {
  return hold.from <= day && (hold.until === null || day <= hold.until);
}

/** Holds of a ledger that stand on a day. */
export function activeHolds(holds: Readonly<Record<string, Hold>> | undefined, day: IsoDate): readonly Hold[] {
  return holds ? Object.values(holds).filter((hold) => isActive(hold, day)) : [];
}

/** A hold that ends: yesterday becomes its last day, so dunning goes on today. Null when it no longer stands. */
export function endedHold(hold: Hold, today: IsoDate): Hold | null {
  const stands = isActive(hold, today) || hold.from > today;
  return stands ? { ...hold, until: addDays(today, -1) } : null;
}

/** What every event of a hold says of it; `item` is the one it is of, if any. */
export function holdFacts(hold: Hold, item: OpenItem | undefined): EventData {
  return {
    holdId: hold.id,
    reason: hold.reason,
    itemId: hold.itemId,
    number: item?.number ?? null,
    amount: hold.amount,
    currency: item?.currency ?? null,
  };
}
