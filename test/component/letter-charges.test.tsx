// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import type { MemoryHostOptions } from '#renderer/host/memory.ts';
import { fail } from '#shared/contract/errors.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { leave, openDemoAt } from './work-screens.tsx';

afterEach(leave);

const listName = 'Brieven die vandaag klaar zijn';
const why = () => screen.getByRole('region', { name: 'Waarom deze stap' });
const makeButton = () => findEnabledButton(/^Maak \d+ brie.*\(/);

/** The veertiendagenbrief of the demo, on Friday 20 November. */
async function openFourteenDayLetter(options: MemoryHostOptions = {}) {
  await openDemoAt('#/aanmanen', options);
  const user = userEvent.setup();
  const grid = await screen.findByRole('grid', { name: listName });
  const chosen = (await books.proposals(null)).proposals.find(({ kind }) => kind === 'fourteen-day-letter')!;
  await user.click(within(grid).getByText(chosen.debtorName));
  await within(why()).findByRole('heading', { name: chosen.debtorName });
  await within(why()).findByText('Te betalen');
  return { user, plan: (await books.planOf(chosen))! };
}

describe('a veertiendagenbrief on a Friday (product, moment 3)', () => {
  it('says how much the costs are, from when, and why then', async () => {
    const { user, plan } = await openFourteenDayLetter();
    expect(why().textContent).toContain(
      `Incassokosten ${formatMoney(plan.amounts.costsAnnounced)} verschuldigd vanaf do 10-12, omdat de brief van vr 20-11 vermoedelijk op di 24-11 is ontvangen en tot en met wo 09-12 zonder kosten kan worden betaald.`,
    );
    await user.click(within(why()).getByRole('button', { name: /Wanneer de incassokosten verschuldigd zijn$/ }));
    const uitleg = await screen.findByRole('dialog', { name: 'Wanneer de incassokosten verschuldigd zijn' });
    expect(within(uitleg).getAllByRole('listitem').length).toBeGreaterThan(3);
    expect(uitleg.textContent).toContain('ECLI:NL:HR:2016:2704');
    await expectAccessible(uitleg);
  });

  it('is stopped with the article and what to change when it would lose the costs (criterion E4)', async () => {
    await openFourteenDayLetter({
      before: (channel, input) =>
        channel === 'letters.preview' && JSON.stringify(input).includes('fourteen-day-letter')
          ? fail('render-failed', 'stopped', { codes: 'term-wording, costs-amount' })
          : undefined,
    });
    const stopped = await screen.findByRole('alert');
    expect(stopped.textContent).toContain('Deze veertiendagenbrief is tegengehouden');
    const reasons = within(stopped).getAllByRole('listitem');
    expect(reasons.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^De termijn is niet juist verwoord\. Schrijf als enige termijn: .* art\. 6:96 lid 6 BW/),
      expect.stringMatching(/^Het bedrag van de incassokosten klopt niet\. .* art\. 2 Besluit BIK/),
    ]);
    await expectAccessible(stopped);
  });
});

describe('interest and costs of a letter (criterion B3)', () => {
  it('stand apart from the principal, add up to the amount to pay, and each explain themselves', async () => {
    await openDemoAt('#/aanmanen');
    const grid = await screen.findByRole('grid', { name: listName });
    const { proposals } = await books.proposals(null);
    const chosen = proposals.find(({ kind }) => kind === 'final-demand')!;
    const { amounts, charges } = (await books.planOf(chosen))!;
    expect(amounts.principal + charges!.interest!.total + charges!.costs!.total).toBe(amounts.total);
    const user = userEvent.setup();
    await user.click(within(grid).getByText(chosen.debtorName));
    const row = async (name: string) => within(why()).findByRole('row', { name: new RegExp(`^${name} `) });
    expect((await row('Hoofdsom')).textContent).toContain(formatMoney(amounts.principal));
    expect((await row('Rente')).textContent).toContain(formatMoney(amounts.interest));
    await user.click(within(await row('Incassokosten')).getByRole('button'));
    const uitleg = await screen.findByRole('dialog', { name: 'Incassokosten' });
    expect(uitleg.textContent).toContain('15% over de eerste');
  });

  it('that are announced only are no part of the amount to pay', async () => {
    await openDemoAt('#/aanmanen');
    const grid = await screen.findByRole('grid', { name: listName });
    const { proposals } = await books.proposals(null);
    let found = null;
    for (const proposal of proposals.filter(({ kind }) => kind === 'demand')) {
      const plan = await books.planOf(proposal);
      if (plan?.charges?.interest && plan.charges.costs) found ??= { proposal, plan };
    }
    const { proposal, plan } = found!;
    await userEvent.setup().click(within(grid).getByText(proposal.debtorName));
    const announced = await within(why()).findByRole('row', { name: /^Rente, aangekondigd / });
    expect(announced.textContent).toContain(formatMoney(plan.charges!.interest!.total));
    expect(plan.amounts.total).toBe(plan.amounts.principal);
  });
});

describe('a rate table that was not checked up to today (criterion K4)', () => {
  async function openStale() {
    const rates = { ...builtInRates, checkedUntil: { ...builtInRates.checkedUntil, handel: '2026-11-19' } };
    const host = await openDemoAt('#/aanmanen');
    await act(() => books.run({ type: 'save-rates', rates }));
    await screen.findByText('Rentetabel verouderd');
    expect(screen.getByText(/^Gecontroleerd: wettelijke handelsrente t\/m /).textContent).toContain(
      ' t/m 19-11-2026. ',
    );
    await waitFor(async () =>
      expect((await books.proposals(null)).proposals.some(({ warnings }) => warnings.includes('rates-stale'))).toBe(
        true,
      ),
    );
    await screen.findByRole('grid', { name: listName });
    return { host, user: userEvent.setup() };
  }

  it('is said on every screen, with the one way to put it right', async () => {
    const { user } = await openStale();
    await user.click(screen.getByRole('button', { name: 'Tarieven en rente controleren' }));
    await waitFor(() => expect(location.hash).toBe('#/instellingen/tarieven'));
    expect(screen.getByText(/^Rentetabel verouderd/)).toBeTruthy();
  });

  it('asks once for a batch and stops nothing', async () => {
    const { host, user } = await openStale();
    await user.click(await makeButton());
    const dialog = await screen.findByRole('dialog', { name: 'Rentetabel verouderd' });
    expect(host.made.size).toBe(0);
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Annuleren' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await makeButton());
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Rentetabel verouderd' })).getByRole('button', {
        name: /^Maak/,
      }),
    );
    await screen.findByRole('heading', { level: 1, name: /gemaakt$/ });
    expect(host.made.size).toBeGreaterThan(0);
  });
});
