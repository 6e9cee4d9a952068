import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { useFreshness } from '#renderer/db/read/hooks.ts';
import { noMoney, useWaitingMoney } from '#renderer/db/read/payments.ts';
import { useProposals, useQueues } from '#renderer/db/read/proposals.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { HoldDialog, reviewOf } from '#renderer/features/debiteuren/index.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatDate, formatLongDate, formatShortDay } from '#shared/dates/civil.ts';
import type { Queue, QueueName } from '#shared/dunning/today.ts';
import { formatTotals } from '#shared/money/cents.ts';
import { DecidePanel } from './DecidePanel.tsx';
import { type DayRow, dayQueues, lettersReady, lettersWithMoney, nextDay } from './day.ts';
import { FolderNotice } from './FolderNotice.tsx';
import { QueueList } from './QueueList.tsx';
import { rowAfter, useDayActions } from './use-day-actions.ts';
import styles from './vandaag.module.css';

const nothing: readonly Queue[] = [];
/** Below this width the panel lies over the list, so it waits to be asked for. */
const besidePixels = 1100;

/** Vandaag: what to do, for how much and why; the whole day by keyboard (criterion I1). */
export function VandaagScreen() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const writable = useSession(isWritable);
  const known = useQueues();
  const queues = known ?? nothing;
  const actions = useDayActions();
  const [opened, setOpened] = useState<ReadonlySet<QueueName>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [panel, setPanel] = useState(() => window.innerWidth > besidePixels);
  const [writing, setWriting] = useState<'note' | 'call' | null>(null);
  const [holding, setHolding] = useState<DayRow | null>(null);
  const listRef = useRef<HTMLTableElement>(null);

  const money = useWaitingMoney() ?? noMoney;
  const shown = useMemo(() => dayQueues(queues, opened), [queues, opened]);
  const rows = useMemo(() => shown.flatMap((queue) => queue.rows), [shown]);
  const current = rows.find((row) => row.key === active) ?? rows[0] ?? null;
  const letters = useMemo(() => lettersReady(queues), [queues]);
  const total = formatTotals(letters.totals, language);
  const paidPerhaps = useMemo(() => lettersWithMoney(queues, money), [queues, money]);
  const isEmpty = known !== undefined && rows.length === 0;

  const toList = () => listRef.current?.focus({ preventScroll: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the keyboard once, when it appears
  useEffect(toList, [rows.length > 0]);

  const goOn = (row: DayRow) => {
    setActive(rowAfter(rows, row.key)?.key ?? null);
    setWriting(null);
    toList();
  };
  const write = (what: 'note' | 'call') => {
    setPanel(true);
    setWriting(what);
  };
  const act = (row: DayRow) => {
    switch (row.queue) {
      case 'failed-letters':
      case 'letters':
        return actions.toLetter(row.row);
      case 'payments':
        return actions.toPayment(row.row);
      case 'presumed-paid':
        actions.settlePaid(row.row);
        return goOn(row);
      case 'reconcile':
      case 'over-limit':
        actions.finishTask(row.row, '');
        return goOn(row);
      case 'broken-promises':
      case 'no-contact':
        return goTo(addressOf(['debiteuren', row.row.debtorId ?? '']));
      case 'calls':
        return write('call');
      case 'holds-ending':
        return setHolding(row);
      case 'collection-ready':
        return goTo(addressOf(['dossiers', row.row.debtorId ?? '']));
    }
  };
  const isLetter = current?.queue === 'letters' || current?.queue === 'failed-letters';
  const make: Command = {
    id: 'today.make',
    labelKey: 'vandaag.command.make',
    groupKey: 'commands.groups.work',
    shortcut: 'shift+a',
    when: () => letters.count > 0,
    run: () => goTo(addressOf(['aanmanen'])),
  };
  const receipts: Command = {
    id: 'today.receipts',
    labelKey: 'vandaag.command.receipts',
    groupKey: 'commands.groups.work',
    shortcut: 'o',
    when: () => paidPerhaps.count > 0,
    run: () => goTo(reviewOf(paidPerhaps.debtorIds)),
  };
  const group = 'commands.groups.debtor';
  useCommands([
    make,
    receipts,
    {
      id: 'today.act',
      labelKey: 'vandaag.command.act',
      groupKey: 'commands.groups.work',
      shortcut: 'mod+Enter',
      when: () => current !== null && writable,
      run: () => (current ? act(current) : undefined),
    },
    {
      id: 'today.dun',
      labelKey: 'vandaag.command.dun',
      groupKey: group,
      shortcut: 'a',
      when: () => Boolean(isLetter),
      run: () => (current ? actions.toLetter(current.row) : undefined),
    },
    {
      id: 'today.call',
      labelKey: 'vandaag.command.call',
      groupKey: group,
      shortcut: 'b',
      when: () => current?.queue === 'calls' && writable,
      run: () => write('call'),
    },
    {
      id: 'today.hold',
      labelKey: 'vandaag.command.hold',
      groupKey: group,
      shortcut: 'p',
      when: () => current?.row.debtorId != null && writable,
      run: () => setHolding(current),
    },
    {
      id: 'today.note',
      labelKey: 'vandaag.command.note',
      groupKey: group,
      shortcut: 'n',
      when: () => current?.row.debtorId != null && writable,
      run: () => write('note'),
    },
  ]);

  return (
    <Screen
      title={t('vandaag.title')}
      sentence={today && formatLongDate(today, language)}
      actions={
        letters.count > 0 && (
          <>
            {paidPerhaps.count > 0 && (
              <CommandButton command={receipts} variant="subtle">
                <StatusText tone="attention">{t('vandaag.receipts', { count: paidPerhaps.count })}</StatusText>
              </CommandButton>
            )}
            <CommandButton command={make}>{t('vandaag.make', { count: letters.count, total })}</CommandButton>
          </>
        )
      }
      aside={
        current &&
        panel && (
          <DecidePanel
            row={current}
            money={current.row.debtorId === null ? undefined : money.get(current.row.debtorId)}
            writing={writing}
            onClose={() => {
              if (writing) {
                setWriting(null);
                toList();
              } else setPanel(false);
            }}
            onWritten={() => {
              setWriting(null);
              toList();
            }}
            onCalled={(outcome) => {
              actions.finishTask(current.row, outcome);
              goOn(current);
            }}
          />
        )
      }
    >
      <div className={styles.page}>
        <StaleNotice />
        <FolderNotice />
        {actions.failed && <Notice tone="broken" title={actions.failed} onDismiss={actions.forget} />}
        {rows.length > 0 && (
          <QueueList
            queues={shown}
            today={today}
            money={money}
            activeKey={current?.key ?? null}
            listRef={listRef}
            onActive={(row) => {
              setActive(row.key);
              setWriting(null);
            }}
            onPick={(row) => {
              setActive(row.key);
              setWriting(null);
              setPanel(true);
            }}
            onOpen={(row) => {
              setActive(row.key);
              if (row.row.debtorId === null) actions.toPayment(row.row);
              else if (!panel || row.key !== current?.key) setPanel(true);
              else goTo(addressOf(['debiteuren', row.row.debtorId]));
            }}
            onAct={(row) => writable && act(row)}
            onMore={(queue) => setOpened(new Set([...opened, queue]))}
          />
        )}
        {isEmpty && <NothingToDo />}
      </div>
      {holding?.row.debtorId != null && (
        <HoldDialog
          debtorIds={[holding.row.debtorId]}
          onClose={() => {
            setHolding(null);
            toList();
          }}
        />
      )}
    </Screen>
  );
}

function StaleNotice() {
  const { t } = useTranslation();
  const { stale, workingDaysOld, bankUntil, listAsOf } = useFreshness();
  if (!stale || !bankUntil || !listAsOf) return null;
  return (
    <Notice
      tone="attention"
      title={t('vandaag.stale.title', { count: workingDaysOld })}
      kept={t('vandaag.stale.explain', { bank: formatDate(bankUntil), list: formatDate(listAsOf) })}
      action={
        <Button size="compact-sm" onClick={() => goTo(addressOf(['import']))}>
          {t('vandaag.stale.action')}
        </Button>
      }
    />
  );
}

/** Read only where there is nothing to do: every debtor's summary is a lot to hand over for one number. */
function NothingToDo() {
  const summaries = useSummaries();
  return summaries && (summaries.length === 0 ? <Start /> : <Done />);
}

function Start() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('vandaag.empty.start')}
      text={t('vandaag.empty.startWhy')}
      action={<Button onClick={() => goTo(addressOf(['import']))}>{t('vandaag.empty.startAction')}</Button>}
    />
  );
}

function Done() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const next = nextDay(useProposals().value);
  return (
    <EmptyState
      title={t('vandaag.empty.done')}
      text={
        next
          ? t('vandaag.empty.next', {
              date: formatShortDay(next.date, language),
              actions: t('vandaag.count', { count: next.count }),
            })
          : t('vandaag.empty.nothing')
      }
    />
  );
}
