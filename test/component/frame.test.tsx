// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { palette, sheetStore } from '#renderer/app/overlays.ts';
import { screenNames } from '#renderer/app/routes.ts';
import { goTo } from '#renderer/commands/address.ts';
import { mountedCommands } from '#renderer/commands/registry.ts';
import { findConflicts } from '#renderer/commands/shortcuts.ts';
import type { MemoryBridge } from '#renderer/host/memory.ts';
import { setPreference } from '#renderer/state/preferences.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { closeBooks, openDemoDesk } from './desk.ts';
import { draw, expectAccessible } from './screen.tsx';

let host: MemoryBridge;

beforeEach(async () => {
  location.hash = '#/instellingen/weergave';
  host = await openDemoDesk();
  draw(<App />);
  await screen.findByRole('heading', { name: 'Instellingen' }, { timeout: 20_000 });
});

afterEach(async () => {
  palette.close();
  sheetStore.setState({ open: false });
  cleanup();
  await closeBooks();
});

const go = async (hash: string, heading: string) => {
  act(() => goTo(hash));
  await screen.findByRole('heading', { level: 1, name: heading }, { timeout: 20_000 });
};

describe('the frame', () => {
  it('shows every screen in the rail and marks the one that is open', async () => {
    const rail = screen.getByRole('navigation', { name: 'Hoofdmenu' });
    const names = within(rail)
      .getAllByRole('link')
      .map((link) => link.textContent);
    expect(names).toEqual(['Vandaag', 'Debiteuren', 'Aanmanen', 'Import', 'Dossiers', 'Instellingen']);
    expect(within(rail).getByRole('link', { current: 'page' }).textContent).toBe('Instellingen');
  });

  it('says how fresh and safe everything is', () => {
    const trust = screen.getByRole('list', { name: 'Stand van de gegevens' });
    expect(trust.textContent).toMatch(/bank t\/m 19-11.*open posten per 20-11.*opgeslagen.*back-up/);
  });

  it('says all is saved only once the change a screen shows is on disk', async () => {
    const trust = screen.getByRole('list', { name: 'Stand van de gegevens' });
    await waitFor(() => expect(trust.textContent).toContain('opgeslagen'));
    let running: Promise<void> | undefined;
    act(() => {
      running = runCommand({ type: 'add-note', debtorId: 1, text: 'Belt', corrects: null }, { key: 'common.saved' });
    });
    expect(trust.textContent).not.toContain('opgeslagen');
    await act(() => running);
    expect(trust.textContent).toContain('opgeslagen');
  });

  it('gives no two commands one shortcut, on any screen', async () => {
    const titles = ['Vandaag', 'Debiteuren', 'Aanmanen', 'Import', 'Dossiers', 'Instellingen', 'Betalingen koppelen'];
    for (const [at, name] of screenNames.entries()) {
      await go(`#/${name}`, titles[at]!);
      expect(findConflicts(mountedCommands()), name).toEqual([]);
    }
    await act(async () => goTo('#/debiteuren/1'));
    await waitFor(() => expect(mountedCommands().map(({ groupKey }) => groupKey)).toContain('commands.groups.debtor'), {
      timeout: 20_000,
    });
    expect(findConflicts(mountedCommands()), 'debiteurkaart').toEqual([]);
  }, 60_000);

  it('goes with G and a letter, and with Alt and a number, but not while typing', async () => {
    const user = userEvent.setup();
    await user.keyboard('gd');
    await screen.findByRole('heading', { level: 1, name: 'Debiteuren' });
    await user.keyboard('{Alt>}[Digit5]{/Alt}');
    await screen.findByRole('heading', { level: 1, name: 'Dossiers' });
    const field = screen.getByRole('textbox', { name: 'Zoek op naam of nummer' });
    await user.type(field, 'gd');
    expect(location.hash).toBe('#/dossiers');
  });

  it('finds a debtor and a command in the palette', async () => {
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('textbox', { name: 'Zoeken en opdrachten' });
    await user.type(field, 'gemeente');
    expect(await screen.findByRole('button', { name: /Gemeente Rietvoort/ })).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'naar imp');
    await user.click(await screen.findByRole('button', { name: /Naar Import/ }));
    await screen.findByRole('heading', { level: 1, name: 'Import' });
  });

  it('opens what was typed, also when Enter comes before it is found', async () => {
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('textbox', { name: 'Zoeken en opdrachten' });
    await user.type(field, 'b');
    expect((await screen.findAllByRole('button', { name: /Bakkerij/ })).length).toBeGreaterThan(0);
    await user.clear(field);
    // At once, as no typist can: what was found for "b" is still in the list at Enter.
    await user.click(field);
    await user.paste('gemeente rietvoort');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /Gemeente Rietvoort/ });
  });

  it('keeps what is typed before the field of the palette has the keyboard', async () => {
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
    for (const key of 'gd') fireEvent.keyDown(document.body, { key });
    const field = await screen.findByRole('textbox', { name: 'Zoeken en opdrachten' });
    expect(field).toHaveProperty('value', 'gd');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(location.hash).not.toBe('#/debiteuren');
  });

  it('shows the shortcut sheet at ?', async () => {
    await userEvent.setup().keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Sneltoetsen' });
    expect(within(sheet).getByText('Naar Debiteuren')).toBeTruthy();
    expect(within(sheet).getByText('Regel selecteren')).toBeTruthy();
  });

  it('offers to undo a change, by toast and by Ctrl+Z', async () => {
    await act(() =>
      runCommand({ type: 'add-note', debtorId: 1, text: 'Belt terug', corrects: null }, { key: 'common.saved' }),
    );
    expect(await screen.findByRole('button', { name: 'Ongedaan maken' })).toBeTruthy();
    await userEvent.setup().keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull());
  });

  it('says what safe mode keeps and asks, while the disk is full', async () => {
    act(() => host.emit('disk', { freeBytes: 1e6, safeMode: true }));
    expect((await screen.findByText(/Te weinig vrije schijfruimte/)).closest('[role="status"]')?.textContent).toMatch(
      /staat er nog.*Maak schijfruimte vrij/,
    );
  });

  it('speaks English when asked to', async () => {
    await act(() => setPreference('language', 'en'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    await act(() => setPreference('language', 'nl'));
  });

  it('says so when an address does not exist', async () => {
    act(() => goTo('#/nergens'));
    expect(await screen.findByText('Dit adres bestaat niet')).toBeTruthy();
  });

  it('has nothing for axe to find', async () => {
    await expectAccessible(document.body);
  });
});
