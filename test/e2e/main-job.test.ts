import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDossier } from '#electron/dossier/verify.ts';
import { axeFindings } from './axe.ts';
import { dossierOnDisk, lettersOnDisk } from './letters-on-disk.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const list = `Peildatum;20-11-2026
Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand
2001;Lijstdebiteur B.V.;zakelijk;Kade 1;8011 AA;Zwolle;post@lijst.example;L-1;01-09-2026;01-10-2026;1.000,00;1.000,00
2002;M. Lijst;particulier;Kade 2;8011 AA;Zwolle;;L-2;01-09-2026;15-09-2026;121,00;60,50
2002;M. Lijst;particulier;Kade 2;8011 AA;Zwolle;;geen datum;31-02-2026;15-09-2026;121,00;60,50
`;

/** The whole main job in one window, step after step; each test stands on the one before. */
describe('the main job', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(12_000);
  });
  afterAll(() => window?.remove());

  const goTo = (screen: string) => window.evaluate(`location.hash = '#/${screen}'`);
  const makeButton = () => window.page.getByRole('button', { name: /^Maak \d+ brieven \(/ });

  it('opens the demo on Vandaag with letters ready', async () => {
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    expect(await axeFindings(window)).toEqual([]);
  });

  it('imports a list after a preview that names the row it cannot read', async () => {
    const file = join(window.dataFolder, 'lijst.csv');
    writeFileSync(file, list);
    await goTo('import');
    await window.page.locator('input[type=file]').first().setInputFiles(file);
    await window.page.getByRole('switch', { name: 'Volledige lijst' }).click();
    await window.page.getByText('1 rij overgeslagen').waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await window.page.getByRole('button', { name: 'Importeer 2 posten' }).click();
    await window.page.getByText('lijst.csv is geïmporteerd').waitFor();
  });

  it('finds nothing to change in the same file', async () => {
    await window.page.locator('input[type=file]').first().setInputFiles(join(window.dataFolder, 'lijst.csv'));
    await window.page.getByText('al geïmporteerd', { exact: true }).waitFor();
    expect(await window.page.getByRole('button', { name: /^Importeer \d+ post/ }).count()).toBe(0);
    await window.page.getByRole('button', { name: 'Alles weghalen' }).click();
    await window.page.getByRole('table', { name: 'Eerdere imports' }).waitFor();
  });

  it('shows the real letter and mail before anything is made', async () => {
    await goTo('aanmanen');
    await window.page.getByRole('button', { name: /^Maak 29 brieven \(/ }).waitFor();
    await window.page
      .getByRole('img', { name: /^Brief aan .*pagina 1 van/ })
      .first()
      .waitFor();
    expect(lettersOnDisk(window.dataFolder, 'demo')).toEqual([]);
    expect(await axeFindings(window)).toEqual([]);
    await window.page.getByRole('row', { name: /Camping De Bosrand/ }).click();
    await window.page.getByRole('tab', { name: 'E-mail' }).click();
    const mail = window.page.frameLocator('iframe[title^="E-mail aan Camping De Bosrand"]');
    await mail.getByText('Laatste sommatie').first().waitFor();
    // Its own styles hold, where the page's policy would have stripped them.
    const size = await mail
      .getByText('Laatste sommatie', { exact: true })
      .first()
      .evaluate((heading) => getComputedStyle(heading).fontSize);
    expect(size).toBe('22px');
    expect(await axeFindings(window)).toEqual([]);
    await window.page.getByRole('tab', { name: 'Brief' }).click();
  });

  it('makes every letter with one click: PDF and mail on disk as the receipts say', async () => {
    await makeButton().click();
    await window.page
      .getByText(/^29 brieven gemaakt/)
      .first()
      .waitFor({ timeout: 120_000 });
    const letters = lettersOnDisk(window.dataFolder, 'demo');
    expect(letters).toHaveLength(29);
    for (const { receipt, pdf, eml } of letters) {
      expect(pdf).toBe(receipt.pdf.sha256);
      expect(eml).toBe(receipt.eml?.sha256 ?? null);
    }
    expect(letters.filter(({ eml }) => eml !== null).length).toBeGreaterThan(20);
    expect(await axeFindings(window)).toEqual([]);
  });

  it('has everything after the power went out, and proposes nothing twice', async () => {
    await window.restart({ end: 'kill' });
    await goTo('vandaag');
    await window.page.getByRole('heading', { name: 'Vandaag' }).waitFor();
    // What is left is the one debtor nobody can write to.
    await window.page.getByText(/^Contactgegevens ontbreken 1 · /).waitFor();
    expect(await window.page.getByRole('grid').getByRole('rowgroup').count()).toBe(1);
    expect(await window.page.getByRole('button', { name: /^Maak \d+ brie/ }).count()).toBe(0);
    expect(await axeFindings(window)).toEqual([]);
    await goTo('debiteuren');
    await window.page.getByText('Lijstdebiteur B.V.').first().waitFor();
    expect(await axeFindings(window)).toEqual([]);
    expect(lettersOnDisk(window.dataFolder, 'demo')).toHaveLength(29);
  });

  it('exports a dossier that verifies, holds the hashes of the letter, and shows one flipped byte', async () => {
    await goTo('dossiers');
    await window.page
      .getByRole('row', { name: /Lijstdebiteur B\.V\./ })
      .first()
      .click();
    await window.page.getByRole('button', { name: /^Dossier exporteren/ }).click();
    await window.page.getByText(/^Dossier gemaakt/).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    const zip = dossierOnDisk(window.dataFolder, 'demo');
    expect(verifyDossier(zip)).toMatchObject({ ok: true, firstBroken: null });
    const text = Buffer.from(zip).toString('latin1');
    const own = lettersOnDisk(window.dataFolder, 'demo').filter(({ pdf }) => text.includes(pdf));
    expect(own).toHaveLength(1);
    const flipped = Uint8Array.from(zip);
    const at = text.indexOf('letter-issued');
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    const found = verifyDossier(flipped);
    expect(found.ok).toBe(false);
    expect(found.firstBroken).toMatch(/^gebeurtenissen\.jsonl:/);
  });

  it.each([
    ['instellingen/administratie', 'Instellingen'],
    ['instellingen/beleid', 'Instellingen'],
    ['instellingen/tarieven', 'Instellingen'],
    ['instellingen/weergave', 'Instellingen'],
    ['instellingen/backup', 'Instellingen'],
    ['instellingen/sneltoetsen', 'Instellingen'],
    ['debiteuren/1', 'Bakkerij Korenmaat B.V.'],
    ['aanmanen?toon=wachtend', 'Waarom niet?'],
    ['import', 'Import'],
    ['nieuw', 'Naam en rekening'],
  ])('is accessible at %s', async (address, heading) => {
    await goTo(address);
    await window.page.getByRole('heading', { name: heading }).first().waitFor();
    expect(await axeFindings(window)).toEqual([]);
  });

  it('violated no policy, logged no error, asked nothing of the network', () => {
    expect(window.violations).toEqual([]);
    expect(window.consoleErrors).toEqual([]);
    expect(window.foreignRequests).toEqual([]);
  });
});
