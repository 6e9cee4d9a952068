import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { mt940, openItems } from '#test/unit/drop-books.ts';
import { axeFindings } from './axe.ts';
import { addAdministration, goTo, makeAdministration } from './book-steps.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const clients = [
  { id: 'garage-noord', name: 'Garage Noord', iban: 'NL20INGB0001234567' },
  { id: 'kapsalon-zuid', name: 'Kapsalon Zuid', iban: 'NL44RABO0123456789' },
  { id: 'drukkerij-oost', name: 'Drukkerij Oost', iban: 'NL91ABNA0417164300' },
] as const;
const payer = 'NL02ABNA0123456789';
const listed = (mark: string) =>
  openItems(
    [
      ['10001', 'Café de Zon', `${mark}-1`, '121,00'],
      ['10002', 'Hotel Maan', `${mark}-2`, '242,00'],
      ['10003', 'Drogist Ster', `${mark}-3`, '363,00'],
    ],
    `posten-${mark}.csv`,
    '2026-11-18',
  );
const bank = (mark: string, iban: string) =>
  mt940(
    [
      ['2026-11-19', '121.00', payer, 'Café de Zon', `factuur ${mark}-1`],
      ['2026-11-19', '77.77', payer, 'J. Onbekend', 'zie brief'],
    ],
    `bank-${mark}.sta`,
    iban,
  );

describe('files laid in the import folders of three administrations, in the real window', () => {
  let window: VoldaanWindow;
  let downloads = '';
  let programs = '';
  const folderOf = (book: string) => join(window.dataFolder, 'importmap', book);
  const lay = async (book: string, { name, blob }: OfferedFile) => {
    mkdirSync(folderOf(book), { recursive: true });
    writeFileSync(join(folderOf(book), name), Buffer.from(await blob.arrayBuffer()));
  };
  const shown = () => window.page.getByRole('region', { name: 'Importmap' });
  const look = () => window.evaluate('window.dispatchEvent(new Event("focus"))');

  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'voldaan-downloads-'));
    // The desktop's own window to choose a folder with, answered by nobody: this one chooses.
    programs = mkdtempSync(join(tmpdir(), 'voldaan-programs-'));
    writeFileSync(join(programs, 'zenity'), `#!/bin/sh\necho '${downloads}'\n`, { mode: 0o755 });
    const path = `${programs}${delimiter}${process.env.PATH ?? ''}`;
    window = await VoldaanWindow.start({ today: '2026-11-20', env: { PATH: path } });
    window.page.setDefaultTimeout(20_000);
    await makeAdministration(window, clients[0]);
    for (const client of clients.slice(1)) await addAdministration(window, client);
    await goTo(window, 'vandaag');
  });
  afterAll(async () => {
    await window?.remove();
    for (const folder of [downloads, programs]) if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('are said on Vandaag once they are written to the end', async () => {
    await lay('garage-noord', listed('G'));
    // In the folder of another, and of the first by its account.
    await lay('kapsalon-zuid', bank('G', clients[0].iban));
    await lay('kapsalon-zuid', listed('K'));
    await lay('drukkerij-oost', listed('D'));
    await lay('drukkerij-oost', bank('D', 'NL02ABNA0123456789'));
    await look();
    await window.page.getByText('Importmap: 2 bestanden').waitFor();
    await window.page.getByText('Ook bij 2 andere administraties wachten bestanden.').waitFor();
    expect(await axeFindings(window)).toEqual([]);
    if (process.env.VOLDAAN_PICTURES)
      await window.page.screenshot({ path: `${process.env.VOLDAAN_PICTURES}/map-1.png` });
  });

  it('come in by one button where all is certain and agrees; the rest is left with its reason', async () => {
    await window.page.getByRole('button', { name: 'Naar Import' }).click();
    await shown().getByText('Importmap: 2 bestanden').waitFor();
    expect(await axeFindings(window)).toEqual([]);
    if (process.env.VOLDAAN_PICTURES)
      await window.page.screenshot({ path: `${process.env.VOLDAAN_PICTURES}/map-2.png` });
    await shown().getByRole('button', { name: 'Alles bevestigen' }).focus();
    await window.page.keyboard.press('Enter');
    await window.page.getByRole('button', { name: 'Sluiten' }).waitFor();
    if (process.env.VOLDAAN_PICTURES)
      await window.page.screenshot({ path: `${process.env.VOLDAAN_PICTURES}/map-3.png` });
    const rows = await window.page
      .getByRole('list', { name: 'Uitkomst per administratie' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(rows.map((row) => row.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')).sort()).toEqual([
      expect.stringMatching(/^Drukkerij Oost ! ?bank-D\.sta: de rekening is nog niet bekend/),
      'Garage Noord ✓aansluiting 1300: € 0,00 lijst € 726,00 · 3 nieuw · 1 betaling · 1 te beoordelen Vandaag',
      'Kapsalon Zuid ✓aansluiting 1300: € 0,00 lijst € 726,00 · 3 nieuw Vandaag',
    ]);
    expect(await axeFindings(window)).toEqual([]);
    expect(readdirSync(join(folderOf('garage-noord'), 'verwerkt'))).toEqual(['2026-11-20-posten-G.csv']);
    expect(readdirSync(join(folderOf('kapsalon-zuid'), 'verwerkt')).sort()).toEqual([
      '2026-11-20-bank-G.sta',
      '2026-11-20-posten-K.csv',
    ]);
    expect(readdirSync(folderOf('drukkerij-oost')).sort()).toEqual(['bank-D.sta', 'posten-D.csv']);
  });

  it('are looked through as any drop, and put away once confirmed', async () => {
    await window.page.getByRole('button', { name: 'Bestanden van Drukkerij Oost nalopen' }).first().click();
    await window.page.getByText(/is nog niet bekend\. Hoort die bij Drukkerij Oost/).waitFor();
    await window.page.getByRole('button', { name: 'Ja, onthouden' }).click();
    await window.page.getByRole('button', { name: /^Importeer 2 bestanden/ }).click();
    await window.page.getByText('2 bestanden zijn geïmporteerd').waitFor();
    await expect.poll(() => readdirSync(folderOf('drukkerij-oost'))).toEqual(['verwerkt']);
    await window.page.getByText('Importmap: geen bestanden').waitFor();
    if (process.env.VOLDAAN_PICTURES)
      await window.page.screenshot({ path: `${process.env.VOLDAAN_PICTURES}/map-4.png` });
  });

  it.runIf(process.platform === 'linux')(
    'wait in a folder that was chosen as well, among files of all sorts',
    async () => {
      for (const name of ['vakantie.jpg', 'factuur.pdf', 'brief.docx'])
        writeFileSync(join(downloads, name), 'x'.repeat(99));
      const { name, blob } = listed('D');
      const later = (await blob.text()).replace('2026-11-18', '2026-11-19');
      writeFileSync(join(downloads, name), later);
      await window.page.getByRole('button', { name: 'Andere map kiezen' }).click();
      await window.page.getByText(basename(downloads)).waitFor();
      await look();
      await window.page.getByText('Importmap: 1 bestand', { exact: true }).waitFor();
      await shown().getByRole('button', { name: 'Alles bevestigen' }).click();
      await window.page.getByText('1 administratie verwerkt').waitFor();
      await expect
        .poll(() => readdirSync(downloads).sort())
        .toEqual(['brief.docx', 'factuur.pdf', 'vakantie.jpg', 'verwerkt']);
      expect(readdirSync(join(downloads, 'verwerkt'))).toEqual(['2026-11-20-posten-D.csv']);
      if (process.env.VOLDAAN_PICTURES)
        await window.page.screenshot({ path: `${process.env.VOLDAAN_PICTURES}/map-5.png` });
      // Kept for the next start; nothing of the path is in the window.
      await window.restart({ end: 'close' });
      await goTo(window, 'import');
      await window.page.getByText(basename(downloads)).waitFor();
      expect(await window.page.content()).not.toContain(downloads);
    },
  );

  it('and nothing was refused, logged or fetched on the way', () => {
    expect([window.violations, window.consoleErrors, window.foreignRequests]).toEqual([[], [], []]);
  });
});
