import { randomBytes } from 'node:crypto';

export interface ServedBytes {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** Bytes laid at an address of the app's own origin that answers once. */
export interface OneTimeAddresses {
  /** Path below the origin, `/eenmalig/<token>`. */
  lay(bytes: Uint8Array, mime: string): string;
  /** Null when the address is unknown or has been read. */
  take(path: string): ServedBytes | null;
}

const prefix = '/eenmalig/';
/** A screen that asked and left never reads its bytes: beyond this many unread addresses the oldest is dropped. */
const unreadLimit = 64;

export function oneTimeAddresses(): OneTimeAddresses {
  const unread = new Map<string, ServedBytes>();
  return {
    lay(bytes, mime) {
      const path = `${prefix}${randomBytes(16).toString('hex')}`;
      unread.set(path, { bytes, mime });
      const [oldest] = unread.keys();
      if (unread.size > unreadLimit && oldest !== undefined) unread.delete(oldest);
      return path;
    },
    take(path) {
      const served = unread.get(path) ?? null;
      unread.delete(path);
      return served;
    },
  };
}
