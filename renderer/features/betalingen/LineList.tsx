import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { percentOf } from '#shared/matching/match.ts';
import styles from './betalingen.module.css';
import { lineText, payerName } from './words.ts';

function lineColumns(t: TFunction): readonly Column<ReviewLine>[] {
  return [
    {
      id: 'date',
      header: t('betalingen.column.date'),
      width: 70,
      render: ({ line }) => <DateText date={line.date} short />,
      sortBy: ({ line }) => line.date,
    },
    {
      id: 'payer',
      header: t('betalingen.column.payer'),
      grow: 1.2,
      render: ({ line }) => payerName(t, line),
      sortBy: ({ line }) => line.counterparty,
      tooltip: ({ line }) => payerName(t, line),
    },
    {
      id: 'text',
      header: t('betalingen.column.text'),
      grow: 1,
      render: ({ line }) =>
        line.amount < 0 ? (
          <StatusText tone="attention">{lineText(t, line)}</StatusText>
        ) : (
          <span className={styles.quiet}>{lineText(t, line)}</span>
        ),
      tooltip: ({ line }) => lineText(t, line),
    },
    {
      id: 'amount',
      header: t('betalingen.column.amount'),
      width: 94,
      align: 'right',
      render: ({ line }) => <Amount cents={line.amount} currency={line.currency} warnsBelowZero />,
      sortBy: ({ line }) => line.amount,
    },
    {
      id: 'score',
      header: t('betalingen.column.score'),
      width: 46,
      align: 'right',
      render: ({ candidates: [best] }) => (
        <span className={styles.quiet}>{best ? `${percentOf(best.score)} %` : '–'}</span>
      ),
      sortBy: ({ candidates: [best] }) => best?.score ?? null,
    },
  ];
}

export interface LineListProps {
  readonly lines: readonly ReviewLine[];
  readonly activeId: string;
  readonly later: readonly string[];
  readonly onActive: (id: string) => void;
  readonly onConfirm: () => void;
}

/** Lines that wait, in the order they are worked; those put off are at the end and muted. */
export function LineList({ lines, activeId, later, onActive, onConfirm }: LineListProps) {
  const { t } = useTranslation();
  const columns = useMemo(() => lineColumns(t), [t]);
  return (
    <DataTable
      label={t('betalingen.list')}
      rows={lines}
      columns={columns}
      rowKey={lineId}
      redraws
      activeKey={activeId}
      onActive={({ line }) => onActive(line.id)}
      onOpen={onConfirm}
      muted={({ line }) => later.includes(line.id)}
      autoFocus
    />
  );
}

const lineId = ({ line }: ReviewLine) => line.id;
