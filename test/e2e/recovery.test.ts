import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { VoldaanWindow } from './voldaan-window.ts';

describe('a journal that is damaged', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start({ today: '2026-11-20' });
    window.page.setDefaultTimeout(30_000);
  });
  afterAll(() => window?.remove());

  it('is said in plain words at the start, and nothing is shown as if it were whole', async () => {
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    await window.page.getByText('back-up zojuist').waitFor();
    await window.close();
    const folder = join(window.dataFolder, 'administraties/demo/journaal');
    const file = join(folder, readdirSync(folder).sort()[0] ?? '');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"line"');
    writeFileSync(file, text.replace('"line"', '"lyne"'));
    await window.restart();
    await window.page.getByRole('heading', { name: 'Herstel' }).waitFor();
    await window.page.getByText('bevat een beschadigde regel').waitFor();
    expect(await window.page.getByRole('button', { name: 'Demo openen' }).count()).toBe(0);
    expect(await axeFindings(window)).toEqual([]);
  });

  it('goes on from the newest backup with one button', async () => {
    await window.page.getByRole('button', { name: /^Back-up van .* terugzetten/ }).click();
    await window.page.getByRole('button', { name: 'Terugzetten', exact: true }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    expect(window.violations).toEqual([]);
  });
});
