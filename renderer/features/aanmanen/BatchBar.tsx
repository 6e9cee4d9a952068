import { useTranslation } from 'react-i18next';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { cancelBatch, useBatch } from '#renderer/state/batch.ts';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { TotalBar } from '#renderer/ui/TotalBar.tsx';
import type { Proposal } from '#shared/dunning/proposal.ts';
import { batchFigures } from './candidates.ts';
import { channelsText, kindsText } from './wording.ts';

/** What will be made and the button that makes it; the same place shows how far it is. */
export function BatchBar({ chosen, make }: { readonly chosen: readonly Proposal[]; readonly make: Command }) {
  const { t } = useTranslation();
  const { phase, done, total, cancelling, resumed } = useBatch((batch) => batch);
  if (phase === 'planning' || phase === 'issuing') {
    const label =
      phase === 'planning'
        ? t('aanmanen.progress.planning')
        : cancelling
          ? t('aanmanen.progress.cancelling')
          : t('aanmanen.progress.making');
    return (
      <ProgressLine
        label={label}
        done={done}
        total={total}
        {...(phase === 'issuing' && !cancelling && !resumed ? { onCancel: cancelBatch } : {})}
      />
    );
  }
  const figures = batchFigures(chosen);
  return (
    <TotalBar
      text={figures.letters === 0 ? t('aanmanen.bar.nothing') : channelsText(t, figures.channels)}
      totals={figures.totals.map(({ currency, total: cents }) => ({
        label: t('aanmanen.bar.total'),
        cents,
        currency,
        strong: true,
      }))}
    >
      <CommandButton command={make}>
        {figures.letters === 0
          ? t('aanmanen.make', { count: 0 })
          : t('aanmanen.makeKinds', {
              make: t('aanmanen.make', { count: figures.letters }),
              kinds: kindsText(t, figures.kinds),
            })}
      </CommandButton>
    </TotalBar>
  );
}
