import type { Cents } from '#shared/money/cents.ts';
import type { BankTransaction } from '../statement.ts';

/** The balances around one line. */
export interface Link {
  readonly transaction: Pick<BankTransaction, 'row' | 'bookDate'>;
  readonly before: Cents;
  readonly after: Cents;
}

export interface BalanceChain {
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  /** First row whose balance does not follow from the one before; null when all do. */
  readonly brokenAt: number | null;
}

/** How many balances follow from the line before them. */
export function linksThatHold(links: readonly Link[]): number {
  return Math.max(linked(links, false), linked(links, true));
}

/**
 * Opening and closing balance of lines with a balance (formats document §3.4), read in the direction in which balances follow
 * from each other: many banks write the newest line first. Lines of one day may stand in any order; then the balance no line
 * arrives at is the opening one. A chain with gaps keeps the balances at its ends.
 */
export function balanceChain(links: readonly Link[]): BalanceChain {
  const newestFirst = isNewestFirst(links);
  const ordered = newestFirst ? links.toReversed() : links;
  const opening = ordered[0]!.before;
  const closing = ordered.at(-1)!.after;
  const broken = ordered.findIndex((link, i) => i > 0 && ordered[i - 1]!.after !== link.before);
  if (broken < 0) return { opening, closing, brokenAt: null };
  const ends = looseEnds(links);
  if (ends !== null) return { ...ends, brokenAt: null };
  return { opening, closing, brokenAt: ordered[broken]!.transaction.row };
}

function isNewestFirst(links: readonly Link[]): boolean {
  const forward = linked(links, false);
  const backward = linked(links, true);
  return forward === backward
    ? links[0]!.transaction.bookDate > links.at(-1)!.transaction.bookDate
    : backward > forward;
}

function linked(links: readonly Link[], newestFirst: boolean): number {
  let count = 0;
  for (let i = 1; i < links.length; i++) {
    const above = links[i - 1]!;
    const below = links[i]!;
    if (newestFirst ? below.after === above.before : above.after === below.before) count++;
  }
  return count;
}

/** The one balance no line arrives at and the one no line starts from; null when there are more, and so a gap. */
function looseEnds(links: readonly Link[]): { readonly opening: Cents; readonly closing: Cents } | null {
  const open = new Map<Cents, number>();
  for (const { before, after } of links) {
    open.set(before, (open.get(before) ?? 0) + 1);
    open.set(after, (open.get(after) ?? 0) - 1);
  }
  const loose = [...open].filter(([, count]) => count !== 0);
  const start = loose.find(([, count]) => count === 1);
  const end = loose.find(([, count]) => count === -1);
  return loose.length === 2 && start && end ? { opening: start[0], closing: end[0] } : null;
}
