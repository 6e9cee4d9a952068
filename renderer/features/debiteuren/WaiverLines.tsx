import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import styles from './debiteuren.module.css';
import { ReasonForm } from './ReasonForm.tsx';

export interface WaiverLinesProps {
  readonly debtorId: DebtorId;
  readonly ledger: DebtorLedger;
  readonly writable: boolean;
}

/** What was given up of interest and costs, each with its reason and a way to take that back. */
export function WaiverLines({ debtorId, ledger, writable }: WaiverLinesProps) {
  const { t } = useTranslation();
  const waivers = Object.values(ledger.waiver ?? {}).sort((a, b) => (a.on < b.on ? -1 : 1));
  const [ending, setEnding] = useState<string | null>(null);
  if (waivers.length === 0) return null;
  return (
    <ul className={styles.waivers} aria-label={t('debiteuren.waive.list')}>
      {waivers.map((waiver) => {
        const number = waiver.itemId === null ? null : (ledger.item?.[waiver.itemId]?.number ?? waiver.itemId);
        const params = { what: t(`debiteuren.waive.parts.${waiver.what}`), number, date: formatDate(waiver.on) };
        return (
          <li key={waiver.id}>
            <span>
              {t(number === null ? 'debiteuren.waive.line' : 'debiteuren.waive.lineItem', params)}
              <span className={styles.quiet}> {waiver.reason}</span>
            </span>
            {ending === waiver.id ? (
              <ReasonForm
                inline
                label={t('debiteuren.waive.endReason')}
                needed={t('debiteuren.waive.reasonNeeded')}
                confirm={t('debiteuren.waive.end')}
                cancel={t('debiteuren.holds.cancel')}
                commandOf={(reason) => ({ type: 'end-waiver', debtorId, waiverId: waiver.id, reason })}
                done={{ key: 'debiteuren.waive.ended' }}
                onClose={() => setEnding(null)}
              />
            ) : (
              writable && (
                <button type="button" className={styles.why} onClick={() => setEnding(waiver.id)}>
                  {t('debiteuren.waive.end')}
                </button>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}
