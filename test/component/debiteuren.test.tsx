// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { startBatch } from '#renderer/state/batch.ts';
import { expectAccessible } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

afterEach(leave);

const grid = () => screen.findByRole('grid', { name: 'Debiteuren' });

/** A debtor of the demo with a letter ready and items that wait. */
async function debtorWithBoth() {
  const { proposals } = await books.proposals(null);
  for (const proposal of proposals) {
    const { items } = await books.whyNot(proposal.debtorId);
    const waiting = items.find((item) => item.gates.some((gate) => gate.until !== null));
    if (waiting) return { proposal, waiting };
  }
  throw new Error('the demo has no such debtor');
}

describe('the list of debtors', () => {
  it('reads its filter from the address and says it as a sentence; a part can be taken out', async () => {
    await openDemoAt('#/debiteuren?soort=consumer&telaat=30');
    await grid();
    const count = () => Number(/(\d+) debiteur(en)?:/.exec(document.body.textContent ?? '')?.[1]);
    const both = count();
    expect(screen.getByRole('button', { name: /“consument”/ })).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: /“meer dan 30 dagen te laat”/ }));
    await waitFor(() => expect(count()).toBeGreaterThan(both));
    expect(location.hash).toBe('#/debiteuren?soort=consumer');
  });

  it('goes to the search with / and finds by name and by invoice number', async () => {
    await openDemoAt('#/debiteuren');
    const user = userEvent.setup();
    await grid();
    const { proposal, waiting } = await debtorWithBoth();
    await user.keyboard('/');
    const field = screen.getByRole('searchbox', { name: 'Zoeken in debiteuren' });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'gemeente');
    await waitFor(async () => expect(within(await grid()).getAllByText(/Gemeente/).length).toBeGreaterThan(1));
    await user.clear(field);
    await user.type(field, waiting.number);
    await waitFor(async () => expect(within(await grid()).getByText(proposal.debtorName)).toBeTruthy());
  });

  it('takes the selected debtors to Aanmanen together', async () => {
    await openDemoAt('#/debiteuren');
    const user = userEvent.setup();
    await grid();
    await user.keyboard('j j ');
    const dun = await screen.findByRole('button', { name: /^Aanmanen \(\d brie/ });
    expect(screen.getByText(/^2 debiteuren geselecteerd · open €/)).toBeTruthy();
    await user.click(dun);
    await screen.findByRole('heading', { level: 1, name: 'Aanmanen' });
    expect(decodeURIComponent(location.hash)).toMatch(/debiteur=\d+/);
  });

  it('holds several debtors at once, and one undo takes all of it back', async () => {
    await openDemoAt('#/debiteuren');
    const user = userEvent.setup();
    await grid();
    const { proposals } = await books.proposals(null);
    await user.keyboard('j j p');
    const dialog = await screen.findByRole('dialog', { name: 'Aanmaanblokkade' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Toelichting' }), 'Overleg met de cliënt');
    await user.click(within(dialog).getByRole('button', { name: 'Blokkade instellen voor 2 debiteuren' }));
    await waitFor(async () => expect((await books.proposals(null)).proposals.length).toBe(proposals.length - 2));
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(async () => expect((await books.proposals(null)).proposals.length).toBe(proposals.length));
  });

  it('opens a panel at Enter and the full card at Enter again', async () => {
    await openDemoAt('#/debiteuren');
    const user = userEvent.setup();
    await grid();
    await user.keyboard('j{Enter}');
    await screen.findByRole('button', { name: 'Volledig openen' });
    expect(location.hash).toBe('#/debiteuren');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(location.hash).toMatch(/^#\/debiteuren\/\d+$/));
  });

  it('has nothing for axe to find', async () => {
    await openDemoAt('#/debiteuren');
    await grid();
    await expectAccessible(screen.getByRole('main'));
  });
});

describe('the card of a debtor', () => {
  async function openCard() {
    await openDemoAt('#/debiteuren');
    await grid();
    const both = await debtorWithBoth();
    await goAndWait(`#/debiteuren/${both.proposal.debtorId}`, both.proposal.debtorName);
    return { ...both, user: userEvent.setup() };
  }

  it('says of every item that waits why, with the first day it would not', async () => {
    const { waiting, user } = await openCard();
    const why = await screen.findByRole('button', { name: `Waarom niet? ${waiting.number}` });
    await user.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect((await screen.findAllByText(/^kan vanaf \w\w \d\d-\d\d$/)).length).toBeGreaterThan(0);
  });

  it('sets a hold only with an explanation; the letter falls away and comes back when the hold ends', async () => {
    const { user } = await openCard();
    await screen.findByRole('button', { name: /klaar · €/ });
    await user.keyboard('p');
    const dialog = await screen.findByRole('dialog', { name: 'Aanmaanblokkade' });
    await user.click(within(dialog).getByRole('button', { name: 'Blokkade instellen' }));
    expect(within(dialog).getByText(/Een toelichting is nodig/)).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: 'Tot en met' }), '+14');
    await user.type(within(dialog).getByRole('textbox', { name: 'Toelichting' }), 'Afspraak met directie');
    await user.click(within(dialog).getByRole('button', { name: 'Blokkade instellen' }));
    expect(await screen.findByText(/afspraak of eigen keuze, 20-11-2026 t\/m 04-12-2026/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /klaar · €/ })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Beëindigen' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom eindigt de blokkade?' }), 'Toch niet{Enter}');
    expect(await screen.findByRole('button', { name: /klaar · €/ })).toBeTruthy();
    expect(screen.getAllByText('Aanmaanblokkade beëindigd').length).toBeGreaterThan(0);
  });

  it('holds a part of one item, and asks for an amount that is a part', async () => {
    const { waiting, user } = await openCard();
    await user.keyboard('p');
    const dialog = await screen.findByRole('dialog', { name: 'Aanmaanblokkade' });
    expect(within(dialog).queryByRole('radio')).toBeNull();
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Waarvoor' }), `Post ${waiting.number}`);
    await user.click(within(dialog).getByRole('radio', { name: 'Deel' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Toelichting' }), 'Prijsverschil');
    await user.click(within(dialog).getByRole('button', { name: 'Blokkade instellen' }));
    expect(within(dialog).getByText(/^Meer dan 0 en niet meer dan/)).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: 'Bedrag (EUR)' }), '12,50');
    await user.click(within(dialog).getByRole('button', { name: 'Blokkade instellen' }));
    expect(await screen.findByText(new RegExp(`€ 12,50 van post ${waiting.number}`))).toBeTruthy();
    expect(screen.getByText(/deel: € 12,50/)).toBeTruthy();
  });

  it('records a note with Ctrl+Enter and shows it on top of the timeline', async () => {
    const { user } = await openCard();
    await user.keyboard('n');
    await user.type(screen.getByRole('textbox', { name: 'Notitie' }), 'Belt maandag terug');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Belt maandag terug')).toBeTruthy();
  });

  it('withdraws a letter only with a reason; it stays in the timeline', async () => {
    const { user, proposal } = await openCard();
    await act(() => startBatch([proposal], null));
    await user.click(await screen.findByRole('button', { name: 'Intrekken' }));
    await user.click(screen.getByRole('button', { name: 'Brief intrekken' }));
    expect(screen.getByText(/^Een reden is nodig/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Waarom wordt de brief ingetrokken?' }), 'Al betaald{Enter}');
    expect(await screen.findByText('ingetrokken: Al betaald')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Intrekken' })).toBeNull();
    const ledger = await books.ledger(proposal.debtorId);
    expect(Object.values(ledger?.letter ?? {}).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('refuses half an e-mail address and saves a whole one', async () => {
    const { user, proposal } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Wijzigen' }));
    const field = screen.getByRole('textbox', { name: 'E-mailadres' });
    await user.clear(field);
    await user.type(field, 'inkoop@');
    expect(screen.getByText('Dit is geen volledig e-mailadres.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Opslaan' }).disabled).toBe(true);
    await user.type(field, 'zaak.example');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await screen.findByText('inkoop@zaak.example');
    const ledger = await books.ledger(proposal.debtorId);
    expect(JSON.stringify(ledger?.debtor)).toContain('inkoop@zaak.example');
  });

  it('says so when there is no such debtor', async () => {
    await openDemoAt('#/debiteuren/9999');
    expect(await screen.findByText(/bestaat niet \(meer\)/)).toBeTruthy();
  });

  it('has nothing for axe to find', async () => {
    await openCard();
    await screen.findByRole('table', { name: 'Openstaande posten' });
    await expectAccessible(screen.getByRole('main'));
  });
});
