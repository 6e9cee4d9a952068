import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Notice } from './Notice.tsx';

export interface ExportedNoticeProps {
  /** Where it was written; null before, and when it was not. */
  readonly name: string | null;
  readonly failure: Failure | null;
  readonly onReveal: () => void;
  readonly onDismiss: () => void;
}

/** A file that was written for the user, with the way to it. */
export function ExportedNotice({ name, failure, onReveal, onDismiss }: ExportedNoticeProps) {
  const { t } = useTranslation();
  return (
    <>
      {failure && <FailureNotice failure={failure} onDismiss={onDismiss} />}
      {name !== null && (
        <Notice
          tone="info"
          title={t('common.exported', { name })}
          action={
            <Button size="compact-sm" variant="default" onClick={onReveal}>
              {t('common.reveal')}
            </Button>
          }
          onDismiss={onDismiss}
        />
      )}
    </>
  );
}
