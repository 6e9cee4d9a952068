import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import { Notice } from './Notice.tsx';

export interface FailureNoticeProps {
  readonly failure: Failure;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A failure in words, by its code; the technical text only goes with "Details kopiëren". */
export function FailureNotice({ failure, ...rest }: FailureNoticeProps) {
  const { t } = useTranslation();
  const { code, message, params } = failure;
  return (
    <Notice
      tone="broken"
      title={t([`errors.${code}`, 'errors.internal'], { ...params })}
      kept={t([`errors.kept.${code}`, 'errors.kept.default'], { ...params })}
      todo={t([`errors.todo.${code}`, 'errors.todo.default'], { ...params })}
      details={JSON.stringify({ code, message, params })}
      {...rest}
    />
  );
}
