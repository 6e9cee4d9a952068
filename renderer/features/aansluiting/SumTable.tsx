import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { DifferenceCause, Reconciliation } from '#shared/insight/reconciliation.ts';
import styles from './aansluiting.module.css';

export interface SumTableProps {
  readonly found: Reconciliation;
  readonly chosen: DifferenceCause | null;
  readonly onChoose: (cause: DifferenceCause | null) => void;
}

/** From the balance of account 1300 to what is open here, one line per cause; a cause shows its items. */
export function SumTable({ found, chosen, onChoose }: SumTableProps) {
  const { t } = useTranslation();
  const { list, stated, causes, unexplained, open } = found;
  return (
    <table className={styles.sum}>
      <caption className="visually-hidden">{t('aansluiting.title')}</caption>
      <tbody>
        <tr className={styles.strong}>
          <th scope="row">{t('aansluiting.account', { asOf: formatDate(list.asOf) })}</th>
          <td>
            <Amount cents={stated} strong />
          </td>
        </tr>
        {causes.map(({ cause, count, total }) => (
          <tr key={cause}>
            <th scope="row">
              <button
                type="button"
                className={styles.cause}
                aria-pressed={cause === chosen}
                onClick={() => onChoose(cause === chosen ? null : cause)}
              >
                {t(`aansluiting.cause.${cause}`)}
              </button>{' '}
              <span className={styles.quiet}>{t('aansluiting.items', { count })}</span>
            </th>
            <td>
              <Amount cents={total} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('aansluiting.unexplained')}</th>
          <td>
            <Amount cents={unexplained} />
          </td>
        </tr>
        <tr className={styles.total}>
          <th scope="row">{t('aansluiting.open')}</th>
          <td>
            <Amount cents={open} strong />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
