import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../commands/address.ts';
import { openBook } from '../state/session.ts';
import { useSession } from '../state/session-store.ts';
import { Stamp } from '../ui/Stamp.tsx';
import styles from './App.module.css';

/** Several administrations and none of them was open last: the user says which. */
export function Choose() {
  const { t } = useTranslation();
  const administrations = useSession((session) => session.administrations);
  return (
    <main className={styles.centre}>
      <Stamp size="large" />
      <div className={styles.box}>
        <h1>{t('frame.choose.title')}</h1>
        <p>{t('frame.choose.text')}</p>
        <ul className={styles.list}>
          {administrations.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={styles.choice} onClick={() => void openBook(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        <Anchor href={addressOf(['nieuw'])}>{t('frame.newAdministration')}</Anchor>
      </div>
    </main>
  );
}
