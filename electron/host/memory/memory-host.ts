import type { HostEvent } from '#shared/contract/ipc.ts';
import type { FolderAnswer, FolderQuestion, Host } from '../host.ts';

export interface MemoryHost extends Host {
  /** What was asked of the machine, in order: `open`, `reveal`, `print` or `external` with the path or target. */
  readonly asked: { readonly what: 'open' | 'reveal' | 'print' | 'external'; readonly target: string }[];
  readonly served: Map<string, { readonly bytes: Uint8Array; readonly mime: string }>;
  readonly emitted: { readonly event: HostEvent; readonly data: unknown }[];
  /** What comes of asking for a folder: nothing, unless a test says so. */
  folderAnswer: FolderAnswer;
  readonly questions: FolderQuestion[];
  /** Moves the clock; the time of day stays 10:00:00. */
  setToday(today: string): void;
}

/** A host without a machine behind it, for tests and the command line: a given folder, a fixed day, everything asked recorded. */
export function memoryHost(dataFolder: string, day = '2026-11-20'): MemoryHost {
  let today = day;
  const asked: MemoryHost['asked'] = [];
  const served: MemoryHost['served'] = new Map();
  const emitted: MemoryHost['emitted'] = [];
  const questions: FolderQuestion[] = [];
  return {
    kind: 'memory',
    platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
    version: '0.0.0',
    styleNonce: 'memory',
    dataFolder,
    today: () => today,
    now: () => `${today}T10:00:00`,
    setToday(next) {
      today = next;
    },
    openPath: async (target) => void asked.push({ what: 'open', target }),
    revealPath: async (target) => void asked.push({ what: 'reveal', target }),
    printPath: async (target) => void asked.push({ what: 'print', target }),
    folderAnswer: { outcome: 'cancelled' },
    questions,
    async chooseFolder(question) {
      questions.push(question);
      return this.folderAnswer;
    },
    openExternal: async (target) => void asked.push({ what: 'external', target }),
    serveOnce(bytes, mime) {
      const address = `/eenmalig/${served.size + 1}`;
      served.set(address, { bytes, mime });
      return address;
    },
    emit: (event, given) => void emitted.push({ event, data: given }),
    asked,
    served,
    emitted,
  };
}
