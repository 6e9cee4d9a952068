import type { DebtorId } from '../domain/debtor.ts';
import type { MatchCandidate } from './match.ts';

/** Chance from which a debtor that is not the likeliest is named all the same. */
const namedFrom = 0.1;

/**
 * Debtors money may well be of: that of the best candidate, however unsure, since a look costs less than a reminder to someone
 * who paid; and every other whose candidates together come to a tenth. Everyone whose items a candidate pays counts.
 */
export function likelyDebtors(candidates: readonly MatchCandidate[]): readonly DebtorId[] {
  const chances = new Map<DebtorId, number>();
  for (const [at, { debtorId, parts, score }] of candidates.entries()) {
    const chance = at === 0 ? 1 : score;
    for (const id of new Set([debtorId, ...parts.map((part) => part.debtorId)])) {
      chances.set(id, (chances.get(id) ?? 0) + chance);
    }
  }
  return [...chances].flatMap(([id, chance]) => (chance >= namedFrom ? [id] : []));
}
