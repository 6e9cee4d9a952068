import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useImportFolders } from '#renderer/state/import-folder.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import styles from './drop.module.css';
import { booksWithFiles, confirmEverywhere, useRound } from './everywhere.ts';
import { useImportJob } from './job.ts';

/**
 * "Alles bevestigen" for every administration files wait for (criterion A11), when there is any besides what lies on the
 * table: in the footer beside the table's own button, else below what waits.
 */
export function ConfirmAll({ inFooter = false }: { readonly inFooter?: boolean }) {
  const { t } = useTranslation();
  const folders = useImportFolders();
  const { files, waiting, phase } = useImportJob((job) => job);
  const open = useSession(({ book }) => (files.length > 0 ? book : null));
  const writable = useSession(isWritable);
  const { busy } = useRound();
  const count = booksWithFiles(open, folders, waiting).length;
  if (busy || booksWithFiles(null, folders, waiting).length === 0 || inFooter !== (open !== null)) return null;
  const begin = () => {
    // What comes of each stands on top.
    document.querySelector('main')?.scrollTo({ top: 0 });
    void confirmEverywhere();
  };
  return (
    <div className={styles.confirmAll}>
      <Button
        {...(inFooter ? { variant: 'default' } : { size: 'compact-sm' })}
        disabled={!writable || (inFooter && phase !== 'ready')}
        title={t('importmap.all.why', { count })}
        onClick={begin}
      >
        {t(inFooter ? 'importmap.all.ofAll' : 'importmap.all.button', { count })}
      </Button>
      {!inFooter && <span className={styles.quiet}>{t('importmap.all.why', { count })}</span>}
    </div>
  );
}
