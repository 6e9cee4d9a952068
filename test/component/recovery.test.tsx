// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { books } from '#renderer/db/client.ts';
import { memoryHost } from '#renderer/host/memory.ts';
import { makeBackup } from '#renderer/state/session.ts';
import { closeBooks, forgetDatabases, openDemoDesk, startOn } from './desk.ts';
import { draw, expectAccessible } from './screen.tsx';

afterEach(async () => {
  cleanup();
  await closeBooks();
});

const slow = { timeout: 20_000 };

describe('recovery', () => {
  it('tells of a database ahead of its journal, and builds it again after asking', async () => {
    const host = await openDemoDesk();
    await books.run({ type: 'add-note', debtorId: 1, text: 'later', corrects: null });
    await closeBooks();
    host.journal.loseAfter('demo', 1);
    await startOn(host);
    draw(<App />);
    await screen.findByRole('heading', { name: 'Herstel' }, slow);
    expect(screen.getByText(/bevat meer wijzigingen dan het journaal op schijf/)).toBeTruthy();
    expect(screen.getByText(/staan ongewijzigd op schijf/)).toBeTruthy();
    await expectAccessible(document.body);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Opnieuw opbouwen uit het journaal' }));
    await user.click(await screen.findByRole('button', { name: 'Opnieuw opbouwen' }));
    expect(await screen.findByRole('navigation', { name: 'Hoofdmenu' }, slow)).toBeTruthy();
  });

  it('offers the newest backup, by its date, when the journal is damaged', async () => {
    const host = await openDemoDesk();
    await makeBackup('on-demand');
    await closeBooks();
    host.journal.damage('demo');
    await startOn(host);
    draw(<App />);
    expect(await screen.findByRole('button', { name: 'Back-up van 20-11-2026 09:00 terugzetten' }, slow)).toBeTruthy();
    expect(screen.getByText(/Alles vóór de beschadigde regel is gecontroleerd/)).toBeTruthy();
  });

  it('shows everything and writes nothing in safe mode', async () => {
    const host = await openDemoDesk();
    await closeBooks();
    await forgetDatabases('demo');
    await startOn(memoryHost({ safeMode: true, disk: host.disk }));
    location.hash = '#/instellingen/administratie';
    draw(<App />);
    expect(await screen.findByText(/Te weinig vrije schijfruimte/, {}, slow)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Stand van de gegevens' }).textContent).toContain('veilige modus');
    const name = await screen.findByRole('textbox', { name: 'Naam' }, slow);
    await userEvent.setup().type(name, ' B.V.');
    expect(screen.getByRole('button', { name: 'Wijzigingen opslaan' })).toHaveProperty('disabled', true);
  });

  it('says what to do when there is no host at all', async () => {
    const host = memoryHost();
    host.end();
    await startOn(host);
    draw(<App />);
    expect(await screen.findByRole('heading', { name: 'Voldaan kon niet starten.' }, slow)).toBeTruthy();
    expect(screen.getByText('Sluit het venster en start Voldaan opnieuw.')).toBeTruthy();
  });
});
