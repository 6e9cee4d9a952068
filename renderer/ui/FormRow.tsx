import type { ReactNode } from 'react';
import styles from './FormRow.module.css';

export interface FormRowProps {
  readonly label: string;
  /** The id of the field the label belongs to. */
  readonly htmlFor?: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One question of a form: label at the left, field and hint at the right; stacked when narrow. */
export function FormRow({ label, htmlFor, hint, children }: FormRowProps) {
  return (
    <div className={styles.row}>
      {htmlFor ? (
        <label className={styles.label} htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
      <div className={styles.field}>
        {children}
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  );
}
