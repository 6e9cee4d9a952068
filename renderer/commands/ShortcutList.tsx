import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutsOf } from './command.ts';
import { groupsOf, useMountedCommands } from './registry.ts';
import styles from './ShortcutList.module.css';

/** Keys of every list; they belong to the table itself, not to a command. */
const listKeys = [
  ['move', ['arrowup', 'arrowdown', 'j', 'k']],
  ['page', ['PageUp', 'PageDown']],
  ['ends', ['Home', 'End']],
  ['select', ['space']],
  ['selectAll', ['mod+a']],
  ['extend', ['shift+arrowdown']],
  ['open', ['enter']],
  ['close', ['escape']],
] as const;

/** Every shortcut that works now, by group. */
export function ShortcutList() {
  const { t } = useTranslation();
  const withKeys = useMountedCommands().filter((command) => shortcutsOf(command).length > 0);
  return (
    <div className={styles.groups}>
      {groupsOf(withKeys).map(([groupKey, commands]) => (
        <section key={groupKey}>
          <h2>{t(groupKey)}</h2>
          <dl>
            {commands.map((command) => (
              <div key={command.id}>
                <dt>{t(command.labelKey, { ...command.labelParams })}</dt>
                <dd>
                  {shortcutsOf(command).map((keys) => (
                    <Kbd key={keys} keys={keys} spoken />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h2>{t('commands.sheet.listKeys')}</h2>
        <dl>
          {listKeys.map(([name, keys]) => (
            <div key={name}>
              <dt>{t(`commands.sheet.${name}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key} keys={key} spoken />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
