import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '#test/golden/pdf-text.ts';
import type { VoldaanWindow } from './voldaan-window.ts';

/** Goes to a screen by its address: `aanmanen`, `debiteuren/1`. */
export function goTo(window: VoldaanWindow, screen: string): Promise<unknown> {
  return window.evaluate(`location.hash = '#/${screen}'`);
}

/** From the first start: an administration with nothing but what has to be given. */
export async function makeAdministration({ page }: VoldaanWindow, name: string, iban: string): Promise<void> {
  await page.getByRole('button', { name: 'Administratie maken' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('IBAN').fill(iban);
  await page.getByRole('button', { name: 'Verder' }).click();
  for (let step = 2; step < 5; step++) await page.getByRole('button', { name: 'Overslaan' }).click();
  await page.getByRole('button', { name: 'Administratie maken' }).click();
}

/** Imports a list through its preview. */
export async function importList(window: VoldaanWindow, name: string, text: string): Promise<void> {
  const file = join(window.dataFolder, name);
  writeFileSync(file, text);
  await goTo(window, 'import');
  await window.page.locator('input[type=file]').first().setInputFiles(file);
  await window.page.getByRole('button', { name: /^Importeer / }).click();
  await window.page.getByText(`${name} is geïmporteerd`).waitFor();
}

/** All text of the newest letter on disk to a debtor. */
export function letterText(dataFolder: string, debtorCode: string): Promise<string> {
  const books = join(dataFolder, 'administraties');
  const file = readdirSync(books, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`-${debtorCode}.pdf`))
    // The name begins with the date of the letter.
    .sort((one, other) => ((one.split(/[/\\]/).at(-1) ?? '') < (other.split(/[/\\]/).at(-1) ?? '') ? -1 : 1))
    .at(-1);
  if (!file) throw new Error(`no letter to ${debtorCode}`);
  return plainText(readFileSync(join(books, file)));
}
