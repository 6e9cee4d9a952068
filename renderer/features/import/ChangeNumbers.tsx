import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#shared/domain/import-preview.ts';
import styles from './import.module.css';

/** What confirming would change, as numbers. A zero reads as quiet. */
export function ChangeNumbers({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const numbers = [
    ['itemsNew', preview.itemsNew],
    ['itemsChanged', preview.itemsChanged],
    ['itemsSame', preview.itemsSame],
    ['itemsGone', preview.itemsGone],
    ['skipped', preview.skipped.length],
    ['debtorsNew', preview.debtorsNew],
    ['debtorsChanged', preview.debtorsChanged],
  ] as const;
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
