import type { ReactNode } from 'react';
import styles from './StatusText.module.css';

export type Tone = 'plain' | 'good' | 'attention' | 'broken' | 'muted';

const marks: Readonly<Record<Tone, string>> = { plain: '', good: '✓', attention: '!', broken: '×', muted: '' };

/** A state in words. The mark repeats what the colour says, so that colour is never alone. */
export function StatusText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`${styles.status} ${styles[tone]}`}>
      {marks[tone] && (
        <span className={styles.mark} aria-hidden="true">
          {marks[tone]}
        </span>
      )}
      {children}
    </span>
  );
}
