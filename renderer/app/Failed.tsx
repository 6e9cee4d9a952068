import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { startSession } from '../state/session.ts';
import { useSession } from '../state/session-store.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import styles from './App.module.css';

/** Nothing could be opened: what happened, what was kept, and one more try. */
export function Failed() {
  const { t } = useTranslation();
  const error = useSession((session) => session.error);
  const retry = (
    <Button size="compact-sm" onClick={() => void startSession()}>
      {t('frame.failed.again')}
    </Button>
  );
  return (
    <main className={styles.centre}>
      <Stamp size="large" />
      <div className={styles.box}>
        <h1>{t('frame.failed.title')}</h1>
        {error ? (
          <FailureNotice failure={error} action={retry} />
        ) : (
          <Notice tone="broken" title={t('frame.failed.kept')} todo={t('frame.failed.todo')} action={retry} />
        )}
      </div>
    </main>
  );
}
