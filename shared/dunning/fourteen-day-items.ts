import type { DefaultedItem } from '../domain/letters/fourteen-day-plan.ts';
import type { Dunned } from './dunned.ts';
import type { ItemStand } from './item-gates.ts';
import type { GateCode } from './proposal.ts';
import type { Run } from './run.ts';

/** Gates an item in default waits for by itself, not when a veertiendagenbrief goes out: that one takes all of them. */
export const ownPace: ReadonlySet<GateCode> = new Set<GateCode>(['not-due', 'deadline-running', 'end-of-policy']);

/**
 * What a veertiendagenbrief of today claims of an item: every one in default that had none, at whatever step it is (art. 6:96
 * lid 7 BW, criterion D5). Null for items held back, on direct debit or not in default.
 */
export function claimedByNotice(run: Run, dunned: Dunned, { claim, gates }: ItemStand): DefaultedItem | null {
  const { item, claimable } = claim;
  if (claimable === 0 || gates.some(({ code }) => !ownPace.has(code))) return null;
  const from = dunned.defaultFrom(item);
  if (from === null || from > run.today || !dunned.getsFourteenDayLetter(item)) return null;
  if (dunned.fourteenDayNotice(item) !== null) return null;
  return { itemId: item.id, number: item.number, date: item.date, from, claimable };
}
