import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebtor } from '#renderer/db/read/hooks.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import styles from './vandaag.module.css';

export interface CallFormProps {
  readonly debtorId: DebtorId;
  readonly onSave: (outcome: string) => void;
}

/** The number to call and the line to write down what came of it. */
export function CallForm({ debtorId, onSave }: CallFormProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState('');
  const phone = debtorIn(useDebtor(debtorId)?.ledger)?.phone;
  const given = outcome.trim();
  return (
    <form
      className={styles.call}
      onSubmit={(event) => {
        event.preventDefault();
        if (given) onSave(given);
      }}
    >
      <p>{phone ? t('vandaag.call.phone', { phone }) : t('vandaag.call.noPhone')}</p>
      <Textarea
        label={t('vandaag.call.outcome')}
        placeholder={t('vandaag.call.placeholder')}
        autoFocus
        autosize
        minRows={2}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (given) onSave(given);
        }}
      />
      <Button type="submit" size="compact-sm" disabled={!given}>
        {t('vandaag.call.save')}
      </Button>
    </form>
  );
}
