import { useMemo } from 'react';
import { type DebtorView, useDebtor, useWhyNot } from '#renderer/db/read/hooks.ts';
import { useProposals } from '#renderer/db/read/proposals.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { useSession } from '#renderer/state/session.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { Debtor, DebtorId } from '#shared/domain/debtor.ts';
import type { Hold } from '#shared/domain/hold.ts';
import { activeHolds } from '#shared/domain/hold-rules.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { Proposal, Skipped } from '#shared/dunning/proposal.ts';
import { type CardItems, cardItems, type NextStep, nextSteps } from './card.ts';

/** Everything a debtor's card shows. */
export interface Card {
  readonly debtor: Debtor;
  readonly view: DebtorView;
  readonly summary: DebtorSummary | null;
  readonly items: CardItems;
  readonly holds: readonly Hold[];
  readonly whyNot: Skipped | undefined;
  /** The letter that is ready today. */
  readonly proposal: Proposal | null;
  readonly next: NextStep | undefined;
  readonly today: string;
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
