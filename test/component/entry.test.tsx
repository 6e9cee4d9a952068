// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { debtorIn } from '#shared/domain/books.ts';
import { expectAccessible } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

afterEach(leave);

/** The two debtors of the demo with most open invoices. */
async function owing() {
  const summaries = [...(await books.summaries())].filter(({ currency }) => currency === 'EUR');
  const [first, second] = summaries.sort((a, b) => b.openItems - a.openItems);
  if (!first || !second) throw new Error('the demo has no debtors');
  return { first, second };
}

async function openCard() {
  await openDemoAt('#/debiteuren');
  await screen.findByRole('grid', { name: 'Debiteuren' });
  const both = await owing();
  await goAndWait(`#/debiteuren/${both.first.id}`, both.first.name);
  await screen.findByRole('table', { name: 'Openstaande posten' });
  return { ...both, user: userEvent.setup() };
}

const dialogOf = (name: string | RegExp) => screen.findByRole('dialog', { name });
const field = (dialog: HTMLElement, name: string) => within(dialog).getByRole('textbox', { name });
const itemsOf = async (id: number) => Object.values((await books.ledger(id))?.item ?? {});
const undo = (user: ReturnType<typeof userEvent.setup>) =>
  screen.findByRole('button', { name: 'Ongedaan maken' }).then((button) => user.click(button));

describe('a new debtor', () => {
  it('is asked for with Shift+N, says what is wrong beside its field, and opens its card', async () => {
    await openDemoAt('#/debiteuren');
    const user = userEvent.setup();
    await screen.findByRole('grid', { name: 'Debiteuren' });
    const before = (await books.summaries()).length;
    await user.keyboard('{Shift>}N{/Shift}');
    const dialog = await dialogOf('Nieuwe debiteur');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Debiteur toevoegen' }));
    expect(field(dialog, 'Naam').getAttribute('aria-invalid')).toBe('true');
    expect(within(dialog).getByText('Vul een naam in.')).toBeTruthy();
    await user.type(field(dialog, 'Naam'), 'Proefhandel B.V.');
    await user.type(field(dialog, 'Debiteurnummer'), '1001');
    await user.type(field(dialog, 'IBAN'), 'NL91ABNA0417164301');
    expect(within(dialog).getByText('Dit is geen geldig IBAN.')).toBeTruthy();
    await user.type(field(dialog, 'IBAN'), '{Backspace}0{Enter}');
    expect(await within(dialog).findByText('Nummer 1001 is van een andere debiteur.')).toBeTruthy();
    await user.type(field(dialog, 'Debiteurnummer'), '-a{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Proefhandel B.V.' });
    expect((await books.summaries()).at(-1)).toMatchObject({ code: '1001-a' });
    await undo(user);
    await waitFor(async () => expect((await books.summaries()).length).toBe(before));
  });
});

describe('an item by hand', () => {
  it('is added with i, its amount as Dutch people type it, its due date from the term; put right and taken away', async () => {
    const { first, user } = await openCard();
    await user.keyboard('i');
    let dialog = await dialogOf('Post toevoegen');
    await expectAccessible(dialog);
    await user.type(field(dialog, 'Nummer'), 'H-1');
    await user.type(field(dialog, 'Bedrag'), '1.234,5x');
    await user.click(within(dialog).getByRole('button', { name: 'Post toevoegen' }));
    expect(within(dialog).getByText(/^Dit is geen bedrag/)).toBeTruthy();
    expect(document.activeElement).toBe(field(dialog, 'Bedrag'));
    await user.type(field(dialog, 'Betalingskenmerk'), 'RF19 5390 0754 7034');
    await user.type(field(dialog, 'Bedrag'), '{Backspace}6{Enter}');
    expect(within(dialog).getByText(/^Deze RF-referentie .* kan niet bestaan/)).toBeTruthy();
    await user.clear(field(dialog, 'Betalingskenmerk'));
    await user.paste('1234567890123456');
    expect(within(dialog).getByText(/^Dit getal is geen betalingskenmerk/)).toBeTruthy();
    await user.clear(field(dialog, 'Betalingskenmerk'));
    await user.paste('RF18 5390 0754 7034');
    expect(within(dialog).getByText('RF-referentie: de controlecijfers kloppen.')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await itemsOf(first.id)).map(({ id }) => id)).toContain('H-1'));
    const made = (await itemsOf(first.id)).find(({ id }) => id === 'H-1');
    expect(made).toMatchObject({ total: 123456, date: '2026-11-20', dueDate: '2026-12-20', dueDerived: true });
    expect(made?.paymentReference).toBe('RF18539007547034');
    await user.click(await screen.findByRole('button', { name: 'H-1' }));
    expect(screen.getByText('RF18 5390 0754 7034')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Verbeteren: H-1' }));
    dialog = await dialogOf('Post H-1 verbeteren');
    await user.clear(field(dialog, 'Bedrag'));
    await user.type(field(dialog, 'Bedrag'), '1234.5{Enter}');
    await screen.findByText('Post H-1 verbeterd');
    expect((await itemsOf(first.id)).find(({ id }) => id === 'H-1')?.total).toBe(123450);
    await user.click(await screen.findByRole('button', { name: 'Verbeteren: H-1' }));
    dialog = await dialogOf('Post H-1 verbeteren');
    await user.click(within(dialog).getByRole('button', { name: 'Verwijderen' }));
    await user.click(await screen.findByRole('button', { name: 'Post verwijderen' }));
    await waitFor(async () => expect((await itemsOf(first.id)).map(({ id }) => id)).not.toContain('H-1'));
  });

  it('with a number the debtor has is refused beside the number; a future date and another currency are warned of', async () => {
    const { first, user } = await openCard();
    const [known] = await itemsOf(first.id);
    await user.keyboard('i');
    const dialog = await dialogOf('Post toevoegen');
    await user.type(field(dialog, 'Nummer'), known!.number);
    await user.type(field(dialog, 'Bedrag'), '10');
    await user.clear(field(dialog, 'Datum'));
    await user.type(field(dialog, 'Datum'), '1-12-2026{Enter}');
    expect(await within(dialog).findByText(/^Deze debiteur heeft al een post met nummer/)).toBeTruthy();
    expect(within(dialog).getByText('De datum ligt in de toekomst.')).toBeTruthy();
    await user.clear(field(dialog, 'Valuta'));
    await user.type(field(dialog, 'Valuta'), 'usd');
    expect(within(dialog).getByText(/^Een post in vreemde valuta/)).toBeTruthy();
  });
});

describe('a payment seen at the bank', () => {
  it('shows how it is laid before it is saved, and can be removed from the timeline', async () => {
    const { first, user } = await openCard();
    const open = (await books.summaries()).find(({ id }) => id === first.id)!.open;
    await user.keyboard('o');
    const dialog = await dialogOf('Betaling gezien op de bank');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Betaling vastleggen' }));
    expect(within(dialog).getByText(/^Vul een bedrag boven nul in/)).toBeTruthy();
    await user.type(field(dialog, 'Bedrag'), '10,00');
    const preview = within(dialog).getByRole('list', { name: 'Zo wordt de betaling verwerkt' });
    expect(within(preview).getAllByRole('listitem')).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: /10,00 vastleggen$/ }));
    const openNow = async () => (await books.summaries()).find(({ id }) => id === first.id)!.open;
    await waitFor(async () => expect(await openNow()).toBe(open - 10_00));
    expect(await screen.findByText(/met de hand ingevoerd/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Verwijderen' }));
    await user.click(await screen.findByRole('button', { name: 'Betaling verwijderen' }));
    await waitFor(async () => expect(await openNow()).toBe(open));
  });

  it('goes to the items that are ticked, and keeps the rest as credit', async () => {
    const { user } = await openCard();
    await user.keyboard('o');
    const dialog = await dialogOf('Betaling gezien op de bank');
    await user.type(field(dialog, 'Bedrag'), '999999');
    await user.click(within(dialog).getByRole('radio', { name: 'Gekozen posten' }));
    await user.click(within(dialog).getByRole('button', { name: /vastleggen$/ }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Kies ten minste één post.');
    const [, second] = within(dialog).getAllByRole('checkbox');
    await user.click(second!);
    const preview = within(dialog).getByRole('list', { name: 'Zo wordt de betaling verwerkt' });
    expect(preview.textContent).toMatch(/Niet toegewezen, blijft als tegoed staan/);
    await user.clear(field(dialog, 'Datum op de bank'));
    await user.type(field(dialog, 'Datum op de bank'), '1-12-2026{Enter}');
    expect(await within(dialog).findByText('Deze dag moet nog komen.')).toBeTruthy();
  });
});

describe('a level reached before Voldaan', () => {
  it('offers the steps of the policy up to the veertiendagenbrief, for the items that are chosen', async () => {
    const { first, user } = await openCard();
    await user.keyboard('l');
    const dialog = await dialogOf('Eerder aangemaand, buiten Voldaan');
    await expectAccessible(dialog);
    expect(within(dialog).getByText(/veertiendagenbrief van vóór Voldaan telt hier niet mee/)).toBeTruthy();
    const [one, ...rest] = within(dialog).getAllByRole<HTMLInputElement>('checkbox');
    if (one?.checked) await user.click(one);
    for (const box of rest) if (!box.checked) await user.click(box);
    const numbers = rest.map((box) => box.labels?.[0]?.textContent);
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Laatste brief' }), '1. Herinnering');
    await user.click(within(dialog).getByRole('button', { name: /^Vastleggen voor \d+ post/ }));
    await screen.findByText(/^Eerder aangemaand vastgelegd voor/);
    const chosen = (await itemsOf(first.id)).filter(({ number }) => numbers.includes(number));
    expect(chosen.length).toBe(numbers.length);
    expect(new Set(chosen.map(({ outside }) => outside?.level))).toEqual(new Set([1]));
  });
});

describe('merging two debtors', () => {
  it('lays them side by side, says what moves, merges and can be undone', async () => {
    const { first, second, user } = await openCard();
    const count = (await itemsOf(second.id)).length;
    await user.keyboard('s');
    const dialog = await dialogOf(`${first.name} samenvoegen`);
    await user.click(within(dialog).getByRole('button', { name: 'Samenvoegen' }));
    expect(within(dialog).getByText('Kies een debiteur.')).toBeTruthy();
    await user.type(within(dialog).getByRole('combobox', { name: 'Samenvoegen met' }), second.code);
    await user.click(await screen.findByRole('option', { name: `${second.code} ${second.name}` }));
    const table = await within(dialog).findByRole('table', { name: 'De twee debiteuren naast elkaar' });
    expect(within(table).getByText(second.name)).toBeTruthy();
    expect(within(dialog).getByText(new RegExp(`^Naar .* gaan: ${count} post`))).toBeTruthy();
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: '2 debiteuren samenvoegen' }));
    await waitFor(async () => expect(await books.ledger(second.id)).toBeNull());
    expect(debtorIn((await books.ledger(first.id)) ?? undefined)?.aliases).toMatchObject([{ code: second.code }]);
    expect(await screen.findByText('Debiteuren samengevoegd')).toBeTruthy();
    await undo(user);
    await waitFor(async () => expect((await itemsOf(second.id)).length).toBe(count));
    expect((await books.summaries()).some(({ id }) => id === second.id)).toBe(true);
  });

  it('keeps the other when that is chosen, and shows its card', async () => {
    const { first, second, user } = await openCard();
    await user.keyboard('s');
    const dialog = await dialogOf(`${first.name} samenvoegen`);
    await user.type(within(dialog).getByRole('combobox', { name: 'Samenvoegen met' }), second.code);
    await user.click(await screen.findByRole('option', { name: `${second.code} ${second.name}` }));
    await user.click(await within(dialog).findByRole('radio', { name: `${second.code} ${second.name}` }));
    await user.click(within(dialog).getByRole('button', { name: '2 debiteuren samenvoegen' }));
    await screen.findByRole('heading', { level: 1, name: second.name });
    expect(location.hash).toBe(`#/debiteuren/${second.id}`);
    await undo(user);
    await waitFor(async () => expect((await itemsOf(first.id)).length).toBeGreaterThan(0));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
