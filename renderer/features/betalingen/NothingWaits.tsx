import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useImports } from '#renderer/db/read/hooks.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { TakenLink } from './TakenLink.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';

export interface NothingWaitsProps {
  /** Lines of others that wait, when only those of certain debtors were asked for; else null. */
  readonly others: number | null;
}

/** All lines have found their place, or there never was one. */
export function NothingWaits({ others }: NothingWaitsProps) {
  const { t } = useTranslation();
  const imports = useImports();
  useDecisionKeys();
  if (others !== null) return <NothingOfThese others={others} />;
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

/** What waited of the debtors that get a letter was looked at: on with the letters. */
function NothingOfThese({ others }: { readonly others: number }) {
  const { t } = useTranslation();
  return (
    <Screen title={t('betalingen.title')} actions={<TakenLink />}>
      <EmptyState
        title={t('betalingen.only.done')}
        text={others > 0 ? t('betalingen.only.others', { count: others }) : t('betalingen.empty.doneText')}
        action={
          <Group>
            <Button autoFocus onClick={() => goTo(addressOf(['aanmanen']))}>
              {t('betalingen.only.letters')}
            </Button>
            {others > 0 && (
              <Button variant="default" onClick={() => goTo(addressOf(['betalingen']))}>
                {t('betalingen.only.all')}
              </Button>
            )}
          </Group>
        }
      />
    </Screen>
  );
}
