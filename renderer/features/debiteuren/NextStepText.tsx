import type { Say } from '#renderer/ui/remembering.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { NextStep } from './card.ts';

export interface NextStepTextProps {
  readonly step: NextStep | undefined;
  readonly say: Say;
  readonly language: 'nl' | 'en';
}

/** What follows for a debtor, in a few words. */
export function NextStepText({ step, say, language }: NextStepTextProps) {
  if (!step) return null;
  if (step.is === 'letter') {
    const kind = say(`letters.kind.${step.kind}`);
    return <StatusText tone="good">{say('debiteuren.next.letter', { kind })}</StatusText>;
  }
  if (step.is === 'task') return <StatusText tone="attention">{say(`letters.task.${step.kind}`)}</StatusText>;
  if (step.is === 'wait') {
    const date = formatShortDay(step.from, language);
    return <StatusText tone="muted">{say('debiteuren.next.from', { date })}</StatusText>;
  }
  return <StatusText tone="muted">{say(`gates.short.${step.gate}`)}</StatusText>;
}
