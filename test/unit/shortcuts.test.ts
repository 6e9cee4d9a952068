import { describe, expect, it } from 'vitest';
import { addressOf, parseAddress } from '#renderer/commands/address.ts';
import type { Command } from '#renderer/commands/command.ts';
import { chordOf, findConflicts, normalShortcut } from '#renderer/commands/shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const command = (id: string, ...shortcut: string[]): Command => ({
  id,
  labelKey: 'x',
  groupKey: 'y',
  shortcut,
  run: () => undefined,
});

describe('shortcuts', () => {
  it.each([
    ['Mod+K', 'mod+k'],
    ['shift+mod+S', 'mod+shift+s'],
    ['g  V', 'g v'],
    ['?', '?'],
  ])('%s is spelled %s', (written, normal) => expect(normalShortcut(written)).toBe(normal));

  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), 'mod+k'],
    ['⌘K', press('k', { metaKey: true }), 'mod+k'],
    ['Alt+1 on a Mac keyboard', { ...press('¡', { altKey: true }), code: 'Digit1' }, 'alt+1'],
    ['?, which needs Shift to type', press('?', { shiftKey: true }), '?'],
    ['Shift+A', press('A', { shiftKey: true }), 'shift+a'],
    ['Space', press(' '), 'space'],
  ])('hears %s', (_name, pressed, chord) => expect(chordOf(pressed)).toBe(chord));

  it('conflict when two commands share one, or one begins the other', () => {
    expect(findConflicts([command('a', 'mod+K'), command('b', 'mod+k')])).toHaveLength(1);
    expect(findConflicts([command('a', 'g'), command('b', 'g v')])).toHaveLength(1);
    expect(findConflicts([command('a', 'g v', 'alt+1'), command('b', 'g d', 'alt+2')])).toEqual([]);
  });
});

describe('addresses', () => {
  it('say the place and its filters, and are read back', () => {
    const address = addressOf(['debiteuren', 12], { zoek: 'bakker & zn', leeg: null });
    expect(address).toBe('#/debiteuren/12?zoek=bakker+%26+zn');
    const { path, query } = parseAddress(address);
    expect(path).toEqual(['debiteuren', '12']);
    expect(query.get('zoek')).toBe('bakker & zn');
  });

  it('survive a broken escape', () => expect(parseAddress('#/%E0%A4%A').path).toEqual(['%E0%A4%A']));
});
