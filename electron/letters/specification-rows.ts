import { addDays, addMonths, type IsoDate } from '#shared/dates/civil.ts';
import type { InterestCharge, InterestLine, ItemInterest } from '#shared/law/charges.ts';
import type { Cents } from '#shared/money/cents.ts';

/** A row of the specification of one item: a line, or what happened to its base between two lines. */
export type SpecificationRow =
  | { readonly kind: 'line'; readonly line: InterestLine }
  | { readonly kind: 'capitalised'; readonly amount: Cents }
  | { readonly kind: 'reduced'; readonly date: IsoDate; readonly amount: Cents }
  | { readonly kind: 'paused'; readonly from: IsoDate; readonly until: IsoDate };

/** Months after which unpaid interest joins the base, as the explanation of the charge says; 0 = never. */
export function capitaliseMonths({ steps }: Pick<InterestCharge, 'steps'>): 0 | 1 | 12 {
  if (steps.some(({ key }) => key === 'interest-compound-year')) return 12;
  return steps.some(({ key }) => key === 'interest-compound-month') ? 1 : 0;
}

/**
 * The lines of an item with what changed their base: interest of a full period added, a payment or credit note taken off,
 * days without interest. The base of a line is that of the line before it with these rows applied, so that a reader can
 * follow it on paper.
 */
export function specificationRows(item: ItemInterest, months: 0 | 1 | 12): readonly SpecificationRow[] {
  const rows: SpecificationRow[] = [];
  let accrued = 0;
  let previous: InterestLine | null = null;
  for (const line of item.lines) {
    if (previous) {
      const joined = months > 0 && isPeriodBetween(item.from, previous, line, months) ? accrued : 0;
      const lowered = previous.base + joined - line.base;
      if (joined !== 0) {
        rows.push({ kind: 'capitalised', amount: joined });
        accrued = 0;
      }
      if (lowered !== 0) rows.push({ kind: 'reduced', date: addDays(line.from, -1), amount: -lowered });
      const resumed = addDays(previous.toIncl, 1);
      if (resumed < line.from) rows.push({ kind: 'paused', from: resumed, until: addDays(line.from, -1) });
    }
    rows.push({ kind: 'line', line });
    accrued += line.interest;
    previous = line;
  }
  return rows;
}

/** Whether a full period from the first interest day ended after `before` and no later than `after` begins. */
function isPeriodBetween(from: IsoDate, before: InterestLine, after: InterestLine, months: number): boolean {
  const since = monthsBetween(from, after.from);
  const full = since - (since % months);
  const on = addMonths(from, full);
  return full > 0 && on > before.from && on <= after.from;
}

/** Whole months from one day to another, the last day of a month too short counting as full. */
function monthsBetween(from: IsoDate, to: IsoDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) <= to ? months : months - 1;
}
