import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { dropFiles, goTo } from './book-steps.ts';
import { allConfirmed, clients, confirmAll, makeClients, momentDay, openToday, twelveFiles } from './five-clients.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What came of each client, and what Vandaag then has to do. */
const expected = {
  // A list of open items has no addresses: what there is to do first is to complete them.
  [clients.bakkerij.name]: { came: '9 nieuw · 2 betalingen', letters: false, review: false, open: '€ 1.701,00' },
  [clients.garage.name]: {
    came: '9 nieuw · 2 betalingen · 1 te beoordelen',
    letters: true,
    review: true,
    open: '€ 1.701,00',
  },
  [clients.kapsalon.name]: { came: '9 nieuw · 2 betalingen', letters: true, review: false, open: '€ 1.701,00' },
  [clients.drukkerij.name]: { came: '11 nieuw · 2 betalingen', letters: true, review: false, open: '€ 1.943,00' },
  [clients.advies.name]: {
    came: '9 nieuw · 2 betalingen · 1 te beoordelen',
    letters: true,
    review: true,
    open: '€ 1.701,00',
  },
};
/** Everybody's three debtors owe the same on the day of the list. */
const account1300 = '€ 2.187,00';

describe('moment 1: twelve files of five clients, dropped together', () => {
  let window: VoldaanWindow;
  let dropped = 0;

  const main = () => window.page.getByRole('main');
  const text = async () => plain(await main().innerText());
  const picture = async (name: string) => {
    const folder = process.env.VOLDAAN_PICTURES;
    if (folder) await window.page.screenshot({ path: `${folder}/moment-${name}.png` });
  };

  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: momentDay });
    window.page.setDefaultTimeout(30_000);
    await makeClients(window);
  });
  afterAll(() => window?.remove());

  it('find their administrations by account, KvK number, VAT id and name, and change nothing yet', async () => {
    dropped = performance.now();
    await dropFiles(window, twelveFiles);
    await confirmAll(window).waitFor();
    const own = window.page.getByRole('region', { name: 'Bestanden van deze administratie' });
    expect((await own.getByRole('heading', { level: 3 }).allInnerTexts()).sort()).toEqual([
      'MT940_garage.sta',
      'garage-noord.xaf',
    ]);
    const others = window.page.getByRole('region', { name: 'Bestanden van andere administraties' });
    expect((await others.getByRole('listitem').allInnerTexts()).map(plain).sort()).toEqual(
      [
        /^Bakkerij West B\.V\. 3 bestanden · 2 × Tabel · Bankafschrift \(CAMT\.053\)/,
        /^Drukkerij Oost B\.V\. 3 bestanden · Auditfile \(XAF\) · Factuur \(UBL\) · Banktransacties \(CSV\)/,
        /^Kapsalon Zuid 2 bestanden · Auditfile \(XAF\) · Bankafschrift \(CAMT\.053\)/,
        /^Midden Advies 2 bestanden · Auditfile \(XAF\) · Banktransacties \(CSV\)/,
      ].map((line) => expect.stringMatching(line)),
    );
    await picture('1-dropped');
    expect(await axeFindings(window)).toEqual([]);
  });

  it('come in with one button; of each is said that account 1300 agrees, and with which total', async () => {
    await confirmAll(window).click();
    await allConfirmed(window);
    const rows = await window.page
      .getByRole('list', { name: 'Uitkomst per administratie' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(rows.map(plain).sort()).toEqual(
      Object.entries(expected)
        .map(([name, { came }]) => `${name} ✓aansluiting 1300: € 0,00 controletotaal ${account1300} · ${came} Vandaag`)
        .sort(),
    );
    await picture('2-confirmed');
    expect(await axeFindings(window)).toEqual([]);
    // What was dropped is off the table.
    expect(await window.page.getByRole('region', { name: 'Bestanden van deze administratie' }).count()).toBe(0);
    expect(await window.page.getByRole('region', { name: 'Bestanden van andere administraties' }).count()).toBe(0);
  });

  it('leave Vandaag of each ready: who still owes is on it, who paid is not', async () => {
    for (const [name, { review, letters }] of Object.entries(expected)) {
      await openToday(window, name);
      const today = await text();
      expect(today, name).toMatch(letters ? /Maak 2 brieven · € 609,00/ : /Contactgegevens ontbreken 2 · € 609,00/);
      expect(today, name).toMatch(
        /Drogist Ster [^€]*67 dagen te laat[^€]*€ 367,00.*Café de Zon [^€]*31 dagen te laat[^€]*€ 242,00/,
      );
      expect(today, name).not.toMatch(/Hotel Maan/);
      expect(/Betalingen koppelen 1 · € 77,77 J\. Onbekend/.test(today), name).toBe(review);
      await picture(`3-${name.split(' ')[0]}`);
    }
    console.log(
      `  moment 1: ${((performance.now() - dropped) / 1000).toFixed(1)} s from the drop to the fifth Vandaag`,
    );
    expect(await axeFindings(window)).toEqual([]);
  });

  it('agree with account 1300 of each, beside its control total, every step explained', async () => {
    for (const [name, { open }] of Object.entries(expected)) {
      await openToday(window, name);
      await goTo(window, 'aansluiting');
      await window.page.getByText('Sluit aan: verschil € 0,00').waitFor();
      const said = await text();
      expect(said, name).toContain(
        `Rekening 1300 op 18-11-2026 ${account1300} Ontvangen na de lijst 3 posten € -486,00`,
      );
      expect(said, name).toContain(`Niet verklaard € 0,00 Open in Voldaan ${open}`);
      expect(said, name).toContain('Leeg: het totaal van de controlelijst van die dag.');
    }
    await picture('4-agrees');
    expect(await axeFindings(window)).toEqual([]);
  });

  it('and nothing was refused, logged or fetched on the way', () => {
    expect([window.violations, window.consoleErrors, window.foreignRequests]).toEqual([[], [], []]);
  });
});
