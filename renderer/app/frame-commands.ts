import { useMemo } from 'react';
import { addressOf, goTo } from '../commands/address.ts';
import type { Command } from '../commands/command.ts';
import { call } from '../host/client.ts';
import { type Preferences, setPreference } from '../state/preferences.ts';
import { demoBook, makeBackup, openBook, openDemo } from '../state/session.ts';
import { sessionStore, useSession } from '../state/session-store.ts';
import { undoLast } from '../state/undo.ts';
import { openPalette, openSheet } from './overlays.ts';
import { railNames, type ScreenName, screenNames } from './routes.ts';

const letters: Readonly<Record<ScreenName, string>> = {
  vandaag: 'v',
  debiteuren: 'd',
  aanmanen: 'a',
  import: 'i',
  dossiers: 'o',
  instellingen: 's',
  betalingen: 'b',
  aansluiting: 'u',
};

const go = (name: ScreenName): Command => {
  const at = (railNames as readonly ScreenName[]).indexOf(name);
  return {
    id: `go.${name}`,
    labelKey: `commands.go${name[0]!.toUpperCase()}${name.slice(1)}`,
    groupKey: 'commands.groups.go',
    shortcut: at < 0 ? `g ${letters[name]}` : [`g ${letters[name]}`, `alt+${at + 1}`],
    run: () => goTo(addressOf([name])),
  };
};

function preference<K extends keyof Preferences>(name: K, value: Preferences[K], labelKey: string): Command {
  return {
    id: `${name}.${value}`,
    labelKey,
    groupKey: 'commands.groups.view',
    run: () => setPreference(name, value),
  };
}

const fixed: readonly Command[] = [
  ...screenNames.map(go),
  {
    id: 'palette.open',
    labelKey: 'commands.openPalette',
    groupKey: 'commands.groups.help',
    shortcut: 'mod+K',
    run: openPalette,
  },
  {
    id: 'help.shortcuts',
    labelKey: 'commands.showShortcuts',
    groupKey: 'commands.groups.help',
    shortcut: '?',
    run: openSheet,
  },
  {
    id: 'help.guide',
    labelKey: 'commands.openGuide',
    groupKey: 'commands.groups.help',
    run: async () => {
      const answer = await call('app.openExternal', { target: 'guide' });
      if (!answer.ok) sessionStore.setState({ error: answer.error });
    },
  },
  {
    id: 'edit.undo',
    labelKey: 'commands.undo',
    groupKey: 'commands.groups.work',
    shortcut: 'mod+Z',
    run: async () => {
      await undoLast();
    },
  },
  {
    id: 'view.print',
    labelKey: 'commands.print',
    groupKey: 'commands.groups.work',
    shortcut: 'mod+P',
    run: () => window.print(),
  },
  {
    id: 'backup.make',
    labelKey: 'commands.makeBackup',
    groupKey: 'commands.groups.administration',
    when: () => !sessionStore.getState().safeMode,
    run: async () => {
      await makeBackup('on-demand');
    },
  },
  {
    id: 'administration.new',
    labelKey: 'commands.newAdministration',
    groupKey: 'commands.groups.administration',
    run: () => goTo('#/nieuw'),
  },
  {
    id: 'administration.demo',
    labelKey: 'commands.openDemo',
    groupKey: 'commands.groups.administration',
    when: () => sessionStore.getState().book !== demoBook,
    run: openDemo,
  },
  preference('theme', 'light', 'commands.themeLight'),
  preference('theme', 'dark', 'commands.themeDark'),
  preference('theme', 'auto', 'commands.themeAuto'),
  preference('density', 'compact', 'commands.densityCompact'),
  preference('density', 'normal', 'commands.densityNormal'),
  preference('density', 'comfortable', 'commands.densityComfortable'),
];

/** Commands that work on every screen. */
export function useFrameCommands(): readonly Command[] {
  const administrations = useSession((session) => session.administrations);
  return useMemo(
    () => [
      ...fixed,
      ...administrations
        .filter(({ id }) => id !== demoBook)
        .map(
          ({ id, name }): Command => ({
            id: `administration.open ${id}`,
            labelKey: 'commands.switchTo',
            labelParams: { name },
            groupKey: 'commands.groups.administration',
            when: () => sessionStore.getState().book !== id,
            run: () => openBook(id),
          }),
        ),
    ],
    [administrations],
  );
}
