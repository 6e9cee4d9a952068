// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { forgetImports } from '#renderer/features/import/index.ts';
import { importStore, stopReading } from '#renderer/features/import/job.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { leave, openDemoAt } from './work-screens.tsx';

const csv = (lines: readonly string[], name = 'openstaand.csv') =>
  new File([lines.join('\r\n')], name, { lastModified: Date.parse('2026-11-20T12:00:00') });

const good = [
  'Debiteurnr;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand',
  '9001;Nieuwe Klant B.V.;F-1;01-10-2026;31-10-2026;1.210,00',
  '9001;Nieuwe Klant B.V.;F-2;05-10-2026;04-11-2026;605,50',
  '9002;Tweede Klant;F-3;06-10-2026;05-11-2026;veel',
];

beforeEach(() => openDemoAt('#/import'));

afterEach(async () => {
  await leave();
  forgetImports();
});

async function drop(...files: readonly File[]) {
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(await screen.findByLabelText<HTMLInputElement>('Kies bestanden', { selector: 'input' }), [
    ...files,
  ]);
  return user;
}

const number = (name: string) => document.querySelector(`[data-number="${name}"] dd`)?.textContent;

describe('the import preview', () => {
  it('says what the file is and what it changes, and writes nothing before the button', async () => {
    await drop(csv(good));
    expect(await screen.findByText(/gescheiden door puntkomma’s, kop op rij 1/)).toBeTruthy();
    expect([number('itemsNew'), number('debtorsNew'), number('skipped')]).toEqual(['2', '1', '1']);
    const skipped = await screen.findByRole('grid', { name: 'Overgeslagen rijen' });
    expect(within(skipped).getAllByRole('row')[1]?.textContent).toMatch(/^4Openstaand/);
    expect(await books.imports()).toHaveLength(1);
    await expectAccessible(screen.getByRole('main'));
  });

  it('writes with one button, says what it did, and takes the whole import back', async () => {
    const user = await drop(csv(good));
    await user.click(await screen.findByRole('switch', { name: /Volledige lijst/ }));
    await user.click(await findEnabledButton('Importeer 2 posten'));
    expect(await screen.findByText('openstaand.csv is geïmporteerd')).toBeTruthy();
    expect(await books.search('F-1', 5)).not.toEqual([]);
    const [record] = await books.imports();
    expect(record?.source?.startsWith(record.sha256)).toBe(true);
    expect(screen.getByRole('button', { name: 'Origineel tonen van openstaand.csv' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Import ongedaan maken' }));
    await waitFor(async () => expect((await books.imports()).filter(({ undone }) => undone)).toHaveLength(1));
    expect(await screen.findByText('ongedaan gemaakt')).toBeTruthy();
  });

  it('lets a column be given its meaning in place, and reads the file again', async () => {
    const user = await drop(csv(['Rel;Wie;Stuk;Dag;Rest', '9001;Klant;F-1;01-10-2026;10,00']));
    const amount = await screen.findByRole('combobox', { name: 'Betekenis van kolom Rest' });
    await user.selectOptions(amount, 'open');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Betekenis van kolom Stuk' }), 'number');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Betekenis van kolom Rel' }), 'debtorCode');
    await waitFor(() => expect(number('itemsNew')).toBe('1'));
  });

  it('shows what is chosen at once, while the file is read with it, so that it can be changed again', async () => {
    const user = await drop(csv(good));
    const full = await screen.findByRole<HTMLInputElement>('switch', { name: /Volledige lijst/ });
    const column = await screen.findByRole<HTMLSelectElement>('combobox', {
      name: 'Betekenis van kolom Factuurnummer',
    });
    act(() => full.click());
    expect([full.checked, importStore.getState().phase]).toEqual([false, 'reading']);
    act(() => full.click());
    expect([full.checked, importStore.getState().phase]).toEqual([true, 'reading']);
    act(() => fireEvent.change(column, { target: { value: 'description' } }));
    expect([column.value, importStore.getState().phase]).toEqual(['description', 'reading']);
    act(stopReading);
    expect([full.checked, column.value]).toEqual([true, 'number']);
    await user.click(full);
    await findEnabledButton('Importeer 2 posten');
    expect(full.checked).toBe(false);
  });

  it('refuses what cannot be read, says what to do and that nothing changed', async () => {
    await drop(new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)], 'lijst.csv'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^lijst\.csv: dit is een afbeelding.*Exporteer.*Er is niets gewijzigd\./);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Importeren' }).disabled).toBe(true);
  });

  it('says that a full list which lacks most of what is known may be the wrong one, or a part in one click', async () => {
    const user = await drop(csv(good));
    const warning = /ontbreken \d+ bekende posten, meer dan erop staan/;
    expect(await screen.findByText(warning)).toBeTruthy();
    await screen.findByRole('switch', { name: /Volledige lijst/ });
    await user.click(screen.getByRole('button', { name: 'Het is een deel van de lijst' }));
    await waitFor(() => expect(screen.queryByText(warning)).toBeNull());
    const full = screen.getByRole<HTMLInputElement>('switch', { name: /Volledige lijst/ });
    expect([full.checked, document.activeElement]).toEqual([false, full]);
  });

  it('never confirms what was read for one administration in another, and has it at hand again in its own', async () => {
    await drop(csv(good));
    await screen.findByRole('button', { name: 'Importeer 2 posten' });
    act(() => sessionStore.setState({ book: 'ander' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Importeer 2 posten' })).toBeNull());
    const others = screen.getByRole('region', { name: 'Bestanden van andere administraties' });
    expect(others.textContent).toMatch(/1 bestand · Tabel/);
    act(() => sessionStore.setState({ book: 'demo' }));
    expect(await screen.findByRole('button', { name: 'Importeer 2 posten' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Bestanden van andere administraties' })).toBeNull();
  });

  it('shows files dropped together one line each, adds more to them, and writes them with one button', async () => {
    const more = good.map((line) => line.replace('900', '910').replace('F-', 'G-'));
    const user = await drop(csv(good, 'een.csv'));
    await user.click(await screen.findByRole('switch', { name: /Volledige lijst/ }));
    await drop(csv(more, 'twee.csv'));
    const one = await screen.findByRole('button', { name: 'een.csv' });
    const two = await screen.findByRole('button', { name: 'twee.csv' });
    // A file opens by itself when something is asked of it, once all is compared: until then a click may close what just opened.
    await waitFor(() => expect(two.closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('false'));
    if (two.getAttribute('aria-expanded') === 'false') await user.click(two);
    const part = within(screen.getByRole('region', { name: 'twee.csv' }));
    await user.click(await part.findByRole('switch', { name: /Volledige lijst/ }));
    expect(one.closest('section')?.textContent).toMatch(/Openstaande posten per .* 2 nieuw · 1 nieuwe debiteur/);
    await expectAccessible(screen.getByRole('main'));
    await user.click(await findEnabledButton('Importeer 2 bestanden: 4 nieuwe posten'));
    expect(await screen.findByText('2 bestanden zijn geïmporteerd')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Wat is geïmporteerd' }).textContent).toMatch(
      /een\.csv2 nieuw.*twee\.csv2 nieuw/,
    );
    await user.click(screen.getAllByRole('button', { name: 'Alles ongedaan maken' })[0]!);
    await waitFor(async () => expect((await books.imports()).filter(({ undone }) => undone)).toHaveLength(2));
  });

  it('says when exactly this file was imported before, and leaves it out unless asked', async () => {
    const user = await drop(csv(good));
    await user.click(await screen.findByRole('switch', { name: /Volledige lijst/ }));
    await user.click(await findEnabledButton('Importeer 2 posten'));
    await screen.findByText('openstaand.csv is geïmporteerd');
    await drop(csv(good, 'nog-eens.csv'));
    expect(await screen.findByText('al geïmporteerd')).toBeTruthy();
    expect(await screen.findByText(/Precies dit bestand is al geïmporteerd: openstaand\.csv/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Importeren' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'nog-eens.csv toch meenemen' }));
    expect(await screen.findByRole('button', { name: /^Importeer|^Vastleggen/ })).toBeTruthy();
  });
});
