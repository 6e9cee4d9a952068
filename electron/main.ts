import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron';
import { createTranslator } from '#shared/i18n/translate.ts';
import { createApp } from './app/app.ts';
import { headlessCommands, runHeadless } from './commands/headless.ts';
import { appFiles, newStyleNonce } from './host/app-files.ts';
import { hostClock, watchDay } from './host/clock.ts';
import { dataFolder, unusableFolder } from './host/data-folder.ts';
import { startProgram } from './host/desktop-programs.ts';
import { appOrigin, refuseForeignRequests, registerAppScheme, serveApp } from './host/electron/app-protocol.ts';
import { eventSender, handleCalls } from './host/electron/channel.ts';
import { electronHost } from './host/electron/electron-host.ts';
import { guardContents, guardPermissions } from './host/electron/guards.ts';
import { windowOptions } from './host/electron/window-options.ts';
import { oneTimeAddresses } from './host/one-time.ts';
import { logRefusedRequests } from './host/refused-requests.ts';
import { claimInstance } from './host/single-instance.ts';
import { builtLetters } from './letters/built-letters.ts';

const dist = join(import.meta.dirname, '..');
const folder = dataFolder();
/** A page that crashes is loaded again, as everything is on disk; one that keeps crashing is not. */
const crashesAllowed = 3;
let window: BrowserWindow | null = null;
const contents = () => window?.webContents ?? null;

function comeToFront(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** Opens the window on the services; ends with the window. */
async function runDesktop(): Promise<void> {
  const unusable = unusableFolder(folder);
  if (unusable) {
    dialog.showErrorBox('Voldaan', createTranslator('nl').t('host.noDataFolder', { folder, code: unusable }));
    return app.exit(3);
  }
  app.setPath('userData', join(folder, 'electron-profile'));
  registerAppScheme(protocol);
  guardContents(app);
  const emit = eventSender(contents);
  // The folder's own claim, not Electron's: the browser window has to be kept out as well.
  const instance = await claimInstance(folder, () => {
    comeToFront();
    emit('focus', {});
  });
  if (!instance) return app.quit();
  await app.whenReady();

  const clock = hostClock(process.env.VOLDAAN_TODAY);
  const styleNonce = newStyleNonce();
  const oneTime = oneTimeAddresses();
  const pagesFolder = join(dist, 'pages');
  const version = app.getVersion();
  const host = electronHost({
    dataFolder: folder,
    version,
    clock,
    styleNonce,
    oneTime,
    pagesFolder,
    shell,
    dialog,
    window: () => window,
    start: startProgram,
    emit,
  });
  const services = createApp({ host, letters: builtLetters(dist), assetsFolder: join(dist, 'assets') });
  services.prepare();
  serveApp(protocol, appFiles(join(dist, 'renderer'), styleNonce, oneTime));
  const refusedRequests = refuseForeignRequests(session.defaultSession);
  guardPermissions(session.defaultSession);
  handleCalls(ipcMain, contents, services.dispatch);
  const stopWatching = watchDay(clock, (today) => emit('today', { today }));

  const icon = join(dist, 'assets', 'icons', 'png', '256x256.png');
  window = new BrowserWindow(windowOptions(join(import.meta.dirname, 'preload.cjs'), icon));
  window.once('ready-to-show', () => window?.show());
  window.once('closed', () => {
    window = null;
  });
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || crashes >= crashesAllowed) return;
    crashes += 1;
    window?.webContents.reload();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    closed = true;
    event.preventDefault();
    stopWatching();
    void logRefusedRequests(services.dispatch, refusedRequests())
      .then(() => services.close())
      .finally(() => {
        instance.release();
        app.quit();
      });
  });
  await window.loadURL(`${appOrigin}/`);
}

/** What follows the program's own name; unpacked, Electron is started with the project folder first. */
const args = process.argv.slice(app.isPackaged ? 1 : 2);

/** `voldaan parse …`: the headless commands, without a window and without the data folder. */
async function runCommand(): Promise<void> {
  app.dock?.hide();
  const code = await runHeadless(args, dist);
  // stdout may be a pipe that still holds the document.
  process.stdout.write('', () => app.exit(code));
}

const isCommand = headlessCommands.includes(args[0] ?? '');
(isCommand ? runCommand() : runDesktop()).catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
