import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#test/architecture/module-imports.ts';
import { VoldaanWindow } from './voldaan-window.ts';

/** Starts the window host as a user would, and answers what it said and its exit code. */
function startAgain(env: Readonly<Record<string, string | undefined>>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'dist/electron/window.cjs')], { env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const inDatabase = (mode: IDBTransactionMode, request: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('proef', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('regels');
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('regels', '${mode}', { durability: 'strict' });
    const asked = transaction.objectStore('regels').${request};
    transaction.oncomplete = () => { opening.result.close(); resolve(asked.result ?? null); };
    transaction.onerror = () => reject(transaction.error);
  };
})`;

describe('the browser window', () => {
  let window: VoldaanWindow;
  let server: Server;
  let reached = 0;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      reached += 1;
      response.setHeader('Access-Control-Allow-Origin', '*').end('x');
    }).listen(0, '127.0.0.1');
    window = await VoldaanWindow.start();
  });
  afterAll(async () => {
    server?.close();
    await window?.remove();
  });

  it('is one: a second start says so and ends, and the first stays', async () => {
    const { code, said } = await startAgain({
      VOLDAAN_TEST: '1',
      VOLDAAN_HEADLESS: '1',
      VOLDAAN_DATA: window.dataFolder,
    });
    expect([code, said]).toEqual([0, expect.stringContaining('al geopend')]);
    expect(await window.evaluate('typeof window.voldaan')).toBe('object');
  });

  it('keeps its database over a kill and a new start', async () => {
    await window.evaluate(inDatabase('readwrite', "put('bewaard', 1)"));
    await window.restart({ end: 'kill' });
    expect(await window.evaluate(inDatabase('readonly', 'get(1)'))).toBe('bewaard');
  });

  it('opens again by itself when its page crashes', async () => {
    await window.crashPage();
    expect(await window.evaluate(`voldaan.call('app.now', {})`)).toMatchObject({ ok: true });
    expect(await window.evaluate(inDatabase('readonly', 'get(1)'))).toBe('bewaard');
  });

  it('lets no request out, also when the page’s own policy would', async () => {
    await window.bypassPolicy();
    const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    for (const address of [local, 'https://example.com/', 'http://[::1]/']) {
      const answer = await window.evaluate(
        `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => 'answered', () => 'refused')`,
      );
      expect([address, answer]).toEqual([address, 'refused']);
    }
    const socket = `new Promise((resolve) => { const socket = new WebSocket(${JSON.stringify(local.replace('http', 'ws'))});
      socket.onopen = () => resolve('answered'); socket.onerror = () => resolve('refused'); })`;
    expect(await window.evaluate(socket)).toBe('refused');
    expect(reached).toBe(0);
    await window.restart({ end: 'close' });
    const log = readFileSync(join(window.dataFolder, 'logboek', 'voldaan.log'), 'utf8');
    expect(log).toMatch(/"event":"window\.foreign-requests-refused",.*count":3/);
  });

  it('gives a frame in the page no bridge', async () => {
    const inFrame = await window.evaluate(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const names = Object.getOwnPropertyNames(frame.contentWindow).filter((name) => /voldaan/i.test(name));
      frame.remove();
      return names;
    })()`);
    expect(inFrame).toEqual([]);
  });

  it('refuses unknown and malformed calls with a value', async () => {
    const unknown = await window.evaluate(`voldaan.call('__proto__', {})`);
    expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
    const malformed = await window.evaluate(`voldaan.call('files.open', { book: '../../etc', file: {} })`);
    expect(malformed).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});

describe('a machine on which no window can open', () => {
  it('hears that the browser it was told to use is not there, and what to do', async () => {
    const { code, said } = await startAgain({ CHROME: join(root, 'no-such-browser') });
    expect([code, said]).toEqual([3, expect.stringMatching(/CHROME.*no-such-browser.*Wijs een andere aan/s)]);
  });

  it.runIf(process.platform === 'linux')('hears that there is no screen, and what to do', async () => {
    const { code, said } = await startAgain({ DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
    expect([code, said]).toEqual([3, expect.stringMatching(/geen scherm.*npm run demo/s)]);
  });
});
