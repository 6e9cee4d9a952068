import { useTranslation } from 'react-i18next';
import styles from './Kbd.module.css';

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
};

/** The keys of a shortcut (`mod+K`, `g v`) as people read them. */
function shortcutKeys(shortcut: string, space: string): readonly (readonly string[])[] {
  const nameOf = (key: string) => (key.toLowerCase() === 'space' ? space : names[key.toLowerCase()]);
  return shortcut.split(' ').map((chord) => chord.split('+').map((key) => nameOf(key) ?? key.toUpperCase()));
}

export interface KbdProps {
  readonly keys: string;
  /** The keys are what is being told (the shortcut sheet), not a decoration of a command's name. */
  readonly spoken?: boolean;
}

/** A shortcut drawn as keys. As a decoration it is drawn by the style sheet alone, so that no name or search meets it. */
export function Kbd({ keys, spoken = false }: KbdProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.keys} aria-hidden={!spoken}>
      {shortcutKeys(keys, t('common.spaceKey')).map((chord) => {
        const text = chord.join(isMac ? '' : '+');
        return spoken ? (
          <kbd key={text} className={styles.key}>
            {text}
          </kbd>
        ) : (
          <kbd key={text} className={styles.key} data-keys={text} />
        );
      })}
    </span>
  );
}
