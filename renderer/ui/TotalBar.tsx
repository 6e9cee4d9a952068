import type { ReactNode } from 'react';
import type { Cents, Currency } from '#shared/money/cents.ts';
import { Amount } from './Amount.tsx';
import styles from './TotalBar.module.css';

export interface TotalBarProps {
  readonly totals: readonly {
    readonly label: string;
    readonly cents: Cents;
    readonly currency?: Currency;
    readonly strong?: boolean;
  }[];
  /** What the amounts are about: "37 brieven, 24 per e-mail". */
  readonly text?: ReactNode;
  readonly children?: ReactNode;
}

/** Totals of what is selected, with the button that acts on them at the right. */
export function TotalBar({ totals, text, children }: TotalBarProps) {
  return (
    <div className={styles.bar}>
      {text && <div className={styles.text}>{text}</div>}
      <dl className={styles.totals}>
        {totals.map((total) => (
          <div key={`${total.label}${total.currency ?? ''}`}>
            <dt>{total.label}</dt>
            <dd>
              <Amount cents={total.cents} currency={total.currency ?? 'EUR'} strong={total.strong ?? false} />
            </dd>
          </div>
        ))}
      </dl>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
