import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import { type RateKind, type RateRow, rateKinds } from '#shared/law/rate-table.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import type { Column } from '../../../ui/columns.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import styles from '../Instellingen.module.css';
import type { RatesProps } from './RateOverview.tsx';
import { RateRowDialog } from './RateRowDialog.tsx';
import { originOf, rowOn, rowsOf, withoutRow } from './rate-edit.ts';
import { kindName } from './rate-words.ts';

/** Rows shown before the rest is asked for: what is not time-barred yet. */
const newestRows = 10;

const rowKey = (row: RateRow) => `${row.kind} ${row.from}`;

/** The rows of one kind, newest first, with whose they are; any of them can be changed, own ones removed. */
export function RateRows({ rates, onSave }: RatesProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const today = useSession((session) => session.today);
  const [kind, setKind] = useState<RateKind>('handel');
  const [all, setAll] = useState(false);
  /** The row in the dialog; null is a new one, undefined none at all. */
  const [edited, setEdited] = useState<RateRow | null | undefined>(undefined);
  const rows = rowsOf(rates, kind);
  const remove = (row: RateRow) => {
    const key = originOf(row) === 'own' ? 'removed' : 'restored';
    const params = { date: formatDate(row.from) };
    void onSave(withoutRow(rates, row), { key: `instellingen.tarieven.rows.${key}`, params });
  };
  const columns = useRateColumns({ inForce: rowOn(rates, kind, today), writable, onEdit: setEdited, onRemove: remove });
  return (
    <section className={styles.part}>
      <h2>{t('instellingen.tarieven.rows.title')}</h2>
      <div className={styles.bar}>
        <div>
          <SegmentedControl
            aria-label={t('instellingen.tarieven.rows.choose')}
            value={kind}
            data={rateKinds.map((value) => ({ value, label: kindName(t, value) }))}
            transitionDuration={0}
            onChange={(value) => setKind(rateKinds.find((known) => known === value) ?? kind)}
          />
        </div>
        <Button disabled={!writable} variant="default" onClick={() => setEdited(null)}>
          {t('instellingen.tarieven.rows.add')}
        </Button>
      </div>
      <DataTable
        inline
        label={t('instellingen.tarieven.rows.label', { kind: kindName(t, kind) })}
        rows={all ? rows : rows.slice(0, newestRows)}
        columns={columns}
        rowKey={rowKey}
        {...(writable ? { onOpen: setEdited } : {})}
      />
      {rows.length > newestRows && (
        <Button className={styles.more} variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
          {all ? t('instellingen.tarieven.rows.fewer') : t('instellingen.tarieven.rows.all', { count: rows.length })}
        </Button>
      )}
      {edited !== undefined && (
        <RateRowDialog
          rates={rates}
          kind={kind}
          replaced={edited}
          onSave={onSave}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

interface RateColumnsProps {
  readonly inForce: RateRow | undefined;
  readonly writable: boolean;
  readonly onEdit: (row: RateRow) => void;
  readonly onRemove: (row: RateRow) => void;
}

function useRateColumns({ inForce, writable, onEdit, onRemove }: RateColumnsProps): readonly Column<RateRow>[] {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return useMemo(() => {
    const text = (name: string) => t(`instellingen.tarieven.rows.${name}`);
    return [
      { id: 'from', header: text('from'), width: 104, render: ({ from }) => <DateText date={from} /> },
      {
        id: 'percent',
        header: text('percent'),
        width: 96,
        align: 'right',
        render: ({ percent }) => <strong>{formatPercent(percent, language)}</strong>,
      },
      {
        id: 'source',
        header: text('source'),
        grow: 4,
        render: ({ source }) => source,
        tooltip: ({ source }) => source,
      },
      {
        id: 'confidence',
        header: text('confidence'),
        grow: 3,
        render: ({ confidence }) => <span className={styles.quiet}>{confidence}</span>,
        tooltip: ({ confidence }) => confidence,
      },
      {
        id: 'origin',
        header: text('origin'),
        width: 176,
        render: (row) => (
          <>
            <Origin row={row} />
            {row === inForce && <StatusText tone="good">{` ${text('inForce')}`}</StatusText>}
          </>
        ),
      },
      {
        id: 'actions',
        header: text('actions'),
        hideHeader: true,
        width: 200,
        align: 'right',
        render: (row) => <RowActions row={row} writable={writable} onEdit={onEdit} onRemove={onRemove} />,
      },
    ];
  }, [t, language, inForce, writable, onEdit, onRemove]);
}

function Origin({ row }: { readonly row: RateRow }) {
  const { t } = useTranslation();
  const origin = originOf(row);
  return (
    <span className={origin === 'shipped' ? styles.quiet : styles.own}>
      {t(`instellingen.tarieven.rows.origins.${origin}`)}
    </span>
  );
}

function RowActions({
  row,
  writable,
  onEdit,
  onRemove,
}: { readonly row: RateRow } & Omit<RateColumnsProps, 'inForce'>) {
  const { t } = useTranslation();
  const origin = originOf(row);
  const params = { date: formatDate(row.from) };
  return (
    <span className={styles.rowActions}>
      {origin !== 'shipped' && (
        <ConfirmButton
          size="compact-sm"
          variant="subtle"
          disabled={!writable}
          question={t(`instellingen.tarieven.rows.${origin === 'own' ? 'remove' : 'restore'}Question`, params)}
          confirm={t(`instellingen.tarieven.rows.${origin === 'own' ? 'remove' : 'restore'}`)}
          onConfirm={() => onRemove(row)}
        >
          {t(`instellingen.tarieven.rows.${origin === 'own' ? 'remove' : 'restore'}`)}
        </ConfirmButton>
      )}
      <Button size="compact-sm" variant="subtle" disabled={!writable} onClick={() => onEdit(row)}>
        {t('instellingen.tarieven.rows.edit')}
      </Button>
    </span>
  );
}
