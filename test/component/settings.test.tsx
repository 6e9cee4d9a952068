// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { goTo } from '#renderer/commands/address.ts';
import { books } from '#renderer/db/client.ts';
import { closeBooks, openDemoDesk } from './desk.ts';
import { draw, expectAccessible } from './screen.tsx';

beforeEach(async () => {
  location.hash = '#/instellingen/administratie';
  await openDemoDesk();
  draw(<App />);
  await screen.findByRole('textbox', { name: 'Naam' }, { timeout: 20_000 });
});

afterEach(async () => {
  cleanup();
  await closeBooks();
});

describe('the administration', () => {
  it('is saved only when it is right, and then everywhere at once', async () => {
    const user = userEvent.setup();
    const save = screen.getByRole('button', { name: 'Wijzigingen opslaan' });
    expect(save).toHaveProperty('disabled', true);
    const vat = screen.getByRole('textbox', { name: 'Btw-nummer' });
    fireEvent.change(vat, { target: { value: 'NL1' } });
    await user.click(save);
    expect(screen.getByText('1 veld klopt nog niet.')).toBeTruthy();
    fireEvent.change(vat, { target: { value: '' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Naam' }), { target: { value: 'Nieuwe Naam B.V.' } });
    await user.click(save);
    await screen.findByText('Administratie opgeslagen', {}, { timeout: 20_000 });
    expect(await books.administration()).toMatchObject({ name: 'Nieuwe Naam B.V.', vatId: null });
    expect(screen.getByRole('button', { name: /Nieuwe Naam/ })).toBeTruthy();
  });

  it('asks for a Wki ground only where the office sends for its client', async () => {
    const user = userEvent.setup();
    expect(screen.queryByText('Wki-grondslag')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Het kantoor, namens de cliënt' }));
    expect(screen.getByText('Wki-grondslag')).toBeTruthy();
  });

  it('says when VAT comes over collection costs, and keeps how interest and post are counted', async () => {
    const user = userEvent.setup();
    expect(screen.getByText('Over incassokosten komt geen btw.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Kan de btw niet verrekenen' }));
    expect(screen.getByText(/zolang de cliënt de brieven zelf verstuurt/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Het kantoor, namens de cliënt' }));
    expect(screen.getByText(/Op de incassokosten komt btw en de brief verklaart dat/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Lengte van het rentejaar' }));
    await user.click(screen.getByRole('button', { name: 'Wijzigingen opslaan' }));
    await screen.findByText('Administratie opgeslagen', {}, { timeout: 20_000 });
    expect(await books.administration()).toMatchObject({ deductsVat: false, sender: 'office', dayCount: 'actual' });
  });

  it('takes a logo by what it is, not by its name', async () => {
    const user = userEvent.setup();
    const field = document.querySelector<HTMLInputElement>('input[type="file"]')!;
    await user.upload(field, new File(['GIF89a'], 'logo.png', { type: 'image/png' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Dit bestand is geen PNG of JPEG.');
  });

  it('has nothing for axe to find', async () => expectAccessible(document.body));
});

describe('the other settings', () => {
  it('tell each shipped policy as a ladder', async () => {
    act(() => goTo('#/instellingen/beleid'));
    const ladder = (await screen.findByRole('heading', { name: /^Zakelijk/ })).closest('section')!;
    const steps = within(ladder)
      .getAllByRole('listitem')
      .map((step) => step.textContent);
    expect(steps).toEqual([
      'Herinnering3 dagen na de vervaldatume-mail · betalen binnen 7 dagen',
      expect.stringMatching(
        /^Aanmaning3 dagen na de vorige uiterste betaaldatume-mail \+ post · .*kondigt incassokosten aan$/,
      ),
      expect.stringMatching(/^Bellen1 dag na de vorige uiterste betaaldatumvanaf €.500,00$/),
      expect.stringMatching(/^Laatste sommatie3 dagen.*e-mail \+ aangetekend.*met rente · met incassokosten$/),
      expect.stringMatching(/^Gereed voor incasso/),
    ]);
  });

  it('apply theme, density and language at once', async () => {
    const user = userEvent.setup();
    act(() => goTo('#/instellingen/weergave'));
    await user.click(await screen.findByRole('radio', { name: 'Donker' }));
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    await user.click(screen.getByRole('radio', { name: 'Compact' }));
    expect(document.documentElement.dataset.density).toBe('compact');
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Nederlands' }));
    await user.click(await screen.findByRole('radio', { name: 'Systeem' }));
    await user.click(screen.getByRole('radio', { name: 'Normaal' }));
  });

  it('make a backup and put one back after asking', async () => {
    const user = userEvent.setup();
    act(() => goTo('#/instellingen/backup'));
    const list = await screen.findByRole('grid', { name: 'Back-ups' });
    await user.click(screen.getByRole('button', { name: 'Nu een back-up maken' }));
    await waitFor(() => expect(screen.getByText(/^(Back-up gemaakt|Er is niets gewijzigd)/)).toBeTruthy());
    const [restore] = await within(list).findAllByRole('button', { name: 'Terugzetten' });
    await user.click(restore!);
    expect(await screen.findByText(/wordt de nieuwste stand. De huidige stand wordt eerst/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Annuleren' }));
    await expectAccessible(document.body);
  });
});
