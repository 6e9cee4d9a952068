// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { setPreference } from '#renderer/state/preferences.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { expectAccessible } from './screen.tsx';
import { leave, openDemoAt } from './work-screens.tsx';

const address = '#/instellingen/tarieven';
let user: UserEvent;

beforeEach(async () => {
  user = userEvent.setup();
  await openDemoAt(address);
  await screen.findByRole('table', { name: 'Rente van vandaag' });
});
afterEach(leave);

const claimed = async () => (await books.proposals(null)).proposals.reduce((sum, { total }) => sum + total, 0);
const typeDate = (field: HTMLElement, text: string) => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
};
const fill = (dialog: HTMLElement, from: string, percent: string, source: string) => {
  const field = (name: RegExp | string) => within(dialog).getByRole('textbox', { name });
  typeDate(field('Geldig vanaf'), from);
  fireEvent.change(field('Percentage per jaar'), { target: { value: percent } });
  fireEvent.change(field('Bron'), { target: { value: source } });
};
const upload = async (text: string, name = 'rentetabellen.json') => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input, new File([text], name, { type: 'application/json' }));
};
const fileOf = (change: (rows: Record<string, unknown>[]) => void) => {
  const rows = builtInRates.rows.map((row) => ({ ...row }) as Record<string, unknown>);
  change(rows);
  const { checkedUntil } = builtInRates;
  return JSON.stringify({ format: 'voldaan-rentetabellen', version: 1, checkedUntil, rows });
};

describe('the rate tables', () => {
  it('say of each kind what holds, since when and how far it was looked up', () => {
    const lines = within(screen.getByRole('table', { name: 'Rente van vandaag' }))
      .getAllByRole('row')
      .slice(1);
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^Wettelijke rente.*4,00%01-01-202631-12-2026✓Actueel/),
      expect.stringMatching(/^Handelsrente.*10,40%01-07-202631-12-2026✓Actueel/),
      expect.stringMatching(/^Belgische referentierente.*10,50%01-07-202631-12-2026✓Actueel/),
    ]);
  });

  it('are out of date on the first day nobody checked, in words, until that is recorded', async () => {
    await leave();
    await openDemoAt(address, { today: '2027-01-01' });
    expect(await screen.findByText('3 rentetabellen zijn verouderd.')).toBeTruthy();
    expect(screen.getAllByText('Verouderd').length).toBe(3);
    await user.click(screen.getByRole('button', { name: 'Geen wijziging: Wettelijke rente' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '30-06-2027');
    await user.click(within(dialog).getByRole('button', { name: 'Vastleggen' }));
    expect(await screen.findByText('2 rentetabellen zijn verouderd.')).toBeTruthy();
    expect((await books.rates()).checkedUntil.wettelijk).toBe('2027-06-30');
  });

  it('take a row of one’s own: letters that are not made yet are computed anew, and it can be undone', async () => {
    const before = await claimed();
    await user.click(screen.getByRole('button', { name: 'Regel toevoegen' }));
    const dialog = await screen.findByRole('dialog');
    fill(dialog, '1-10-2026', '101', '');
    await user.click(within(dialog).getByRole('button', { name: 'Regel opslaan' }));
    expect(within(dialog).getByText(/Vul een percentage van 0 tot en met 100 in/)).toBeTruthy();
    expect(within(dialog).getByText(/Noem de bron/)).toBeTruthy();
    expect(await books.rates()).toEqual(builtInRates);
    fill(dialog, '1-10-2026', '20,5', 'Staatscourant 2026, 1');
    await user.click(within(dialog).getByRole('button', { name: 'Regel opslaan' }));
    expect(await screen.findByText('eigen regel')).toBeTruthy();
    expect((await books.rates()).rows).toContainEqual(
      expect.objectContaining({ kind: 'handel', from: '2026-10-01', percent: '20.50' }),
    );
    expect(await claimed()).toBeGreaterThan(before);
    await user.click(screen.getByRole('button', { name: /Ongedaan maken/ }));
    await waitFor(() => expect(screen.queryByText('eigen regel')).toBeNull());
    expect(await claimed()).toBe(before);
  });

  it('open a row with the keyboard; a changed row goes back to the shipped one', async () => {
    const grid = screen.getByRole('grid', { name: 'Percentages van Handelsrente' });
    grid.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Regel aanpassen: Handelsrente vanaf 01-07-2026' });
    const percent = within(dialog).getByRole('textbox', { name: 'Percentage per jaar' });
    expect(percent).toHaveProperty('value', '10,40');
    fireEvent.change(percent, { target: { value: '10,65' } });
    await user.click(within(dialog).getByRole('button', { name: 'Regel opslaan' }));
    expect(await screen.findByText('aangepast')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Aanpassen' })[0]!);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Terugzetten' }));
    const confirm = await screen.findAllByRole('button', { name: 'Terugzetten' });
    await user.click(confirm.at(-1)!);
    await waitFor(() => expect(screen.queryByText('aangepast')).toBeNull());
    expect(await books.rates()).toEqual(builtInRates);
  });
});

describe('a file of rate tables', () => {
  it('with a bad row shows which row and why, and changes nothing', async () => {
    await upload(fileOf((rows) => Object.assign(rows[2]!, { percent: '12,123456' })));
    const wrong = await screen.findByRole('table', { name: 'Fouten in het bestand' });
    expect(within(wrong).getAllByRole('row')[1]!.textContent).toMatch(/^regel 3"12,123456" is geen percentage/);
    expect(screen.getByText('Het bestand is niet overgenomen: 1 fout.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /overnemen/ })).toBeNull();
    expect(await books.rates()).toEqual(builtInRates);
  });

  it('shows what it changes before it is taken over, and the shipped tables come back the same way', async () => {
    await upload(
      fileOf((rows) => {
        Object.assign(rows[0]!, { percent: '8.50' });
        rows.splice(1, 1);
        rows.push({ kind: 'be-b2b', from: '2027-01-01', percent: '10.50', source: 'FOD', confidence: '' });
      }),
    );
    const changes = await screen.findByRole('table', { name: 'Wijzigingen in de rentetabellen' });
    const what = within(changes).getAllByRole('row').slice(1);
    expect(what.map((row) => row.firstChild!.textContent)).toEqual(['nieuw', 'gewijzigd', 'vervalt']);
    expect(await books.rates()).toEqual(builtInRates);
    await user.click(screen.getByRole('button', { name: '3 wijzigingen overnemen' }));
    await waitFor(async () => expect((await books.rates()).rows.length).toBe(builtInRates.rows.length));
    expect(await screen.findByText(/2 regels wijken af/)).toBeTruthy();
    expect(screen.getByText(/1 meegeleverde regel ontbreekt/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Terug naar de meegeleverde tabellen' }));
    await user.click(await screen.findByRole('button', { name: '3 wijzigingen overnemen' }));
    await screen.findByText(/De meegeleverde tabellen gelden/);
    expect(await books.rates()).toEqual(builtInRates);
  });

  it('is written in the folder of the administration', async () => {
    await user.click(screen.getByRole('button', { name: 'Exporteren' }));
    expect(await screen.findByText('Opgeslagen als uitvoer/rentetabellen-2026-11-20.json.')).toBeTruthy();
  });
});

describe('the calculators', () => {
  const calculator = (title: string) => screen.getByRole('heading', { name: title }).closest('section')!;

  it('tell the costs over the summed principals, with the bands (BIK-31)', () => {
    const part = within(calculator('Incassokosten berekenen'));
    const field = part.getByRole('textbox', { name: 'Hoofdsom' });
    fireEvent.change(field, { target: { value: '120 + 95,50 + 310' } });
    expect(part.getByRole('status').textContent).toMatch(/Hoofdsom samen€\s525,50Incassokosten€\s78,83/);
    fireEvent.change(field, { target: { value: '120 + vijf' } });
    expect(part.getByText(/“vijf” is geen bedrag/)).toBeTruthy();
    expect(part.queryByRole('status')).toBeNull();
  });

  it('tell the interest line by line (law §16, INT-03), and why there is none', () => {
    const part = within(calculator('Rente berekenen'));
    fireEvent.change(part.getByRole('textbox', { name: 'Hoofdsom' }), { target: { value: '5.000' } });
    typeDate(part.getByRole('textbox', { name: 'Vervaldatum' }), '31-5-2026');
    typeDate(part.getByRole('textbox', { name: 'Tot en met' }), '31-8-2026');
    const lines = within(part.getByRole('table', { name: 'Rente per periode' })).getAllByRole('row');
    expect(lines.map((line) => line.textContent?.replaceAll('\u00a0', ' ')).slice(1)).toEqual([
      '01-06-202630-06-202630€ 5.000,0010,15%€ 41,71',
      '01-07-202631-08-202662€ 5.000,0010,40%€ 88,33',
      'Rente samen€ 130,04',
    ]);
    typeDate(part.getByRole('textbox', { name: 'Tot en met' }), '1-5-2026');
    expect(part.getByText(/ligt na de einddatum/)).toBeTruthy();
  });
});

describe('the tab', () => {
  it('has nothing for axe to find, in Dutch and in English', async () => {
    await expectAccessible(screen.getByRole('main'));
    await setPreference('language', 'en');
    await screen.findByRole('table', { name: 'Interest today' });
    await expectAccessible(screen.getByRole('main'));
    await setPreference('language', 'nl');
  });
});
