import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/commands/address.ts';
import type { WaitingMoney } from '#renderer/db/import-api.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './waiting-money.module.css';

/** Where what waits of these debtors, and nothing else, is looked at. */
export function reviewOf(debtorIds: readonly DebtorId[]): string {
  return addressOf(['betalingen'], { debiteur: debtorIds.join(',') });
}

export interface WaitingMoneyLinkProps {
  readonly debtorId: DebtorId;
  /** Never empty. */
  readonly money: readonly WaitingMoney[];
  /** In a row of a list with one tab stop, and little room: the amount without its day. */
  readonly inRow?: boolean;
}

/** Money that may well be of a debtor who is about to be dunned, and the way to look at it first. */
export function WaitingMoneyLink({ debtorId, money, inRow }: WaitingMoneyLinkProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [first] = money;
  const amount = first ? formatMoney(first.amount, first.currency, language) : '';
  const date = first ? formatShortDay(first.date, language) : '';
  return (
    <a href={reviewOf([debtorId])} tabIndex={inRow ? -1 : undefined} className={styles.link}>
      <StatusText tone="attention">
        {t(inRow ? 'betalingen.waitsInRow' : 'betalingen.waits', { count: money.length, amount, date })}
      </StatusText>
    </a>
  );
}
