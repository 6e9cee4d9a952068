import { useTranslation } from 'react-i18next';
import { addressOf } from '../../commands/address.ts';
import { ShortcutList } from '../../commands/ShortcutList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { AdministratieTab } from './AdministratieTab.tsx';
import { BackupTab } from './BackupTab.tsx';
import { BeleidTab } from './beleid/BeleidTab.tsx';
import styles from './Instellingen.module.css';
import { TarievenTab } from './tarieven/TarievenTab.tsx';
import { WeergaveTab } from './WeergaveTab.tsx';

const tabs = {
  administratie: AdministratieTab,
  beleid: BeleidTab,
  tarieven: TarievenTab,
  weergave: WeergaveTab,
  backup: BackupTab,
  sneltoetsen: ShortcutList,
};
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as readonly Tab[];

/** Settings, one part per address: `#/instellingen/weergave`. */
export function InstellingenScreen({ tab }: { readonly tab?: string }) {
  const { t } = useTranslation();
  const current = tabNames.find((name) => name === tab) ?? 'administratie';
  const Part = tabs[current];
  return (
    <Screen title={t('instellingen.title')}>
      <nav aria-label={t('instellingen.tabs.label')} className="no-print">
        <ul className={styles.tabs}>
          {tabNames.map((name) => (
            <li key={name}>
              <a href={addressOf(['instellingen', name])} aria-current={name === current ? 'page' : undefined}>
                {t(`instellingen.tabs.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Part />
    </Screen>
  );
}
