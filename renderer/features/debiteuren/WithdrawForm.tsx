import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import styles from './debiteuren.module.css';

export interface WithdrawFormProps {
  readonly debtorId: DebtorId;
  readonly letterId: string;
  readonly onClose: () => void;
}

/** Withdraws a letter that has left (criterion E9): it stays in the dossier as it was made, with the reason beside it. */
export function WithdrawForm({ debtorId, letterId, onClose }: WithdrawFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const withdraw = () => {
    if (reason.trim() === '') {
      setError(t('debiteuren.withdraw.needed'));
      return;
    }
    runCommand(
      { type: 'withdraw-letter', debtorId, letterId, reason: reason.trim() },
      { key: 'debiteuren.withdraw.done' },
    ).then(onClose, (cause: unknown) => {
      const failure = failureOf(cause);
      setError(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
    });
  };
  return (
    <form
      className={styles.withdraw}
      onSubmit={(event) => {
        event.preventDefault();
        withdraw();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        label={t('debiteuren.withdraw.reason')}
        description={t('debiteuren.withdraw.explain')}
        error={error}
        autoFocus
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm">
          {t('debiteuren.withdraw.confirm')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t('debiteuren.withdraw.cancel')}
        </Button>
      </Group>
    </form>
  );
}
