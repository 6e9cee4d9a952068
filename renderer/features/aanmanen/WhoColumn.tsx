import { Button, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import type { MoneyByDebtor } from '#renderer/db/read/payments.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { LetterKind } from '#shared/domain/policy.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';
import { batchFigures, hasProblem, type ProposalKey, proposalKey } from './candidates.ts';
import { chooseLetters, useChoice } from './choice.ts';

function whoColumns(t: TFunction, money: MoneyByDebtor): readonly Column<Proposal>[] {
  const warnings = (proposal: Proposal) =>
    [
      money.has(proposal.debtorId) && t('aanmanen.who.receipt'),
      ...proposal.warnings.map((warning) => t(`letters.warning.${warning}`)),
    ]
      .filter(Boolean)
      .join(' ');
  return [
    {
      id: 'name',
      header: t('debiteuren.column.name'),
      grow: 1,
      render: (proposal) =>
        hasProblem(proposal) || money.has(proposal.debtorId) ? (
          <StatusText tone="attention">{proposal.debtorName}</StatusText>
        ) : (
          <span>{proposal.debtorName}</span>
        ),
      sortBy: (proposal) => proposal.debtorName,
      tooltip: (proposal) => [proposal.debtorName, warnings(proposal)].filter(Boolean).join('. '),
    },
    {
      id: 'kind',
      header: t('aanmanen.who.kindShort'),
      width: 92,
      render: (proposal) => (
        <span className={styles.quiet}>
          {t(`aanmanen.who.short.${proposal.kind}`, { defaultValue: t(`letters.kind.${proposal.kind}`) })}
        </span>
      ),
      sortBy: (proposal) => t(`letters.kind.${proposal.kind}`),
    },
    {
      id: 'total',
      header: t('aanmanen.who.amount'),
      width: 84,
      align: 'right',
      render: (proposal) => <Amount cents={proposal.total} currency={proposal.currency} />,
      sortBy: (proposal) => proposal.total,
    },
  ];
}

export interface WhoColumnProps {
  /** Rows on screen, in order. */
  readonly shown: readonly Proposal[];
  /** All that are ready, for the counts of the filter. */
  readonly all: readonly Proposal[];
  readonly activeKey: ProposalKey | null;
  readonly only: number;
  readonly waiting: number;
  /** Money that waits to be looked at: who is in it may have paid. */
  readonly money: MoneyByDebtor;
}

/** Who gets a letter: every row in until it is taken out. */
export function WhoColumn({ shown, all, activeKey, only, waiting, money }: WhoColumnProps) {
  const { t } = useTranslation();
  const here = useRef<HTMLElement>(null);
  const kind = useChoice((choice) => choice.kind);
  const left = useChoice((choice) => choice.left);
  const columns = useMemo(() => whoColumns(t, money), [t, money]);
  const kinds = useMemo(() => batchFigures(all).kinds, [all]);
  const selected = useMemo(() => new Set(shown.map(proposalKey).filter((key) => !left.has(key))), [shown, left]);
  const select = (now: ReadonlySet<string | number>) => {
    const next = new Set(left);
    for (const proposal of shown) {
      const key = proposalKey(proposal);
      if (now.has(key)) next.delete(key);
      else next.add(key);
    }
    chooseLetters({ left: next });
  };
  return (
    <section ref={here} className={styles.who} aria-label={t('aanmanen.who.title')}>
      <div className={styles.whoHead}>
        <NativeSelect
          aria-label={t('aanmanen.who.kind')}
          value={kind ?? ''}
          onChange={(event) => chooseLetters({ kind: (event.currentTarget.value || null) as LetterKind | null })}
        >
          <option value="">{t('aanmanen.who.allKinds', { count: all.length })}</option>
          {kinds.map((entry) => (
            <option key={entry.kind} value={entry.kind}>
              {t('aanmanen.who.ofKind', { kind: t(`letters.kind.${entry.kind}`), count: entry.count })}
            </option>
          ))}
        </NativeSelect>
        {only > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              goTo(addressOf(['aanmanen']));
              here.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
            }}
          >
            {t('aanmanen.who.onlyClear')}
          </Button>
        )}
      </div>
      <DataTable
        label={t('aanmanen.who.label')}
        rows={shown}
        columns={columns}
        rowKey={proposalKey}
        redraws
        selected={selected}
        onSelect={select}
        activeKey={activeKey}
        onActive={(proposal) => chooseLetters({ active: proposalKey(proposal) })}
        onOpen={(proposal) => goTo(addressOf(['debiteuren', proposal.debtorId]))}
        muted={(proposal) => left.has(proposalKey(proposal))}
        autoFocus
        empty={<p className={styles.quiet}>{t('aanmanen.who.nothing')}</p>}
      />
      {waiting > 0 && (
        <button
          type="button"
          className={styles.waiting}
          onClick={() => goTo(addressOf(['aanmanen'], { toon: 'wachtend' }))}
        >
          {t('aanmanen.skipped.link', { count: waiting })}
        </button>
      )}
    </section>
  );
}
