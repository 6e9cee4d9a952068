import type { IsoDate } from '../../dates/civil.ts';
import type { Cents } from '../../money/cents.ts';
import type { ListedBalance, OpenItem } from '../item.ts';
import { saidOf } from './not-worked-in.ts';

interface Laid {
  readonly date: IsoDate;
  readonly amount: Cents;
}

/**
 * An item of which money goes back. What a list lowered with the total was a payment as far as more went back since that list
 * than came in since: it is of the total again, once. `laid`: what is laid against the item already, of whatever day; `back`: what
 * goes back now, its amount negative.
 */
export function withLoweredBack(item: OpenItem, laid: readonly Laid[], back: Laid): OpenItem {
  const { listed } = item;
  const lowered = listed && saidOf(listed).lowered;
  if (!lowered) return item;
  const since = laid.filter(({ date }) => date > listed.bankUntil);
  const again = Math.min(lowered.amount, mostBack([...since, back]) - mostBack(since));
  if (again <= 0) return item;
  return {
    ...item,
    total: item.total + again,
    listed: withLowered(listed, { ...lowered, amount: lowered.amount - again }),
  };
}

/** What a list says of an item, with something else that it lowered. */
export function withLowered(
  { lowered: _, ...listed }: ListedBalance,
  lowered: NonNullable<ListedBalance['lowered']>,
): ListedBalance {
  if (listed.stated) return { ...listed, stated: withLowered(listed.stated, lowered) };
  return lowered.amount > 0 ? { ...listed, lowered } : listed;
}

/** Most that went back beyond what had come in by then; what came in on the same day comes first. */
function mostBack(laid: readonly Laid[]): Cents {
  let sum = 0;
  let least = 0;
  for (const { amount } of [...laid].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : b.amount - a.amount,
  )) {
    sum += amount;
    least = Math.min(least, sum);
  }
  return -least;
}
