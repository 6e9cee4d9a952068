import styles from './Kbd.module.css';

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Spatie',
  arrowup: '↑',
  arrowdown: '↓',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
};

/** The keys of a shortcut (`mod+K`, `g v`) as people read them. */
export function shortcutKeys(shortcut: string): readonly (readonly string[])[] {
  return shortcut
    .split(' ')
    .map((chord) => chord.split('+').map((key) => names[key.toLowerCase()] ?? key.toUpperCase()));
}

/** A shortcut drawn as keys. Decorative: the command's name is what screen readers hear. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {shortcutKeys(keys).map((chord) => (
        <kbd key={chord.join('+')} className={styles.key}>
          {chord.join(isMac ? '' : '+')}
        </kbd>
      ))}
    </span>
  );
}
