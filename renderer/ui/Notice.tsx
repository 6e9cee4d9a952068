import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Notice.module.css';
import { WholeDates } from './WholeDates.tsx';

export interface NoticeProps {
  readonly tone: 'info' | 'attention' | 'broken';
  /** What happened. */
  readonly title: string;
  /** What was kept. */
  readonly kept?: string;
  /** What to do. */
  readonly todo?: string;
  /** For support: goes to the clipboard, is not shown. */
  readonly details?: string;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
  readonly children?: ReactNode;
}

/** A message next to its cause: what happened, what was kept, what to do. */
export function Notice({ tone, title, kept, todo, details, action, onDismiss, children }: NoticeProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(details ?? '').then(() => setCopied(true));
  };
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'broken' ? 'alert' : 'status'}>
      <p className={styles.title}>
        <WholeDates text={title} />
      </p>
      {kept && (
        <p>
          <WholeDates text={kept} />
        </p>
      )}
      {todo && (
        <p>
          <WholeDates text={todo} />
        </p>
      )}
      {children}
      {(action || details || onDismiss) && (
        <div className={styles.actions}>
          {action}
          {details && (
            <Button variant="subtle" size="compact-sm" onClick={copy}>
              {copied ? t('common.detailsCopied') : t('common.copyDetails')}
            </Button>
          )}
          {onDismiss && (
            <Button variant="subtle" size="compact-sm" onClick={onDismiss}>
              {t('common.dismiss')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
