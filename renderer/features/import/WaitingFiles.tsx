import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportFolder, passOver, useFolderWatch, useImportFolders } from '#renderer/state/import-folder.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx';
import type { Failure } from '#shared/contract/errors.ts';
import { ConfirmAll } from './ConfirmAll.tsx';
import styles from './drop.module.css';
import { lookThrough, useRound } from './everywhere.ts';
import { FolderLine } from './FolderLine.tsx';
import { FolderPlace } from './FolderPlace.tsx';

/** What waits in the import folders (criterion A11). */
export function WaitingFiles() {
  const { t } = useTranslation();
  useFolderWatch();
  const folders = useImportFolders();
  const book = useSession((session) => session.book);
  const writable = useSession(isWritable);
  const { busy } = useRound();
  const [failure, setFailure] = useState<Failure | null>(null);
  const failing = (work: Promise<unknown>) => void work.catch((error: unknown) => setFailure(failureOf(error)));
  const here = useRef<HTMLElement>(null);
  const leave = ({ book, files }: ImportFolder, ids: readonly string[]) => {
    // The line goes, and what was pressed in it.
    if (ids.length === files.length) here.current?.focus({ preventScroll: true });
    failing(passOver(book, ids));
  };
  const own = folders.find((folder) => folder.book === book);
  const filled = folders.filter((folder) => folder.files.length > 0 || (folder.state !== 'ready' && folder !== own));
  return (
    <section ref={here} tabIndex={-1} className={styles.group} aria-label={t('importmap.title')}>
      <header className={styles.groupHead}>
        <h2>
          {own && own.files.length > 0 ? t('importmap.waits', { count: own.files.length }) : t('importmap.empty')}
        </h2>
      </header>
      <FolderPlace />
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {filled.length === 0 && own?.state === 'ready' && (
        <p className={styles.quietLine}>
          {t(own?.place.isChosen ? 'importmap.place.chosenWhy' : 'importmap.emptyWhy')}
        </p>
      )}
      {filled.length > 0 && (
        <ul className={styles.others} aria-label={t('importmap.list')}>
          {filled.map((folder) => (
            <FolderLine
              key={folder.book}
              folder={folder}
              disabled={!writable || busy}
              onLook={() => failing(lookThrough(folder.book))}
              onPassOver={(ids) => leave(folder, ids)}
            />
          ))}
        </ul>
      )}
      <ConfirmAll />
    </section>
  );
}
