import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './ProgressLine.module.css';

export interface ProgressLineProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
  /** Instead of "3 van 10": in bytes, with the time left. */
  readonly count?: string;
  readonly onCancel?: () => void;
}

/** A long job in one line: what, how far, and a way to stop it. */
export function ProgressLine({ done, total, label, count, onCancel }: ProgressLineProps) {
  const { t } = useTranslation();
  const share = total > 0 ? Math.min(done / total, 1) : 0;
  return (
    <div className={styles.line}>
      <span className={styles.label}>{label}</span>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span className={styles.done} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.count}>{count ?? t('common.doneOfTotal', { done, total })}</span>
      {onCancel && (
        <Button variant="subtle" size="compact-sm" onClick={onCancel}>
          {t('common.stop')}
        </Button>
      )}
    </div>
  );
}
