import type { IsoDate } from '../dates/civil.ts';
import type { Hold } from './hold.ts';

/** Whether a hold stands on a day. `until` is its last day: it still holds through the end of that day. */
export function isActive(hold: Hold, day: IsoDate): boolean {
  return hold.from <= day && (hold.until === null || day <= hold.until);
}

/** Holds of a ledger that stand on a day. */
export function activeHolds(holds: Readonly<Record<string, Hold>> | undefined, day: IsoDate): readonly Hold[] {
  return holds ? Object.values(holds).filter((hold) => isActive(hold, day)) : [];
}
