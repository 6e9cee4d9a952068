import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bankRefusalText } from '#renderer/state/bank-refusal.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Payment } from '#shared/domain/item.ts';
import { returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatAccount } from '#shared/identifiers/iban.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './debiteuren.module.css';

/** What the bank says of a payment in the timeline, and the way back to reviewing it (criterion A8). */
export function BankPayment({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const writable = useSession(isWritable);
  const [failed, setFailed] = useState<string | null>(null);
  const { lineId, amount, currency, counterparty, iban, remittance, returnReason } = payment;
  // Who it is from stands in the event itself.
  const said = [
    iban && formatAccount(iban),
    returnReason === undefined ? null : t('betalingen.returned', { reason: returnReasonText(t, returnReason) }),
    remittance,
  ].filter(Boolean);
  const unmatch = () => {
    if (lineId === undefined) return;
    const params = {
      amount: formatMoney(Math.abs(amount), currency, language),
      name: counterparty ?? t('betalingen.unknownPayer'),
    };
    runCommand({ type: 'unmatch-line', lineId }, { key: 'betalingen.done.takenBack', params }).catch(
      (error: unknown) => {
        setFailed(t('betalingen.notTakenBack', { reason: bankRefusalText(t, failureOf(error)) }));
      },
    );
  };
  return (
    <>
      <p className={styles.bankText}>
        {t('debiteuren.timeline.fromBank')}
        {said.length > 0 && `: ${said.join(' · ')}`}
      </p>
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      {writable && (
        <div className={styles.eventActions}>
          <button type="button" className={styles.why} onClick={unmatch}>
            {t('betalingen.command.takeBack')}
          </button>
        </div>
      )}
    </>
  );
}
