import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useAdministration, useFreshness } from '#renderer/db/read/hooks.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import styles from './aanmanen.module.css';

/** Data too old to dun on by itself: the reason to do so all the same is asked first, and logged (criterion A9). */
export function StaleReason({ onAccept }: { readonly onAccept: (reason: string) => void }) {
  const { t } = useTranslation();
  const { bankUntil, listAsOf } = useFreshness();
  const administration = useAdministration();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <form
      className={styles.stale}
      onSubmit={(event) => {
        event.preventDefault();
        if (given) onAccept(given);
      }}
    >
      <Notice
        tone="attention"
        title={t('aanmanen.stale.title', { days: administration?.staleAfterDays ?? 3 })}
        kept={
          bankUntil && listAsOf
            ? t('aanmanen.stale.explain', { bank: formatDate(bankUntil), list: formatDate(listAsOf) })
            : t('aanmanen.stale.explainUnknown')
        }
      />
      <Textarea
        label={t('aanmanen.stale.reason')}
        description={t('aanmanen.stale.reasonHint')}
        placeholder={t('aanmanen.stale.placeholder')}
        autosize
        minRows={2}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            if (given) onAccept(given);
          }
        }}
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => goTo(addressOf(['import']))}>
          {t('aanmanen.stale.import')}
        </Button>
        <Button type="submit" disabled={!given}>
          {t('aanmanen.stale.go')}
        </Button>
      </div>
    </form>
  );
}
