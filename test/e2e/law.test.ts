import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '#test/law/ask.ts';
import { axeFindings } from './axe.ts';
import { goTo, importList, letterText, makeAdministration } from './book-steps.ts';
import { lettersOnDisk } from './letters-on-disk.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const columns =
  'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Termijn overeengekomen;Aanmaningsniveau;Datum laatste aanmaning';
/** An aanmaning went out before Voldaan; the term of the consumer was agreed. */
const business =
  '3001;Drukkerij Zetsel B.V.;zakelijk;Loods 4;8011 AA;Zwolle;Z-1;01-05-2026;31-05-2026;2.500,00;2.500,00;ja;2;20-10-2026';
const consumer =
  '3002;J. Veldman;particulier;Laan 5;8011 AB;Zwolle;P-1;01-09-2026;01-10-2026;850,00;850,00;ja;2;20-10-2026';
/** Not due before the last list. */
const lateBusiness = (outside: string) =>
  `3003;Slijperij Noord B.V.;zakelijk;Werf 6;8011 AC;Zwolle;N-1;01-11-2026;14-12-2026;1.000,00;1.000,00;ja;${outside}`;
const listOf = (asOf: string, ...rows: readonly string[]) => `Peildatum;${asOf}\n${columns}\n${rows.join('\n')}\n`;

/** `1234.50` of a command as the screen and the letter write it. */
const euros = (decimal: unknown) => {
  const [whole = '', cents = ''] = String(decimal).split('.');
  return `€ ${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
};

/** A veertiendagenbrief, its costs, interest and rates through the months; each test stands on the one before. */
describe('interest and costs in the window', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(12_000);
  });
  afterAll(() => window?.remove());

  const book = 'drukkerij';
  const why = () => window.page.getByRole('region', { name: 'Waarom deze stap' });
  /** An amount of the column that says why, with a plain space as in the text of a letter. */
  const figure = async (label: string) => {
    const row = why().getByRole('row', { name: new RegExp(`^${label} €`) });
    return /€\s[\d.,]+/.exec(await row.innerText())?.[0].replace(/\s/, ' ');
  };
  const choose = (name: RegExp) => window.page.getByRole('row', { name }).click();
  const makeButton = (count: number) =>
    window.page.getByRole('button', { name: new RegExp(`^Maak ${count} brie(f|ven) \\(`) });
  const made = (count: number) =>
    window.page
      .getByText(new RegExp(`^${count} brie(f|ven) gemaakt`))
      .first()
      .waitFor({ timeout: 60_000 });
  /** The window on another day. */
  const on = async (today: string) => {
    await window.restart({ today, end: 'close' });
    window.page.setDefaultTimeout(12_000);
    await window.page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  /** The shipped policy asks a consumer for costs only; this makes its last step ask interest too. */
  const chargeConsumerInterest = async () => {
    await goTo(window, 'instellingen/beleid');
    await window.page.getByRole('button', { name: 'Beleid Consument aanpassen' }).click();
    const last = window.page.getByRole('group', { name: 'Stap 4: Laatste sommatie' });
    await last.getByRole('combobox', { name: 'Rente' }).selectOption({ label: 'in rekening brengen' });
    expect(await axeFindings(window)).toEqual([]);
    await window.page.getByRole('button', { name: 'Opslaan als versie 2' }).click();
    await window.page.getByText('versie 2 van 14-12-2026').waitFor();
  };

  it('proposes a veertiendagenbrief that says when its costs are due, and why then', async () => {
    await makeAdministration(window, { name: 'Drukkerij', iban: 'NL91ABNA0417164300' });
    await importList(window, 'november.csv', listOf('20-11-2026', business, consumer));
    await goTo(window, 'aanmanen');
    await makeButton(2).waitFor();
    await choose(/Veldman/);
    const { costsDueFrom } = await ok('notice-term --sent 2026-11-20');
    expect(costsDueFrom).toBe('2026-12-10');
    await why()
      .getByText(/Incassokosten €\s127,50 verschuldigd vanaf do 10-12, omdat de brief van vr 20-11 .* di 24-11/)
      .waitFor();
    const { total } = await ok('costs --principal 850.00');
    expect(await figure('Incassokosten, aangekondigd')).toBe(euros(total));
    expect(await figure('Te betalen')).toBe('€ 850,00');
    expect(await axeFindings(window)).toEqual([]);
  });

  it('shows interest and costs of a sommatie as the commands reckon them', async () => {
    await choose(/Zetsel/);
    await why().getByText('Z-1').first().waitFor();
    const interest = await ok('interest --principal 2500.00 --kind handel --due 2026-05-31 --until 2026-11-20');
    const costs = await ok('costs --principal 2500.00');
    expect(await figure('Rente')).toBe(euros(interest.interestTotal));
    expect(await figure('Incassokosten')).toBe(euros(costs.total));
    expect(await figure('Te betalen')).toBe('€ 2.997,72');
  });

  it('explains an amount by keyboard alone', async () => {
    await why().getByRole('link', { name: 'Debiteurkaart' }).focus();
    const focused = () => window.evaluate('document.activeElement.textContent') as Promise<string>;
    for (let turn = 0; turn < 10 && !(await focused()).includes('Uitleg bij Rente'); turn++) {
      await window.page.keyboard.press('Tab');
    }
    await window.page.keyboard.press('Enter');
    const told = window.page.getByRole('dialog', { name: 'Rente' });
    await told.getByRole('row', { name: /01-07-2026 20-11-2026 143 .*10,40%.*101,86/ }).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await window.page.keyboard.press('Escape');
    await told.waitFor({ state: 'hidden' });
    await expect.poll(focused).toContain('Uitleg bij Rente');
  });

  it('writes the same amounts in the letters, with a specification as annex', async () => {
    await makeButton(2).click();
    await made(2);
    expect(await axeFindings(window)).toEqual([]);
    const demand = await letterText(window.dataFolder, '3001');
    for (const amount of ['€ 122,72', '€ 375,00', '€ 2.997,72']) expect(demand).toContain(amount);
    expect(demand).toMatch(/Specificatie van rente en kosten.* 01-07-2026 20-11-2026 143 2\.500,00 10,40% 101,86/);
    const notice = await letterText(window.dataFolder, '3002');
    expect(notice).toContain('binnen vijftien dagen nadat deze brief bij u is bezorgd');
    expect(notice).toContain('€ 127,50');
    expect(notice).not.toMatch(/Specificatie|[Rr]ente/);
  });

  it('charges the consumer from the day the term is over, and not what is waived', async () => {
    await on('2026-12-14');
    await importList(window, 'december.csv', listOf('14-12-2026', business, consumer, lateBusiness(';')));
    await goTo(window, 'aanmanen');
    await makeButton(1).waitFor();
    await choose(/Veldman/);
    await why().getByText('P-1').first().waitFor();
    expect(await figure('Incassokosten')).toBe('€ 127,50');
    expect(await figure('Te betalen')).toBe('€ 977,50');
    await chargeConsumerInterest();
    await goTo(window, 'aanmanen');
    await expect.poll(() => figure('Te betalen')).toBe('€ 984,39');
    const { interestTotal } = await ok(
      'interest --principal 850.00 --kind wettelijk --due 2026-10-01 --until 2026-12-14',
    );
    expect(await figure('Rente')).toBe(euros(interestTotal));
    await why().getByRole('link', { name: 'Debiteurkaart' }).click();
    await window.page.getByRole('button', { name: 'Kwijtschelden' }).click();
    const dialog = window.page.getByRole('dialog', { name: 'Rente of kosten kwijtschelden' });
    await dialog.getByRole('radio', { name: 'incassokosten', exact: true }).check();
    await dialog.getByLabel('Reden').fill('Eerste keer te laat');
    expect(await axeFindings(window)).toEqual([]);
    await dialog.getByRole('button', { name: 'Kwijtschelden' }).click();
    await window.page.getByText(/Kwijtgescholden op 14-12-2026: incassokosten/).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await goTo(window, 'aanmanen');
    await expect.poll(() => figure('Te betalen')).toBe('€ 856,89');
    await why().getByText('Kwijtgescholden: incassokosten').waitFor();
  });

  it('reckons a proposal by a rate of one’s own, and leaves every letter as it was', async () => {
    const before = lettersOnDisk(window.dataFolder, book).map(({ pdf }) => pdf);
    await goTo(window, 'instellingen/tarieven');
    await window.page.getByRole('radiogroup', { name: 'Soort rente' }).getByText('Wettelijke rente').click();
    await window.page.getByRole('button', { name: 'Regel toevoegen' }).click();
    await window.page.getByLabel('Geldig vanaf').fill('01-12-2026');
    await window.page.getByLabel('Percentage per jaar').fill('5');
    await window.page.getByLabel('Bron').fill('Proef');
    expect(await axeFindings(window)).toEqual([]);
    await window.page.getByRole('button', { name: 'Regel opslaan' }).click();
    await window.page.getByText('eigen regel').first().waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await goTo(window, 'aanmanen');
    // 850,00 × 4% × 60/365 = 5,59 and 850,00 × 5% × 14/365 = 1,63.
    await expect.poll(() => figure('Rente')).toBe('€ 7,22');
    await makeButton(1).click();
    await made(1);
    expect(await letterText(window.dataFolder, '3002')).toMatch(/01-12-2026 14-12-2026 14 850,00 5,00% 1,63/);
    const letters = lettersOnDisk(window.dataFolder, book);
    expect(letters).toHaveLength(3);
    expect(letters.map(({ pdf }) => pdf)).toEqual(expect.arrayContaining(before));
    expect(letters.map(({ pdf }) => pdf)).toEqual(letters.map(({ receipt }) => receipt.pdf.sha256));
  });

  it('says that rates are out of date, asks once per batch, and makes the letters all the same', async () => {
    await on('2027-01-08');
    await importList(window, 'januari.csv', listOf('08-01-2027', business, consumer, lateBusiness('2;20-12-2026')));
    await goTo(window, 'aanmanen');
    await window.page
      .getByText(/^Rentetabel verouderd/)
      .first()
      .waitFor();
    await makeButton(1).waitFor();
    const reckoned = await ok('interest --principal 1000.00 --kind handel --due 2026-12-14 --until 2027-01-08');
    expect(reckoned.stale).toBe(true);
    expect(await figure('Rente')).toBe(euros(reckoned.interestTotal));
    expect(await axeFindings(window)).toEqual([]);
    await makeButton(1).click();
    const asked = window.page.getByRole('dialog', { name: 'Rentetabel verouderd' });
    await asked.waitFor();
    expect(lettersOnDisk(window.dataFolder, book)).toHaveLength(3);
    expect(await axeFindings(window)).toEqual([]);
    await asked.getByRole('button', { name: /^Maak 1 brief/ }).click();
    await made(1);
    expect(await letterText(window.dataFolder, '3003')).toContain(euros(reckoned.interestTotal));
  });

  it.each([
    ['debiteuren', 'Debiteuren'],
    ['debiteuren/2', 'J. Veldman'],
    ['dossiers/1', 'Drukkerij Zetsel B.V.'],
    ['instellingen/beleid', 'Instellingen'],
    ['instellingen/administratie', 'Instellingen'],
    ['instellingen/tarieven', 'Instellingen'],
    ['vandaag', 'Vandaag'],
  ])('is accessible at %s', async (address, heading) => {
    await goTo(window, address);
    await window.page.getByRole('heading', { name: heading }).first().waitFor();
    expect(await axeFindings(window)).toEqual([]);
  });

  it('violated no policy, logged no error, asked nothing of the network', () => {
    expect(window.violations).toEqual([]);
    expect(window.consoleErrors).toEqual([]);
    expect(window.foreignRequests).toEqual([]);
  });
});
