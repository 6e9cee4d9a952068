import type { LetterKind, Policy, Step } from '../domain/policy.ts';
import { isNoticeOfDefault, rankOf } from './policies.ts';

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

/** Aanmaning or heavier: needs a known kind of debtor (criterion C1) and says what happens next (criterion E2). */
export function isFromDemandUp(action: Step['action']): boolean {
  return rankOf(action) >= demandRank;
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

/**
 * Number of steps before the last written demand that comes before the veertiendagenbrief: what an item not in default may
 * at most count as having had from elsewhere. Null when the ladder has no such demand.
 */
export function levelBeforeNotice(ladder: Ladder): number | null {
  const end = ladder.letters.findIndex((step) => step.action === 'fourteen-day-letter');
  const notice = ladder.letters
    .slice(0, Math.max(end, 0))
    .findLastIndex((step) => isNoticeOfDefault(step.action) && step.deadlineDays > 0);
  return notice < 0 ? null : notice;
}

/**
 * What the policy does after a letter step, tasks for the phone aside; null at the end. A veertiendagenbrief is passed over
 * for a debtor that gets none.
 */
export function actionAfter(
  ladder: Ladder,
  stepId: string,
  getsFourteenDayLetter: boolean,
): LetterKind | 'collection-ready' | null {
  const steps = ladder.policy.steps;
  const index = steps.findIndex((step) => step.id === stepId);
  for (const { action } of steps.slice(index + 1)) {
    if (action !== 'phone' && (action !== 'fourteen-day-letter' || getsFourteenDayLetter)) return action;
  }
  return null;
}
