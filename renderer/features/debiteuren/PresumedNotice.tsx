import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';

export interface PresumedNoticeProps {
  readonly count: number;
  readonly onSettle: (paid: boolean) => void;
}

/** Several items are gone from the last full list: settled, or still open, all at once (criterion A3). */
export function PresumedNotice({ count, onSettle }: PresumedNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="attention"
      title={t('debiteuren.presumed.title', { count })}
      kept={t('debiteuren.presumed.explain')}
      action={
        <>
          <Button size="compact-sm" onClick={() => onSettle(true)}>
            {t('debiteuren.presumed.confirm', { count })}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onSettle(false)}>
            {t('debiteuren.presumed.deny')}
          </Button>
        </>
      }
    />
  );
}
