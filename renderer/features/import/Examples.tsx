import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StatusText, type Tone } from '#renderer/ui/StatusText.tsx';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';
import styles from './import.module.css';

type Example = ImportPreview['examples'][number];

const tones: Readonly<Record<Example['sort'], Tone>> = {
  new: 'plain',
  changed: 'plain',
  gone: 'muted',
  'paid-here': 'attention',
};

const amount = (cents: Cents | null, currency: Currency) =>
  cents === null ? '–' : <Amount cents={cents} currency={currency} />;
const keyOf = ({ sort, debtor, number }: Example) => `${sort} ${debtor} ${number}`;

/** The first changes of each sort, with the balance before and after. */
export function Examples({ examples }: { readonly examples: readonly Example[] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Example>[]>(
    () => [
      {
        id: 'debtor',
        header: t('imports.examples.debtor'),
        grow: 2,
        render: ({ debtor }) => debtor,
        tooltip: ({ debtor }) => debtor,
      },
      { id: 'number', header: t('imports.examples.number'), render: ({ number }) => number },
      {
        id: 'before',
        header: t('imports.examples.before'),
        width: 112,
        align: 'right',
        render: ({ before, currency }) => amount(before, currency),
      },
      {
        id: 'after',
        header: t('imports.examples.after'),
        width: 112,
        align: 'right',
        render: ({ after, currency }) => amount(after, currency),
      },
      {
        id: 'sort',
        header: t('imports.numbers.label'),
        hideHeader: true,
        grow: 1.5,
        render: ({ sort }) => <StatusText tone={tones[sort]}>{t(`imports.examples.sort.${sort}`)}</StatusText>,
        tooltip: ({ sort }) => t(`imports.examples.sort.${sort}`),
      },
    ],
    [t],
  );
  if (examples.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{t('imports.examples.title')}</h4>
      <DataTable inline label={t('imports.examples.label')} rows={examples} columns={columns} rowKey={keyOf} />
    </section>
  );
}
