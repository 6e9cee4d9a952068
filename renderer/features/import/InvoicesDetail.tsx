import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { InvoicesPreview } from '#shared/domain/drop.ts';
import styles from './import.module.css';
import { Numbers } from './Numbers.tsx';

type Refused = { readonly key: number; readonly file: string; readonly reason: string };

/** Electronic invoices, folders and zips of them: how many there are, and which are refused and why (criterion A6). */
export function InvoicesDetail({ invoices }: { readonly invoices: InvoicesPreview }) {
  const { t } = useTranslation();
  const refused = invoices.refused.map(
    ({ file, problem: { code, params } }, key): Refused => ({
      key,
      file,
      reason: t([`formats.${code}`, `table.${code}`], { ...params }),
    }),
  );
  const columns = useMemo<readonly Column<Refused>[]>(
    () => [
      { id: 'file', header: t('imports.invoices.file'), render: ({ file }) => file, tooltip: ({ file }) => file },
      {
        id: 'reason',
        header: t('imports.invoices.reason'),
        grow: 3,
        render: ({ reason }) => reason,
        tooltip: ({ reason }) => reason,
      },
    ],
    [t],
  );
  return (
    <>
      <Numbers
        numbers={[
          ['invoices', invoices.invoices],
          ['credits', invoices.credits],
          ['known', invoices.known],
          ['copies', invoices.copies],
          ['refused', invoices.refused.length],
        ]}
      />
      {invoices.copies > 0 && <p className={styles.quiet}>{t('imports.invoices.copies')}</p>}
      {refused.length > 0 && (
        <section className={styles.part}>
          <h4>{t('imports.invoices.refusedTitle')}</h4>
          <DataTable
            inline
            label={t('imports.invoices.refusedTitle')}
            rows={refused}
            columns={columns}
            rowKey={({ key }) => key}
          />
        </section>
      )}
    </>
  );
}
