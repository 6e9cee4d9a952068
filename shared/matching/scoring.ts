import type { MatchCandidate } from './match.ts';
import type { Evidence } from './payer-evidence.ts';

/** A candidate with its weight: the natural log of its odds against the receipt being nobody's. */
export interface Scored {
  readonly weight: number;
  readonly candidate: Omit<MatchCandidate, 'reasons'> & { readonly reasons: readonly Evidence[] };
}

/** Candidates below this are noise; a part payment of which only the name is known stays just above it. */
const shownFrom = 0.03;

function signature({ parts, rest, debtorId }: Pick<MatchCandidate, 'parts' | 'rest' | 'debtorId'>): string {
  const laid = parts.map((part) => `${part.debtorId}/${part.itemId}=${part.amount}-${part.discount}`).sort();
  return laid.length > 0 ? `${laid.join('|')}+${rest}` : `${debtorId}+${rest}`;
}

/**
 * From weights to scores: the chance of each candidate among all of them and "nobody's", times the chance that none of its
 * doubts is true. The same laying of money found twice counts once, by its strongest evidence.
 */
export function scoredCandidates(found: readonly Scored[]): readonly MatchCandidate[] {
  const best = new Map<string, Scored>();
  for (const one of found) {
    const key = signature(one.candidate);
    const known = best.get(key);
    if (!known || one.weight > known.weight) best.set(key, one);
  }
  let top = 0;
  for (const { weight } of best.values()) top = Math.max(top, weight);
  let total = Math.exp(-top);
  for (const { weight } of best.values()) total += Math.exp(weight - top);
  return [...best]
    .map(([key, one]) => ({ ...one, key, score: scoreOf(one, Math.exp(one.weight - top) / total) }))
    .filter(({ score }) => score >= shownFrom)
    .sort((a, b) => b.score - a.score || b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .map(({ candidate, score }) => ({ ...candidate, score, reasons: shownReasons(candidate.reasons) }));
}

function scoreOf({ candidate }: Scored, chance: number): number {
  const sure = candidate.reasons.reduce((product, { doubt = 0 }) => product * (1 - doubt), 1);
  return Math.round(chance * sure * 10_000) / 10_000;
}

function shownReasons(reasons: readonly Evidence[]): MatchCandidate['reasons'] {
  return reasons
    .map(({ code, params, weight }) => ({ code, params, weight: Math.round(weight * 10) / 10 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
