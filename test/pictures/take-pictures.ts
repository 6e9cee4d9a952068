import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropFiles, goTo, importList } from '#test/e2e/book-steps.ts';
import { demoAuditfile, demoDay, invoices, lastDay, statement } from '#test/e2e/drop-fixtures.ts';
import { VoldaanWindow } from '#test/e2e/voldaan-window.ts';
import { letterPage } from './letter-page.ts';
import { smallPng } from './small-png.ts';

/*
 * `npm run pictures`: takes every picture of the README and the guide anew from the demo, on the demo's day and in a window of
 * one size, and writes it where they show it.
 */

const folder = 'docs/guide';
const size = { width: 1440, height: 860 };

/** Receipts on the day of the demo's list, as ING exports them: what the bank says does not always say which invoice. */
const receipts = [
  ['RESTAURANT DE ZILVEREN LEPEL', 'NL02ABNA0123456789', 'Bij', '2500,00', 'factuur 2026-0242 en 0455'],
  ['TRAITEUR LAAGLAND', 'NL13RABO0123456789', 'Bij', '1573,01', 'facturen 2026-0384 en 2026-0824, met dank'],
  ['KANTINE BOUWCOMBINATIE', 'NL44RABO0123456789', 'Bij', '2260,00', '0381 restant volgt'],
  ['SNACKBAR CENTRAAL', 'NL55ASNB0123456789', 'Bij', '1186,21', 'factuur 2026-0804'],
  ['MAISON DELACROIX', 'NL69INGB0123456789', 'Bij', '673,55', 'facture 2026-0591'],
  ['VISSER EN ZN', 'NL86INGB0002445588', 'Bij', '4640,00', '2026-0892'],
  ['EVENEMENTENBUREAU LINT EN LINDE', 'NL36INGB0003445566', 'Bij', '3000,00', '2026-0243 en 2026-0311'],
  ['INCASSO RETOUR', 'NL20INGB0001234567', 'Af', '411,11', 'STORNO INCASSO MS03'],
  ['M. JANSEN', 'NL77TRIO0123456789', 'Bij', '57,30', 'zie mail'],
  ['F. DE GROOT', 'NL77TRIO0123456700', 'Bij', '4461,40', 'diner 0882'],
  ['CAMPING DE BOSRAND', 'NL91ABNA0417164300', 'Bij', '4664,42', 'factuur 2026-0387'],
] as const;

const bankTable = [
  '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"',
  ...receipts.map(
    ([name, iban, sign, amount, text]) =>
      `"20261120";"${name}";"NL59RABO0118529307";"${iban}";"GT";"${sign}";"${amount}";"Online bankieren";"Omschrijving: ${text}"`,
  ),
].join('\r\n');

/** The demo in a window of its own. */
async function withDemo(take: (window: VoldaanWindow) => Promise<void>): Promise<void> {
  const window = await VoldaanWindow.start({ today: demoDay });
  try {
    await prepared(window);
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak \d+ brieven/ }).waitFor();
    await take(window);
  } finally {
    await window.remove();
  }
}

async function prepared({ page }: VoldaanWindow): Promise<void> {
  page.setDefaultTimeout(120_000);
  await page.setViewportSize(size);
}

/** Takes the window as it stands still, without a pointer on it. */
async function take({ page }: VoldaanWindow, name: string): Promise<void> {
  await page.mouse.move(size.width / 2, 4);
  await page.getByText('opgeslagen', { exact: true }).waitFor();
  let last = '';
  for (let turn = 0; turn < 40; turn++) {
    await page.waitForTimeout(300);
    const picture = await page.screenshot({ caret: 'hide', animations: 'disabled' });
    const now = picture.toString('base64');
    if (now === last) return write(name, picture);
    last = now;
  }
  throw new Error(`${name} does not stand still`);
}

function write(name: string, picture: Uint8Array): void {
  const small = smallPng(picture);
  writeFileSync(join(folder, `${name}.png`), small);
  console.log(`${folder}/${name}.png ${Math.round(small.length / 1000)} kB`);
}

/** The day's work: who to call and to write to, the letter, its interest, the letters made, and a dossier of it. */
async function work(window: VoldaanWindow): Promise<void> {
  const { page } = window;
  await take(window, 'vandaag');
  await goTo(window, 'aanmanen');
  await page.getByRole('row', { name: /Camping De Bosrand/ }).click();
  await page
    .getByRole('img', { name: /^Brief aan Camping/ })
    .first()
    .waitFor();
  await take(window, 'aanmanen');
  await page.getByRole('button', { name: /Uitleg bij Rente/ }).click();
  await page.getByRole('dialog', { name: 'Rente' }).waitFor();
  await take(window, 'uitleg');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Maak \d+ brieven \(/ }).click();
  await page
    .getByText(/^\d+ brieven gemaakt/)
    .first()
    .waitFor();
  const books = join(window.dataFolder, 'administraties');
  const letter = readdirSync(books, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('-1011.pdf'));
  if (!letter) throw new Error('no letter to debtor 1011');
  write('brief', await letterPage(join(books, letter), 664));
  await goTo(window, 'dossiers');
  await page.getByRole('row', { name: /Camping De Bosrand/ }).click();
  await page.getByRole('button', { name: /^Dossier exporteren/ }).click();
  await page.getByText(/^Dossier gemaakt/).waitFor();
  await page.getByRole('button', { name: 'Dossier controleren' }).click();
  await page.getByText(/is ongewijzigd\.$/).waitFor();
  // The result of the letters, and the debtors before this one.
  await page
    .getByRole('status')
    .filter({ hasText: 'brieven gemaakt' })
    .getByRole('button', { name: 'Sluiten' })
    .click();
  await page.mouse.move(size.width / 2, size.height / 2);
  await page.mouse.wheel(0, 192);
  await take(window, 'dossier');
}

/** Payments that wait for a decision. */
async function payments(window: VoldaanWindow): Promise<void> {
  const { page } = window;
  await importList(window, 'ing 20-11-2026.csv', bankTable);
  await goTo(window, 'betalingen');
  const list = page.getByRole('grid', { name: 'Bankregels die wachten' });
  await list.getByText('TRAITEUR LAAGLAND').click();
  await take(window, 'betalingen');
}

/** Files of every kind some days later, before and after they are confirmed. */
async function files(window: VoldaanWindow): Promise<void> {
  await window.page.getByText('opgeslagen', { exact: true }).waitFor();
  await window.restart({ today: '2026-11-24', end: 'close' });
  await prepared(window);
  const { page } = window;
  await page.getByRole('button', { name: /^Maak \d+ brieven/ }).waitFor();
  await dropFiles(window, {
    'openstaand 20-11-2026.xaf': demoAuditfile(['2026-0809']),
    'facturen november.zip': invoices(),
    'rabobank 21-11 tm 23-11.sta': statement,
    'rabobank 23-11.xml': lastDay,
  });
  const confirm = page.getByRole('button', { name: /^Importeer 4 bestanden/ });
  await confirm.waitFor();
  await page.getByRole('button', { name: 'rabobank 21-11 tm 23-11.sta', exact: true }).click();
  await take(window, 'import');
  await confirm.click();
  await page.getByText('4 bestanden zijn geïmporteerd').waitFor();
  await goTo(window, 'aansluiting');
  await page.getByText(/Sluit aan: verschil/).waitFor();
  await take(window, 'aansluiting');
}

async function main(): Promise<void> {
  for (const part of [work, payments, files]) await withDemo(part);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
