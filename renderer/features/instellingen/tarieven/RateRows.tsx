import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RateKind, type RateRow, rateKinds } from '#shared/law/rate-table.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import type { Column } from '../../../ui/columns.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import shared from '../Instellingen.module.css';
import type { RatesProps } from './RateOverview.tsx';
import { RateRowDialog } from './RateRowDialog.tsx';
import { originOf, rowOn, rowsOf } from './rate-edit.ts';
import { kindName } from './rate-words.ts';
import styles from './tarieven.module.css';

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
  const columns = useRateColumns({ inForce: rowOn(rates, kind, today), writable, onEdit: setEdited });
  return (
    <section className={styles.part}>
      <h2>{t('instellingen.tarieven.rows.title')}</h2>
      <div className={shared.bar}>
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
}

function useRateColumns({ inForce, writable, onEdit }: RateColumnsProps): readonly Column<RateRow>[] {
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
        grow: 5,
        render: ({ source }) => source,
        tooltip: ({ source }) => source,
      },
      {
        id: 'confidence',
        header: text('confidence'),
        grow: 3,
        render: ({ confidence }) => <span className={shared.quiet}>{confidence}</span>,
        tooltip: ({ confidence }) => confidence,
      },
      {
        id: 'origin',
        header: text('origin'),
        width: 168,
        render: (row) => <Origin row={row} inForce={row === inForce} />,
      },
      {
        id: 'actions',
        header: text('actions'),
        hideHeader: true,
        width: 104,
        align: 'right',
        render: (row) => (
          <Button size="compact-sm" variant="subtle" fw={400} disabled={!writable} onClick={() => onEdit(row)}>
            {text('edit')}
          </Button>
        ),
      },
    ];
  }, [t, language, inForce, writable, onEdit]);
}

function Origin({ row, inForce }: { readonly row: RateRow; readonly inForce: boolean }) {
  const { t } = useTranslation();
  const origin = originOf(row);
  return (
    <>
      <span className={origin === 'shipped' ? shared.quiet : styles.own}>
        {t(`instellingen.tarieven.rows.origins.${origin}`)}
      </span>
      {inForce && <span>{` · ${t('instellingen.tarieven.rows.inForce')}`}</span>}
    </>
  );
}
