import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mountSmallDisk } from '#test/crash/small-disk.ts';
import { VoldaanWindow } from './voldaan-window.ts';

const megabyte = 1024 * 1024;
const disk = mountSmallDisk('600m');

describe.skipIf(!disk)('a disk with 20 MB left', () => {
  let window: VoldaanWindow;
  afterAll(async () => {
    await window?.close();
    disk?.remove();
  });

  it('opens in safe mode, never as an empty start, and goes on when there is space', async () => {
    window = await VoldaanWindow.start({ dataFolder: join(disk?.path ?? '', 'data'), today: '2026-11-20' });
    await window.page.getByRole('button', { name: 'Demo openen' }).click();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    await window.page.getByText('opgeslagen', { exact: true }).waitFor();
    await window.close();

    await disk?.fillTo(20 * megabyte);
    await window.restart();
    await window.page.getByText('Te weinig vrije schijfruimte').first().waitFor();
    await window.page.getByText('Rederij Giethoornse Vaart').first().waitFor();
    expect(await window.page.getByRole('button', { name: 'Demo openen' }).count()).toBe(0);

    disk?.clear();
    await window.restart();
    await window.page.getByRole('button', { name: /^Maak 27 brieven/ }).waitFor();
    expect(await window.page.getByText('Te weinig vrije schijfruimte').count()).toBe(0);
    expect(window.violations).toEqual([]);
  });
});
