import type { ListReading } from '../../formats/list-reading.ts';
import { type Cents, type Currency, type CurrencyTotal, sumOf, totalsByCurrency } from '../../money/cents.ts';
import type { ImportDiff } from './diff.ts';

export interface ImportCounts {
  readonly debtorsNew: number;
  readonly debtorsChanged: number;
  readonly itemsNew: number;
  readonly itemsChanged: number;
  /** Same balance and facts; only the bank date may have moved on. Counts what is paid here and open there as well. */
  readonly itemsSame: number;
  readonly itemsGone: number;
}

/** How much a list changes, as the preview and the record of an import say it. */
export function countsOf(diff: ImportDiff): ImportCounts {
  const counts = { debtorsNew: 0, debtorsChanged: 0, itemsNew: 0, itemsChanged: 0, itemsSame: 0, itemsGone: 0 };
  for (const { before, after, items } of diff.debtors) {
    if (before === null) counts.debtorsNew++;
    else if (before !== after) counts.debtorsChanged++;
    for (const { sort } of items) {
      if (sort === 'new') counts.itemsNew++;
      else if (sort === 'changed') counts.itemsChanged++;
      else if (sort === 'gone') counts.itemsGone++;
      else counts.itemsSame++;
    }
  }
  return counts;
}

/** What a file says is open: its items, or the total that is all it has. */
export function totalOpenOf({ kind, control, items }: ListReading): Cents {
  return kind === 'control' && control ? control.total : sumOf(items, (item) => item.open);
}

/** What items come to in other currencies than the euro, by currency: no euro of a sum that holds them. */
export function elsewhereOf(
  items: readonly { readonly currency: Currency; readonly open: Cents }[],
): readonly CurrencyTotal[] {
  const others = items.filter(({ currency }) => currency !== 'EUR');
  return totalsByCurrency(others, ({ open }) => open);
}

/** What a sum of items is open in, and what of it is other currencies. */
export interface OpenSum {
  readonly totalOpen: Cents;
  readonly elsewhere?: readonly CurrencyTotal[];
}

/** The euros of a sum. */
export function eurosOf({ totalOpen, elsewhere = [] }: OpenSum): Cents {
  return totalOpen - sumOf(elsewhere, ({ cents }) => cents);
}

/** By how much items differ from the total a file states, which may add up all currencies or only the euros. */
export function differenceFrom(declared: Cents, sum: OpenSum): Cents {
  return declared === sum.totalOpen ? 0 : eurosOf(sum) - declared;
}
