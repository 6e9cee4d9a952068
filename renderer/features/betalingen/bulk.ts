import type { ReviewLine } from '#renderer/db/import-api.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import type { Cents } from '#shared/money/cents.ts';
import { type ItemKey, itemKey, itemsByKey } from './decision.ts';

/** Score above which a lone candidate can be confirmed together with others. */
const bulkFrom = 0.9;

/** A line that can be confirmed without being looked at by itself. */
export interface BulkLine {
  readonly line: ReviewLine;
  readonly candidate: MatchCandidate;
}

/**
 * Lines with one candidate above {@link bulkFrom}, largest first. Where two lines would pay the same item further than it is open, the
 * later one is left to be looked at.
 */
export function bulkLines(lines: readonly ReviewLine[]): readonly BulkLine[] {
  const open = new Map<ItemKey, Cents>();
  return lines.flatMap((line): BulkLine[] => {
    const [candidate, ...others] = line.candidates.filter(({ score }) => score > bulkFrom);
    if (!candidate || others.length > 0) return [];
    const items = itemsByKey(line.items);
    const after = candidate.parts.map((part) => {
      const key = itemKey(part);
      const before = open.get(key) ?? items.get(key)?.open ?? 0;
      return { key, before, left: before - part.amount - part.discount };
    });
    // A storno raises what is open; money that came in may only bring it nearer to zero.
    if (
      line.line.amount > 0 &&
      after.some(({ before, left }) => before !== 0 && Math.sign(left) === -Math.sign(before))
    ) {
      return [];
    }
    if (after.some(({ key }) => open.get(key) === 0)) return [];
    for (const { key, left } of after) open.set(key, left);
    return [{ line, candidate }];
  });
}
