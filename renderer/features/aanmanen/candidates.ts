import type { DebtorId } from '#shared/domain/debtor.ts';
import { type Channel, type LetterKind, letterKinds } from '#shared/domain/policy.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import { type CurrencyTotal, totalsByCurrency } from '#shared/money/cents.ts';

/** Names a proposal within one run: a debtor gets at most one letter per currency. */
export type ProposalKey = string;

export function proposalKey(proposal: Proposal): ProposalKey {
  return `${proposal.debtorId}:${proposal.currency}:${proposal.language}`;
}

/** Warnings that ask for a look before this letter goes; the others only inform, or are of every letter. */
const problems: ReadonlySet<Proposal['warnings'][number]> = new Set(['due-derived', 'no-email', 'no-address']);

export function hasProblem(proposal: Proposal): boolean {
  return proposal.warnings.some((warning) => problems.has(warning));
}

/**
 * Problems first, then the highest step, then the largest amount: what deserves a look is on top. By the proposals alone: what is
 * worked out later, as money that waits, marks rows and does not move them.
 */
export function orderCandidates(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals
    .map((proposal) => ({
      proposal,
      weight: (hasProblem(proposal) ? letterKinds.length : 0) + letterKinds.indexOf(proposal.kind),
    }))
    .sort(
      (a, b) => b.weight - a.weight || b.proposal.total - a.proposal.total || a.proposal.debtorId - b.proposal.debtorId,
    )
    .map(({ proposal }) => proposal);
}

export interface Selection {
  /** Kinds shown; null = all. */
  readonly kind: LetterKind | null;
  /** Proposals the user left out. Everything is in until it is taken out. */
  readonly left: ReadonlySet<ProposalKey>;
  /** When the screen was opened for certain debtors only; null = all. */
  readonly only: ReadonlySet<DebtorId> | null;
}

export const everything: Selection = { kind: null, left: new Set(), only: null };

/** The rows on screen: of the debtors asked for, of the kind asked for, in order. */
export function shownCandidates(ordered: readonly Proposal[], selection: Selection): readonly Proposal[] {
  return ordered.filter(
    (proposal) =>
      (selection.only === null || selection.only.has(proposal.debtorId)) &&
      (selection.kind === null || proposal.kind === selection.kind),
  );
}

/** What "Maak N brieven" makes: the rows on screen that were not left out. What a filter hides is never made. */
export function chosenCandidates(ordered: readonly Proposal[], selection: Selection): readonly Proposal[] {
  return shownCandidates(ordered, selection).filter((proposal) => !selection.left.has(proposalKey(proposal)));
}

/** Takes rows out or puts them back: out when all of them are in, else in. */
export function toggle(left: ReadonlySet<ProposalKey>, keys: readonly ProposalKey[]): ReadonlySet<ProposalKey> {
  const next = new Set(left);
  const out = keys.every((key) => !left.has(key));
  for (const key of keys) {
    if (out) next.add(key);
    else next.delete(key);
  }
  return next;
}

export interface BatchFigures {
  readonly letters: number;
  readonly kinds: readonly { readonly kind: LetterKind; readonly count: number }[];
  readonly channels: readonly { readonly channel: Channel; readonly count: number }[];
  readonly totals: readonly CurrencyTotal[];
}

function tally<K, T>(list: readonly T[], keys: (entry: T) => readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const entry of list) for (const key of keys(entry)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts per kind and channel and the total per currency of the letters to be made. */
export function batchFigures(chosen: readonly Proposal[]): BatchFigures {
  const kinds = tally(chosen, (entry) => [entry.kind]);
  const channels = tally(chosen, (entry) => entry.channels);
  return {
    letters: chosen.length,
    kinds: letterKinds.flatMap((kind) => {
      const count = kinds.get(kind);
      return count ? [{ kind, count }] : [];
    }),
    channels: (['email', 'post', 'registered'] as const).flatMap((channel) => {
      const count = channels.get(channel);
      return count ? [{ channel, count }] : [];
    }),
    totals: totalsByCurrency(chosen, ({ total }) => total),
  };
}
