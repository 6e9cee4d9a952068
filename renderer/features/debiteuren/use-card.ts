import { useMemo } from 'react';
import { type DebtorView, useDebtor, useWhyNot } from '#renderer/db/read/hooks.ts';
import { useProposals } from '#renderer/db/read/proposals.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { useSession } from '#renderer/state/session.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { Debtor, DebtorId } from '#shared/domain/debtor.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { Hold } from '#shared/domain/hold.ts';
import { activeHolds } from '#shared/domain/hold-rules.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { Proposal, Skipped } from '#shared/dunning/proposal.ts';
import { type CardItems, cardItems, type NextStep, nextSteps } from './card.ts';

/** Everything a debtor's card shows. */
export interface Card {
  readonly debtor: Debtor;
  readonly view: DebtorView;
  /** Everything that happened with it and with debtors merged into it, oldest first. */
  readonly events: readonly DossierEvent[];
  readonly summary: DebtorSummary | null;
  readonly items: CardItems;
  readonly holds: readonly Hold[];
  readonly whyNot: Skipped | undefined;
  /** The letter that is ready today. */
  readonly proposal: Proposal | null;
  readonly next: NextStep | undefined;
  readonly today: string;
}

/**
 * One story of several chains; what happened at one moment stays in the order of its chain. That two became one is told once,
 * by the chain of the one that stayed.
 */
function allEvents({ events, merged }: DebtorView): readonly DossierEvent[] {
  if (!merged) return events;
  const before = merged.filter(({ type, data }) => type !== 'debtor-merged' || data.into === undefined);
  return [...before, ...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The card of a debtor; null when there is no such debtor, undefined while it is read. */
export function useCard(id: DebtorId): Card | null | undefined {
  const view = useDebtor(id);
  const whyNot = useWhyNot(id);
  const summaries = useSummaries();
  const { value: proposals } = useProposals();
  const today = useSession((session) => session.today);
  return useMemo(() => {
    if (view === undefined) return undefined;
    const debtor = debtorIn(view?.ledger);
    if (!view || !debtor) return null;
    return {
      debtor,
      view,
      events: allEvents(view),
      today,
      summary: summaries?.find((summary) => summary.id === id) ?? null,
      items: cardItems(view.ledger, today),
      holds: activeHolds(view.ledger.hold, today),
      whyNot,
      proposal: proposals?.proposals.find((proposal) => proposal.debtorId === id) ?? null,
      next: nextSteps(proposals).get(id),
    };
  }, [view, whyNot, summaries, proposals, today, id]);
}
