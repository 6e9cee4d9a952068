import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo } from '../../commands/address.ts';
import { failureOf, openDemo } from '../../state/session.ts';
import { sessionStore, useSession } from '../../state/session-store.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './Start.module.css';
import { Wizard } from './Wizard.tsx';

export interface StartScreenProps {
  /** Straight to the wizard: a further administration. */
  readonly wizard?: boolean;
}

/** First start: two doors. */
export function StartScreen({ wizard = false }: StartScreenProps) {
  const [inWizard, setInWizard] = useState(wizard);
  const error = useSession((session) => session.error);
  const leave = () => {
    setInWizard(false);
    if (wizard) goTo('#/vandaag');
  };
  return (
    <main className={styles.start}>
      {error && <FailureNotice failure={error} />}
      {inWizard ? <Wizard onLeave={leave} /> : <Doors onOwn={() => setInWizard(true)} />}
    </main>
  );
}

function Doors({ onOwn }: { readonly onOwn: () => void }) {
  const { t } = useTranslation();
  const folder = useSession((session) => session.host?.dataFolder ?? '');
  const demo = () => {
    goTo('#/vandaag', 'replace');
    openDemo().catch((error: unknown) => sessionStore.setState({ error: failureOf(error) }));
  };
  return (
    <div className={styles.welcome}>
      <Stamp size="large" />
      <h1 className={styles.title}>{t('start.title')}</h1>
      <p className={styles.lead}>{t('start.lead')}</p>
      <div className={styles.doors}>
        <section className={styles.door}>
          <h2>{t('start.demo.title')}</h2>
          <p>{t('start.demo.text')}</p>
          <Button onClick={demo}>{t('start.demo.action')}</Button>
        </section>
        <section className={styles.door}>
          <h2>{t('start.own.title')}</h2>
          <p>{t('start.own.text')}</p>
          <Button variant="default" onClick={onOwn}>
            {t('start.own.action')}
          </Button>
        </section>
      </div>
      {folder && <p className={styles.folder}>{t('start.dataFolder', { folder })}</p>}
    </div>
  );
}
