// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { forgetImports } from '#renderer/features/import/index.ts';
import type { MemoryBridge } from '#renderer/host/memory.ts';
import { forgetFolders } from '#renderer/state/import-folder.ts';
import { createAdministration, demoBook, openBook } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { mt940, openItems } from '#test/unit/drop-books.ts';
import { forgetDatabases } from './desk.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

const garage = newAdministration({ id: 'garage', name: 'Garage Noord V.O.F.', iban: 'NL20INGB0001234567' });
const kapper = newAdministration({ id: 'kapper', name: 'Kapsalon Zuid', iban: 'NL44RABO0123456789' });
const payer = 'NL02ABNA0123456789';
const listed = [
  ['10001', 'Café de Zon', 'F-1', '121,00'],
  ['10002', 'Hotel Maan', 'F-2', '242,00'],
] as const;
const paid = ['2026-11-19', '121.00', payer, 'Café de Zon', 'factuur F-1'] as const;
const strange = ['2026-11-19', '77.77', payer, 'J. Onbekend', 'zie brief'] as const;

let host: MemoryBridge;

beforeEach(async () => {
  await forgetDatabases(garage.id, kapper.id);
  host = await openDemoAt('#/vandaag');
  await act(() => createAdministration(garage));
  await act(() => createAdministration(kapper));
  await act(() => openBook(demoBook));
});

afterEach(async () => {
  await leave();
  forgetImports();
  forgetFolders();
});

async function lay(book: string, { name, blob }: OfferedFile): Promise<void> {
  host.importFolders.lay(book, name, new Uint8Array(await blob.arrayBuffer()));
}

const comeToFront = () => act(() => void window.dispatchEvent(new Event('focus')));
const folderPart = async () => within(await screen.findByRole('region', { name: 'Importmap' }));

async function importsOf(book: string): Promise<readonly string[]> {
  await act(() => openBook(book));
  return (await books.imports()).map(({ fileName }) => fileName);
}

describe('the import folder', () => {
  it('is looked into when the window comes to the front; its files open as a drop and are put away once confirmed', async () => {
    const user = userEvent.setup();
    await lay(demoBook, openItems(listed, 'posten.csv', '2026-11-20'));
    comeToFront();
    expect(await screen.findByText('Importmap: 1 bestand')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Naar Import' }));
    const part = await folderPart();
    expect(part.getByRole('heading', { name: 'Importmap: 1 bestand' })).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
    await user.click(part.getByRole('button', { name: /^Bestanden van Van Dorpel .* nalopen$/ }));
    await screen.findByRole('region', { name: 'posten.csv' });
    expect(host.importFolders.putAway.size).toBe(0);
    await user.click(await findEnabledButton(/^Importeer /));
    await screen.findByText('posten.csv is geïmporteerd');
    await waitFor(() => expect(host.importFolders.putAway.get(demoBook)).toEqual(['posten.csv']));
    expect(await screen.findByRole('heading', { name: 'Importmap: geen bestanden' })).toBeTruthy();
  });

  it('leaves files that are not to be imported where they are, one or all, until they are to be shown again', async () => {
    const user = userEvent.setup();
    await lay(demoBook, { name: 'brief.txt', blob: new Blob(['Geachte heer']) });
    await lay(demoBook, { name: 'nota.txt', blob: new Blob(['Beste']) });
    await goAndWait('#/import', 'Import');
    const part = await folderPart();
    await user.click(await part.findByText(/brief\.txt, nota\.txt/));
    await user.click(part.getByRole('button', { name: 'brief.txt overslaan' }));
    expect(await part.findByRole('heading', { name: 'Importmap: 1 bestand' })).toBeTruthy();
    expect(part.queryByText(/^Oudere bestanden volgen/)).toBeNull();
    host.importFolders.more.add(demoBook);
    comeToFront();
    expect(await part.findByText(/^Oudere bestanden volgen/)).toBeTruthy();
    await user.click(part.getByRole('button', { name: /^Bestanden van Van Dorpel .* overslaan$/ }));
    expect(await part.findByText(/2 bestanden overgeslagen/)).toBeTruthy();
    expect(host.importFolders.putAway.size).toBe(0);
    await user.click(part.getByRole('button', { name: 'Weer tonen' }));
    expect(await part.findByRole('heading', { name: 'Importmap: 2 bestanden' })).toBeTruthy();
    expect(await importsOf(demoBook)).not.toContain('brief.txt');
  });
});

describe('the place of the import folder', () => {
  const answer = (outcome: typeof host.importFolders.answer.outcome, name: string, book: string | null = null) => {
    host.importFolders.answer = { outcome, name, book };
  };

  it.each([
    ['#/import', 'Import'],
    ['#/instellingen/administratie', 'Instellingen'],
  ])('is chosen at %s, and given up for the standard one', async (address, title) => {
    const user = userEvent.setup();
    await goAndWait(address, title);
    const place = await screen.findByText(`importmap/${demoBook}`);
    answer('cancelled', `importmap/${demoBook}`);
    await user.click(screen.getByRole('button', { name: 'Andere map kiezen' }));
    expect(place.isConnected).toBe(true);
    answer('chosen', 'jan/Downloads');
    await user.click(screen.getByRole('button', { name: 'Andere map kiezen' }));
    expect(await screen.findByText('jan/Downloads')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
    await user.click(screen.getByRole('button', { name: 'Standaardmap gebruiken' }));
    expect(await screen.findByText(`importmap/${demoBook}`)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Standaardmap gebruiken' })).toBeNull();
  });

  const refusals = [
    ['no-chooser', 'importmap/demo', /geen programma om een map te kiezen .* De importmap blijft importmap\/demo\./],
    [
      'chooser-failed',
      'importmap/demo',
      /^Het venster om een map te kiezen .* zet de bestanden dan in importmap\/demo of/,
    ],
    ['drive', '', /^Een hele schijf kan geen importmap zijn/],
    ['own-data', 'voldaan/administraties', /^voldaan\/administraties is een map van Voldaan zelf/],
    ['in-use', 'jan/Downloads', /^jan\/Downloads is al de importmap van Garage Noord V\.O\.F\./],
    ['unreadable', 'jan/weg', /^De map jan\/weg is niet te lezen/],
  ] as const;
  it('stays as it is when the choice is refused, with the reason', async () => {
    const user = userEvent.setup();
    await goAndWait('#/import', 'Import');
    for (const [outcome, name, reason] of refusals) {
      answer(outcome, name, outcome === 'in-use' ? garage.id : null);
      await user.click(await screen.findByRole('button', { name: 'Andere map kiezen' }));
      expect(await screen.findByText(reason)).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'Sluiten' }));
      expect(screen.queryByText(reason)).toBeNull();
      expect(screen.getByText(`importmap/${demoBook}`)).toBeTruthy();
    }
  });

  it('that cannot be reached is said to be, also of another administration, and stays chosen', async () => {
    const user = userEvent.setup();
    answer('chosen', 'STICK/bank');
    await goAndWait('#/import', 'Import');
    await user.click(await screen.findByRole('button', { name: 'Andere map kiezen' }));
    await screen.findByText('STICK/bank');
    host.importFolders.missing.add(demoBook).add(garage.id);
    comeToFront();
    const part = await folderPart();
    expect(
      await part.findByText(/^De map STICK\/bank is nu niet te bereiken .* De keuze blijft bewaard\.$/),
    ).toBeTruthy();
    expect(part.getByText(/^De map importmap\/garage is nu niet te bereiken/)).toBeTruthy();
    expect(part.queryByRole('button', { name: 'Map openen' })).toBeNull();
    await expectAccessible(screen.getByRole('main'));
    host.importFolders.missing.clear();
    comeToFront();
    expect(await part.findByRole('button', { name: 'Map openen' })).toBeTruthy();
    expect(part.getByText('STICK/bank')).toBeTruthy();
  });
});

describe('confirming all', () => {
  it('writes what is certain and agrees, file by file in the right administration, and leaves the rest with its reason', async () => {
    const user = userEvent.setup();
    await lay(garage.id, openItems(listed, 'garage.csv', '2026-11-18'));
    // Lies in the wrong folder, and says by its account whose it is.
    await lay(kapper.id, mt940([paid, strange], 'garage.sta', garage.iban));
    await lay(kapper.id, openItems(listed, 'zonder-datum.csv'));
    await goAndWait('#/import', 'Import');
    const part = await folderPart();
    await user.click(await part.findByRole('button', { name: 'Alles bevestigen' }));
    const results = within(await screen.findByRole('list', { name: 'Uitkomst per administratie' }));
    await screen.findByText('1 administratie verwerkt · 1 om na te lopen');
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    const rows = results.getAllByRole('listitem').map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
    expect(rows).toEqual([
      'Garage Noord V.O.F.✓aansluiting 1300: € 0,00lijst € 363,00 · 2 nieuw · 1 betaling · 1 te beoordelenVandaag',
      expect.stringMatching(/^Kapsalon Zuid.*zonder-datum\.csv: de lijst noemt geen datum/),
    ]);
    await expectAccessible(screen.getByRole('main'));
    // The list was written in the first turn, the statement in the second: both are out of their folders.
    expect(host.importFolders.putAway.get(garage.id)).toEqual(['garage.csv']);
    expect(host.importFolders.putAway.get(kapper.id)).toEqual(['garage.sta']);
    expect(sessionStore.getState().book).toBe(demoBook);
    expect(await importsOf(kapper.id)).toEqual([]);
    expect(await importsOf(garage.id)).toEqual(['garage.sta', 'garage.csv']);
    expect((await books.bankReview()).map(({ line }) => line.amount)).toEqual([7777]);
  });

  it('takes files that were dropped while another administration was open', async () => {
    const user = userEvent.setup({ applyAccept: false });
    await lay(garage.id, openItems(listed, 'garage.csv', '2026-11-18'));
    await goAndWait('#/import', 'Import');
    const input = await screen.findByLabelText<HTMLInputElement>('Kies bestanden', { selector: 'input' });
    const { name, blob } = mt940([paid], 'garage.sta', garage.iban);
    await user.upload(input, [new File([blob], name)]);
    await screen.findByRole('region', { name: 'Bestanden van andere administraties' });
    const part = await folderPart();
    await user.click(part.getByRole('button', { name: 'Alles bevestigen' }));
    await screen.findByText('1 administratie verwerkt');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Bestanden van andere administraties' })).toBeNull(),
    );
    expect(await importsOf(garage.id)).toEqual(['garage.sta', 'garage.csv']);
  });

  it('takes what lies on the table with it, as it was answered, and goes to Vandaag of each', async () => {
    const user = userEvent.setup({ applyAccept: false });
    await act(() => openBook(garage.id));
    await goAndWait('#/import', 'Import');
    const input = await screen.findByLabelText<HTMLInputElement>('Kies bestanden', { selector: 'input' });
    const files = [
      openItems(listed, 'garage.csv', '2026-11-18'),
      mt940([paid], 'nieuwe rekening.sta', 'NL91ABNA0417164300'),
      mt940([paid], 'kapper.sta', kapper.iban),
    ];
    await user.upload(
      input,
      files.map(({ name, blob }) => new File([blob], name)),
    );
    await screen.findByRole('region', { name: 'Bestanden van andere administraties' });
    const all = () => screen.findByRole('button', { name: 'Alles bevestigen: 2 administraties' });
    await user.click(await all());
    // Whose account it is has to be said first: nothing of the garage is written.
    await screen.findByText('nieuwe rekening.sta: de rekening is nog niet bekend.');
    expect(await books.imports()).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Ja, onthouden' }));
    await lay(kapper.id, openItems(listed, 'kapper.csv', '2026-11-18'));
    comeToFront();
    await user.click(await all());
    await screen.findByText('2 administraties verwerkt');
    await expectAccessible(screen.getByRole('main'));
    expect((await books.imports()).map(({ fileName }) => fileName)).toEqual(['nieuwe rekening.sta', 'garage.csv']);
    expect(screen.queryByRole('region', { name: 'garage.csv' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Vandaag van Kapsalon Zuid' }));
    await screen.findByRole('heading', { level: 1, name: 'Vandaag' });
    await waitFor(() => expect(sessionStore.getState().book).toBe(kapper.id));
    expect(await importsOf(kapper.id)).toEqual(['kapper.sta', 'kapper.csv']);
  });

  it('writes nothing of an administration one of whose files needs a person', async () => {
    const user = userEvent.setup();
    await lay(garage.id, openItems(listed, 'garage.csv', '2026-11-18'));
    await lay(garage.id, mt940([paid], 'vreemd.sta', 'NL91ABNA0417164300'));
    await goAndWait('#/import', 'Import');
    const part = await folderPart();
    await user.click(await part.findByRole('button', { name: 'Alles bevestigen' }));
    await screen.findByText(/vreemd\.sta: de rekening is nog niet bekend/);
    expect(host.importFolders.putAway.size).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Open Garage Noord V.O.F. en importeer' }));
    await waitFor(() => expect(sessionStore.getState().book).toBe(garage.id));
    await screen.findByText(/is nog niet bekend\. Hoort die bij Garage Noord/);
    expect(await books.imports()).toEqual([]);
  });
});
