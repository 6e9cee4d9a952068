import { useTranslation } from 'react-i18next';
import { addressOf } from '../commands/address.ts';
import { runById } from '../commands/registry.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import { Icon } from './icons.tsx';
import styles from './Rail.module.css';
import { railNames, type ScreenName } from './routes.ts';

/** The main menu: the screens of the day's work. */
export function Rail({ current }: { readonly current: ScreenName | null }) {
  const { t } = useTranslation();
  return (
    <nav className={`${styles.rail} no-print`} aria-label={t('frame.nav.label')}>
      <div className={styles.stamp}>
        <Stamp />
      </div>
      <ul className={styles.list}>
        {railNames.map((name) => (
          <li key={name}>
            <a className={styles.entry} href={addressOf([name])} aria-current={name === current ? 'page' : undefined}>
              <Icon name={name} />
              {t(`frame.nav.${name}`)}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.shortcuts} onClick={() => runById('help.shortcuts')}>
        {t('frame.shortcuts')} <Kbd keys="?" />
      </button>
    </nav>
  );
}
