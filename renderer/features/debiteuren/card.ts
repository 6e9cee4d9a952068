import type { IsoDate } from '#shared/dates/civil.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { Hold } from '#shared/domain/hold.ts';
import { activeHolds } from '#shared/domain/hold-rules.ts';
import type { InvoiceCopy, ItemId, OpenItem } from '#shared/domain/item.ts';
import type { Gate, Proposals, Skipped } from '#shared/dunning/proposal.ts';
import type { Cents } from '#shared/money/cents.ts';

/** An item as the debtor's card shows it. */
export interface CardItem {
  readonly item: OpenItem;
  readonly open: Cents;
  /** Total less open: received, credited or taken off by a list. */
  readonly paid: Cents;
  readonly held: Cents;
  /** Last day of the longest hold on it; null when there is none or no end is set. */
  readonly heldUntil: IsoDate | null;
  readonly state: 'open' | 'presumed-paid' | 'closed';
  readonly copies: readonly InvoiceCopy[];
}

/** Items to look at: presumed paid first, then open by due date; settled ones apart, newest first. */
export interface CardItems {
  readonly live: readonly CardItem[];
  readonly settled: readonly CardItem[];
}

function cardItem(item: OpenItem, open: Cents, holds: readonly Hold[], copies: readonly InvoiceCopy[]): CardItem {
  const own = holds.filter((hold) => hold.itemId === item.id);
  const held = own.reduce((sum, hold) => sum + (hold.amount ?? Math.max(open, 0)), 0);
  const ends = own.map((hold) => hold.until);
  return {
    item,
    open,
    paid: item.total - open,
    held: Math.min(held, Math.max(open, 0)),
    heldUntil: ends.includes(null) ? null : ends.reduce<IsoDate | null>((a, b) => (a === null || b! > a ? b : a), null),
    state: item.state === 'open' && open === 0 ? 'closed' : item.state,
    copies: copies.filter(({ itemId }) => itemId === item.id),
  };
}

/** Open balance; of a presumed-paid item what it would be if it were not. */
function owed(item: OpenItem, allocated: ReadonlyMap<ItemId, Cents>): Cents {
  return openBalance(item.state === 'presumed-paid' ? { ...item, state: 'open' } : item, allocated);
}

const dayOf = (row: CardItem) => row.item.dueDate ?? row.item.date ?? '9999';

/** The items of a debtor's card on a day. */
export function cardItems(ledger: DebtorLedger, today: IsoDate): CardItems {
  const allocated = allocatedPerItem(ledger);
  const holds = activeHolds(ledger.hold, today);
  const copies = Object.values(ledger.copy ?? {});
  const rows = Object.values(ledger.item ?? {}).map((item) => cardItem(item, owed(item, allocated), holds, copies));
  const first = (row: CardItem) => (row.state === 'presumed-paid' ? 0 : 1);
  return {
    live: rows
      .filter((row) => row.state !== 'closed')
      .sort((a, b) => first(a) - first(b) || (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
    settled: rows.filter((row) => row.state === 'closed').sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)),
  };
}

/** Every gate of an item, those of its debtor first; empty when nothing holds it. */
export function gatesOf(whyNot: Skipped | undefined, itemId: ItemId): readonly Gate[] {
  if (!whyNot) return [];
  const own = whyNot.items.find((item) => item.itemId === itemId)?.gates ?? [];
  return [...whyNot.gates, ...own];
}

/** What follows for a debtor, as lists show it in a few words. */
export type NextStep =
  | { readonly is: 'letter'; readonly kind: Proposals['proposals'][number]['kind']; readonly total: Cents }
  | { readonly is: 'task'; readonly kind: Proposals['tasks'][number]['kind'] }
  | { readonly is: 'wait'; readonly from: IsoDate; readonly gate: Gate['code'] | null }
  | { readonly is: 'blocked'; readonly gate: Gate['code'] };

/** The next step of every debtor that has one, by debtor: a letter before a task before waiting. */
export function nextSteps(proposals: Proposals | null): ReadonlyMap<number, NextStep> {
  const steps = new Map<number, NextStep>();
  if (!proposals) return steps;
  for (const { debtorId, firstDate, reasons } of proposals.skipped) {
    const [gate] = reasons;
    if (firstDate !== null && firstDate > proposals.today) {
      steps.set(debtorId, { is: 'wait', from: firstDate, gate: gate ?? null });
    } else if (gate) steps.set(debtorId, { is: 'blocked', gate });
  }
  for (const task of proposals.tasks) steps.set(task.debtorId, { is: 'task', kind: task.kind });
  for (const letter of proposals.proposals) {
    steps.set(letter.debtorId, { is: 'letter', kind: letter.kind, total: letter.total });
  }
  return steps;
}
