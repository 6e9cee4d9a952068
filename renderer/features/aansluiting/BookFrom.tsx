import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { useTextExport } from '#renderer/state/text-export.ts';
import { ExportedNotice } from '#renderer/ui/ExportedNotice.tsx';
import { type PostBack, postBackLists, postBackTable } from '#shared/insight/post-back.ts';
import styles from './aansluiting.module.css';

const fileNames = { 'lettered-off': 'afletterlijst', 'let-go': 'betalingsverschillen', charged: 'rente-en-kosten' };

/** The lists a bookkeeper books from, each as a table for a spreadsheet. */
export function BookFrom({ lists }: { readonly lists: PostBack }) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const exporting = useTextExport();
  return (
    <section className={styles.part}>
      <h2>{t('aansluiting.lists.title')}</h2>
      <ul className={styles.lists}>
        {postBackLists.map((list) => {
          const rows = lists[list].length;
          return (
            <li key={list}>
              <span>
                <strong>{t(`aansluiting.lists.${list}.name`)}</strong>{' '}
                <span className={styles.quiet}>{t(`aansluiting.lists.${list}.what`)}</span>
              </span>
              <span className={styles.quiet}>{t('aansluiting.rows', { count: rows })}</span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={rows === 0}
                aria-label={t('aansluiting.lists.saveAs', { list: t(`aansluiting.lists.${list}.name`) })}
                onClick={() =>
                  void exporting.make(
                    `${fileNames[list]}-${today}.csv`,
                    postBackTable(lists, list, (key) => t(key)),
                  )
                }
              >
                {t('aansluiting.lists.save')}
              </Button>
            </li>
          );
        })}
      </ul>
      <ExportedNotice
        name={exporting.made?.name ?? null}
        failure={exporting.failure}
        onReveal={() => void exporting.reveal()}
        onDismiss={exporting.dismiss}
      />
    </section>
  );
}
