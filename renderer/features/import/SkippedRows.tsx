import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { isRecordRow, skippedText } from '#shared/formats/table/problems.ts';
import styles from './import.module.css';

type Skipped = ImportPreview['skipped'][number];

const keyOf = ({ row, column, reason }: Skipped) => `${row} ${column} ${reason}`;

/** Rows that do not come in, each with its place and reason. */
export function SkippedRows({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Skipped>[]>(
    () => [
      { id: 'row', header: t('imports.skipped.row'), width: 72, align: 'right', render: ({ row }) => row },
      {
        id: 'column',
        header: t('imports.skipped.column'),
        render: ({ column }) => column ?? t('imports.skipped.wholeRow'),
      },
      { id: 'reason', header: t('imports.skipped.reason'), grow: 3, render: ({ reason }) => skippedText(t, reason) },
    ],
    [t],
  );
  const records = skipped.filter(isRecordRow);
  const layout = layoutText(t, skipped);
  if (skipped.length === 0) return null;
  return (
    <section className={styles.part}>
      {records.length > 0 && (
        <>
          <h4>{t('imports.skipped.title', { count: records.length })}</h4>
          <DataTable inline label={t('imports.skipped.label')} rows={records} columns={columns} rowKey={keyOf} />
        </>
      )}
      {layout && <p className={styles.quiet}>{layout}</p>}
    </section>
  );
}

/** Rows named of each sort that is no item. */
const rowsNamed = 5;

/** Rows that are no items, so that a record taken for one is seen: "Geen posten: totaalregel (rij 41), herhaalde kolomkop (rij 20)". */
function layoutText(t: TFunction, skipped: readonly Skipped[]): string | null {
  const rows = new Map<string, number[]>();
  for (const one of skipped) {
    if (!isRecordRow(one)) rows.set(one.reason, [...(rows.get(one.reason) ?? []), one.row]);
  }
  if (rows.size === 0) return null;
  const sorts = [...rows].map(([reason, at]) => {
    const named = `${at.slice(0, rowsNamed).join(', ')}${at.length > rowsNamed ? '…' : ''}`;
    return t('imports.skipped.sortAt', { sort: skippedText(t, reason), count: at.length, rows: named });
  });
  return t('imports.skipped.layout', { sorts: sorts.join('; ') });
}
