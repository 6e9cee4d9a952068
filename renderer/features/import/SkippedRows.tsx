import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { skippedText } from '#shared/formats/table/problems.ts';
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
  if (skipped.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('imports.skipped.title', { count: skipped.length })}</h4>
      <DataTable inline label={t('imports.skipped.label')} rows={skipped} columns={columns} rowKey={keyOf} />
    </section>
  );
}
