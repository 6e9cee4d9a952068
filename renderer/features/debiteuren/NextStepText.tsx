import type { Say } from '#renderer/ui/remembering.ts';
import { StatusText, type Tone } from '#renderer/ui/StatusText.tsx';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { NextStep } from './card.ts';

export interface NextStepTextProps {
  readonly step: NextStep | undefined;
  readonly say: Say;
  readonly language: 'nl' | 'en';
}

const tones: Readonly<Record<NextStep['is'], Tone>> = {
  letter: 'good',
  task: 'attention',
  wait: 'muted',
  blocked: 'muted',
};

/** What follows for a debtor, in a few words; empty when nothing is known to. */
export function nextStepText({ step, say, language }: NextStepTextProps): string {
  switch (step?.is) {
    case 'letter':
      return say('debiteuren.next.letter', { kind: say(`letters.kind.${step.kind}`) });
    case 'task':
      return say(`letters.task.${step.kind}`);
    case 'wait':
      return say('debiteuren.next.from', { date: formatShortDay(step.from, language) });
    case 'blocked':
      return say(`gates.short.${step.gate}`);
    case undefined:
      return '';
  }
}

/** The same, with a mark that says whether there is something to do. */
export function NextStepText(props: NextStepTextProps) {
  return props.step ? <StatusText tone={tones[props.step.is]}>{nextStepText(props)}</StatusText> : null;
}
