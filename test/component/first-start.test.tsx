// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { books } from '#renderer/db/client.ts';
import { memoryHost } from '#renderer/host/memory.ts';
import { closeBooks, forgetDatabases, startOn } from './desk.ts';
import { draw, expectAccessible } from './screen.tsx';

beforeEach(async () => {
  location.hash = '';
  await forgetDatabases('demo', 'bakkerij-test');
  await startOn(memoryHost());
  draw(<App />);
  await screen.findByRole('heading', { name: 'Welkom bij Voldaan' });
});

afterEach(async () => {
  cleanup();
  await closeBooks();
});

describe('first start', () => {
  it('has two doors and nothing for axe to find', async () => {
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Demo openen',
      'Administratie maken',
    ]);
    await expectAccessible(document.body);
  });

  it('opens the demo in one click', async () => {
    await userEvent.setup().click(screen.getByRole('button', { name: 'Demo openen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Vandaag' }, { timeout: 20_000 })).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('button', { name: /Van Dorpel Groothandel/ })).toBeTruthy());
  });

  it('asks for a name and a valid IBAN, says what is wrong beside the field, and lets the rest be skipped', async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await user.click(await screen.findByRole('button', { name: 'Verder' }));
    expect(screen.getAllByText('Vul dit veld in.')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Overslaan' })).toBeNull();

    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Bakkerij Test');
    await user.type(screen.getByRole('textbox', { name: 'IBAN' }), 'NL00 ABNA 0417 1643 00');
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    expect(screen.getByText(/geen geldig IBAN/)).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: 'IBAN' }));
    await user.type(screen.getByRole('textbox', { name: 'IBAN' }), 'nl91abna0417164300');
    await user.click(screen.getByRole('button', { name: 'Verder' }));

    await screen.findByRole('heading', { name: 'Adres en nummers' });
    await user.type(screen.getByRole('textbox', { name: 'KvK-nummer' }), '12');
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    expect(screen.getByText('Een KvK-nummer heeft acht cijfers.')).toBeTruthy();
    for (const heading of ['Termijnen', 'Afzender', 'Logo en venster']) {
      await user.click(screen.getByRole('button', { name: 'Overslaan' }));
      await screen.findByRole('heading', { name: heading });
    }
    await expectAccessible(document.body);
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await screen.findByRole('heading', { level: 1, name: 'Import' }, { timeout: 20_000 });
    expect(await books.administration()).toMatchObject({
      id: 'bakkerij-test',
      name: 'Bakkerij Test',
      iban: 'NL91ABNA0417164300',
      kvk: null,
      termDays: 30,
    });
  });
});
