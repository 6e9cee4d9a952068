import type { TFunction } from 'i18next';
import type { Policy, Step } from '#shared/domain/policy.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { isLetter } from './policy-edit.ts';

export function policyName(t: TFunction, policy: Pick<Policy, 'id' | 'name'>): string {
  return t(`instellingen.beleid.names.${policy.id}`, { defaultValue: policy.name });
}

export function actionName(t: TFunction, action: Step['action']): string {
  return t(isLetter(action) ? `letters.kind.${action}` : `instellingen.beleid.${action}`);
}

/** When a step comes; `before` are the steps ahead of it. A veertiendagenbrief has no deadline: the next step counts from the day its costs are due. */
export function whenText(t: TFunction, { from, offsetDays }: Step, before: readonly Step[]): string {
  const letter = before.findLast(({ action }) => isLetter(action));
  const previous = letter?.action === 'fourteen-day-letter' ? 'afterNotice' : 'afterPrevious';
  const key = from === 'previous' ? previous : offsetDays < 0 ? 'beforeDue' : 'afterDue';
  return t(`instellingen.beleid.${key}`, { count: Math.abs(offsetDays) });
}

/** Channels, term and what is announced or charged, in one line. */
export function particularsText(t: TFunction, step: Step, language: 'nl' | 'en'): string {
  return [
    step.channels.map((channel) => t(`letters.channel.${channel}`)).join(' + '),
    step.deadlineDays > 0 && t('instellingen.beleid.deadline', { count: step.deadlineDays }),
    step.minimumCents > 0 &&
      t('instellingen.beleid.minimum', { amount: formatMoney(step.minimumCents, 'EUR', language) }),
    step.interest !== 'none' && t(`instellingen.beleid.interest.${step.interest}`),
    step.costs !== 'none' && t(`instellingen.beleid.costs.${step.costs}`),
  ]
    .filter(Boolean)
    .join(' · ');
}
