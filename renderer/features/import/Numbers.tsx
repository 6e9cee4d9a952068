import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

/** What confirming would change, as numbers: names under `imports.numbers`. A zero reads as quiet. */
export function Numbers({ numbers }: { readonly numbers: readonly (readonly [name: string, count: number])[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.numbers} aria-label={t('imports.numbers.label')}>
      {numbers.map(([name, count]) => (
        <div key={name} className={count === 0 ? styles.zero : undefined} data-number={name}>
          <dt>{t(`imports.numbers.${name}`)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
