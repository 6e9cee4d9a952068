import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '#shared/i18n/translate.ts';
import { createApp } from './app/app.ts';
import { appFiles, newStyleNonce } from './host/app-files.ts';
import { type AppWindow, openAppWindow } from './host/browser/app-window.ts';
import { browserHost } from './host/browser/browser-host.ts';
import { installedBrowser } from './host/browser/installed-browser.ts';
import { hostClock, watchDay } from './host/clock.ts';
import { dataFolder, unusableFolder } from './host/data-folder.ts';
import { askProgram, startProgram } from './host/desktop-programs.ts';
import type { Host } from './host/host.ts';
import { oneTimeAddresses } from './host/one-time.ts';
import { logRefusedRequests } from './host/refused-requests.ts';
import { claimInstance } from './host/single-instance.ts';
import { builtLetters } from './letters/built-letters.ts';

const env = process.env;
const inTest = env.VOLDAAN_TEST === '1';
const dist = join(import.meta.dirname, '..');
const { t } = createTranslator('nl');
/** A page that crashes is opened again, as everything is on disk; one that keeps crashing is not. */
const crashesAllowed = 3;

/** Voldaan in an installed browser, for machines without the Electron binary. Resolves to the exit code when it ends. */
async function runWindow(): Promise<number> {
  const browserPath = installedBrowser();
  if (process.argv.includes('--find-browser')) {
    if (browserPath) console.log(browserPath);
    return browserPath ? 0 : 1;
  }
  const headless = inTest && env.VOLDAAN_HEADLESS === '1';
  const missing = missingForWindow(browserPath, headless);
  if (missing || !browserPath) {
    console.error(t(missing ?? 'host.noBrowser', { browser: env.CHROME }));
    return 3;
  }
  const folder = dataFolder();
  const unusable = unusableFolder(folder);
  if (unusable) {
    console.error(t('host.noDataFolder', { folder, code: unusable }));
    return 3;
  }
  let window: AppWindow | null = null;
  const instance = await claimInstance(folder, () => {
    window?.emit('focus', {});
    void window?.focus();
  });
  if (!instance) {
    console.error(t('host.alreadyOpen'));
    return 0;
  }
  const emit: Host['emit'] = (event, eventData) => window?.emit(event, eventData);
  const clock = hostClock(env.VOLDAAN_TODAY);
  const styleNonce = newStyleNonce();
  const oneTime = oneTimeAddresses();
  const host = browserHost({
    dataFolder: folder,
    version: packageVersion(),
    clock,
    styleNonce,
    oneTime,
    pagesFolder: join(dist, 'pages'),
    start: startProgram,
    ask: askProgram,
    emit,
  });
  const app = createApp({ host, letters: builtLetters(dist), assetsFolder: join(dist, 'assets') });
  app.prepare();
  const stopWatching = watchDay(clock, (today) => emit('today', { today }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void window?.close());
  let code = 0;
  for (let crashes = 0; crashes <= crashesAllowed; crashes += 1) {
    const opened = await openAppWindow({
      browserPath,
      profileFolder: join(folder, 'browser-profile'),
      respond: appFiles(join(dist, 'renderer'), styleNonce, oneTime),
      dispatch: app.dispatch,
      headless,
      debuggingPort: inTest,
      root: process.getuid?.() === 0,
    }).catch((error: unknown) => {
      console.error(t('host.browserFailed', { browser: browserPath }));
      console.error(error instanceof Error ? error.message.split('\n')[0] : error);
      return null;
    });
    code = opened ? 0 : 3;
    if (!opened) break;
    window = opened;
    if (inTest) reportEndpoint(join(folder, 'browser-profile'));
    const end = await window.closed;
    await logRefusedRequests(app.dispatch, window.refusedRequests());
    if (end === 'closed') break;
    await app.dispatch('log.write', { level: 'error', event: 'window.crashed', params: { crashes } }, true);
  }
  stopWatching();
  await app.close();
  instance.release();
  return code;
}

/** What stands in the way of a window, as a key of the catalogue; null when nothing does. */
function missingForWindow(
  browserPath: string | null,
  headless: boolean,
): 'host.noBrowser' | 'host.noSuchBrowser' | 'host.noScreen' | null {
  if (!browserPath) return env.CHROME ? 'host.noSuchBrowser' : 'host.noBrowser';
  const hasScreen = process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return headless || hasScreen ? null : 'host.noScreen';
}

function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  return '0.0.0';
}

/** Tells the test that started this window where to attach. */
function reportEndpoint(profileFolder: string): void {
  const [port, path] = readFileSync(join(profileFolder, 'DevToolsActivePort'), 'utf8').split('\n');
  console.log(JSON.stringify({ endpoint: `ws://127.0.0.1:${port}${path}` }));
}

runWindow().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
