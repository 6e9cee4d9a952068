import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import type { MoneyByDebtor } from '#renderer/db/read/payments.ts';
import { reviewOf } from '#renderer/features/debiteuren/index.ts';
import { cancelBatch, useBatch } from '#renderer/state/batch.ts';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { TotalBar } from '#renderer/ui/TotalBar.tsx';
import type { Proposal } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';
import { batchFigures, proposalKey } from './candidates.ts';
import { chooseLetters, useChoice } from './choice.ts';
import { channelsText, kindsText } from './wording.ts';

export interface BatchBarProps {
  readonly chosen: readonly Proposal[];
  /** Money that waits to be looked at: who is in it may have paid. */
  readonly money: MoneyByDebtor;
  readonly make: Command;
}

/** What will be made and the button that makes it; the same place shows how far it is. */
export function BatchBar({ chosen, money, make }: BatchBarProps) {
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
  const paidPerhaps = chosen.filter(({ debtorId }) => money.has(debtorId));
  return (
    <>
      {paidPerhaps.length > 0 && <PaidPerhaps letters={paidPerhaps} />}
      <TotalBar
        text={figures.letters === 0 ? t('aanmanen.bar.nothing') : channelsText(t, figures.channels)}
        totals={figures.totals.map((total) => ({ label: t('aanmanen.bar.total'), strong: true, ...total }))}
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
    </>
  );
}

/** Letters to whom money may have come in already: look at it first, or leave these letters out. */
function PaidPerhaps({ letters }: { readonly letters: readonly Proposal[] }) {
  const { t } = useTranslation();
  const left = useChoice((choice) => choice.left);
  const debtors = [...new Set(letters.map(({ debtorId }) => debtorId))];
  return (
    <div className={styles.paidPerhaps}>
      <StatusText tone="attention">{t('aanmanen.bar.receipts', { count: letters.length })}</StatusText>{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => goTo(reviewOf(debtors))}>
        {t('aanmanen.bar.review')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => chooseLetters({ left: new Set([...left, ...letters.map(proposalKey)]) })}
      >
        {t('aanmanen.bar.leaveOut', { count: letters.length })}
      </Button>
    </div>
  );
}
