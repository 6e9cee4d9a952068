import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useImports } from '#renderer/db/read/hooks.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { TakenLink } from './TakenLink.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';

/** All lines have found their place, or there never was one. */
export function NothingWaits() {
  const { t } = useTranslation();
  const imports = useImports();
  useDecisionKeys();
  const hasBank = imports?.some(({ kind, undone }) => kind === 'bank' && !undone) ?? false;
  return (
    <Screen title={t('betalingen.title')} actions={hasBank && <TakenLink />}>
      {imports && (
        <EmptyState
          title={t(hasBank ? 'betalingen.empty.done' : 'betalingen.empty.noBank')}
          text={t(hasBank ? 'betalingen.empty.doneText' : 'betalingen.empty.noBankText')}
          action={
            // The keyboard was in the list that has just become empty.
            <Button autoFocus onClick={() => goTo(addressOf([hasBank ? 'vandaag' : 'import']))}>
              {t(hasBank ? 'betalingen.empty.today' : 'betalingen.empty.import')}
            </Button>
          }
        />
      )}
    </Screen>
  );
}
