import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Payment } from '#shared/domain/item.ts';
import { formatMoney } from '#shared/money/cents.ts';
import entry from './entry.module.css';
import { useFormCommand } from './use-form-command.ts';

export interface HandPaymentProps {
  readonly debtorId: DebtorId;
  readonly payment: Payment;
}

/** Takes back a payment that was entered by hand. */
export function HandPayment({ debtorId, payment }: HandPaymentProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { failed, save } = useFormCommand(() => undefined);
  const amount = formatMoney(payment.amount, payment.currency, language);
  return (
    <>
      {failed && <Notice tone="broken" title={failed} />}
      <div className={entry.takeBack}>
        <ConfirmButton
          variant="subtle"
          size="compact-sm"
          question={t('invoer.payment.removeQuestion', { amount })}
          confirm={t('invoer.payment.removeConfirm')}
          onConfirm={() =>
            void save([{ type: 'remove-payment', debtorId, paymentId: payment.id }], {
              key: 'invoer.payment.removed',
              params: { amount },
            })
          }
        >
          {t('invoer.payment.remove')}
        </ConfirmButton>
      </div>
    </>
  );
}
