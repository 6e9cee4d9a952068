import type {
  App,
  BaseWindow,
  IpcMain,
  IpcMainInvokeEvent,
  OpenDialogReturnValue,
  Protocol,
  Session,
  WebContents,
} from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { hostClock } from '#electron/host/clock.ts';
import { appOrigin, refuseForeignRequests, registerAppScheme, serveApp } from '#electron/host/electron/app-protocol.ts';
import { eventSender, handleCalls } from '#electron/host/electron/channel.ts';
import { electronHost } from '#electron/host/electron/electron-host.ts';
import { guardContents, guardPermissions } from '#electron/host/electron/guards.ts';
import { windowOptions } from '#electron/host/electron/window-options.ts';
import { oneTimeAddresses } from '#electron/host/one-time.ts';
import { ok } from '#shared/contract/errors.ts';

/*
 * Electron's own pieces are faked here: its binary is not on every machine. What is proven is which answer Voldaan gives
 * to each of Electron's questions; that Electron asks them is Electron's.
 */

describe('app://voldaan', () => {
  it('is an origin of its own, secure and standard', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerAppScheme({ registerSchemesAsPrivileged });
    expect(registerSchemesAsPrivileged.mock.calls[0]?.[0]).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true } },
    ]);
  });

  it('answers its own host only', async () => {
    let handler: Parameters<Protocol['handle']>[1] | undefined;
    serveApp(
      {
        handle: (_scheme, given) => {
          handler = given;
        },
      },
      async (path) => ({
        status: 200,
        headers: { 'Content-Type': 'text/plain' },
        body: new TextEncoder().encode(path),
      }),
    );
    const ask = async (url: string) => await handler?.(new Request(url) as never);
    expect(await (await ask('app://voldaan/a.js?x=1'))?.text()).toBe('/a.js');
    expect((await ask('app://elders/a.js'))?.status).toBe(404);
  });

  it('refuses and counts every request to anywhere else', () => {
    let listener: ((details: { url: string }, answer: (answer: { cancel: boolean }) => void) => void) | undefined;
    const webRequest = {
      onBeforeRequest: (given: typeof listener) => {
        listener = given;
      },
    };
    const refused = refuseForeignRequests({ webRequest } as unknown as Session);
    const cancelled = (url: string) => {
      let cancel = false;
      listener?.({ url }, (answer) => {
        cancel = answer.cancel;
      });
      return cancel;
    };
    expect(['app://voldaan/main.js', 'data:image/png;base64,', `blob:${appOrigin}/1`].map(cancelled)).toEqual([
      false,
      false,
      false,
    ]);
    const foreign = [
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://voldaan.evil/',
      'blob:https://a/1',
      'ws://a/',
    ];
    expect(foreign.map(cancelled)).toEqual(foreign.map(() => true));
    expect(refused()).toBe(foreign.length);
  });
});

describe('a page goes nowhere', () => {
  function guarded() {
    const listeners = new Map<string, (event: object, ...rest: unknown[]) => void>();
    const contents = {
      on: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => listeners.set('window-open', handler),
    };
    const app = { on: (_name: string, listener: (event: object, contents: unknown) => void) => listener({}, contents) };
    guardContents(app as unknown as App);
    return listeners;
  }

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented', (name) => {
    const preventDefault = vi.fn();
    guarded().get(name)?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it.each([
    [true, 'app://voldaan/', true],
    [false, 'https://example.com/', true],
    [false, 'app://voldaan/eenmalig/1', false],
  ])('a frame (main: %s) to %s is prevented: %s', (isMainFrame, url, prevented) => {
    const preventDefault = vi.fn();
    guarded().get('will-frame-navigate')?.({ preventDefault, isMainFrame, url });
    expect(preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
  });

  it('opens no second window', () => {
    expect(guarded().get('window-open')?.({})).toEqual({ action: 'deny' });
  });

  it('gets kept storage and copying, and no other permission', () => {
    let asked: ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | undefined;
    let checked: ((contents: null, permission: string) => boolean) | undefined;
    guardPermissions({
      setPermissionRequestHandler: (handler: typeof asked) => {
        asked = handler;
      },
      setPermissionCheckHandler: (handler: typeof checked) => {
        checked = handler;
      },
      setDevicePermissionHandler: (handler: () => boolean) => expect(handler()).toBe(false),
    } as unknown as Session);
    const permissions = [
      'persistent-storage',
      'clipboard-sanitized-write',
      'media',
      'geolocation',
      'unknown',
      'openExternal',
    ];
    const granted: string[] = [];
    for (const permission of permissions) asked?.(null, permission, (yes) => yes && granted.push(permission));
    expect(granted).toEqual(permissions.slice(0, 2));
    expect(permissions.filter((permission) => checked?.(null, permission))).toEqual(granted);
  });

  it('runs sandboxed, isolated and without Node', () => {
    expect(windowOptions('preload.cjs', 'icon.png').webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });
});

describe('the one channel', () => {
  const mainFrame = { origin: appOrigin };
  const contents = { mainFrame, isDestroyed: () => false, send: vi.fn() } as unknown as WebContents;

  async function trustOf(event: object, window: WebContents | null = contents) {
    let handler: ((event: IpcMainInvokeEvent, channel: unknown, input: unknown) => unknown) | undefined;
    const ipcMain = {
      handle: (_channel: string, given: typeof handler) => {
        handler = given;
      },
    };
    let trust: boolean | undefined;
    handleCalls(
      ipcMain as unknown as IpcMain,
      () => window,
      async (_channel, _input, trusted) => {
        trust = trusted;
        return ok({});
      },
    );
    await handler?.(event as IpcMainInvokeEvent, 'app.start', {});
    return trust;
  }

  it('trusts the main frame of our window on our origin', async () => {
    expect(await trustOf({ sender: contents, senderFrame: mainFrame })).toBe(true);
  });

  it.each([
    ['a frame inside it', { sender: contents, senderFrame: { origin: appOrigin } }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    ['another window', { sender: {}, senderFrame: mainFrame }],
  ])('does not trust %s', async (_who, event) => {
    expect(await trustOf(event)).toBe(false);
  });

  it('does not trust the main frame on another origin, or before there is a window', async () => {
    const frame = { origin: 'https://example.com' };
    const elsewhere = { mainFrame: frame } as unknown as WebContents;
    expect(await trustOf({ sender: elsewhere, senderFrame: frame }, elsewhere)).toBe(false);
    expect(await trustOf({ sender: contents, senderFrame: mainFrame }, null)).toBe(false);
  });

  it('refuses a channel that is not a text', async () => {
    let handler: ((event: unknown, channel: unknown) => unknown) | undefined;
    const dispatch = vi.fn();
    handleCalls(
      {
        handle: (_channel, given) => {
          handler = given as typeof handler;
        },
      },
      () => contents,
      dispatch,
    );
    expect(handler?.({ sender: contents, senderFrame: mainFrame }, { toString: 1 })).toMatchObject({ ok: false });
    expect(dispatch).not.toHaveBeenCalled();
  });

  it('sends events to the window while there is one', () => {
    eventSender(() => contents)('today', { today: '2026-11-21' });
    eventSender(() => null)('focus', {});
    expect(contents.send).toHaveBeenCalledExactlyOnceWith('voldaan:event', 'today', { today: '2026-11-21' });
  });
});

describe('the machine as seen from Electron', () => {
  const machine = {
    dataFolder: '/gegevens',
    version: '0.1.0',
    clock: hostClock('2026-11-20'),
    styleNonce: 'n',
    oneTime: oneTimeAddresses(),
    pagesFolder: '/pages',
    shell: {
      openPath: async (path: string) => (path.endsWith('.pdf') ? '' : 'no program'),
      showItemInFolder: () => {},
    },
    window: () => null,
    dialog: { showOpenDialog: vi.fn() },
    start: async () => {},
    emit: () => {},
  };
  const never = new AbortController().signal;

  it('turns a refusal of the desktop into an expected failure', async () => {
    const host = electronHost(machine);
    await expect(host.openPath('/a.pdf')).resolves.toBeUndefined();
    await expect(host.openPath('/a.xyz')).rejects.toMatchObject({ failure: { code: 'not-supported' } });
    expect(host.today()).toBe('2026-11-20');
  });

  it.each([
    ['a folder', { canceled: false, filePaths: ['/klanten/bakker'] }, { outcome: 'chosen', path: '/klanten/bakker' }],
    ['nothing', { canceled: true, filePaths: [] }, { outcome: 'cancelled' }],
  ])('asks for a folder in its own window; %s is chosen', async (_, answer, expected) => {
    const parent = { id: 1 } as BaseWindow;
    const showOpenDialog = vi.fn(async () => answer);
    const host = electronHost({
      ...machine,
      window: () => parent,
      dialog: { showOpenDialog } as typeof machine.dialog,
    });
    expect(await host.chooseFolder({ title: 'Importmap kiezen', start: '/klanten' }, never)).toEqual(expected);
    const asked = {
      title: 'Importmap kiezen',
      defaultPath: '/klanten',
      properties: ['openDirectory', 'createDirectory'],
    };
    expect(showOpenDialog.mock.calls).toEqual([[parent, asked]]);
  });

  it('waits for no answer once it closes', async () => {
    const closing = new AbortController();
    const dialog = { showOpenDialog: () => new Promise<OpenDialogReturnValue>(() => {}) };
    const asked = electronHost({ ...machine, dialog }).chooseFolder({ title: '', start: '/' }, closing.signal);
    closing.abort();
    expect(await asked).toEqual({ outcome: 'cancelled' });
  });

  it('says that the question could not be put, which is not the user choosing nothing', async () => {
    const dialog = { showOpenDialog: () => Promise.reject(new Error('no portal')) };
    const host = electronHost({ ...machine, dialog });
    expect(await host.chooseFolder({ title: '', start: '/' }, never)).toEqual({ outcome: 'chooser-failed' });
  });
});
