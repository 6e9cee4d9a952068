import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { dropFiles, goTo, makeAdministration } from './book-steps.ts';
import { demoAuditfile, demoDay, invoices, lastDay, statement, statementOf } from './drop-fixtures.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const neighbour = { name: 'Smederij Buurman', iban: 'NL69INGB0123456789' };
const unknownAccount = 'NL91ABNA0417164300';

const dropped = {
  'facturen.zip': invoices(),
  'bank.sta': statement,
  'laatste dag.xml': lastDay,
  'boek.xaf': demoAuditfile(['2026-0809']),
};

describe('files of every kind dropped together on the demo', () => {
  let window: VoldaanWindow;
  /** Vandaag before anything came in, as it is read. */
  let before = '';

  const main = () => window.page.getByRole('main');
  const openTotal = () => window.page.getByText(/^Totaal open/);
  const button = (name: string | RegExp) => window.page.getByRole('button', { name });
  const units = () => window.page.getByRole('region', { name: 'Bestanden van deze administratie' });
  const unit = (file: string) => units().getByRole('region', { name: file, exact: true });
  const earlier = () => window.page.getByRole('table', { name: 'Eerdere imports' });

  const drop = (files: Readonly<Record<string, string | Uint8Array>>) => dropFiles(window, files);

  /** Vandaag as it is read, once its letters are this many. */
  async function vandaag(letters: number): Promise<string> {
    await goTo(window, 'vandaag');
    await button(new RegExp(`^Maak ${letters} brieven`)).waitFor();
    return main().getByRole('grid', { name: 'Wat er vandaag te doen is' }).innerText();
  }

  async function start(today: string, end: 'kill' | 'close'): Promise<void> {
    await window.page.getByText('opgeslagen', { exact: true }).waitFor();
    await window.restart({ today, end });
    window.page.setDefaultTimeout(20_000);
  }

  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: demoDay });
    window.page.setDefaultTimeout(20_000);
    await makeAdministration(window, neighbour);
    await button(neighbour.name).click();
    await window.page.getByRole('menuitem', { name: 'Demo openen' }).click();
    await button('Van Dorpel Groothandel B.V.').waitFor();
    await vandaag(27);
    await start('2026-11-24', 'close');
    before = await vandaag(27);
  });
  afterAll(() => window?.remove());

  it('are recognised, each with whose it is, what it changes and whether it agrees with itself', async () => {
    expect(before).toMatch(/Camping De Bosrand/);
    expect(before).not.toMatch(/Bierhandel Van Goor/);
    await drop(dropped);
    await button(/^Importeer 4 bestanden/).waitFor();
    expect(await units().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'boek.xaf',
      'facturen.zip',
      'bank.sta',
      'laatste dag.xml',
    ]);
    expect(await unit('boek.xaf').innerText()).toMatch(
      /Auditfile \(XAF\) per 20-11-2026[\s\S]*2 vermoedelijk betaald[\s\S]*€.161\.185,26 klopt/,
    );
    expect(await unit('facturen.zip').innerText()).toMatch(/2 facturen · 2 factuurkopieën/);
    expect(await unit('bank.sta').innerText()).toMatch(
      /Rabobank · 21-11-2026 t\/m 23-11-2026[\s\S]*3 [\s\S]*1 te beoordelen[\s\S]*klopt/,
    );
    expect(await unit('laatste dag.xml').innerText()).toMatch(/waaronder 1 storno[\s\S]*1 regel al bekend/);
    expect(await openTotal().innerText()).toMatch(/€.161\.205,50 \+ US\$.3\.180,00 → €.161\.315,63/);
    const marks = { 'boek.xaf': 'btw-nummer', 'facturen.zip': 'KvK-nummer', 'bank.sta': 'rekening' };
    for (const [file, mark] of Object.entries(marks)) {
      await unit(file).getByRole('button', { name: file, exact: true }).click();
      await unit(file)
        .getByText(new RegExp(`^Voor Van Dorpel Groothandel B\\.V\\., herkend aan (?:de|het) ${mark}`))
        .waitFor();
    }
    expect(await axeFindings(window)).toEqual([]);
  });

  it('come in with one button; who paid is off Vandaag, a storno is on it, and what is not clear waits', async () => {
    await button(/^Importeer 4 bestanden/).click();
    await window.page.getByText('4 bestanden zijn geïmporteerd').waitFor();
    expect(await axeFindings(window)).toEqual([]);
    const now = await vandaag(25);
    expect(now).not.toMatch(/Camping De Bosrand/);
    expect(now).toMatch(/Bierhandel Van Goor B\.V\.\s+incasso van ma 23-11 terug: teruggeboekt door de debiteur/);
    expect(now).toMatch(/Betalingen koppelen 1 · €.77,77[\s\S]*J\. Onbekend/);
    expect(now).toMatch(/Vermoedelijk betaald 2/);
  });

  it('agree with account 1300, every step explained', async () => {
    await goTo(window, 'aansluiting');
    await window.page.getByText(/Sluit aan: verschil €.0,00/).waitFor();
    expect(await main().innerText()).toMatch(/Niet verklaard\s+€.0,00\s+Open in Voldaan\s+€.161\.315,63/);
    expect(await axeFindings(window)).toEqual([]);
  });

  it('stand after a start without warning', async () => {
    await start('2026-11-24', 'kill');
    expect(await vandaag(25)).toMatch(/Bierhandel Van Goor/);
    await goTo(window, 'import');
    const rows = () => earlier().getByRole('row').allInnerTexts();
    await expect
      .poll(rows)
      .toEqual(
        [/Bestand/, /boek\.xaf/, /facturen\.zip/, /bank\.sta/, /laatste dag\.xml/, /demo/].map((name) =>
          expect.stringMatching(name),
        ),
      );
  });

  it('change nothing when they are dropped again', async () => {
    await drop(dropped);
    await expect.poll(() => units().getByText('al geïmporteerd').count()).toBe(4);
    expect(await openTotal().innerText()).toMatch(/blijft €.161\.315,63/);
    expect(await button('Importeren').isEnabled()).toBe(false);
    // The same lines in a file of another name are known as well.
    await drop({ 'kopie van bank.sta': `${statement}\r\n` });
    await unit('kopie van bank.sta').getByText('geen wijzigingen').waitFor();
    expect(await button('Importeren').isEnabled()).toBe(false);
    await button('Alles weghalen').click();
  });

  it('are taken back together, and everything is as it was', async () => {
    await goTo(window, 'import');
    await earlier().getByRole('button', { name: 'Alles ongedaan maken' }).click();
    await window.page.getByText(/^4 bestanden ongedaan maken/).waitFor();
    await window.page.getByRole('dialog').getByRole('button', { name: 'Alles ongedaan maken' }).click();
    await earlier().getByText('ongedaan gemaakt').waitFor();
    expect(await vandaag(27)).toBe(before);
    await goTo(window, 'aansluiting');
    await window.page.getByText(/Open in Voldaan/).waitFor();
    expect(await main().innerText()).toMatch(/Open in Voldaan\s+€.161\.205,50/);
  });

  it('an account nobody knows is asked, another administration’s file is laid aside, broken ones are named', async () => {
    const doctype = lastDay.replace('<Document', '<!DOCTYPE a [<!ENTITY b "c">]><Document');
    await drop({
      'nieuwe rekening.sta': statementOf(unknownAccount, 23_252, 'factuur 2026-0819'),
      'buurman.sta': statementOf(neighbour.iban, 10_000, 'factuur 1'),
      'met doctype.xml': doctype,
      'afgebroken.xml': lastDay.slice(0, lastDay.length / 2),
      'facturen.zip': dropped['facturen.zip'],
    });
    await unit('nieuwe rekening.sta')
      .getByText(/NL91 ABNA 0417 1643 00 is nog niet bekend/)
      .waitFor();
    await window.page.getByText('Voor andere administraties').waitFor();
    await window.page.getByText(neighbour.name).first().waitFor();
    for (const file of ['met doctype.xml', 'afgebroken.xml']) {
      await unit(file)
        .getByText(/^\W?wordt niet gelezen$/)
        .waitFor();
    }
    expect(await unit('met doctype.xml').innerText()).toMatch(/DOCTYPE/);
    await unit('nieuwe rekening.sta').getByRole('button', { name: 'Ja, onthouden' }).click();
    await button(/^Importeer 2 bestanden: 2 nieuwe posten, 1 bankregel/).click();
    await window.page.getByText('2 bestanden zijn geïmporteerd').waitFor();
    await window.page.getByText(/^Niet geïmporteerd: .*afgebroken\.xml/).waitFor();
    expect(await axeFindings(window)).toEqual([]);
    await drop({ 'week later.sta': statementOf(unknownAccount, 5_000, 'factuur 2026-0819').replaceAll('X1', 'X2') });
    await unit('week later.sta')
      .getByText(/^Voor Van Dorpel Groothandel B\.V\., herkend aan de rekening/)
      .waitFor();
    await button('Alles weghalen').click();
  });

  it('what was laid aside is read for its own administration', async () => {
    await button(`Open ${neighbour.name} en importeer`).click();
    await unit('buurman.sta')
      .getByText(new RegExp(`^Voor ${neighbour.name}, herkend aan de rekening`))
      .waitFor();
  });

  it('nothing was refused, logged or fetched on the way', () => {
    expect([window.violations, window.consoleErrors, window.foreignRequests]).toEqual([[], [], []]);
  });
});
