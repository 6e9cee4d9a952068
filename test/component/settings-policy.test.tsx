// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { setPreference } from '#renderer/state/preferences.ts';
import { shippedPolicies } from '#shared/dunning/policies.ts';
import { expectAccessible } from './screen.tsx';
import { leave, openDemoAt } from './work-screens.tsx';

let user: UserEvent;

beforeEach(async () => {
  user = userEvent.setup();
  await openDemoAt('#/instellingen/beleid');
});
afterEach(leave);

const edit = async (name: string) => {
  await user.click(await screen.findByRole('button', { name: `Beleid ${name} aanpassen` }));
  await screen.findByRole('heading', { name: `Beleid ${name}` });
};
const step = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const stepNames = () =>
  within(screen.getByRole('list', { name: 'Stappen' }))
    .getAllByRole('group', { name: /^Stap/ })
    .map((group) => group.getAttribute('aria-label'));
const policy = async (id: string) => (await books.policies()).find((each) => each.id === id)!;
const kinds = async () => (await books.proposals(null)).proposals.map(({ kind }) => kind);

describe('a policy', () => {
  it('is saved as a new version with its day, and the letters of today follow it until it is undone', async () => {
    const before = await kinds();
    expect(before).toContain('reminder');
    await edit('Zakelijk');
    const save = screen.getByRole('button', { name: 'Opslaan als versie 2' });
    expect(save).toHaveProperty('disabled', true);
    fireEvent.change(step('Stap 1: Herinnering').getByRole('textbox', { name: 'Wanneer' }), {
      target: { value: '365' },
    });
    await user.click(save);
    expect(await screen.findByText('versie 2 van 20-11-2026')).toBeTruthy();
    expect(await policy('zakelijk')).toMatchObject({ version: 2, steps: { 0: { offsetDays: 365 } } });
    expect((await kinds()).length).toBeLessThan(before.length);
    await user.click(screen.getByRole('button', { name: /Ongedaan maken/ }));
    await waitFor(() => expect(screen.queryByText('versie 2 van 20-11-2026')).toBeNull());
    expect(await kinds()).toEqual(before);
  });

  it('says at the field what cannot be, and saves nothing', async () => {
    await edit('Zakelijk');
    const first = step('Stap 1: Herinnering');
    fireEvent.change(first.getByRole('textbox', { name: 'Wanneer' }), { target: { value: '400' } });
    await user.click(first.getByRole('checkbox', { name: 'e-mail' }));
    await user.click(screen.getByRole('button', { name: 'Opslaan als versie 2' }));
    expect(first.getByText('Vul een geheel getal van 0 tot en met 365 in.')).toBeTruthy();
    expect(first.getByText('Kies minstens één kanaal.')).toBeTruthy();
    expect(screen.getByText('2 velden kloppen nog niet.')).toBeTruthy();
    expect((await policy('zakelijk')).version).toBe(1);
  });

  it('is put in another order with the keyboard, which stays in the step that moves', async () => {
    await edit('Zakelijk');
    const offset = step('Stap 2: Aanmaning').getByRole('textbox', { name: 'Wanneer' });
    offset.focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(stepNames().slice(1, 3)).toEqual(['Stap 2: Bellen', 'Stap 3: Aanmaning']);
    expect(screen.getByText('Aanmaning is nu stap 3.')).toBeTruthy();
    expect(document.activeElement).toBe(offset);
    await user.click(screen.getByRole('button', { name: 'Herinnering een stap omlaag' }));
    expect(step('Stap 1: Bellen').getByRole('combobox', { name: 'Telt vanaf' })).toHaveProperty('value', 'due');
  });

  it('grows by a step, which has the focus, and shrinks', async () => {
    await edit('Overheid');
    const count = stepNames().length;
    await user.click(screen.getByRole('button', { name: 'Stap toevoegen' }));
    expect(stepNames().length).toBe(count + 1);
    expect(document.activeElement).toBe(step(`Stap ${count + 1}: Bellen`).getByRole('combobox', { name: 'Wat' }));
    await user.click(screen.getByRole('button', { name: 'Herinnering verwijderen' }));
    expect(stepNames().length).toBe(count);
    expect(screen.getByText('Herinnering is verwijderd.')).toBeTruthy();
  });

  it('for consumers says that costs wait for a veertiendagenbrief, and warns when there is none', async () => {
    await edit('Consument');
    expect(
      screen.getByText(/komen incassokosten pas in een brief nadat een veertiendagenbrief is verlopen/),
    ).toBeTruthy();
    const notice = step('Stap 3: Veertiendagenbrief');
    expect(notice.getByRole('combobox', { name: 'Incassokosten' })).toHaveProperty('disabled', true);
    expect(notice.queryByRole('textbox', { name: /Betalen binnen/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Veertiendagenbrief verwijderen' }));
    expect(screen.getByText(/^Stap 3 brengt incassokosten in rekening, maar ervoor staat geen/)).toBeTruthy();
  });

  it('goes back to the shipped steps', async () => {
    await edit('Consument');
    await user.click(screen.getByRole('button', { name: 'Aanmaning verwijderen' }));
    await user.click(screen.getByRole('button', { name: 'Opslaan als versie 2' }));
    await screen.findByText('versie 2 van 20-11-2026');
    await edit('Consument');
    await user.click(screen.getByRole('button', { name: 'Terug naar de meegeleverde versie' }));
    await user.click(screen.getByRole('button', { name: 'Opslaan als versie 3' }));
    await screen.findByText('versie 3 van 20-11-2026');
    const shipped = shippedPolicies.find(({ id }) => id === 'consument')!;
    expect((await policy('consument')).steps).toEqual(shipped.steps);
  });

  it('keeps the keyboard where the work is: in the editor, and back on its button', async () => {
    await edit('Overheid');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Beleid Overheid' }));
    await user.click(screen.getByRole('button', { name: 'Annuleren' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Beleid Overheid aanpassen' }));
  });

  it('has nothing for axe to find, in Dutch and in English', async () => {
    await screen.findByRole('heading', { name: /^Zakelijk/ });
    await expectAccessible(screen.getByRole('main'));
    await edit('Consument');
    await expectAccessible(screen.getByRole('main'));
    await setPreference('language', 'en');
    await screen.findByRole('heading', { name: 'Policy Consumer' });
    await expectAccessible(screen.getByRole('main'));
    await setPreference('language', 'nl');
  });
});
