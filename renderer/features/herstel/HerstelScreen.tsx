import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/ipc.ts';
import { formatMoment } from '#shared/dates/civil.ts';
import { call } from '../../host/client.ts';
import { openBook, rebuildDatabase, restoreBackup } from '../../state/session.ts';
import { useSession } from '../../state/session-store.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './Herstel.module.css';

type Backup = Output<'backup.list'>['backups'][number];

/** Recovery: what was found, what was kept, what will happen, and one button. Until it is pressed nothing is written. */
export function HerstelScreen() {
  const { t } = useTranslation();
  const book = useSession((session) => session.book) ?? '';
  const openState = useSession((session) => session.openState);
  const error = useSession((session) => session.error);
  const administrations = useSession((session) => session.administrations);
  const name = administrations.find(({ id }) => id === book)?.name ?? book;
  const reason = openState?.state === 'read-only' ? openState.reason : 'journal-broken';
  const detail = openState?.state === 'read-only' ? openState.detail : '';
  const others = administrations.filter(({ id }) => id !== book);
  return (
    <main className={styles.page}>
      <Stamp />
      <h1>{t('herstel.title')}</h1>
      <p className={styles.sentence}>{t(`herstel.${reason}.sentence`, { name })}</p>
      <dl className={styles.facts}>
        <dt>{t('herstel.whatFound')}</dt>
        <dd>{t(`herstel.${reason}.found`)}</dd>
        <dt>{t('herstel.whatKept')}</dt>
        <dd>{t('herstel.kept')}</dd>
        <dt>{t('herstel.whatNext')}</dt>
        <dd>{t(`herstel.${reason}.restore`)}</dd>
      </dl>
      {error && <FailureNotice failure={error} />}
      <div className={styles.actions}>
        {reason === 'journal-behind' && <Rebuild name={name} />}
        {reason === 'journal-broken' && <RestoreNewest book={book} name={name} detail={detail} />}
        {(reason === 'newer-version' || reason === 'safe-mode') && (
          <Button onClick={() => void openBook(book)}>{t('herstel.tryAgain')}</Button>
        )}
      </div>
      {detail && (
        <details className={styles.details}>
          <summary>{t('herstel.details')}</summary>
          <p>{detail}</p>
        </details>
      )}
      {others.length > 0 && (
        <section className={styles.others}>
          <h2>{t('herstel.otherAdministration')}</h2>
          {others.map((other) => (
            <Button key={other.id} variant="default" size="xs" onClick={() => void openBook(other.id)}>
              {other.name}
            </Button>
          ))}
        </section>
      )}
    </main>
  );
}

function Rebuild({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="filled"
      question={t('herstel.rebuildQuestion', { name })}
      confirm={t('herstel.rebuildConfirm')}
      onConfirm={() => void rebuildDatabase()}
    >
      {t('herstel.rebuild')}
    </ConfirmButton>
  );
}

interface RestoreNewestProps {
  readonly book: string;
  readonly name: string;
  readonly detail: string;
}

function RestoreNewest({ book, name, detail }: RestoreNewestProps) {
  const { t } = useTranslation();
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    let left = false;
    void call('backup.list', { book }).then((answer) => {
      if (!left) setBackups(answer.ok ? answer.value.backups : []);
    });
    return () => {
      left = true;
    };
  }, [book]);
  if (!backups) return null;
  const newest = backups.reduce<Backup | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  if (!newest) return <Notice tone="attention" title={t('herstel.noBackups')} details={`${book}: ${detail}`} />;
  const date = formatMoment(newest.at);
  return (
    <ConfirmButton
      variant="filled"
      question={t('herstel.restoreQuestion', { name, date })}
      confirm={t('herstel.restoreConfirm')}
      onConfirm={() => void restoreBackup(newest.id)}
    >
      {t('herstel.restoreNewest', { date })}
    </ConfirmButton>
  );
}
