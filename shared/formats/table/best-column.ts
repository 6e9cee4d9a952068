import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';

/** Column with the best rank for a field among those that are free; -1 when none fits. */
export function bestColumn(
  field: TableField,
  headings: readonly Heading[],
  isFree: (column: number) => boolean,
  hasCurrency: boolean,
): number {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  headings.forEach((heading, i) => {
    if (!isFree(i)) return;
    const rank = heading.fields.find((candidate) => candidate.field === field)?.rank;
    if (rank === undefined) return;
    const preferred = hasCurrency ? 'foreign' : 'base';
    const isOther = heading.currency !== null || (heading.amountIn !== null && heading.amountIn !== preferred);
    const score = rank + (isOther ? 0.5 : 0) - foreignBonus(heading);
    if (score < bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;

  /** Beside a currency column the amount in that currency is the one to read. */
  function foreignBonus(heading: Heading): number {
    return hasCurrency && heading.amountIn === 'foreign' ? 100 : 0;
  }
}

/** Whether another column has the same heading. */
export function isDoubled(headings: readonly Heading[], i: number): boolean {
  const { normal } = headings[i]!;
  return headings.some((heading, j) => j !== i && heading.normal === normal);
}
