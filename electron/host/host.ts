import type { Result } from '#shared/contract/errors.ts';
import type { HostEvent, HostEventData } from '#shared/contract/ipc.ts';

export interface FolderQuestion {
  readonly title: string;
  readonly start: string;
}

/** What came of asking for a folder. */
export type FolderAnswer =
  /** Absolute; stays in main. */
  | { readonly outcome: 'chosen'; readonly path: string }
  /** `no-chooser`: the machine has nothing to ask with. `chooser-failed`: what it has ended without an answer. */
  | { readonly outcome: 'cancelled' | 'no-chooser' | 'chooser-failed' };

/** What services need of the machine; Electron, the browser window and tests each implement it. */
export interface Host {
  readonly kind: 'electron' | 'browser' | 'memory';
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly version: string;
  /** Nonce of the style CSP of this run; `app.start` hands it to the renderer. */
  readonly styleNonce: string;
  /** Absolute path of Voldaan's data folder. Stays in main: nothing of it crosses the bridge but its display name. */
  readonly dataFolder: string;
  /** The only clock: civil date in Europe/Amsterdam; `VOLDAAN_TODAY` in tests. */
  today(): string;
  /** Local date and time `YYYY-MM-DDTHH:MM:SS`. */
  now(): string;
  /** Opens a file with the machine's own program. `path` has passed insideRoot. */
  openPath(path: string): Promise<void>;
  revealPath(path: string): Promise<void>;
  printPath(path: string): Promise<void>;
  /**
   * Asks the user for a folder, with the machine's own window for it, opened at `start` (absolute). Cancelled when nothing was
   * chosen, or `signal` came first.
   */
  chooseFolder(question: FolderQuestion, signal: AbortSignal): Promise<FolderAnswer>;
  /** Opens one of the fixed external addresses. */
  openExternal(target: 'guide' | 'licences' | 'issues'): Promise<void>;
  /** Lays bytes at a one-time address of the app's own origin, read once and then forgotten. */
  serveOnce(bytes: Uint8Array, mime: string): string;
  emit<E extends HostEvent>(event: E, data: HostEventData<E>): void;
}

/**
 * Checks and runs one call of the renderer; expected failures are values, so it never rejects. `trusted` is the host's
 * judgement of the sender: the main frame of its own window, on the app's origin.
 */
export type Dispatch = (channel: string, input: unknown, trusted?: boolean) => Promise<Result<unknown>>;
