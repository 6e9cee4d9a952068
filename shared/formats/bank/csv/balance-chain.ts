import type { Cents } from '#shared/money/cents.ts';
import type { BankTransaction } from '../statement.ts';

/** The balances around lines: those of `lines[i]` are `before[i]` and `after[i]`, in cents. */
export interface Links {
  readonly lines: readonly Pick<BankTransaction, 'row' | 'bookDate'>[];
  readonly before: Float64Array;
  readonly after: Float64Array;
}

export interface BalanceChain {
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  /** First row whose balance does not follow from the one before; null when all do. */
  readonly brokenAt: number | null;
}

/** How many balances follow from the line before them. */
export function linksThatHold(links: Links): number {
  return Math.max(linked(links, false), linked(links, true));
}

/**
 * Opening and closing balance of lines with a balance (formats document §3.4), read in the direction in which balances follow
 * from each other: many banks write the newest line first. Lines of one day may stand in any order; then the balance no line
 * arrives at is the opening one. A chain with gaps keeps the balances at its ends.
 */
export function balanceChain(links: Links): BalanceChain {
  const { lines, before, after } = links;
  const last = lines.length - 1;
  const newestFirst = isNewestFirst(links);
  const opening = before[newestFirst ? last : 0]!;
  const closing = after[newestFirst ? 0 : last]!;
  const broken = firstGap(links, newestFirst);
  if (broken === null) return { opening, closing, brokenAt: null };
  const ends = looseEnds(links);
  if (ends !== null) return { ...ends, brokenAt: null };
  return { opening, closing, brokenAt: lines[broken]!.row };
}

function isNewestFirst(links: Links): boolean {
  const forward = linked(links, false);
  const backward = linked(links, true);
  return forward === backward ? links.lines[0]!.bookDate > links.lines.at(-1)!.bookDate : backward > forward;
}

function linked(links: Links, newestFirst: boolean): number {
  let count = 0;
  for (let i = 1; i < links.lines.length; i++) if (follows(links, i, newestFirst)) count++;
  return count;
}

/** Whether the later of a line and the one above it starts with the balance the earlier left. */
function follows({ before, after }: Links, i: number, newestFirst: boolean): boolean {
  return newestFirst ? after[i] === before[i - 1] : after[i - 1] === before[i];
}

/** The oldest line that does not follow from the one before it; null when all do. */
function firstGap(links: Links, newestFirst: boolean): number | null {
  const { length } = links.lines;
  for (let step = 1; step < length; step++) {
    const i = newestFirst ? length - step : step;
    if (!follows(links, i, newestFirst)) return newestFirst ? i - 1 : i;
  }
  return null;
}

/** The one balance no line arrives at and the one no line starts from; null when there are more, and so a gap. */
function looseEnds({ lines, before, after }: Links): { readonly opening: Cents; readonly closing: Cents } | null {
  const open = new Map<Cents, number>();
  for (let i = 0; i < lines.length; i++) {
    open.set(before[i]!, (open.get(before[i]!) ?? 0) + 1);
    open.set(after[i]!, (open.get(after[i]!) ?? 0) - 1);
  }
  const loose = [...open].filter(([, count]) => count !== 0);
  const start = loose.find(([, count]) => count === 1);
  const end = loose.find(([, count]) => count === -1);
  return loose.length === 2 && start && end ? { opening: start[0], closing: end[0] } : null;
}
