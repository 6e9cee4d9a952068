import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Explain.module.css';

export interface ExplainProps {
  /** What is explained; becomes the button. */
  readonly children: ReactNode;
  readonly title: string;
  /** Formula, days, rate and source, article: one line each. */
  readonly lines: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly source?: string;
}

/** Uitleg: where a computed figure comes from. */
export function Explain({ children, title, lines, source }: ExplainProps) {
  const { t } = useTranslation();
  return (
    <Popover width={340} position="bottom-end" shadow="sm" withinPortal>
      <Popover.Target>
        <button type="button" className={styles.trigger} aria-label={t('common.explain', { what: title })}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.title}>{title}</p>
        <dl className={styles.lines}>
          {lines.map((line) => (
            <div key={line.label} className={styles.line}>
              <dt>{line.label}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
        {source && <p className={styles.source}>{source}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
