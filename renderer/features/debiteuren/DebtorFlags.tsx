import { useTranslation } from 'react-i18next';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import type { Hold } from '#shared/domain/hold.ts';
import styles from './debiteuren.module.css';

/** Code, kind and what to know before anything else, in one line. */
export function DebtorFlags({ debtor, holds }: { readonly debtor: Debtor; readonly holds: readonly Hold[] }) {
  const { t } = useTranslation();
  const whole = holds.find((hold) => hold.itemId === null);
  return (
    <span className={styles.flags}>
      {debtor.code !== debtor.name && <span>{debtor.code}</span>}
      <span>{debtor.kind === 'unknown' ? t('debiteuren.card.kindUnknown') : t(`debiteuren.kind.${debtor.kind}`)}</span>
      {debtor.naturalPerson && debtor.kind === 'business' && <span>{t('debiteuren.card.naturalPerson')}</span>}
      {debtor.directDebit && <span>{t('debiteuren.card.directDebit')}</span>}
      {debtor.email === null && <StatusText tone="attention">{t('debiteuren.card.noEmail')}</StatusText>}
      {debtor.address === null && <StatusText tone="attention">{t('debiteuren.card.noAddress')}</StatusText>}
      {whole && (
        <StatusText tone="attention">
          {whole.until
            ? t('debiteuren.card.blockedUntil', { date: formatDate(whole.until) })
            : t('debiteuren.card.blocked')}
        </StatusText>
      )}
    </span>
  );
}
