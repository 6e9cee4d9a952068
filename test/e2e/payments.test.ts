import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { goTo, importList } from './book-steps.ts';
import { VoldaanWindow } from './voldaan-window.ts';

/** A statement of the day after the demo's list, as ING exports it. */
const statement = [
  ['WIJNHUIS', '100,00', 'Bij', 'nota 819'],
  ['TRAITEUR LAAGLAND', '1431,18', 'Bij', 'met dank'],
  ['M. PIETERSEN', '57,30', 'Bij', 'zie mail'],
  ['KOOKSTUDIO SAFFRAAN', '1568,84', 'Bij', 'factuur 2026-0902'],
  ['SEPA INCASSO RETOUR', '411,11', 'Af', 'storno MS03'],
] as const;

const csv = [
  '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"',
  ...statement.map(
    ([name, amount, sign, text]) =>
      `"20261120";"${name}";"NL59RABO0118529307";"";"GT";"${sign}";"${amount}";"Online bankieren";"Omschrijving: ${text}"`,
  ),
].join('\r\n');

describe('payments that did not find their invoice, decided by keyboard in the real window', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(20_000);
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    await importList(window, 'ing.csv', csv);
  });
  afterAll(() => window?.remove());

  const press = (key: string) => window.page.keyboard.press(key);
  const button = (name: string | RegExp) => window.page.getByRole('button', { name });
  const today = () => window.page.getByRole('grid', { name: 'Wat er vandaag te doen is' });
  /** Shows every letter of Vandaag, not only the first. */
  const allLetters = () =>
    today()
      .getByRole('rowgroup', { name: /^Brieven klaar/ })
      .getByRole('button', { name: /^En nog/ })
      .click();
  const finalDemand = () =>
    today().getByRole('row').filter({ hasText: 'Laatste sommatie' }).filter({ hasText: 'Traiteur Laagland' });
  const list = () => window.page.getByRole('grid', { name: 'Bankregels die wachten' });
  const told = () => window.page.getByRole('region', { name: 'De banktransactie' }).innerText();
  const focused = () => window.evaluate('document.activeElement?.getAttribute("aria-label") ?? ""');
  const waiting = (count: number) => window.page.getByText(new RegExp(`^${count} te beoordelen`)).waitFor();

  async function walkTo(name: string): Promise<void> {
    await press('Home');
    for (let step = 0; step < statement.length && !(await told()).startsWith(name); step++) await press('j');
    expect(await told()).toMatch(new RegExp(`^${name}`));
  }

  it('waits on Vandaag, and Enter leads to it', async () => {
    await goTo(window, 'vandaag');
    await window.page.getByText(/^Betalingen koppelen 4 · €/).waitFor();
    await press('Enter');
    await list().waitFor();
    await waiting(4);
    expect(await told()).toMatch(/^TRAITEUR LAAGLAND/);
    expect(await axeFindings(window)).toEqual([]);
  });

  it('is said at the letter it may well pay, and beside the button that makes the letters', async () => {
    await goTo(window, 'vandaag');
    await button(/^Bij \d+ brieven wacht een ontvangst/).waitFor();
    await allLetters();
    await finalDemand()
      .getByRole('link', { name: /Ontvangst wacht: €.1\.431,18$/ })
      .click();
    await list().waitFor();
    expect(await told()).toMatch(/^TRAITEUR LAAGLAND/);
    await button('Alles tonen').click();
    await waiting(4);
  });

  it('a candidate is chosen and confirmed; the list keeps the keyboard and goes on', async () => {
    await walkTo('WIJNHUIS');
    await press('1');
    await window.page.getByRole('button', { name: /^Koppel €.100,00 aan 1 post/ }).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await press('Enter');
    await waiting(3);
    await expect.poll(focused).toBe('Bankregels die wachten');
    await expect.poll(told).toMatch(/^M\. PIETERSEN/);
  });

  it('parts are put together by hand, in the dark as well', async () => {
    await walkTo('TRAITEUR LAAGLAND');
    await press('/');
    await window.page.locator('input:focus').waitFor();
    await window.page.keyboard.type('2026-0384');
    await window.page.getByRole('grid', { name: 'Gevonden posten' }).getByText('2026-0384').waitFor();
    await press('ArrowDown');
    await press('Space');
    await press('c');
    await window.page
      .getByText(/12,00 blijft als tegoed van Traiteur Laagland$/)
      .first()
      .waitFor();
    for (const scheme of ['dark', 'light']) {
      await window.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      expect(await axeFindings(window), scheme).toEqual([]);
    }
    await press('Control+Enter');
    await waiting(2);
    await expect.poll(focused).toBe('Bankregels die wachten');
  });

  it('once it is matched, its letter is not made', async () => {
    await goTo(window, 'vandaag');
    await allLetters();
    await expect.poll(() => finalDemand().count()).toBe(0);
    // Nothing that waits is of anybody who gets a letter any more.
    await button(/^Maak 2\d brieven/).waitFor();
    await expect.poll(() => button(/wacht een ontvangst$/).count()).toBe(0);
    await goTo(window, 'betalingen');
    await waiting(2);
  });

  it('decisions are on disk: after a start without warning they stand, and one is taken back', async () => {
    await walkTo('M. PIETERSEN');
    await press('x');
    await waiting(1);
    await window.page.getByText('opgeslagen', { exact: true }).waitFor();
    await window.restart();
    window.page.setDefaultTimeout(20_000);
    await goTo(window, 'betalingen');
    await waiting(1);
    await press('t');
    const taken = window.page.getByRole('grid', { name: 'Gekoppelde banktransacties' });
    await taken.getByText(/Kookstudio Saffraan B\.V\. · 2026-0902/).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await press('u');
    await window.page.getByText(/1\.568,84 van KOOKSTUDIO SAFFRAAN wacht weer/).waitFor();
    await press('t');
    await waiting(2);
  });

  it('nothing was refused, logged or fetched on the way', () => {
    expect([window.violations, window.consoleErrors, window.foreignRequests]).toEqual([[], [], []]);
  });
});
