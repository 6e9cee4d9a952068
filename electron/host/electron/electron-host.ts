import type { BaseWindow, Dialog, OpenDialogOptions, Shell } from 'electron';
import { FailureError } from '#shared/contract/errors.ts';
import type { Clock } from '../clock.ts';
import { type ProgramCall, printCall } from '../desktop-programs.ts';
import type { FolderAnswer, FolderQuestion, Host } from '../host.ts';
import { localPage } from '../local-pages.ts';
import type { OneTimeAddresses } from '../one-time.ts';
import { desktopPlatform } from '../platform.ts';

export interface ElectronHostOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly styleNonce: string;
  readonly oneTime: OneTimeAddresses;
  readonly pagesFolder: string;
  readonly shell: Pick<Shell, 'openPath' | 'showItemInFolder'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  /** The window that questions belong to; null while there is none. */
  readonly window: () => BaseWindow | null;
  /** Starts the desktop's print program: Electron prints pages, not PDF files. */
  readonly start: (call: ProgramCall) => Promise<void>;
  readonly emit: Host['emit'];
}

/** The machine as seen from Electron. */
export function electronHost(options: ElectronHostOptions): Host {
  const { clock, shell } = options;
  const platform = desktopPlatform();
  const openPath = async (path: string) => {
    const reason = await shell.openPath(path);
    if (reason) throw new FailureError({ code: 'not-supported', message: reason, params: {} });
  };
  return {
    kind: 'electron',
    platform,
    version: options.version,
    styleNonce: options.styleNonce,
    dataFolder: options.dataFolder,
    today: clock.today,
    now: clock.now,
    openPath,
    revealPath: async (path) => shell.showItemInFolder(path),
    printPath: (path) => options.start(printCall(path, platform)),
    chooseFolder: (question, signal) => chosenFolder(options, question, signal),
    openExternal: (target) => openPath(localPage(options.pagesFolder, options.dataFolder, target)),
    serveOnce: (bytes, mime) => options.oneTime.lay(bytes, mime),
    emit: options.emit,
  };
}

/** Electron closes the question with its window; until then `signal` stops waiting for it. */
async function chosenFolder(
  { dialog, window }: Pick<ElectronHostOptions, 'dialog' | 'window'>,
  { title, start }: FolderQuestion,
  signal: AbortSignal,
): Promise<FolderAnswer> {
  const asked: OpenDialogOptions = { title, defaultPath: start, properties: ['openDirectory', 'createDirectory'] };
  const parent = window();
  const answer = parent ? dialog.showOpenDialog(parent, asked) : dialog.showOpenDialog(asked);
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  try {
    const given = await Promise.race([answer, stopped]);
    const path = given?.canceled === false ? given.filePaths[0] : undefined;
    return path === undefined ? { outcome: 'cancelled' } : { outcome: 'chosen', path };
  } catch {
    return { outcome: 'chooser-failed' };
  }
}
