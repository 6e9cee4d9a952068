import type { TFunction } from 'i18next';
import { AgeingStrip } from '#renderer/ui/AgeingBar.tsx';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DateText } from '#renderer/ui/DateText.tsx';
import { remembering, type Say } from '#renderer/ui/remembering.ts';
import { formatShortDay, type IsoDate } from '#shared/dates/civil.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import type { NextStep } from './card.ts';
import styles from './debiteuren.module.css';
import { daysLate, filterKinds } from './filter.ts';
import { NextStepText, nextStepText } from './NextStepText.tsx';

function Late({
  summary,
  today,
  say,
}: {
  readonly summary: DebtorSummary;
  readonly today: IsoDate;
  readonly say: Say;
}) {
  const days = daysLate(summary, today);
  if (summary.oldestDue === null) return <DateText date={null} />;
  if (days <= 0) return <span className={styles.quiet}>{say('debiteuren.notLate')}</span>;
  return (
    <span className={days > 90 ? styles.critical : undefined}>{say('debiteuren.daysLateShort', { count: days })}</span>
  );
}

/** Columns that go first where the window leaves less room: what the panel beside the list tells as well. */
const columnsByRoom = {
  wide: null,
  medium: new Set(['name', 'code', 'kind', 'open', 'overdue', 'ageing', 'oldest', 'next']),
  narrow: new Set(['name', 'open', 'overdue', 'oldest', 'next']),
  least: new Set(['name', 'overdue', 'oldest', 'next']),
} as const;

/** The columns there is room for, in their order. */
export function columnsThatFit<Row>(
  columns: readonly Column<Row>[],
  room: keyof typeof columnsByRoom,
): readonly Column<Row>[] {
  const kept: ReadonlySet<string> | null = columnsByRoom[room];
  return kept ? columns.filter((column) => kept.has(column.id)) : columns;
}

/** The columns of the list of debtors. */
export function debtorColumns(
  t: TFunction,
  language: 'nl' | 'en',
  today: IsoDate,
  next: ReadonlyMap<number, NextStep>,
): readonly Column<DebtorSummary>[] {
  const say = remembering(t);
  const header = (name: string) => t(`debiteuren.column.${name}`);
  const letter = (summary: DebtorSummary) =>
    summary.lastLetter === null
      ? ''
      : `${say(`letters.kind.${summary.lastLetter.kind}`)} ${formatShortDay(summary.lastLetter.date, language)}`;
  return [
    {
      id: 'name',
      header: header('name'),
      grow: 3,
      render: (summary) => <strong className={styles.name}>{summary.name}</strong>,
      sortBy: (summary) => summary.name,
      tooltip: (summary) => [summary.name, summary.city].filter(Boolean).join(', '),
    },
    {
      id: 'code',
      header: header('code'),
      width: 56,
      render: (summary) => <span className={styles.quiet}>{summary.code}</span>,
      sortBy: (summary) => summary.code.padStart(16, '0'),
    },
    {
      id: 'kind',
      header: header('kind'),
      width: 76,
      render: (summary) => <span className={styles.quiet}>{say(`debiteuren.kind.${summary.kind}`)}</span>,
      sortBy: (summary) => filterKinds.indexOf(summary.kind),
    },
    {
      id: 'open',
      header: header('open'),
      width: 104,
      align: 'right',
      render: (summary) => <Amount cents={summary.open} currency={summary.currency} />,
      sortBy: (summary) => summary.open,
      tooltip: (summary) =>
        summary.otherCurrencies.length > 0
          ? t('debiteuren.list.otherCurrency', { currencies: summary.otherCurrencies.join(', ') })
          : '',
    },
    {
      id: 'overdue',
      header: header('overdue'),
      width: 104,
      align: 'right',
      render: (summary) => <Amount cents={summary.overdue} currency={summary.currency} strong={summary.overdue > 0} />,
      sortBy: (summary) => summary.overdue,
    },
    {
      id: 'ageing',
      header: header('ageing'),
      width: 88,
      render: (summary) => <AgeingStrip ageing={summary.ageing} currency={summary.currency} say={say} />,
    },
    {
      id: 'oldest',
      header: header('oldest'),
      width: 80,
      align: 'right',
      render: (summary) => <Late summary={summary} today={today} say={say} />,
      sortBy: (summary) => (summary.oldestDue === null ? null : daysLate(summary, today)),
    },
    {
      id: 'letter',
      header: header('letter'),
      width: 144,
      render: (summary) => <span className={styles.quiet}>{letter(summary)}</span>,
      sortBy: (summary) => summary.lastLetter?.date ?? null,
      tooltip: letter,
    },
    {
      id: 'next',
      header: header('next'),
      grow: 2,
      render: (summary) => <NextStepText step={next.get(summary.id)} say={say} language={language} />,
      sortBy: (summary) => {
        const step = next.get(summary.id);
        return step === undefined
          ? null
          : step.is === 'letter'
            ? 0
            : step.is === 'task'
              ? 1
              : step.is === 'wait'
                ? 2
                : 3;
      },
      tooltip: (summary) => nextStepText({ step: next.get(summary.id), say, language }),
    },
  ];
}
