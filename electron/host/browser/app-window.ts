import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import type { AppResponse } from '../app-files.ts';
import type { Dispatch } from '../host.ts';
import { prepareProfile } from './profile.ts';
import { bridgeWindow, type WindowBridge } from './window-bridge.ts';

/** Fixed, so that IndexedDB persists; `.invalid` never resolves on any network. */
export const appOrigin = 'https://voldaan.invalid';

export interface AppWindowOptions {
  readonly browserPath: string;
  /** The window's own browser profile: nothing of the user's browser is read or touched. */
  readonly profileFolder: string;
  readonly respond: (pathname: string) => Promise<AppResponse>;
  readonly dispatch: Dispatch;
  /** Tests only: no screen, and a debugging port that e2e attaches to. */
  readonly headless: boolean;
  readonly debuggingPort: boolean;
  readonly root: boolean;
}

export interface AppWindow extends WindowBridge {
  readonly page: Page;
  /** Requests to anywhere but the app's origin, all refused. */
  refusedRequests(): number;
  focus(): Promise<void>;
  /** Resolves when the window is gone: closed by the user, by `close` or with the browser, or because its page crashed. */
  readonly closed: Promise<'closed' | 'crashed'>;
  close(): Promise<void>;
}

/** Opens an installed browser as Voldaan's window: app files from disk, one bridge, nothing else reachable. */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  const context = await launchWhenFree(options);
  let refused = 0;
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin === appOrigin) return respondFromDisk(route, url.pathname, options.respond);
    refused += 1;
    return route.abort('blockedbyclient');
  });
  const page = context.pages()[0] ?? (await context.newPage());
  for (const other of context.pages()) if (other !== page) void other.close();
  context.on('page', (other) => void other.close().catch(() => {}));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));

  const closed = new Promise<'closed' | 'crashed'>((resolve) => {
    let end: 'closed' | 'crashed' = 'closed';
    // A crashed page cannot be given its bridge back: the window may be opened again, once its browser has let go of the profile.
    page.once('crash', () => {
      end = 'crashed';
      void context.close();
    });
    page.once('close', () => void context.close().finally(() => resolve(end)));
    context.once('close', () => resolve(end));
  });
  const bridge = await bridgeWindow(page, appOrigin, options.dispatch);
  await grantPermissions(context, page);
  await page.goto(`${appOrigin}/`, { waitUntil: 'commit' });
  return {
    ...bridge,
    page,
    refusedRequests: () => refused,
    focus: () => page.bringToFront(),
    closed,
    close: () => context.close(),
  };
}

/** How long a browser whose Voldaan was killed may take to let go of the profile. */
const profileReleaseMs = 15_000;

async function launchWhenFree(options: AppWindowOptions): Promise<BrowserContext> {
  const until = performance.now() + profileReleaseMs;
  for (;;) {
    try {
      return await launch(options);
    } catch (error) {
      const inUse = error instanceof Error && /profile is already in use/.test(error.message);
      if (!inUse || performance.now() > until) throw error;
      await pause(250);
    }
  }
}

/** Playwright's defaults are a test's, not a user's: the page gets the machine's own size, colours and motion. */
function launch(options: AppWindowOptions): Promise<BrowserContext> {
  const firstTime = prepareProfile(options.profileFolder);
  return chromium.launchPersistentContext(options.profileFolder, {
    executablePath: options.browserPath,
    headless: options.headless,
    chromiumSandbox: !options.root,
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    ignoreDefaultArgs: ['--enable-automation', '--disable-popup-blocking'],
    args: [
      // An address that loads nothing: the app's own is opened once its files can be answered.
      '--app=data:text/html,',
      // Below the refusal of foreign requests: whatever the browser itself asks for goes to a port where nobody is.
      '--proxy-server=127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-domain-reliability',
      // Chromium says in a bar above the page that it runs without sandbox; as root there is no other way.
      ...(options.root ? ['--test-type'] : []),
      ...(firstTime || options.headless ? ['--window-size=1440,900'] : []),
      ...(options.debuggingPort ? ['--remote-debugging-port=0', '--disable-gpu'] : []),
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function respondFromDisk(route: Route, pathname: string, respond: AppWindowOptions['respond']): Promise<void> {
  const { status, headers, body } = await respond(pathname);
  // The page may have been closed or reloaded while the file was read.
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) }).catch(() => {});
}

/**
 * Keeps the browser from clearing the database when the disk runs low, and lets a command copy text; every other
 * permission is refused. The grant lives as long as its session, which is therefore never detached.
 */
async function grantPermissions(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Browser.grantPermissions', {
    origin: appOrigin,
    permissions: ['durableStorage', 'clipboardSanitizedWrite'],
  });
}
