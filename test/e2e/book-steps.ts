import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '#test/golden/pdf-text.ts';
import type { VoldaanWindow } from './voldaan-window.ts';

/** Goes to a screen by its address: `aanmanen`, `debiteuren/1`. */
export function goTo(window: VoldaanWindow, screen: string): Promise<unknown> {
  return window.evaluate(`location.hash = '#/${screen}'`);
}

/** What a new administration is known by in files. */
export interface NewAdministration {
  readonly name: string;
  readonly iban: string;
  readonly kvk?: string;
  readonly vatId?: string;
}

/** From the first start: an administration with nothing but what is given. */
export async function makeAdministration(window: VoldaanWindow, administration: NewAdministration): Promise<void> {
  await window.page.getByRole('button', { name: 'Administratie maken' }).click();
  await fillWizard(window, administration);
}

/** Another administration, beside those there are. */
export async function addAdministration(window: VoldaanWindow, administration: NewAdministration): Promise<void> {
  await goTo(window, 'nieuw');
  await fillWizard(window, administration);
}

async function fillWizard({ page }: VoldaanWindow, { name, iban, kvk, vatId }: NewAdministration): Promise<void> {
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('IBAN').fill(iban);
  await page.getByRole('button', { name: 'Verder' }).click();
  if (kvk !== undefined || vatId !== undefined) {
    await page.getByLabel('KvK-nummer').fill(kvk ?? '');
    await page.getByLabel('Btw-nummer').fill(vatId ?? '');
    await page.getByRole('button', { name: 'Verder' }).click();
  }
  const finish = page.getByRole('button', { name: 'Administratie maken' });
  while (!(await finish.isVisible())) await page.getByRole('button', { name: 'Overslaan' }).click();
  await finish.click();
  await page.getByRole('button', { name, exact: true }).waitFor();
  await page.getByText('opgeslagen', { exact: true }).waitFor();
}

/** Drops files as a file manager does: with their paths, on the window. */
export async function dropFiles(
  window: VoldaanWindow,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(window.dataFolder, name);
    writeFileSync(path, content);
    return path;
  });
  const session = await window.page.context().newCDPSession(window.page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await session.detach();
}

/** Writes a note where N opens one, and waits until it stands in the timeline: what is typed has the same text before. */
export async function writeNote({ page }: VoldaanWindow, text: string): Promise<void> {
  await page.keyboard.press('n');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
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
