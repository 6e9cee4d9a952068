import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { InvoicesPreview } from '#shared/domain/drop/drop.ts';
import styles from './import.module.css';
import { Numbers } from './Numbers.tsx';
import { Problems } from './Problems.tsx';
import { problemOf } from './wording.ts';

/** Electronic invoices, folders and zips of them: how many there are, and which are refused and why (criterion A6). */
export function InvoicesDetail({ invoices }: { readonly invoices: InvoicesPreview }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { refused } = invoices;
  return (
    <>
      <Numbers
        numbers={[
          ['invoices', invoices.invoices],
          ['credits', invoices.credits],
          ['known', invoices.known],
          ['copies', invoices.copies],
          ['refused', refused.length],
        ]}
      />
      {invoices.copies > 0 && <p className={styles.quiet}>{t('imports.invoices.copies')}</p>}
      {refused.length > 0 && (
        <Notice tone="broken" title={t('imports.invoices.refused', { count: refused.length })}>
          <Problems texts={[...new Set(refused.map(({ file, problem }) => problemOf(t, file, problem, language)))]} />
        </Notice>
      )}
    </>
  );
}
