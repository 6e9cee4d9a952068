// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import type { MemoryHostOptions } from '#renderer/host/memory.ts';
import { startBatch } from '#renderer/state/batch.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { leave, openDemoAt, restartAt } from './work-screens.tsx';

afterEach(leave);

async function openLetters(options: MemoryHostOptions = {}) {
  const host = await openDemoAt('#/aanmanen', options);
  const grid = await screen.findByRole('grid', { name: 'Brieven die vandaag klaar zijn' });
  await findEnabledButton(/^Maak \d+ brie/);
  const { proposals } = await books.proposals(null);
  return { host, grid, proposals, user: userEvent.setup() };
}

const makeButton = () => screen.getByRole('button', { name: /^Maak \d+ brie/ });

describe('the preview before a batch', () => {
  it('shows problems first, and says on the button how many of which kind', async () => {
    const { grid, proposals } = await openLetters();
    expect(makeButton().textContent).toMatch(
      new RegExp(`^Maak ${proposals.length} brieven \\(\\d+ herinneringen, \\d+ aanmaningen`),
    );
    const first = within(grid).getAllByRole('row')[1]!;
    const problem = proposals.some(
      ({ debtorName, warnings }) =>
        first.textContent?.includes(debtorName) && warnings.some((warning) => warning.startsWith('no-')),
    );
    expect(problem).toBe(true);
  });

  it('leaves a letter out with Space, and the number on the button follows', async () => {
    const { proposals, user } = await openLetters();
    await user.keyboard('j ');
    await waitFor(() => expect(makeButton().textContent).toContain(`Maak ${proposals.length - 1} brieven`));
  });

  it('makes only what a filter shows', async () => {
    const { proposals, user } = await openLetters();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Soort brief' }), 'demand');
    const demands = proposals.filter(({ kind }) => kind === 'demand').length;
    await waitFor(() => expect(makeButton().textContent).toBe(`Maak ${demands} brieven (${demands} aanmaningen)`));
  });

  it('explains the step and the amount of the row the keyboard is on', async () => {
    const { user } = await openLetters();
    await user.keyboard('jj');
    const why = screen.getByRole('region', { name: 'Waarom deze stap' });
    await within(why).findByText('Te betalen');
    expect(why.textContent).toMatch(/De oudste post is \d+ dag(en)? te laat\./);
    expect(why.textContent).toMatch(/Betalingen zijn verwerkt t\/m 19-11-2026\./);
  });

  it('shows the mail beside the letter', async () => {
    const { user } = await openLetters();
    await user.keyboard('jjm');
    expect(await screen.findByText('Onderwerp')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'E-mail', selected: true })).toBeTruthy();
  });

  it('says of everyone that gets no letter why not', async () => {
    const { user } = await openLetters();
    await user.click(screen.getByRole('button', { name: /krijgen vandaag geen brief\. Waarom niet\?/ }));
    const grid = await screen.findByRole('grid', { name: 'Debiteuren die vandaag geen brief krijgen' });
    for (const row of within(grid).getAllByRole('row').slice(1)) {
      expect(within(row).getAllByRole('gridcell')[1]?.textContent, row.textContent ?? '').not.toBe('');
    }
  });

  it('has nothing for axe to find', async () => {
    await openLetters();
    await expectAccessible(screen.getByRole('main'));
  });
});

describe('making the letters', () => {
  it('takes one key from preview to result, and a second run proposes nothing', async () => {
    const { host, proposals, user } = await openLetters();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { level: 1, name: `${proposals.length} brieven gemaakt` });
    expect([...host.made.values()]).toEqual(proposals.map(() => 1));
    await expectAccessible(screen.getByRole('main'));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Vandaag is er geen brief te maken')).toBeTruthy();
  });

  it('prints what goes by post, and everything only when asked', async () => {
    const { proposals, user } = await openLetters();
    await user.click(makeButton());
    await screen.findByRole('heading', { level: 1, name: `${proposals.length} brieven gemaakt` });
    const posted = proposals.filter(({ channels }) => channels.includes('post') || channels.includes('registered'));
    expect(posted.length).toBeGreaterThan(0);
    expect(posted.length).toBeLessThan(proposals.length);
    expect(screen.getByRole('button', { name: `Alle brieven afdrukken (${proposals.length})` })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: `${posted.length} brieven voor de post afdrukken` }));
    // The memory host answers one page a letter.
    expect(await screen.findByText(`Afdrukbestand van ${posted.length} pagina’s geopend`)).toBeTruthy();
  });

  it('names what failed with its reason and offers to make it again', async () => {
    let fails = true;
    const { proposals, user } = await openLetters({ failing: (plan) => fails && plan.kind === 'demand' });
    const failing = proposals.filter(({ kind }) => kind === 'demand').length;
    await user.click(makeButton());
    const retry = await screen.findByRole('button', { name: `${failing} mislukte brieven opnieuw maken` });
    expect(screen.getAllByText(/mislukt: De brief kon niet worden gemaakt\./)).toHaveLength(failing);
    fails = false;
    await user.click(retry);
    await screen.findByRole('heading', { level: 1, name: `${failing} brieven gemaakt` });
  });

  it('drops a letter whose debtor was held after the preview, and says so (criterion D4)', async () => {
    const { proposals } = await openLetters();
    const { debtorId } = proposals[0]!;
    const hold = { type: 'set-hold', debtorId, itemId: null, reason: 'manual', until: null, note: 'Belt net' } as const;
    await act(() => books.run(hold));
    await act(() => startBatch(proposals, null));
    expect(await screen.findByText('1 brief vervalt: aanmaanblokkade ingesteld')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: `${proposals.length - 1} brieven gemaakt` })).toBeTruthy();
  });

  it('asks a reason first when the data is stale, and records it (criterion A9)', async () => {
    const { disk } = await openDemoAt('#/import');
    const host = await restartAt('#/aanmanen', { disk, today: '2026-12-04' });
    const reason = await screen.findByRole('textbox', { name: 'Waarom toch aanmanen?' });
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Toch aanmanen' });
    expect(go.disabled).toBe(true);
    const user = userEvent.setup();
    await user.type(reason, 'Bank met de hand nagekeken');
    await user.click(go);
    await findEnabledButton(/^Maak \d+ brie/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { level: 1, name: /gemaakt$/ });
    expect(host.made.size).toBeGreaterThan(0);
    const events = await books.events('administration');
    expect(events.find(({ type }) => type === 'run-accepted-stale')?.data.reason).toBe('Bank met de hand nagekeken');
  });
});
