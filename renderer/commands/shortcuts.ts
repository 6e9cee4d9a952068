import { type Command, shortcutsOf } from './command.ts';

/** What a keyboard event is compared by; `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A shortcut in its one spelling: lower case, modifiers in the order mod, alt, shift; chords separated by a space. */
export function normalShortcut(shortcut: string): string {
  return shortcut
    .trim()
    .split(/\s+/)
    .map((chord) => {
      const keys = chord.toLowerCase().split('+');
      const key = keys.at(-1) || '+';
      const held = ['mod', 'alt', 'shift'].filter((name) => keys.slice(0, -1).includes(name));
      return [...held, key].join('+');
    })
    .join(' ');
}

/** The chord of a key press. Digits go by their place on the keyboard, since Alt changes what they type. */
export function chordOf(press: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const key = press.altKey && digit ? digit : press.key === ' ' ? 'space' : press.key.toLowerCase();
  const named = key.length > 1 || /\p{L}/u.test(key);
  const held = [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    // A sign that needs Shift to be typed (`?`) is named by the sign alone.
    press.shiftKey && named ? 'shift' : '',
  ].filter(Boolean);
  return [...held, key].join('+');
}

export interface Conflict {
  readonly shortcut: string;
  readonly ids: readonly string[];
}

/** Shortcuts that two commands share, or that begin another one (`g` beside `g v`). */
export function findConflicts(commands: readonly Command[]): readonly Conflict[] {
  const all = commands.flatMap((command) =>
    shortcutsOf(command).map((shortcut) => ({ id: command.id, shortcut: normalShortcut(shortcut) })),
  );
  const conflicts: Conflict[] = [];
  for (const [at, a] of all.entries()) {
    for (const b of all.slice(at + 1)) {
      const clash = a.shortcut === b.shortcut || b.shortcut.startsWith(`${a.shortcut} `);
      if (clash || a.shortcut.startsWith(`${b.shortcut} `)) conflicts.push({ shortcut: a.shortcut, ids: [a.id, b.id] });
    }
  }
  return conflicts;
}
