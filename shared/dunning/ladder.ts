import type { DebtorKind } from '../domain/debtor.ts';
import type { LetterKind, Policy, Step } from '../domain/policy.ts';
import { rankOf } from './policies.ts';

/** A step that is a letter. */
export type LetterStep = Step & { readonly action: LetterKind };

/** A policy laid out for the engine: its letter steps in order, and its tasks with the number of letters before them. */
export interface Ladder {
  readonly policy: Policy;
  readonly letters: readonly LetterStep[];
  readonly tasks: readonly { readonly step: Step; readonly after: number }[];
}

function isLetterStep(step: Step): step is LetterStep {
  return rankOf(step.action) >= 0;
}

/** Lays out a policy; its order is kept. */
export function ladderOf(policy: Policy): Ladder {
  const letters: LetterStep[] = [];
  const tasks: { step: Step; after: number }[] = [];
  for (const step of policy.steps) {
    if (isLetterStep(step)) letters.push(step);
    else tasks.push({ step, after: letters.length });
  }
  return { policy, letters, tasks };
}

const demandRank = rankOf('demand');
const fourteenDayRank = rankOf('fourteen-day-letter');

/** Aanmaning or heavier: needs a known kind of debtor (criterion C1) and says what happens next (criterion E2). */
export function isFromDemandUp(action: Step['action']): boolean {
  return rankOf(action) >= demandRank;
}

/**
 * Whether the letter can be made without interest and costs being computed: a veertiendagenbrief cannot, and neither
 * can anything a consumer may only get after one (art. 6:96 lid 6 BW).
 */
export function isReachable(step: LetterStep, kind: DebtorKind): boolean {
  if (step.action === 'fourteen-day-letter') return false;
  return kind !== 'consumer' || rankOf(step.action) < fourteenDayRank;
}

/**
 * Level an earlier letter gives under this ladder: the number of steps that count as had. A letter of a step the ladder
 * no longer has counts for every step that is not heavier than it.
 */
export function levelGivenBy(ladder: Ladder, policyId: string, stepId: string, kind: LetterKind): number {
  if (policyId === ladder.policy.id) {
    const index = ladder.letters.findIndex((step) => step.id === stepId);
    if (index >= 0) return index + 1;
  }
  const rank = rankOf(kind);
  return rank < 0 ? 0 : ladder.letters.filter((step) => rankOf(step.action) <= rank).length;
}

/** Highest level a letter sent outside Voldaan can give: never past a veertiendagenbrief, which has to be validated (criterion A10). */
export function outsideLevel(ladder: Ladder, level: number): number {
  const validated = ladder.letters.findIndex((step) => step.action === 'fourteen-day-letter');
  return Math.min(level, validated < 0 ? ladder.letters.length : validated);
}

/** What the policy does after a letter step, tasks for the phone aside; null at the end. */
export function actionAfter(ladder: Ladder, stepId: string): LetterKind | 'collection-ready' | null {
  const steps = ladder.policy.steps;
  const index = steps.findIndex((step) => step.id === stepId);
  for (const step of steps.slice(index + 1)) if (step.action !== 'phone') return step.action;
  return null;
}
