import type { Clock } from '../clock.ts';
import { type askProgram, openCall, type ProgramCall, printCall, revealCall } from '../desktop-programs.ts';
import { chooseFolderWith } from '../folder-chooser.ts';
import type { Host } from '../host.ts';
import { localPage } from '../local-pages.ts';
import type { OneTimeAddresses } from '../one-time.ts';
import { desktopPlatform } from '../platform.ts';

export interface BrowserHostOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly styleNonce: string;
  readonly oneTime: OneTimeAddresses;
  /** Folder with the local pages `guide.html`, `licences.html` and `issues.html`. */
  readonly pagesFolder: string;
  readonly start: (call: ProgramCall) => Promise<void>;
  /** Starts a desktop program and waits for what it answers. */
  readonly ask: typeof askProgram;
  readonly emit: Host['emit'];
}

/** The machine as seen from the browser window: plain Node and the desktop's own programs. */
export function browserHost(options: BrowserHostOptions): Host {
  const { clock, start } = options;
  const platform = desktopPlatform();
  return {
    kind: 'browser',
    platform,
    version: options.version,
    styleNonce: options.styleNonce,
    dataFolder: options.dataFolder,
    today: clock.today,
    now: clock.now,
    openPath: (path) => start(openCall(path, platform)),
    revealPath: (path) => start(revealCall(path, platform)),
    printPath: (path) => start(printCall(path, platform)),
    chooseFolder: (question, signal) => chooseFolderWith(question, { platform, ask: options.ask, signal }),
    openExternal: (target) => start(openCall(localPage(options.pagesFolder, options.dataFolder, target), platform)),
    serveOnce: (bytes, mime) => options.oneTime.lay(bytes, mime),
    emit: options.emit,
  };
}
