import { formatDayMonth, type IsoDate } from '../dates/civil.ts';
import type { Administration } from '../domain/administration.ts';
import { type Books, type Change, type DebtorLedger, debtorIn } from '../domain/books.ts';
import { ChangeSet, type Moment } from '../domain/changes.ts';
import { hashText } from '../domain/event.ts';
import type { LetterPlan } from '../domain/letter.ts';
import { lintFourteenDayPlan } from '../domain/letters/fourteen-day-plan.ts';
import type { DroppedProposal, PlannedLetters, RecomputedProposal } from '../domain/letters/outcome.ts';
import { LawProblem } from '../law/problem.ts';
import { Dunned } from './dunned.ts';
import { claimedByNotice } from './fourteen-day-items.ts';
import { freshnessOf } from './freshness.ts';
import { type Judged, judge } from './judge.ts';
import { planLetter } from './plan.ts';
import type { Proposal } from './proposal.ts';
import { type Run, startRun } from './run.ts';

/** A batch as it will be committed: `changes` in one commit, then `plans` to be issued. */
export interface BatchPlan extends PlannedLetters {
  readonly changes: readonly Change[];
  readonly recomputed: readonly RecomputedProposal[];
}

/** The batch's moment, and why stale data were accepted. */
export type BatchMoment = Moment & { readonly acceptStale?: string | null };

/**
 * Checks every proposal again against the books as they are now and plans what still holds (criterion D4): what was
 * paid, disputed or held since falls away with its reason, other amounts are taken over. A proposal may hold fewer items
 * than the engine proposes (left out by hand), never more.
 */
export function planBatch(
  books: Books,
  administration: Administration,
  proposals: readonly Proposal[],
  moment: BatchMoment,
): BatchPlan {
  const acceptStale = moment.acceptStale ?? null;
  const run = startRun(books, administration, { today: moment.today, acceptStale });
  const plans: LetterPlan[] = [];
  const dropped: DroppedProposal[] = [];
  const recomputed: RecomputedProposal[] = [];
  const taken = new Set<number>();
  for (const proposal of proposals) {
    const ledger = books.ledgers.get(proposal.debtorId);
    const debtor = debtorIn(ledger);
    const who = { debtorId: proposal.debtorId, name: proposal.debtorName };
    if (!ledger || !debtor || taken.has(proposal.debtorId)) {
      dropped.push({ ...who, reason: debtor ? 'interval' : 'gone', detail: '' });
      continue;
    }
    const judged = judge(run, debtor, ledger);
    const still = judged.proposal && stillHolds(proposal, judged.proposal);
    const plan = still && planLetter(books, administration, still, { today: moment.today });
    if (!plan || plan.amounts.total <= administration.toleranceCents) {
      dropped.push({ ...who, ...whyDropped(run, judged, proposal, ledger) });
      continue;
    }
    const stopped = stoppedBy(run, plan, new Dunned(ledger, debtor), judged);
    if (stopped !== null) {
      dropped.push({ ...who, reason: 'letter-stopped', detail: stopped });
      continue;
    }
    taken.add(proposal.debtorId);
    plans.push(plan);
    if (plan.amounts.total !== proposal.total) {
      recomputed.push({ ...who, before: proposal.total, after: plan.amounts.total });
    }
  }
  const batchId = `batch-${hashText([moment.at, ...plans.map((plan) => plan.id)].join(' ')).slice(0, 16)}`;
  return { batchId, plans, dropped, recomputed, changes: planned(books, administration, plans, batchId, moment) };
}

/**
 * The part of a proposal the engine still proposes at the same step; null when another letter is due, or none. A
 * veertiendagenbrief is never made for a part: it has to hold every item in default (art. 6:96 lid 7 BW).
 */
function stillHolds(asked: Proposal, now: Proposal): Proposal | null {
  if (now.policyId !== asked.policyId || now.stepId !== asked.stepId || now.currency !== asked.currency) return null;
  const proposed = new Set(now.itemIds);
  const itemIds = asked.itemIds.filter((id) => proposed.has(id));
  if (itemIds.length === 0) return null;
  return now.kind === 'fourteen-day-letter' ? now : { ...now, itemIds };
}

/**
 * Codes of what would make a veertiendagenbrief lose the costs, as far as its items and amounts tell (criterion E4); null
 * when nothing does. Its words are judged when it is made.
 */
function stoppedBy(run: Run, plan: LetterPlan, dunned: Dunned, { items }: Judged): string | null {
  if (plan.kind !== 'fourteen-day-letter') return null;
  const inDefault = items.flatMap((stand) => claimedByNotice(run, dunned, stand) ?? []);
  try {
    const { valid, problems } = lintFourteenDayPlan(plan, inDefault, null);
    return valid ? null : problems.map(({ code }) => code).join(', ');
  } catch (error) {
    // An amount nobody owes, or a day before the tariff: no costs can be announced.
    if (error instanceof LawProblem) return 'costs-missing';
    throw error;
  }
}

function planned(
  books: Books,
  administration: Administration,
  plans: readonly LetterPlan[],
  batchId: string,
  moment: BatchMoment,
): readonly Change[] {
  const set = new ChangeSet(books, moment.at);
  const { stale, dataAsOf } = freshnessOf(books.records.import.values(), administration, moment.today);
  if (moment.acceptStale && plans.length > 0 && stale) {
    set.event('administration', 'run-accepted-stale', {
      reason: moment.acceptStale,
      dataAsOf,
      letters: plans.length,
    });
  }
  for (const plan of plans) {
    set.put(plan.debtor.id, 'letter', plan.id, {
      id: plan.id,
      plan,
      batchId,
      state: 'planned',
      receipt: null,
      reason: null,
    });
    set.event(plan.debtor.id, 'letter-planned', {
      letterId: plan.id,
      batchId,
      kind: plan.kind,
      items: plan.items.map((item) => item.number),
      total: plan.amounts.total,
      currency: plan.currency,
      deadline: plan.deadline,
    });
  }
  return set.changes;
}

/** The heaviest reason the letter fell away; the debtor's own gates first, then those of the items asked for. */
function whyDropped(
  run: Run,
  judged: Judged,
  asked: Proposal,
  ledger: DebtorLedger,
): { readonly reason: string; readonly detail: string } {
  const wanted = new Set(asked.itemIds);
  const stands = judged.items.filter((stand) => wanted.has(stand.claim.item.id));
  const gate = judged.gates[0] ?? stands.flatMap((stand) => stand.gates)[0];
  if (gate?.code === 'paid' || stands.length === 0) {
    if (asked.itemIds.some((id) => ledger.item?.[id]?.state === 'presumed-paid')) {
      return { reason: 'presumed-paid', detail: '' };
    }
    return { reason: 'paid', detail: lastPayment(ledger, wanted) ?? formatDayMonth(run.today) };
  }
  if (!gate) return { reason: 'changed', detail: '' };
  return { reason: gate.code, detail: gate.until === null ? '' : formatDayMonth(gate.until) };
}

/** Day and month of the last payment on any of the items: `19-11`. */
function lastPayment(ledger: DebtorLedger, itemIds: ReadonlySet<string>): string | null {
  let last: IsoDate | null = null;
  for (const allocation of Object.values(ledger.allocation ?? {})) {
    if (itemIds.has(allocation.itemId) && (last === null || allocation.date > last)) last = allocation.date;
  }
  return last === null ? null : formatDayMonth(last);
}
