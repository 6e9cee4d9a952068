import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo, useAddress } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { TakenLine } from '#renderer/db/import-api.ts';
import { useBankTaken } from '#renderer/db/read/payments.ts';
import { bankRefusalText } from '#renderer/state/bank-refusal.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import { waitAgain } from './review-store.ts';
import { TakenPanel } from './TakenPanel.tsx';
import { howText, takenFor, takenKind, takenKinds } from './taken.ts';
import { useDecisionKeys } from './use-decision-keys.ts';
import { lineText, payerName } from './words.ts';

/** What was set aside is nobody's: what the bank says of it stands where the debtor would. */
function takenColumns(t: TFunction, isAside: boolean): readonly Column<TakenLine>[] {
  const whatFor = (taken: TakenLine) => (isAside ? lineText(t, taken.line) : takenFor(t, taken));
  return [
    {
      id: 'date',
      header: t('betalingen.column.date'),
      width: 88,
      render: ({ line }) => <DateText date={line.date} />,
      sortBy: ({ line }) => line.date,
    },
    {
      id: 'payer',
      header: t('betalingen.column.payer'),
      grow: 1.2,
      render: ({ line }) => payerName(t, line),
      sortBy: ({ line }) => line.counterparty,
      tooltip: ({ line }) => `${payerName(t, line)}: ${lineText(t, line)}`,
    },
    {
      id: 'for',
      header: t(isAside ? 'betalingen.column.text' : 'betalingen.taken.for'),
      grow: 1.6,
      render: whatFor,
      sortBy: whatFor,
      tooltip: whatFor,
    },
    {
      id: 'how',
      header: t('betalingen.taken.by'),
      width: 150,
      render: (taken) => <span className={styles.quiet}>{howText(t, taken)}</span>,
      sortBy: ({ line }) => line.score,
    },
    {
      id: 'amount',
      header: t('betalingen.column.amount'),
      width: 98,
      align: 'right',
      render: ({ line }) => <Amount cents={line.amount} currency={line.currency} warnsBelowZero />,
      sortBy: ({ line }) => line.amount,
    },
  ];
}

const lineId = ({ line }: TakenLine) => line.id;
const none: readonly TakenLine[] = [];

/** What was matched already, by itself or by hand: to look through, and to take back (criterion A8). */
export function TakenView() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { query } = useAddress();
  const known = useBankTaken();
  const writable = useSession(isWritable);
  const [active, setActive] = useState<string | null>(query.get('regel'));
  const [failed, setFailed] = useState<string | null>(null);
  const kind = takenKinds.find((one) => one === query.get('hoe')) ?? null;
  const all = known ?? none;
  const shown = useMemo(() => (kind ? all.filter((taken) => takenKind(taken) === kind) : all), [all, kind]);
  const columns = useMemo(() => takenColumns(t, kind === 'aside'), [t, kind]);
  const current = shown.find(({ line }) => line.id === active) ?? shown[0] ?? null;
  const isAside = current?.line.state === 'set-aside';
  const group = 'betalingen.title';
  const back: Command = {
    id: 'betalingen.review',
    labelKey: 'betalingen.command.review',
    groupKey: group,
    shortcut: ['t', 'escape'],
    run: () => goTo(addressOf(['betalingen'])),
  };
  const takeBack: Command = {
    id: 'betalingen.takeBack',
    labelKey: isAside ? 'betalingen.command.reviewAgain' : 'betalingen.command.takeBack',
    groupKey: group,
    shortcut: 'u',
    when: () => writable && current !== null,
    run: async () => {
      if (!current) return;
      const { line } = current;
      const at = shown.indexOf(current);
      const params = { amount: formatMoney(Math.abs(line.amount), line.currency, language), name: payerName(t, line) };
      try {
        const type = isAside ? 'review-line' : 'unmatch-line';
        await runCommand({ type, lineId: line.id }, { key: 'betalingen.done.takenBack', params });
        waitAgain([line.id]);
        setFailed(null);
        setActive((shown[at + 1] ?? shown[at - 1])?.line.id ?? null);
      } catch (error) {
        setFailed(
          t(isAside ? 'betalingen.notReviewed' : 'betalingen.notTakenBack', {
            reason: bankRefusalText(t, failureOf(error)),
          }),
        );
      }
    },
  };
  const letGo: Command = {
    id: 'betalingen.letGo',
    labelKey: 'betalingen.command.settle',
    groupKey: group,
    shortcut: 'v',
    when: () => writable && (current?.small ?? 0) > 0,
    run: async () => {
      if (!current) return;
      const { line, small } = current;
      const params = { amount: formatMoney(small, line.currency, language), name: payerName(t, line) };
      try {
        await runCommand({ type: 'settle-rests', lineId: line.id }, { key: 'betalingen.done.letGo', params });
        setFailed(null);
      } catch (error) {
        setFailed(bankRefusalText(t, failureOf(error)));
      }
    },
  };
  useCommands([back, takeBack, letGo]);
  useDecisionKeys();
  return (
    <Screen
      title={t(kind === 'aside' ? 'betalingen.taken.asideTitle' : 'betalingen.taken.title')}
      sentence={t(kind === 'aside' ? 'betalingen.taken.asideSentence' : 'betalingen.taken.sentence')}
      actions={<CommandButton command={back} variant="default" />}
      body="fill"
      aside={current && <TakenPanel taken={current} takeBack={takeBack} letGo={letGo} />}
    >
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      <div className={styles.filter}>
        <NativeSelect
          aria-label={t('betalingen.taken.filter')}
          value={kind ?? ''}
          onChange={(event) =>
            goTo(addressOf(['betalingen'], { toon: 'gekoppeld', hoe: event.currentTarget.value }), 'replace')
          }
        >
          <option value="">{t('betalingen.taken.all', { count: all.length })}</option>
          {takenKinds.map((one) => (
            <option key={one} value={one}>
              {t(`betalingen.taken.kind.${one}`, { count: all.filter((taken) => takenKind(taken) === one).length })}
            </option>
          ))}
        </NativeSelect>
      </div>
      <DataTable
        label={t('betalingen.taken.list')}
        rows={shown}
        columns={columns}
        rowKey={lineId}
        redraws
        activeKey={current?.line.id ?? null}
        onActive={({ line }) => setActive(line.id)}
        onOpen={({ parts: [part] }) => part && goTo(addressOf(['debiteuren', part.debtorId]))}
        autoFocus
        empty={
          known && <EmptyState title={t(kind === 'aside' ? 'betalingen.taken.noneAside' : 'betalingen.taken.none')} />
        }
      />
    </Screen>
  );
}
