import type { BooksApi, BooksEvents } from './api.ts';

type Which = 'administration' | 'office' | 'background';
type BooksListener = Partial<BooksEvents>;

const listeners: Record<Which, Set<BooksListener>> = {
  administration: new Set(),
  office: new Set(),
  background: new Set(),
};
const connected: Partial<Record<Which, BooksApi>> = {};

function connection(which: Which): BooksApi {
  const api = connected[which];
  if (!api) throw new Error('the books worker is not connected: startSession comes first');
  return api;
}

function proxy(which: Which): BooksApi {
  return new Proxy({} as BooksApi, {
    get: (_target, method) => {
      const api = connection(which);
      return (...args: unknown[]) => (Reflect.get(api, method) as (...args: unknown[]) => unknown).apply(api, args);
    },
  });
}

/** The open administration. Every method rejects with a `FailureError`. */
export const books: BooksApi = proxy('administration');
/** The office's own book `kantoor`: settings and the names of administrations. */
export const office: BooksApi = proxy('office');

/** Books that are worked in while another administration is open, one at a time and without a screen. */
export const background: BooksApi = proxy('background');

/** Lays the connection to the books; called by the session at start, and by tests with a service of their own. */
export function connectBooks(which: Which, api: BooksApi): void {
  connected[which] = api;
}

export function isConnected(): boolean {
  return connected.administration !== undefined;
}

/** Hears what the open administration's books say unasked; returns how to stop. */
export function onBooks(listener: BooksListener): () => void {
  listeners.administration.add(listener);
  return () => listeners.administration.delete(listener);
}

/** Passes what a worker says on to whoever listens. */
export function eventsOf(which: Which): BooksEvents {
  const tell = (say: (listener: BooksListener) => void) => {
    for (const listener of listeners[which]) say(listener);
  };
  return {
    onProgress: (job, done, total) => tell((l) => l.onProgress?.(job, done, total)),
    onOpening: () => tell((l) => l.onOpening?.()),
    onSummaries: (changed, all) => tell((l) => l.onSummaries?.(changed, all)),
    onQueues: (queues) => tell((l) => l.onQueues?.(queues)),
    onSaving: (saving) => tell((l) => l.onSaving?.(saving)),
    onCommitted: (seq, touched) => tell((l) => l.onCommitted?.(seq, touched)),
  };
}
