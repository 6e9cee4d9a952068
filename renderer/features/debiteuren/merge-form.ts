import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { type DebtorLedger, debtorIn } from '#shared/domain/books.ts';
import { type MergeCounts, mergeCounts, mergedDebtor } from '#shared/domain/commands/merge.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { type CurrencyTotal, totalsByCurrency } from '#shared/money/cents.ts';

/** One of two debtors beside the other. */
export interface MergeSide {
  readonly debtor: Debtor;
  readonly counts: MergeCounts;
  readonly open: readonly CurrencyTotal[];
}

/** Both debtors, and what becomes of them. */
export interface MergeView {
  readonly from: MergeSide;
  readonly into: MergeSide;
  /** The one that stays, as it will be. */
  readonly after: Debtor;
}

/** What merging would do; null without two debtors. */
export function mergeView(from: DebtorLedger | undefined, into: DebtorLedger | undefined): MergeView | null {
  const source = sideOf(from);
  const target = sideOf(into);
  return source && target && { from: source, into: target, after: mergedDebtor(source.debtor, target.debtor) };
}

function sideOf(ledger: DebtorLedger | undefined): MergeSide | null {
  const debtor = debtorIn(ledger);
  if (!ledger || !debtor) return null;
  const allocated = allocatedPerItem(ledger);
  const items = Object.values(ledger.item ?? {}).map((item) => ({
    currency: item.currency,
    open: openBalance(item, allocated),
  }));
  const left = items.filter(({ open }) => open !== 0);
  return { debtor, counts: mergeCounts(ledger), open: totalsByCurrency(left, ({ open }) => open) };
}

/** What moves, as keys under `invoer.merge.moves` with their numbers; what there is none of is left out. */
export function moves(counts: MergeCounts): readonly (readonly [keyof MergeCounts, number])[] {
  const order = ['items', 'payments', 'letters', 'promises', 'holds', 'notes'] as const;
  return order.flatMap((key) => (counts[key] === 0 ? [] : [[key, counts[key]] as const]));
}
