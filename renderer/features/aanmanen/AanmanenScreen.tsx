import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo, idsIn, useAddress } from '#renderer/commands/address.ts';
import { useProposals } from '#renderer/db/read/proposals.ts';
import { useBatch } from '#renderer/state/batch.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import type { Proposals } from '#shared/dunning/proposal.ts';
import { BatchResults } from './BatchResults.tsx';
import { chooseLetters } from './choice.ts';
import { LettersView } from './LettersView.tsx';
import { SkippedView, waitingDebtors } from './SkippedView.tsx';
import { StaleReason } from './StaleReason.tsx';

/** Whether the only thing between the debtors and their letters is the age of the data. */
function isStale(proposals: Proposals): boolean {
  return proposals.skipped.some((skipped) => skipped.reasons.includes('stale-data'));
}

/** Aanmanen: from what is ready to letters on disk in one click, and why the others wait. */
export function AanmanenScreen() {
  const { t } = useTranslation();
  const { query } = useAddress();
  const { value, recompute } = useProposals();
  const finished = useBatch((batch) => batch.phase === 'done');
  const wanted = query.get('debiteur');
  const only = useMemo(() => idsIn(wanted), [wanted]);
  const waiting = useMemo(() => waitingDebtors(value?.skipped ?? []), [value]);
  if (finished) return <BatchResults />;
  if (!value) return <Screen title={t('aanmanen.title')}>{null}</Screen>;
  if (query.get('toon') === 'wachtend') return <SkippedView skipped={waiting} />;
  const running = value.proposals.length > 0;
  if (!running && isStale(value)) {
    return (
      <Screen title={t('aanmanen.title')}>
        <StaleReason
          onAccept={(reason) => {
            chooseLetters({ acceptStale: reason });
            recompute(reason);
          }}
        />
      </Screen>
    );
  }
  return running ? (
    <LettersView proposals={value.proposals} only={only} waiting={waiting.length} />
  ) : (
    <NothingToMake waiting={waiting.length} />
  );
}

function NothingToMake({ waiting }: { readonly waiting: number }) {
  const { t } = useTranslation();
  return (
    <Screen title={t('aanmanen.title')}>
      <EmptyState
        title={t('aanmanen.empty.title')}
        text={waiting > 0 ? t('aanmanen.empty.explain', { count: waiting }) : t('aanmanen.empty.explainNone')}
        action={
          waiting > 0 ? (
            <Button variant="default" onClick={() => goTo(addressOf(['aanmanen'], { toon: 'wachtend' }))}>
              {t('aanmanen.empty.action')}
            </Button>
          ) : (
            <Button onClick={() => goTo(addressOf(['import']))}>{t('aanmanen.empty.import')}</Button>
          )
        }
      />
    </Screen>
  );
}
