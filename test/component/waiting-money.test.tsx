// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { books } from '#renderer/db/client.ts';
import type { WaitingMoney } from '#renderer/db/import-api.ts';
import type { MemoryBridge } from '#renderer/host/memory.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { goAndWait, leave, openDemoAt, restartAt } from './work-screens.tsx';

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

let host: MemoryBridge;

beforeEach(async () => {
  host = await openDemoAt('#/vandaag');
  const { id } = await books.openDrop([{ name: 'ing.csv', blob: ingCsv() }], []);
  await act(() => books.confirmDrop(id, {}, {}));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await leave();
});

const user = userEvent.setup();
const today = () => screen.findByRole('grid', { name: 'Wat er vandaag te doen is' });
const waiting = () => screen.findByRole('grid', { name: 'Bankregels die wachten' });
const letterTo = (name: string) =>
  within(screen.getByRole('grid', { name: 'Brieven die vandaag klaar zijn' })).getByText(name);
/** The part of the day under a heading. */
const rowsOf = (list: HTMLElement, queue: string) =>
  within(list)
    .getByRole('rowheader', { name: new RegExp(`^${queue}`) })
    .closest('tbody')!;
const atLetters = () => screen.findByText(/^Bij \d+ brie(f|ven) wacht een ontvangst\.?$/);

/** What waits is worked out, and told when it is asked to. */
async function knownLater() {
  let know: (money: readonly WaitingMoney[]) => void = () => undefined;
  const known = new Promise<readonly WaitingMoney[]>((resolve) => {
    know = resolve;
  });
  const waits = await books.waitingMoney();
  vi.spyOn(BooksService.prototype, 'waitingMoney').mockReturnValue(known);
  return { waits, know };
}

describe('money that waits and may be of a debtor who gets a letter', () => {
  it('is said at the row and beside the button of Vandaag, and both lead to it', async () => {
    const list = await today();
    await atLetters();
    await user.click(within(rowsOf(list, 'Brieven klaar')).getByRole('button', { name: /^En nog/ }));
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

  it('is said at its letters in the preview, and they are left out in one click', async () => {
    await goAndWait('#/aanmanen', 'Aanmanen');
    const note = await atLetters();
    const count = Number(/\d+/.exec(note.textContent ?? '')?.[0]);
    const { proposals } = await books.proposals(null);
    await user.click(letterTo('Wijnhuis Bacchus'));
    const why = screen.getByRole('region', { name: 'Waarom deze stap' });
    await within(why).findByRole('link', { name: /^. ?Ontvangst wacht|^Ontvangst wacht/ });
    await expectAccessible(screen.getByRole('main'));
    await user.click(screen.getByRole('button', { name: /niet maken$/ }));
    await screen.findByRole('button', { name: new RegExp(`^Maak ${proposals.length - count} brieven`) });
    expect(screen.queryByText(/wacht een ontvangst\./)).toBeNull();
  });

  it('moves no row of Vandaag when it becomes known', async () => {
    const { waits, know } = await knownLater();
    await restartAt('#/vandaag', { disk: host.disk });
    const list = await today();
    const names = () =>
      within(list)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent);
    const before = names();
    know(waits);
    await atLetters();
    expect(names()).toEqual(before);
  });

  it('is waited for by the button and not by the list, whose rows stay where they are', async () => {
    const { waits, know } = await knownLater();
    await restartAt('#/aanmanen', { disk: host.disk });
    const letters = await screen.findByRole('grid', { name: 'Brieven die vandaag klaar zijn' });
    const rows = () => within(letters).getAllByRole('row');
    const marked = () => rows().filter((row) => row.textContent?.startsWith('!'));
    const names = () => rows().map((row) => row.textContent?.replace(/^!/, ''));
    const before = names();
    const alreadyMarked = marked().length;
    const make = screen.getByRole<HTMLButtonElement>('button', { name: /^Maak \d+ brie/ });
    expect(make.disabled).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    know(waits);
    await atLetters();
    expect(marked().length).toBeGreaterThan(alreadyMarked);
    expect(names()).toEqual(before);
    await findEnabledButton(/^Maak \d+ brie/);
    expect(host.made.size).toBe(0);
  });
});
