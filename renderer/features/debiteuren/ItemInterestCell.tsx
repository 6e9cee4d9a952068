import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Explain } from '#renderer/ui/Explain.tsx';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import styles from './debiteuren.module.css';

export interface ItemInterestCellProps {
  readonly charges: DebtorCharges | null | undefined;
  readonly itemId: string;
  readonly number: string;
}

/** Interest over one item through today, explained; or why none runs, on hover and aloud. */
export function ItemInterestCell({ charges, itemId, number }: ItemInterestCellProps) {
  const { t } = useTranslation();
  const own = charges?.items.find((item) => item.itemId === itemId);
  if (!own) return null;
  const { interest, noInterest } = own;
  if (interest && charges?.interest) {
    const alone = { until: charges.interest.until, items: [interest], total: interest.total, perDay: 0 };
    return (
      <Explain title={t('debiteuren.charges.interestOf', { number })} steps={charges.interest.steps} interest={alone}>
        <Amount cents={interest.total} />
      </Explain>
    );
  }
  const reason = noInterest && t(`debiteuren.charges.noInterest.${noInterest}`);
  return reason ? (
    <span className={styles.quiet} title={reason}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{reason}</span>
    </span>
  ) : null;
}
