import { mkdirSync } from 'node:fs';
import { FailureError, fail, type Result } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import { freeBytes } from '../files/disk.ts';
import { ImportFolders } from '../files/import-folder.ts';
import { Uploads } from '../files/uploads.ts';
import type { Dispatch, Host } from '../host/host.ts';
import type { LetterFonts } from '../letters/fonts.ts';
import { runCall } from './dispatch.ts';
import { appHandlers } from './handlers/app.ts';
import { backupHandlers } from './handlers/backup.ts';
import { dossierHandlers } from './handlers/dossier.ts';
import { fileHandlers } from './handlers/files.ts';
import { importFolderHandlers } from './handlers/import-folder.ts';
import { journalHandlers } from './handlers/journal.ts';
import { letterHandlers } from './handlers/letters.ts';
import type { Handlers, Services } from './handlers/types.ts';
import type { LetterService } from './letter-service.ts';
import { Log } from './log.ts';
import { OpenBooks } from './open-books.ts';

export interface AppOptions {
  readonly host: Host;
  readonly letters: LetterService;
  /** Folder with the fonts, templates and icons that ship with Voldaan. */
  readonly assetsFolder: string;
  /** Free space below which nothing is written; `limits.safeModeFreeBytes` unless a test sets it. */
  readonly minimumFree?: number;
  readonly dailyBackupDelay?: number;
}

export interface App {
  readonly dispatch: Dispatch;
  /** Begins what the window asks first, while the window itself is being started. */
  prepare(): void;
  /** Calls still running answer `host-gone`; journals and letter workers are closed. */
  close(): Promise<void>;
}

const diskCheckEvery = 15_000;

/** The services of the main process behind one dispatch. The host is the only thing that differs between windows. */
export function createApp(options: AppOptions): App {
  const { host, letters, minimumFree = limits.safeModeFreeBytes, dailyBackupDelay = 30_000 } = options;
  mkdirSync(host.dataFolder, { recursive: true });
  const log = new Log(host.dataFolder, () => host.now());
  const books = new OpenBooks(host.dataFolder, () => host.now(), log, { minimumFree, dailyBackupDelay });
  let loaded: Promise<LetterFonts> | null = null;
  const fonts = () => {
    // Loaded with the first dossier: the font engine has no place in the time Voldaan takes to start.
    loaded ??= import('../letters/fonts.ts').then(({ loadFonts }) => loadFonts(options.assetsFolder));
    return loaded;
  };
  const requireSpace = async () => {
    if ((await freeBytes(host.dataFolder)) >= minimumFree) return;
    throw new FailureError({ code: 'safe-mode', message: 'too little free space to write', params: {} });
  };
  const closing = new AbortController();
  const services: Services = {
    host,
    books,
    uploads: new Uploads(),
    importFolders: new ImportFolders(host.dataFolder, () => performance.now()),
    letters,
    log,
    fonts,
    closing: closing.signal,
    minimumFree,
    requireSpace,
  };
  const handlers: Handlers = {
    ...appHandlers(services),
    ...journalHandlers(services),
    ...letterHandlers(services),
    ...fileHandlers(services),
    ...importFolderHandlers(services),
    ...dossierHandlers(services),
    ...backupHandlers(services),
  };
  const disk = watchDisk(host, minimumFree);
  const hostGone = fail('host-gone', 'the application is closing');
  let closed = false;
  /** Calls under way, and how each is answered. Never a race with one lasting promise: that would keep every answer ever given. */
  const running = new Map<Promise<unknown>, (result: Result<unknown>) => void>();

  return {
    async dispatch(channel, input, trusted = true) {
      if (closed) return hostGone;
      const call = runCall(handlers, log, { channel, input, trusted });
      return new Promise((resolve) => {
        running.set(call, resolve);
        void call.then((result) => {
          running.delete(call);
          resolve(result);
          if (!result.ok && (result.error.code === 'disk-full' || result.error.code === 'safe-mode')) void disk.check();
        });
      });
    },
    prepare() {
      void books.openLikely().catch(() => undefined);
    },
    async close() {
      if (closed) return;
      closed = true;
      closing.abort();
      for (const answer of running.values()) answer(hostGone);
      disk.stop();
      // What is being written is let through: it is on disk or it is not, never half.
      await Promise.all(running.keys());
      await services.uploads.close();
      await books.close();
      await letters.close();
    },
  };
}

/** Tells the screens when free space falls below the limit or rises above it again. */
function watchDisk(host: Host, minimumFree: number): { check(): Promise<void>; stop(): void } {
  let safeMode: boolean | null = null;
  const measured = () => freeBytes(host.dataFolder).catch(() => null);
  const check = async () => {
    const free = await measured();
    if (free === null) return;
    const now = free < minimumFree;
    if (now !== (safeMode ?? false)) host.emit('disk', { freeBytes: free, safeMode: now });
    safeMode = now;
  };
  // What the page hears at its start; without it, space that comes back before the first check would go unsaid.
  void measured().then((free) => {
    if (free !== null) safeMode ??= free < minimumFree;
  });
  const timer = setInterval(() => void check(), diskCheckEvery);
  timer.unref();
  return { check, stop: () => clearInterval(timer) };
}
