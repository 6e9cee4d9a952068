import type { Shell } from 'electron';
import { FailureError } from '#shared/contract/errors.ts';
import type { Clock } from '../clock.ts';
import { type ProgramCall, printCall } from '../desktop-programs.ts';
import type { Host } from '../host.ts';
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
    openExternal: (target) => openPath(localPage(options.pagesFolder, options.dataFolder, target)),
    serveOnce: (bytes, mime) => options.oneTime.lay(bytes, mime),
    emit: options.emit,
  };
}
