import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNote } from './book-steps.ts';
import { lettersOnDisk } from './letters-on-disk.ts';
import { VoldaanWindow } from './voldaan-window.ts';

describe('the main job by keyboard alone', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(20_000);
  });
  afterAll(() => window?.remove());

  const press = (key: string) => window.page.keyboard.press(key);
  const focused = () =>
    window.evaluate(
      'document.activeElement?.tagName === "BUTTON" ? document.activeElement.textContent : ""',
    ) as Promise<string>;

  /** Tabs on until the focused element holds the text. */
  async function tabTo(text: string): Promise<void> {
    for (let turn = 0; turn < 30; turn++) {
      if ((await focused()).includes(text)) return;
      await press('Tab');
    }
    throw new Error(`no way by Tab to ${text}`);
  }

  it('opens the demo', async () => {
    await window.page.getByRole('button', { name: 'Demo openen' }).waitFor();
    await tabTo('Demo openen');
    await press('Enter');
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
  });

  it('writes a note with the row at hand on Vandaag', async () => {
    await press('j');
    await writeNote(window, 'Terugbellen na 14 uur');
    await press('Escape');
  });

  it('makes every letter: preview with Shift+A, done with Ctrl+Enter', async () => {
    await press('Shift+A');
    await window.page.getByRole('button', { name: /^Maak 27 brieven \(/ }).waitFor();
    await press('Control+Enter');
    await window.page
      .getByText(/^27 brieven gemaakt/)
      .first()
      .waitFor({ timeout: 120_000 });
    expect(lettersOnDisk(window.dataFolder, 'demo')).toHaveLength(27);
    await press('Escape');
  });

  it('finds a debtor, opens the card and goes back', async () => {
    await press('g');
    await press('d');
    await window.page.getByRole('heading', { name: 'Debiteuren', exact: true }).waitFor();
    await window.page.getByRole('grid').first().waitFor();
    await press('/');
    await window.page.locator('input:focus').waitFor();
    await window.page.keyboard.type('Venezia');
    await window.page.getByText('1 debiteur').first().waitFor();
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    await window.page.getByRole('heading', { name: 'IJssalon Venezia' }).first().waitFor();
  });

  it('finds anything through the palette', async () => {
    await press('Control+k');
    // At once, before the field has the keyboard: no letter is lost, or taken for a shortcut.
    await window.page.keyboard.type('Golfclub');
    await window.page.locator('[role=dialog] input:focus').waitFor();
    expect(await window.page.getByRole('textbox', { name: 'Zoeken en opdrachten' }).inputValue()).toBe('Golfclub');
    await window.page.getByRole('dialog').getByText('Golfclub Het Rechte Eind').first().waitFor();
    await press('Enter');
    await window.page.getByRole('heading', { name: 'Golfclub Het Rechte Eind' }).first().waitFor();
  });

  it('shows the shortcuts with ?', async () => {
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await press('?');
    await window.page.getByRole('dialog').waitFor();
    await press('Escape');
  });

  it('logged no error on the way', () => {
    expect(window.consoleErrors).toEqual([]);
    expect(window.violations).toEqual([]);
  });
});
