import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { VoldaanWindow } from './voldaan-window.ts';

describe('the first start', () => {
  let window: VoldaanWindow;
  beforeAll(async () => {
    window = await VoldaanWindow.start();
  });
  afterAll(() => window?.remove());

  it('offers the demo and an own administration', async () => {
    await window.page.getByRole('button', { name: 'Demo openen' }).waitFor();
    await window.page.getByRole('button', { name: 'Administratie maken' }).waitFor();
  });

  it('is accessible', async () => {
    expect(await axeFindings(window)).toEqual([]);
  });

  it('has a database that the browser may not clear', async () => {
    expect(await window.evaluate('navigator.storage.persisted()')).toBe(true);
  });

  it('gives the page one bridge and nothing else of the host', async () => {
    expect(await window.evaluate('Object.keys(window.voldaan)')).toEqual(['call', 'on']);
    expect(await window.evaluate('Object.keys(globalThis).filter((name) => /voldaan|playwright/i.test(name))')).toEqual(
      [],
    );
  });

  it('opens no second page', async () => {
    await window.evaluate("void window.open('https://voldaan.invalid/')");
    await expect.poll(() => window.page.context().pages().length).toBe(1);
  });

  it('violates no policy, logs no error, asks nothing of the network', () => {
    expect(window.violations).toEqual([]);
    expect(window.consoleErrors).toEqual([]);
    expect(window.foreignRequests).toEqual([]);
  });
});
