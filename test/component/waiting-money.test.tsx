// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { expectAccessible } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

/** Money in the day after the demo's list: the first two may be of debtors who get a letter, the third is nobody's. */
const statement = [
  ['WIJNHUIS', '100,00', 'nota 819'],
  ['TRAITEUR LAAGLAND', '1431,18', 'met dank'],
  ['M. PIETERSEN', '57,30', 'zie mail'],
] as const;

function ingCsv(): Blob {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"';
  const lines = statement.map(
    ([name, amount, text]) =>
      `"20261120";"${name}";"NL59RABO0118529307";"";"GT";"Bij";"${amount}";"Online bankieren";"Omschrijving: ${text}"`,
  );
  return new Blob([[heading, ...lines].join('\r\n')]);
}

beforeEach(async () => {
  await openDemoAt('#/vandaag');
  const { id } = await books.openDrop([{ name: 'ing.csv', blob: ingCsv() }], []);
  await act(() => books.confirmDrop(id, {}, {}));
});

afterEach(leave);

const user = userEvent.setup();
const today = () => screen.findByRole('grid', { name: 'Wat er vandaag te doen is' });
const waiting = () => screen.findByRole('grid', { name: 'Bankregels die wachten' });
const atLetters = () => screen.findByText(/^Bij \d+ brie(f|ven) wacht een ontvangst\.?$/);

describe('money that waits and may be of a debtor who gets a letter', () => {
  it('is said at the row and beside the button of Vandaag, and both lead to it', async () => {
    const list = await today();
    await atLetters();
    const [link] = await within(list).findAllByRole('link', { name: /Ontvangst wacht: €.100,00$/ });
    expect(link!.closest('tr')!.textContent).toContain('Wijnhuis Bacchus');
    await expectAccessible(screen.getByRole('main'));
    await user.click(link!);
    const rows = within(await waiting())
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining('WIJNHUIS')]);
    expect(screen.getByText('Alleen ontvangsten die van de gekozen debiteur kunnen zijn.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Alles tonen' }));
    await waitFor(() => expect(screen.getAllByRole('row').length).toBe(statement.length + 1));
  });

  it('is looked at by key: O, decided, and on to the letters', async () => {
    await today();
    await atLetters();
    await user.keyboard('o');
    const grid = await waiting();
    const lines = within(grid).getAllByRole('row').length - 1;
    expect(lines).toBeLessThan(statement.length);
    await user.keyboard('x'.repeat(lines));
    expect(await screen.findByText('Hiervan wacht niets meer')).toBeTruthy();
    await user.keyboard('{Enter}');
    await screen.findByRole('grid', { name: 'Brieven die vandaag klaar zijn' });
    expect(screen.queryByText(/wacht een ontvangst/)).toBeNull();
  });

  it('puts its letters on top of the preview, says so there, and they are left out in one click', async () => {
    await goAndWait('#/aanmanen', 'Aanmanen');
    const note = await atLetters();
    const count = Number(/\d+/.exec(note.textContent ?? '')?.[0]);
    const { proposals } = await books.proposals(null);
    const why = screen.getByRole('region', { name: 'Waarom deze stap' });
    await within(why).findByRole('link', { name: /^. ?Ontvangst wacht|^Ontvangst wacht/ });
    await expectAccessible(screen.getByRole('main'));
    await user.click(screen.getByRole('button', { name: /niet maken$/ }));
    await screen.findByRole('button', { name: new RegExp(`^Maak ${proposals.length - count} brieven`) });
    expect(screen.queryByText(/wacht een ontvangst\./)).toBeNull();
  });
});
