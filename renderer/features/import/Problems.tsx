import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

/** Lines shown before the rest is asked for. */
const shownAtFirst = 5;

/** Remarks or refusals, each with its place: what is the matter and what to do. The same said twice is shown once. */
export function Problems({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const different = [...new Set(texts)];
  return (
    <>
      <ul className={styles.problems}>
        {different.slice(0, all ? different.length : shownAtFirst).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {!all && different.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" className={styles.more} onClick={() => setAll(true)}>
          {t('imports.warnings.all', { count: different.length })}
        </Button>
      )}
    </>
  );
}
