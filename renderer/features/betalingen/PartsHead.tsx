import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankLine } from '#shared/domain/bank/line.ts';
import styles from './betalingen.module.css';

export interface PartsHeadProps {
  readonly line: BankLine;
  /** Columns some tables have and others do not. */
  readonly hasDate?: boolean;
  readonly hasDiscount?: boolean;
  readonly children?: ReactNode;
}

/** Headings of what a line pays: which invoice, what was open, what is paid of it and what stays. */
export function PartsHead({ line, hasDate = false, hasDiscount = false, children }: PartsHeadProps) {
  const { t } = useTranslation();
  const amount = (name: 'open' | 'back' | 'paid' | 'discount' | 'left') => (
    <th scope="col" className={styles.right}>
      {t(`betalingen.parts.${name}`)}
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col">{t('betalingen.parts.number')}</th>
        {hasDate && <th scope="col">{t('betalingen.parts.date')}</th>}
        {amount('open')}
        {amount(line.amount < 0 ? 'back' : 'paid')}
        {hasDiscount && amount('discount')}
        {amount('left')}
        {children}
      </tr>
    </thead>
  );
}
