// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { expectAccessible } from './screen.tsx';
import { leave, openDemoAt } from './work-screens.tsx';

afterEach(leave);

/** A business debtor of the demo over whose items interest runs. */
async function lateBusiness() {
  for (const { id, kind, overdue } of await books.summaries()) {
    const charges = kind === 'business' && overdue > 0 ? await books.charges(id) : null;
    if (charges?.interest && charges.costs && charges.interest.items.length > 1) return { id, charges };
  }
  throw new Error('the demo has no such debtor');
}

async function openCard() {
  await openDemoAt('#/debiteuren');
  const { id, charges } = await lateBusiness();
  act(() => {
    location.hash = `#/debiteuren/${id}`;
  });
  const interest = await screen.findByRole('button', { name: /Uitleg bij Rente t\/m vandaag$/ });
  return { id, charges, interest, user: userEvent.setup() };
}

/** The wide panel behind an explanation. */
async function openPanel(user: UserEvent): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: /^Specificatie \(\d+ regels?\)$/ }));
  return waitFor(() => {
    const panel = screen.getAllByRole('dialog').find((dialog) => dialog.getAttribute('aria-modal') === 'true');
    expect(panel).toBeTruthy();
    return panel!;
  });
}

const cents = (text: string | null | undefined) => Number((text ?? '').replace(/[^\d-]/g, ''));

describe('interest and costs on the card of a debtor (criteria B3, B4)', () => {
  it('explains interest by lines that add up, with the rates, their source and the article', async () => {
    const { charges, interest, user } = await openCard();
    expect(interest.textContent).toContain(formatMoney(charges.interest!.total));
    await user.click(interest);
    await expectAccessible(await screen.findByRole('dialog', { name: 'Rente t/m vandaag' }));
    const uitleg = await openPanel(user);
    const table = within(uitleg).getByRole('table', { name: 'Renteregels' });
    const rows = within(table).getAllByRole('row');
    const lines = rows.filter((row) => within(row).queryAllByRole('cell').length === 6);
    const sum = lines.reduce((total, row) => total + cents(within(row).getAllByRole('cell')[5]?.textContent), 0);
    expect(lines).toHaveLength(charges.interest!.items.reduce((count, item) => count + item.lines.length, 0));
    expect(sum).toBe(charges.interest!.total);
    expect(uitleg.textContent).toMatch(/Wettelijke handelsrente vanaf 01-07-2026: 10,40% per jaar/);
    expect(uitleg.textContent).toContain('art. 6:120 lid 2 BW');
    await expectAccessible(uitleg);
  });

  it('opens and closes by key, and Escape does not leave the card', async () => {
    const { id, interest, user } = await openCard();
    act(() => interest.focus());
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Rente t/m vandaag' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location.hash).toBe(`#/debiteuren/${id}`);
    await waitFor(() => expect(document.activeElement).toBe(interest));
  });

  it('shows a specification in a wide panel of its own, with whom it concerns', async () => {
    const { id, interest, user } = await openCard();
    await user.click(interest);
    const panel = await openPanel(user);
    expect(within(panel).getByRole('button', { name: 'Afdrukken' })).toBeTruthy();
    expect(panel.textContent).toContain(screen.getByRole('heading', { level: 1, hidden: true }).textContent);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location.hash).toBe(`#/debiteuren/${id}`);
    await waitFor(() => expect(document.activeElement).toBe(interest));
  });

  it('waives costs only with a reason; they are gone until that is taken back', async () => {
    const { id, charges, user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Kwijtschelden' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rente of kosten kwijtschelden' });
    await user.click(within(dialog).getByRole('radio', { name: 'incassokosten' }));
    await user.click(within(dialog).getByRole('button', { name: 'Kwijtschelden' }));
    expect(within(dialog).getByText('Een reden is nodig; die komt in het dossier.')).toBeTruthy();
    expect((await books.ledger(id))?.waiver ?? {}).toEqual({});
    await user.type(within(dialog).getByRole('textbox', { name: 'Reden' }), 'Goede klant');
    await user.click(within(dialog).getByRole('button', { name: 'Kwijtschelden' }));
    const list = await screen.findByRole('list', { name: 'Kwijtgescholden' });
    expect(list.textContent).toMatch(/Kwijtgescholden op 20-11-2026: incassokosten, alle posten\. Goede klant/);
    await waitFor(() => expect(screen.queryByRole('button', { name: /Uitleg bij Incassokosten$/ })).toBeNull());
    expect((await books.charges(id))?.noCosts).toBe('waived');
    await user.click(within(list).getByRole('button', { name: 'Terugnemen' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom wordt dit teruggenomen?' }), 'Vergissing{Enter}');
    const costs = await screen.findByRole('button', { name: /Uitleg bij Incassokosten$/ });
    expect(costs.textContent).toContain(formatMoney(charges.costs!.total));
    expect(screen.getByText('Kwijtschelding teruggenomen', { selector: '[class*=eventTitle]' })).toBeTruthy();
  });

  it('undoes a waiver, and says so in the dossier (criterion I4)', async () => {
    const { id, user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Kwijtschelden' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rente of kosten kwijtschelden' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Reden' }), 'Test');
    await user.click(within(dialog).getByRole('button', { name: 'Kwijtschelden' }));
    await screen.findByRole('list', { name: 'Kwijtgescholden' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Kwijtschelding ongedaan gemaakt');
    expect((await books.charges(id))?.interest).not.toBeNull();
  });

  it('starts no interest from a computed due date until it is confirmed (criterion A4)', async () => {
    const { id, charges, user } = await openCard();
    const { itemId, number } = charges.interest!.items[0]!;
    const item = (await books.ledger(id))!.item![itemId]!;
    const line = { ...item, dueDerived: true };
    await act(() => books.undo([{ table: 'item', key: String(id), lineId: itemId, v: 1, line }]));
    await screen.findByText('1 vervaldatum is berekend en niet bevestigd; daarover loopt nog geen rente.');
    await waitFor(() => expect(screen.queryByRole('button', { name: new RegExp(`Rente over ${number}$`) })).toBeNull());
    await user.click(screen.getByRole('button', { name: `berekend: vervaldatum van ${number}` }));
    await user.click((await screen.findAllByRole('button', { name: 'Bevestig vervaldatum' })).at(-1)!);
    await screen.findByRole('button', { name: new RegExp(`Rente over ${number}$`) });
    expect((await books.ledger(id))?.item?.[itemId]?.dueDerived).toBe(false);
    expect(await screen.findByText('Vervaldatum bevestigd')).toBeTruthy();
  });

  it('takes the agreed interest over with its clause, and refuses it without', async () => {
    const { id, user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Recht, rente en kosten wijzigen' }));
    const dialog = await screen.findByRole('dialog', { name: 'Recht, rente en kosten' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Percentage' }), '1,5');
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Per' }), 'month');
    expect(within(dialog).getByText('Noem het beding; de brief verwijst ernaar.')).toBeTruthy();
    await expectAccessible(dialog);
    await user.type(
      within(dialog).getAllByRole('textbox', { name: 'Waar dit is afgesproken' })[0]!,
      'art. 7 voorwaarden',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Opslaan' }));
    await screen.findByText('1,5% per maand (art. 7 voorwaarden)');
    await waitFor(async () => expect((await books.charges(id))?.interestClause).toBe('art. 7 voorwaarden'));
  });

  it('says of a debtor outside Dutch and Belgian law that only the principal can be claimed', async () => {
    const { id, user } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Recht, rente en kosten wijzigen' }));
    const dialog = await screen.findByRole('dialog', { name: 'Recht, rente en kosten' });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Toepasselijk recht' }), 'none');
    await user.click(within(dialog).getByRole('button', { name: 'Opslaan' }));
    await waitFor(() =>
      expect(screen.getAllByText('geen recht gekozen: alleen de hoofdsom').length).toBeGreaterThan(0),
    );
    expect((await books.charges(id))?.interest).toBeNull();
  });

  it('has nothing for axe to find', async () => {
    await openCard();
    await expectAccessible(screen.getByRole('main'));
  });
});

describe('the claim in the dossier (criterion J3)', () => {
  it('shows what the exported claim says', async () => {
    await openDemoAt('#/debiteuren');
    const { id } = await lateBusiness();
    const total = (await books.claim(id))!.totals[0]!;
    act(() => {
      location.hash = `#/dossiers/${id}`;
    });
    const heading = await screen.findByRole('heading', { name: 'Vordering op 20-11-2026' });
    const part = heading.closest('section')!;
    for (const amount of [
      total.principal,
      total.interest.amount,
      total.collectionCosts.amount,
      total.total,
      total.perDay,
    ]) {
      expect(part.textContent).toContain(formatMoney(amount));
    }
    expect(total.principal + total.interest.amount + total.collectionCosts.amount).toBe(total.total);
    await expectAccessible(part);
  });
});
