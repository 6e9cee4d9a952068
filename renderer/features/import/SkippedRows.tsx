import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#shared/domain/import-preview.ts';
import { skippedText } from '#shared/formats/table/problems.ts';
import styles from './import.module.css';

/** A page of them is enough to see what is wrong; the number says how many there are. */
const shownRows = 100;

/** Rows that do not come in, each with its place and reason. */
export function SkippedRows({ skipped }: { readonly skipped: ImportPreview['skipped'] }) {
  const { t } = useTranslation();
  if (skipped.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{t('imports.skipped.title', { count: skipped.length })}</h2>
      <table className={`${styles.table} ${styles.narrow}`} aria-label={t('imports.skipped.label')}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('imports.skipped.row')}
            </th>
            <th scope="col">{t('imports.skipped.column')}</th>
            <th scope="col">{t('imports.skipped.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {skipped.slice(0, shownRows).map((row) => (
            <tr key={`${row.row} ${row.column} ${row.reason}`}>
              <td className={styles.number}>{row.row}</td>
              <td>{row.column ?? t('imports.skipped.wholeRow')}</td>
              <td>{skippedText(t, row.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {skipped.length > shownRows && (
        <p className={styles.quiet}>{t('imports.skipped.more', { count: skipped.length - shownRows })}</p>
      )}
    </section>
  );
}
