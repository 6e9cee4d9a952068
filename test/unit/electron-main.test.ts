import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

/*
 * The entry as a whole on a fake Electron: what is set up, in which order, and that a call of the page reaches the
 * services. Electron's own binary is not on every machine.
 */
const { steps, electron, contents } = vi.hoisted(() => {
  const steps: string[] = [];
  const listeners = new Map<string, ((...args: unknown[]) => unknown)[]>();
  const listen = (name: string, listener: (...args: unknown[]) => unknown) =>
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  const mainFrame = { origin: 'app://voldaan' };
  const reload = () => void steps.push('reload');
  const contents = { mainFrame, isDestroyed: () => false, send: () => {}, on: listen, reload };
  class BrowserWindow {
    webContents = contents;
    constructor(readonly options: { webPreferences: { sandbox: boolean } }) {
      steps.push(`window, sandbox ${options.webPreferences.sandbox}`);
    }
    once() {}
    async loadURL(address: string) {
      steps.push(`load ${address}`);
    }
  }
  const electron = {
    listeners,
    app: {
      isPackaged: true,
      setPath: () => {},
      getVersion: () => '0.1.0',
      on: listen,
      quit: () => steps.push('quit'),
      exit: (code: number) => steps.push(`exit ${code}`),
      whenReady: async () => void steps.push('ready'),
    },
    BrowserWindow,
    ipcMain: { handle: (name: string, handler: (...args: unknown[]) => unknown) => void listen(name, handler) },
    protocol: {
      registerSchemesAsPrivileged: () => void steps.push('scheme'),
      handle: (scheme: string) => void steps.push(`serve ${scheme}`),
    },
    session: {
      defaultSession: {
        webRequest: { onBeforeRequest: () => void steps.push('requests') },
        setPermissionRequestHandler: () => void steps.push('permissions'),
        setPermissionCheckHandler: () => {},
        setDevicePermissionHandler: () => {},
      },
    },
    shell: { openPath: async () => '', showItemInFolder: () => {} },
    dialog: { showOpenDialog: async () => ({ canceled: true, filePaths: [] }) },
  };
  return { steps, electron, contents };
});
vi.mock('electron', () => electron);

const folder = mkdtempSync(join(tmpdir(), 'voldaan-main-'));
beforeAll(async () => {
  vi.stubEnv('VOLDAAN_DATA', folder);
  vi.stubEnv('VOLDAAN_TODAY', '2026-11-20');
  await import('#electron/main.ts');
  await vi.waitFor(() => expect(steps).toContain('load app://voldaan/'), 20_000);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('guards everything before the window opens', () => {
  expect(steps).toEqual([
    'scheme',
    'ready',
    'serve app',
    'requests',
    'permissions',
    'window, sandbox true',
    'load app://voldaan/',
  ]);
});

it('answers a call of the page through the services, and refuses one from elsewhere', async () => {
  const handle = electron.listeners.get('voldaan:call')?.[0];
  const event = { sender: contents, senderFrame: contents.mainFrame };
  expect(await handle?.(event, 'app.start', {})).toMatchObject({
    ok: true,
    value: { host: 'electron', version: '0.1.0', today: '2026-11-20', books: [] },
  });
  expect(await handle?.({ ...event, senderFrame: { origin: 'app://voldaan' } }, 'app.start', {})).toMatchObject({
    ok: false,
    error: { code: 'untrusted-sender' },
  });
});

it('loads a crashed page again, but not for ever', () => {
  const crash = (reason: string) => electron.listeners.get('render-process-gone')?.[0]?.({}, { reason });
  for (const reason of ['clean-exit', 'crashed', 'oom', 'killed', 'crashed']) crash(reason);
  expect(steps.filter((step) => step === 'reload')).toHaveLength(3);
});

it('closes the services before it ends', async () => {
  const prevented = vi.fn();
  electron.listeners.get('will-quit')?.[0]?.({ preventDefault: prevented });
  expect(prevented).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(steps.at(-1)).toBe('quit'), 20_000);
  electron.listeners.get('will-quit')?.[0]?.({ preventDefault: prevented });
  expect(prevented).toHaveBeenCalledOnce();
});
