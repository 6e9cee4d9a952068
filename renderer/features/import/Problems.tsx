import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

/** Lines shown before the rest is asked for. */
const shownAtFirst = 5;

/** Remarks or refusals, each once, with its place: what is the matter and what to do. */
export function Problems({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={styles.problems}>
        {texts.slice(0, all ? texts.length : shownAtFirst).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {!all && texts.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" className={styles.more} onClick={() => setAll(true)}>
          {t('imports.warnings.all', { count: texts.length })}
        </Button>
      )}
    </>
  );
}
