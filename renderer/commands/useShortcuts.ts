import { useEffect } from 'react';
import { type Command, isAvailable, shortcutsOf } from './command.ts';
import { mountedCommands, run } from './registry.ts';
import { chordOf, normalShortcut } from './shortcuts.ts';

/** How long the second key of `g v` may take. */
const sequenceMs = 1200;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input') && !target.matches('[type="checkbox"], [type="radio"], [type="button"]');
}

/** Keys that mean something of their own in a text field. */
const textKeys = new Set(['mod+z', 'mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+shift+z']);

function isHeard(event: KeyboardEvent, chord: string): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return false;
  return !isTyping(event.target) || (/^(mod|alt)\+/.test(chord) && !textKeys.has(chord));
}

function commandFor(pressed: string): Command | undefined {
  return mountedCommands().findLast((command) =>
    shortcutsOf(command).some((shortcut) => normalShortcut(shortcut) === pressed),
  );
}

function begins(pressed: string): boolean {
  return mountedCommands().some((command) =>
    shortcutsOf(command).some((shortcut) => normalShortcut(shortcut).startsWith(`${pressed} `)),
  );
}

/** Listens for the shortcuts of mounted commands; letters are left alone while typing, all keys while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      const chord = chordOf(event);
      const pressed = first ? `${first} ${chord}` : chord;
      first = '';
      clearTimeout(timer);
      if (!isHeard(event, chord)) return;
      const command = commandFor(pressed);
      if (command && isAvailable(command)) {
        event.preventDefault();
        run(command);
      } else if (begins(pressed)) {
        first = pressed;
        timer = setTimeout(() => {
          first = '';
        }, sequenceMs);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
