import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportFolder,
  openFolder,
  putAwayWaiting,
  useFolderWatch,
  useImportFolders,
} from '#renderer/state/import-folder.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import type { Failure } from '#shared/contract/errors.ts';
import styles from './drop.module.css';
import { booksWithFiles, confirmEverywhere, lookThrough, stopRound, useRound } from './everywhere.ts';
import { useImportJob } from './job.ts';
import { RoundOutcomes } from './RoundOutcomes.tsx';

/** Names of files a line shows; all of them are in its title. */
const namesShown = 3;

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
  const filled = folders.filter(({ files, refused }) => files.length > 0 || refused);
  const count = booksWithFiles(folders, waiting).length;
  return (
    <section className={styles.group} aria-label={t('importmap.title')}>
      <header className={styles.groupHead}>
        <h2>
          {own && own.files.length > 0 ? t('importmap.waits', { count: own.files.length }) : t('importmap.empty')}
        </h2>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.aside}
          onClick={() => book && failing(openFolder(book))}
        >
          {t('importmap.open')}
        </Button>
      </header>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {filled.length === 0 && count === 0 && <p className={styles.quietLine}>{t('importmap.emptyWhy')}</p>}
      {filled.length > 0 && (
        <ul className={styles.others} aria-label={t('importmap.list')}>
          {filled.map((folder) => (
            <FolderLine
              key={folder.book}
              folder={folder}
              disabled={!writable || round.busy}
              onLook={() => failing(lookThrough(folder.book))}
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

/** The folder of one administration: how many files, which, and what can be done with them. */
function FolderLine({
  folder: { book, files, refused },
  disabled,
  onLook,
}: {
  readonly folder: ImportFolder;
  readonly disabled: boolean;
  readonly onLook: () => void;
}) {
  const { t } = useTranslation();
  const name = useSession(({ administrations }) => administrations.find(({ id }) => id === book)?.name ?? book);
  const names = files.map((file) => file.name);
  const away = async () => {
    for (const { id } of files) await putAwayWaiting(book, id);
  };
  return (
    <li>
      <strong className={styles.whose}>{name}</strong>
      <span className={styles.what} title={names.join('\n')}>
        <strong>{refused ? t('importmap.refused') : t('importmap.files', { count: files.length })}</strong>
        {files.length > 0 && ` · ${names.slice(0, namesShown).join(', ')}${names.length > namesShown ? ', …' : ''}`}
      </span>
      <span className={styles.buttons}>
        {files.length > 0 && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              disabled={disabled}
              aria-label={t('importmap.lookOf', { name })}
              onClick={onLook}
            >
              {t('importmap.look')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              className={styles.aside}
              disabled={disabled}
              title={t('importmap.awayWhy')}
              aria-label={t('importmap.awayOf', { name })}
              onClick={() => void away()}
            >
              {t('importmap.away')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
