// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { expectAccessible } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

beforeEach(async () => {
  await openDemoAt('#/vandaag');
  await screen.findByRole('grid', { name: 'Wat er vandaag te doen is' });
});

afterEach(leave);

const list = () => screen.getByRole('grid', { name: 'Wat er vandaag te doen is' });
const rows = () => within(list()).queryAllByRole('row', { selected: false });
const current = () => within(list()).getByRole('row', { selected: true });

describe('Vandaag', () => {
  it('names every queue with its count and euros, and every row with its reason and its one action', async () => {
    const headings = within(list())
      .getAllByRole('rowheader')
      .filter((cell) => cell.getAttribute('scope') === 'rowgroup')
      .map((cell) => cell.textContent);
    expect(headings.length).toBeGreaterThan(1);
    for (const heading of headings) expect(heading).toMatch(/^.+ \d+ · €\u00a0[\d.]+,\d\d$/);
    for (const row of rows().filter((line) => line.hasAttribute('aria-rowindex'))) {
      expect(row.textContent).toMatch(/€\u00a0/);
      expect(within(row).getAllByRole('button')).toHaveLength(1);
    }
  });

  it('offers the letters that are ready as one button with their number and amount, and leads to the preview', async () => {
    const { proposals } = await books.proposals(null);
    const button = screen.getByRole('button', { name: new RegExp(`^Maak ${proposals.length} brieven · €`) });
    await userEvent.setup().click(button);
    await screen.findByRole('heading', { level: 1, name: 'Aanmanen' });
  });

  it('walks with J and K through every queue, and Enter opens the debtor in full', async () => {
    const user = userEvent.setup();
    const first = current().textContent;
    await user.keyboard('j');
    expect(current().textContent).not.toBe(first);
    await user.keyboard('k');
    expect(current().textContent).toBe(first);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location.hash).toMatch(/^#\/debiteuren\/\d+$/));
  });

  it('records a call by keyboard: B, the outcome, Ctrl+Enter; the row is done and the next one has the keyboard', async () => {
    const user = userEvent.setup();
    const name = within(current()).getByRole('rowheader').textContent!;
    await user.keyboard('b');
    const outcome = await screen.findByRole('textbox', { name: 'Uitkomst van het gesprek' });
    await user.type(outcome, 'Betaalt vrijdag');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(within(list()).queryByRole('button', { name: `Gebeld: ${name}` })).toBeNull());
    expect(document.activeElement).toBe(list());
    expect(await screen.findByText('Gesprek vastgelegd')).toBeTruthy();
  });

  it('writes a note with N without leaving the list', async () => {
    const user = userEvent.setup();
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Notitie' }), 'Factuurkopie gemaild');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText(/Factuurkopie gemaild/)).length).toBeGreaterThan(0);
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('leads from a letter row to its preview with A', async () => {
    const user = userEvent.setup();
    for (let step = 0; step < 40 && !/Bekijken/.test(current().textContent ?? ''); step++) await user.keyboard('j');
    await user.keyboard('a');
    await screen.findByRole('heading', { level: 1, name: 'Aanmanen' });
    expect(location.hash).toMatch(/debiteur=\d+$/);
    await goAndWait('#/vandaag', 'Vandaag');
  });

  it('has nothing for axe to find', async () => {
    await expectAccessible(screen.getByRole('main'));
  });
});
