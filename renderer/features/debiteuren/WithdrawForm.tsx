import { useTranslation } from 'react-i18next';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { ReasonForm } from './ReasonForm.tsx';

export interface WithdrawFormProps {
  readonly debtorId: DebtorId;
  readonly letterId: string;
  readonly onClose: () => void;
}

/** Withdraws a letter that has left (criterion E9): it stays in the dossier as it was made, with the reason beside it. */
export function WithdrawForm({ debtorId, letterId, onClose }: WithdrawFormProps) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      label={t('debiteuren.withdraw.reason')}
      description={t('debiteuren.withdraw.explain')}
      needed={t('debiteuren.withdraw.needed')}
      confirm={t('debiteuren.withdraw.confirm')}
      cancel={t('debiteuren.withdraw.cancel')}
      commandOf={(reason) => ({ type: 'withdraw-letter', debtorId, letterId, reason })}
      done={{ key: 'debiteuren.withdraw.done' }}
      onClose={onClose}
    />
  );
}
