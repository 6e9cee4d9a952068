import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '../commands/address.ts';
import { runById } from '../commands/registry.ts';
import { useAdministration } from '../db/read/hooks.ts';
import { demoBook, openBook, openDemo } from '../state/session.ts';
import { useSession } from '../state/session-store.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Icon } from './icons.tsx';
import styles from './TopBar.module.css';
import { TrustLine } from './TrustLine.tsx';

/** Whose books are open, search, and how much the figures can be trusted. */
export function TopBar() {
  const { t } = useTranslation();
  return (
    <section className={`${styles.bar} no-print`} aria-label={t('frame.bar')}>
      <AdministrationSwitcher />
      <button type="button" className={styles.search} onClick={() => runById('palette.open')}>
        <Icon name="search" />
        <span className={styles.searchText}>{t('frame.search')}</span>
        <Kbd keys="mod+K" />
      </button>
      <TrustLine />
    </section>
  );
}

function AdministrationSwitcher() {
  const { t } = useTranslation();
  const administrations = useSession((session) => session.administrations);
  const book = useSession((session) => session.book);
  const name = useAdministration()?.name ?? administrations.find(({ id }) => id === book)?.name ?? '';
  const others = administrations.filter(({ id }) => id !== book);
  return (
    <Menu position="bottom-start" shadow="sm" width={280}>
      <Menu.Target>
        <button type="button" className={styles.switcher} title={t('frame.switchAdministration')}>
          <span className={styles.name}>{name}</span>
          <Icon name="chevron" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((other) => (
          <Menu.Item key={other.id} onClick={() => void openBook(other.id)}>
            {other.name}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Divider />}
        {book !== demoBook && !others.some(({ id }) => id === demoBook) && (
          <Menu.Item onClick={() => void openDemo()}>{t('frame.openDemo')}</Menu.Item>
        )}
        <Menu.Item onClick={() => goTo('#/nieuw')}>{t('frame.newAdministration')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
