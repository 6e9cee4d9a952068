import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import type { DifferenceCause, DifferenceLine } from '#shared/insight/reconciliation.ts';
import styles from './aansluiting.module.css';

export interface CauseTableProps {
  readonly cause: DifferenceCause;
  readonly lines: readonly DifferenceLine[];
}

/** The items behind one cause; Enter opens the debtor. */
export function CauseTable({ cause, lines }: CauseTableProps) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<DifferenceLine>[]>(
    () => [
      {
        id: 'debtor',
        header: t('aansluiting.column.name'),
        grow: 3,
        render: ({ debtorName }) => debtorName,
        tooltip: ({ debtorCode, debtorName }) => `${debtorCode} · ${debtorName}`,
      },
      { id: 'number', header: t('aansluiting.column.number'), grow: 1, render: ({ number }) => number },
      { id: 'date', header: t('aansluiting.column.date'), width: 112, render: ({ date }) => <DateText date={date} /> },
      {
        id: 'amount',
        header: t('aansluiting.column.amount'),
        width: 128,
        align: 'right',
        render: ({ amount }) => <Amount cents={amount} />,
      },
    ],
    [t],
  );
  return (
    <section className={styles.part}>
      <h2>{t(`aansluiting.cause.${cause}`)}</h2>
      <p className={styles.quiet}>{t(`aansluiting.todo.${cause}`)}</p>
      <DataTable
        inline
        label={t(`aansluiting.cause.${cause}`)}
        rows={lines}
        columns={columns}
        rowKey={({ debtorId, itemId, date, amount }) => `${debtorId} ${itemId} ${date} ${amount}`}
        onOpen={({ debtorId }) => goTo(addressOf(['debiteuren', debtorId]))}
      />
    </section>
  );
}
