import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNote } from './book-steps.ts';
import { lettersOnDisk } from './letters-on-disk.ts';
import { VoldaanWindow } from './voldaan-window.ts';

describe('the power goes out in the middle of a batch', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(30_000);
  });
  afterAll(() => window?.remove());

  it('leaves each letter made once, with the same bytes', async () => {
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven \(/ }).click();
    while (lettersOnDisk(window.dataFolder, 'demo').length < 4) await pause(20);
    await window.kill();
    const before = lettersOnDisk(window.dataFolder, 'demo');
    expect(before.length).toBeLessThan(27);
    await window.restart();
    await expect.poll(() => lettersOnDisk(window.dataFolder, 'demo').length, { timeout: 120_000 }).toBe(27);
    const after = lettersOnDisk(window.dataFolder, 'demo');
    for (const { receipt, pdf, eml } of before) {
      expect(after.find((letter) => letter.receipt.letterId === receipt.letterId)).toEqual({ receipt, pdf, eml });
    }
    expect(new Set(after.map(({ receipt }) => receipt.letterId)).size).toBe(27);
  });

  it('rebuilds a database that is gone from the journal, to the last saved change', async () => {
    await window.evaluate(`location.hash = '#/debiteuren/1'`);
    await window.page.getByRole('heading', { name: 'Bakkerij Korenmaat B.V.' }).first().waitFor();
    await writeNote(window, 'Laatste woord voor de storing');
    await window.page.getByText('opgeslagen', { exact: true }).waitFor();
    await window.kill();
    // Moved, not removed: what is left of the browser may still be writing in it.
    renameSync(join(window.dataFolder, 'browser-profile'), join(window.dataFolder, 'weg'));
    await window.restart();
    await window.evaluate(`location.hash = '#/debiteuren/1'`);
    await window.page.getByText('Laatste woord voor de storing').first().waitFor({ timeout: 40_000 });
    expect(lettersOnDisk(window.dataFolder, 'demo')).toHaveLength(27);
  });

  it('proposes nothing twice', async () => {
    await window.evaluate(`location.hash = '#/vandaag'`);
    await window.page.getByText(/^Contactgegevens ontbreken 1 · /).waitFor();
    expect(await window.page.getByRole('grid').getByRole('rowgroup').count()).toBe(1);
    expect(await window.page.getByRole('button', { name: /^Maak \d+ brie/ }).count()).toBe(0);
  });
});
