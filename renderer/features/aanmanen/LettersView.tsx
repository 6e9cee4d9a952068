import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { noMoney, useWaitingMoney } from '#renderer/db/read/payments.ts';
import { startBatch, useBatch } from '#renderer/state/batch.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { Screen } from '#renderer/ui/Screen.tsx';
import type { Proposal } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';
import { BatchBar } from './BatchBar.tsx';
import { chosenCandidates, orderCandidates, proposalKey, shownCandidates } from './candidates.ts';
import { chooseLetters, useChoice } from './choice.ts';
import { LetterColumn } from './LetterColumn.tsx';
import { StaleRatesDialog } from './StaleRatesDialog.tsx';
import { usePreview } from './use-preview.ts';
import { WhoColumn } from './WhoColumn.tsx';
import { WhyColumn } from './WhyColumn.tsx';

export interface LettersViewProps {
  readonly proposals: readonly Proposal[];
  /** Debtors the screen was opened for; null = all. */
  readonly only: ReadonlySet<number> | null;
  /** Debtors that wait. */
  readonly waiting: number;
}

/** The one-click view: who, the real letter, why; and the button that makes them all (criterion E1). */
export function LettersView({ proposals, only, waiting }: LettersViewProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const { kind, left, active, acceptStale } = useChoice((choice) => choice);
  const idle = useBatch((batch) => batch.phase === 'idle');
  const whoMayHavePaid = useWaitingMoney();
  const money = whoMayHavePaid ?? noMoney;
  const ordered = useMemo(() => orderCandidates(proposals), [proposals]);
  const selection = useMemo(() => ({ kind, left, only }), [kind, left, only]);
  const shown = useMemo(() => shownCandidates(ordered, selection), [ordered, selection]);
  const chosen = useMemo(() => chosenCandidates(ordered, selection), [ordered, selection]);
  const current = shown.find((proposal) => proposalKey(proposal) === active) ?? shown[0] ?? null;
  // What is looked at stays when other proposals come before it.
  const first = active === null && current !== null ? proposalKey(current) : null;
  useEffect(() => {
    if (first !== null) chooseLetters({ active: first });
  }, [first]);
  const [asking, setAsking] = useState(false);
  const { preview, retry } = usePreview(current);
  // The letter of the row before stays until the new one is there, but its figures must not stand beside another name.
  const plan = preview?.proposal === current ? preview.plan : null;
  useEffect(() => {
    if (kind !== null && !ordered.some((proposal) => proposal.kind === kind)) chooseLetters({ kind: null });
  }, [kind, ordered]);
  const staleLetters = chosen.filter((proposal) => proposal.warnings.includes('rates-stale')).length;
  const start = () => {
    setAsking(false);
    void startBatch(chosen, acceptStale);
  };
  const make: Command = {
    id: 'aanmanen.make',
    labelKey: 'aanmanen.command.make',
    groupKey: 'commands.groups.work',
    shortcut: 'mod+Enter',
    // Nothing goes out before it can be said to whom money may be waiting.
    when: () => writable && idle && chosen.length > 0 && whoMayHavePaid !== undefined,
    run: () => (staleLetters > 0 ? setAsking(true) : start()),
  };
  useCommands([
    make,
    {
      id: 'aanmanen.mail',
      labelKey: 'aanmanen.command.mail',
      groupKey: 'commands.groups.view',
      shortcut: 'm',
      run: () => chooseLetters({ tab: 'mail' }),
    },
    {
      id: 'aanmanen.letter',
      labelKey: 'aanmanen.command.letter',
      groupKey: 'commands.groups.view',
      shortcut: 'l',
      run: () => chooseLetters({ tab: 'letter' }),
    },
  ]);
  return (
    <Screen
      title={t('aanmanen.title')}
      sentence={only ? t('aanmanen.who.only', { count: only.size }) : t('aanmanen.letter.example')}
      body="fill"
      footer={<BatchBar chosen={chosen} money={money} make={make} />}
    >
      <div className={styles.three}>
        <WhoColumn
          shown={shown}
          all={only ? ordered.filter((proposal) => only.has(proposal.debtorId)) : ordered}
          activeKey={current && proposalKey(current)}
          only={only?.size ?? 0}
          waiting={waiting}
          money={money}
        />
        <LetterColumn preview={preview} onRetry={retry} />
        <WhyColumn proposal={current} plan={plan} money={current ? money.get(current.debtorId) : undefined} />
      </div>
      {asking && (
        <StaleRatesDialog
          letters={staleLetters}
          make={t('aanmanen.make', { count: chosen.length })}
          onMake={start}
          onClose={() => setAsking(false)}
        />
      )}
    </Screen>
  );
}
