import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passOver, useFolderWatch, useImportFolders } from '#renderer/state/import-folder.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import type { Failure } from '#shared/contract/errors.ts';
import styles from './drop.module.css';
import { booksWithFiles, confirmEverywhere, lookThrough, stopRound, useRound } from './everywhere.ts';
import { FolderLine } from './FolderLine.tsx';
import { FolderPlace } from './FolderPlace.tsx';
import { useImportJob } from './job.ts';
import { RoundOutcomes } from './RoundOutcomes.tsx';

/** What waits in the import folders, and confirming all that waits for every administration (criterion A11). */
export function WaitingFiles() {
  const { t } = useTranslation();
  useFolderWatch();
  const folders = useImportFolders();
  const waiting = useImportJob((job) => job.waiting);
  const book = useSession((session) => session.book);
  const writable = useSession(isWritable);
  const round = useRound();
  const [failure, setFailure] = useState<Failure | null>(null);
  const failing = (work: Promise<unknown>) => void work.catch((error: unknown) => setFailure(failureOf(error)));
  const own = folders.find((folder) => folder.book === book);
  const filled = folders.filter((folder) => folder.files.length > 0 || (folder.state !== 'ready' && folder !== own));
  const count = booksWithFiles(folders, waiting).length;
  return (
    <section className={styles.group} aria-label={t('importmap.title')}>
      <header className={styles.groupHead}>
        <h2>
          {own && own.files.length > 0 ? t('importmap.waits', { count: own.files.length }) : t('importmap.empty')}
        </h2>
      </header>
      <FolderPlace />
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {filled.length === 0 && count === 0 && own?.state === 'ready' && (
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
              disabled={!writable || round.busy}
              onLook={() => failing(lookThrough(folder.book))}
              onPassOver={(ids) => failing(passOver(folder.book, ids))}
            />
          ))}
        </ul>
      )}
      {round.busy ? (
        <ProgressLine
          label={t('importmap.all.busy', { name: round.at ?? '' })}
          done={round.done}
          total={round.total}
          onCancel={stopRound}
        />
      ) : (
        count > 0 && (
          <div className={styles.confirmAll}>
            <Button size="compact-sm" disabled={!writable} onClick={() => failing(confirmEverywhere())}>
              {t('importmap.all.button')}
            </Button>
            <span className={styles.quiet}>{t('importmap.all.why', { count })}</span>
          </div>
        )
      )}
      {round.outcomes.length > 0 && <RoundOutcomes outcomes={round.outcomes} busy={round.busy} />}
    </section>
  );
}
