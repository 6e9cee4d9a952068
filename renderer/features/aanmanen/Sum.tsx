import type { ReactNode } from 'react';
import { Amount } from '#renderer/ui/Amount.tsx';
import styles from './aanmanen.module.css';

export interface SumProps {
  readonly label: string;
  readonly cents: number;
  readonly currency: string;
  readonly strong?: boolean;
  /** Told, not claimed: no part of the total. */
  readonly quiet?: boolean;
  /** Puts the amount behind its explanation. */
  readonly explained?: (amount: ReactNode) => ReactNode;
}

/** One line under the items of a letter. */
export function Sum({ label, cents, currency, strong = false, quiet = false, explained }: SumProps) {
  const amount = <Amount cents={cents} currency={currency} strong={strong} muted={quiet} />;
  return (
    <tr className={strong ? styles.total : quiet ? styles.quiet : undefined}>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      <td className={styles.right}>{explained ? explained(amount) : amount}</td>
    </tr>
  );
}
