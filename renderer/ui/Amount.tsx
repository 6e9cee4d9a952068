import { type Cents, type Currency, formatMoney } from '#shared/money/cents.ts';
import styles from './Amount.module.css';
import { useUiLanguage } from './language.ts';

export interface AmountProps {
  readonly cents: Cents;
  readonly currency?: Currency;
  readonly strong?: boolean;
  readonly muted?: boolean;
  /** Below zero it is no credit but something to see to: money that went back, a difference. */
  readonly warnsBelowZero?: boolean;
  /** Within a sentence: keeps its place in the line instead of filling a cell to the right. */
  readonly inline?: boolean;
}

/** An amount: tabular figures, right-aligned, with its own colour below zero; the same text as on letters. Nothing owed reads as muted. */
export function Amount({ cents, currency = 'EUR', strong, muted, warnsBelowZero, inline }: AmountProps) {
  const language = useUiLanguage();
  const parts = [styles.amount];
  if (inline) parts.push(styles.inline);
  if (strong) parts.push(styles.strong);
  if (muted || cents === 0) parts.push(styles.muted);
  else if (cents < 0) parts.push(warnsBelowZero ? styles.warns : styles.negative);
  return <span className={parts.join(' ')}>{formatMoney(cents, currency, language)}</span>;
}
