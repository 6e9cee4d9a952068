import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { type TableField, tableFields } from '#shared/formats/table/fields.ts';
import styles from './import.module.css';
import { choose, resetColumns, useImportJob } from './job.ts';
import { usePending } from './pending.ts';

/** Every column with its meaning, editable; a change reads the file again at once. */
export function ColumnMapping({ unitId, preview }: { readonly unitId: string; readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const chosen = useImportJob((job) => job.choices[unitId]?.columns);
  const pending = usePending(unitId).columns;
  const fields = useMemo(
    () =>
      tableFields
        .map((field) => ({ value: field as string, label: t(`imports.field.${field}`) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [t],
  );
  const setField = (index: number, field: string) =>
    choose(unitId, { columns: { ...chosen, [index]: field === '' ? null : (field as TableField) } });
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h4>{t('imports.columns.title')}</h4>
        {chosen && (
          <>
            <StatusText tone="good">{t('imports.columns.changed')}</StatusText>
            <Button variant="subtle" size="compact-sm" onClick={() => resetColumns(unitId)}>
              {t('imports.columns.reset')}
            </Button>
          </>
        )}
      </div>
      <table className={styles.table} aria-label={t('imports.columns.label')}>
        <thead>
          <tr>
            <th scope="col">{t('imports.columns.heading')}</th>
            <th scope="col">{t('imports.columns.field')}</th>
            <th scope="col">{t('imports.columns.samples')}</th>
            <th scope="col">{t('imports.columns.why')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column) => {
            const heading = column.heading || t('imports.columns.noHeading', { number: column.index + 1 });
            const field = pending?.[column.index] === undefined ? column.field : pending[column.index];
            return (
              <tr key={column.index} className={field === null ? styles.ignored : undefined}>
                <th scope="row">{heading}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('imports.columns.fieldOf', { heading })}
                    value={field ?? ''}
                    data={[{ value: '', label: t('imports.columns.ignore') }, ...fields]}
                    onChange={(event) => setField(column.index, event.currentTarget.value)}
                  />
                </td>
                <td className={styles.samples}>{column.samples.join(' · ')}</td>
                <td className={styles.quiet}>
                  {column.why && t(`table.why.${column.why}`, { defaultValue: column.why })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
