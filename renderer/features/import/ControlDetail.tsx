import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { ControlPreview } from '#shared/domain/drop/drop.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import styles from './import.module.css';

type Difference = ControlPreview['differences'][number];

/** Totals of a report without items beside those of the books, and the debtors of whom they differ (criteria A5, A12). */
export function ControlDetail({ control }: { readonly control: ControlPreview }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const money = (cents: Cents) => formatMoney(cents, 'EUR', language);
  const { total, books, differences, differing } = control;
  const columns = useMemo<readonly Column<Difference>[]>(
    () => [
      {
        id: 'debtor',
        header: t('imports.totals.debtor'),
        grow: 3,
        render: ({ code, name }) => [code, name].filter(Boolean).join(' · '),
        tooltip: ({ code, name }) => [code, name].filter(Boolean).join(' · '),
      },
      {
        id: 'stated',
        header: t('imports.totals.stated'),
        width: 128,
        align: 'right',
        render: ({ stated }) => <Amount cents={stated} />,
      },
      {
        id: 'books',
        header: t('imports.totals.books'),
        width: 128,
        align: 'right',
        render: (row) => <Amount cents={row.books} />,
      },
      {
        id: 'difference',
        header: t('imports.totals.difference'),
        width: 128,
        align: 'right',
        render: (row) => <Amount cents={row.stated - row.books} warnsBelowZero strong />,
      },
    ],
    [t],
  );
  return (
    <>
      <div className={styles.facts}>
        <p className={styles.what}>
          {t('imports.totals.sentence', { total: money(total), books: money(books) })}
          {': '}
          <StatusText tone={total === books ? 'good' : 'attention'}>
            {total === books
              ? t('imports.totals.equal')
              : t('imports.totals.differs', { difference: money(total - books) })}
          </StatusText>
        </p>
        <p className={styles.quiet}>{t('imports.totals.only')}</p>
      </div>
      {differences.length > 0 && (
        <section className={styles.part}>
          <h4>{t('imports.totals.differences')}</h4>
          <DataTable
            inline
            label={t('imports.totals.differences')}
            rows={differences}
            columns={columns}
            rowKey={({ code, name }) => `${code} ${name}`}
          />
          {differing > differences.length && (
            <p className={styles.quiet}>{t('imports.totals.more', { count: differing - differences.length })}</p>
          )}
        </section>
      )}
    </>
  );
}
