import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { NextStep } from './card.ts';

/** What follows for a debtor, in a few words. */
export function NextStepText({ step }: { readonly step: NextStep | undefined }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  if (!step) return null;
  if (step.is === 'letter') {
    return <StatusText tone="good">{t('debiteuren.next.letter', { kind: t(`letters.kind.${step.kind}`) })}</StatusText>;
  }
  if (step.is === 'task') return <StatusText tone="attention">{t(`letters.task.${step.kind}`)}</StatusText>;
  if (step.is === 'wait') {
    return (
      <StatusText tone="muted">{t('debiteuren.next.from', { date: formatShortDay(step.from, language) })}</StatusText>
    );
  }
  return <StatusText tone="muted">{t(`gates.short.${step.gate}`)}</StatusText>;
}
