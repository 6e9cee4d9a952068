import { addDays, type IsoDate } from '../dates/civil.ts';
import type { DebtorLedger } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { Allocation, ItemId, OpenItem } from '../domain/item.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';
import { inDefaultFrom } from '../law/default-date.ts';
import { LawProblem } from '../law/problem.ts';
import type { Cents } from '../money/cents.ts';
import type { Notices } from './notices.ts';

/** One item interest runs over: principal on the due day, and what was paid on a known day since. */
export interface InterestBase {
  readonly itemId: ItemId;
  readonly number: string;
  readonly principal: Cents;
  /** Last day without interest. */
  readonly due: IsoDate;
  readonly reductions: readonly { readonly date: IsoDate; readonly amount: Cents }[];
}

/** Whether a debtor that is late with an item is in default without notice: the term was agreed and its end is certain. */
export function isTermAgreed(
  item: Pick<OpenItem, 'dueDerived' | 'termAgreed'>,
  debtor: Pick<Debtor, 'termAgreed'>,
): boolean {
  return !item.dueDerived && (item.termAgreed ?? debtor.termAgreed ?? false);
}

/**
 * First day a debtor is late in law with an item, so that interest may run and, for a consumer, a veertiendagenbrief be
 * sent; null as long as it is not. A computed due date starts nothing (criterion A4): a lapsed written demand does.
 */
export function defaultFrom(item: OpenItem, debtor: Debtor, notices: Notices): IsoDate | null {
  if (debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE')
    return notices.freeReminderLapsed.get(item.id) ?? null;
  try {
    return inDefaultFrom({
      dueDate: item.dueDate,
      dueDerived: item.dueDerived,
      termAgreed: item.termAgreed ?? debtor.termAgreed,
      invoiceDate: item.date,
      consumer: debtor.kind === 'consumer',
      noticeDeadline: notices.defaultDeadline.get(item.id) ?? null,
    }).from;
  } catch (error) {
    // A due date in a year nobody can mean: nothing certain follows from it.
    if (error instanceof LawProblem) return null;
    throw error;
  }
}

/** Whether a debtor is in default with an item on a day. */
export function isInDefault(item: OpenItem, debtor: Debtor, notices: Notices, today: IsoDate): boolean {
  const from = defaultFrom(item, debtor, notices);
  return from !== null && from <= today;
}

/**
 * What interest runs over: what is claimed now and what was paid late before, from the day the debtor was late. Never more
 * than is certain: amounts of which only a list tells that they were paid count as paid in time.
 */
export function interestBaseOf(
  item: OpenItem,
  open: Cents,
  claimed: Cents,
  from: IsoDate,
  allocations: readonly Allocation[],
  today: IsoDate,
): InterestBase | null {
  const due = addDays(from, -1);
  let unexplained = item.total - open;
  let principal = claimed;
  const reductions: { date: IsoDate; amount: Cents }[] = [];
  for (const { date, amount } of allocations) {
    const counted = Math.min(amount, unexplained);
    if (counted <= 0) break;
    unexplained -= counted;
    if (date <= due || date > today) continue;
    principal += counted;
    reductions.push({ date, amount: counted });
  }
  return principal > 0 && due < today ? { itemId: item.id, number: item.number, principal, due, reductions } : null;
}

/**
 * Payments laid against each item on a known day, oldest first, without those that were taken back. What a list reported is
 * on no known day, and a credit note laid against an invoice lowers it from the start.
 */
export function datedAllocations(ledger: DebtorLedger): ReadonlyMap<ItemId, readonly Allocation[]> {
  const byItem = new Map<ItemId, Allocation[]>();
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    const { amount, paymentId } = allocation;
    if (amount === 0 || ledger.payment?.[paymentId]?.source === 'list' || ledger.item?.[paymentId]) continue;
    const known = byItem.get(allocation.itemId);
    if (known) known.push(allocation);
    else byItem.set(allocation.itemId, [allocation]);
  }
  for (const [itemId, list] of byItem) {
    list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : b.amount - a.amount));
    if (list.some(({ amount }) => amount < 0)) byItem.set(itemId, withoutReturned(list));
  }
  return byItem;
}

/** A storno takes the payment of its amount back, the last before it; else what came last. */
function withoutReturned(list: readonly Allocation[]): Allocation[] {
  const kept: Allocation[] = [];
  for (const allocation of list) {
    let back = -allocation.amount;
    if (back <= 0) {
      kept.push(allocation);
      continue;
    }
    const same = kept.findLastIndex(({ amount }) => amount === back);
    if (same >= 0) {
      kept.splice(same, 1);
      continue;
    }
    for (let last = kept.at(-1); last && back > 0; last = kept.at(-1)) {
      kept.pop();
      if (last.amount > back) kept.push({ ...last, amount: last.amount - back });
      back -= last.amount;
    }
  }
  return kept;
}
