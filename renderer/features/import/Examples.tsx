import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { StatusText, type Tone } from '#renderer/ui/StatusText.tsx';
import type { ImportPreview } from '#shared/domain/import-preview.ts';
import styles from './import.module.css';

const tones: Readonly<Record<ImportPreview['examples'][number]['sort'], Tone>> = {
  new: 'plain',
  changed: 'plain',
  gone: 'muted',
  'paid-here': 'attention',
};

/** The first changes of each sort, with the balance before and after. */
export function Examples({ examples }: { readonly examples: ImportPreview['examples'] }) {
  const { t } = useTranslation();
  if (examples.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{t('imports.examples.title')}</h2>
      <table className={styles.table} aria-label={t('imports.examples.label')}>
        <thead>
          <tr>
            <th scope="col">{t('imports.examples.debtor')}</th>
            <th scope="col">{t('imports.examples.number')}</th>
            <th scope="col" className={styles.number}>
              {t('imports.examples.before')}
            </th>
            <th scope="col" className={styles.number}>
              {t('imports.examples.after')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('imports.numbers.label')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={`${example.sort} ${example.debtor} ${example.number}`}>
              <td>{example.debtor}</td>
              <td>{example.number}</td>
              <td className={styles.number}>{example.before === null ? '–' : <Amount cents={example.before} />}</td>
              <td className={styles.number}>{example.after === null ? '–' : <Amount cents={example.after} />}</td>
              <td>
                <StatusText tone={tones[example.sort]}>{t(`imports.examples.sort.${example.sort}`)}</StatusText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
