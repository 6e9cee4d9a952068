import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { DebtorId } from './debtor.ts';

/** A chain per debtor, and one per administration for imports, policy and rates. */
export type ChainId = DebtorId | 'administration';

export type EventType =
  | 'administration-changed'
  | 'import'
  | 'import-undone'
  | 'run-accepted-stale'
  | 'policy-changed'
  | 'rates-changed'
  | 'charges-waived'
  | 'waiver-ended'
  | 'due-date-confirmed'
  | 'debtor-created'
  | 'debtor-changed'
  | 'debtor-merged'
  | 'item-added'
  | 'item-corrected'
  | 'item-removed'
  | 'item-presumed-paid'
  | 'item-closed'
  | 'item-reopened'
  | 'payment'
  | 'payment-removed'
  | 'difference-let-go'
  | 'line-set-aside'
  | 'line-back'
  | 'letter-planned'
  | 'letter-issued'
  | 'letter-dropped'
  | 'letter-withdrawn'
  | 'dispatch'
  | 'outside-level'
  | 'hold-set'
  | 'hold-ended'
  | 'promise-kept'
  | 'promise-partly'
  | 'promise-broken'
  | 'promise-reopened'
  | 'plan-late'
  | 'plan-kept'
  | 'plan-broken'
  | 'plan-resumed'
  | 'note'
  | 'task'
  | 'dossier-exported'
  | 'restored';

export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One fact in the dossier. `hash` covers every other field, `prev` the event before: a changed byte breaks the chain. */
export interface DossierEvent {
  readonly chain: ChainId;
  /** 1, 2, 3 … within the chain. */
  readonly seq: number;
  /** Local date and time, or only a date where the run is given one. */
  readonly at: string;
  readonly type: EventType;
  readonly data: EventData;
  readonly prev: string;
  readonly hash: string;
}

/** `prev` of the first event of every chain. */
export const chainStart = '0'.repeat(64);

/** SHA-256, hex, of UTF-8 text. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256, hex, of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

export interface NewEvent {
  readonly at: string;
  readonly type: EventType;
  readonly data: EventData;
}

/** The event that follows `last` in its chain; a draft of it has no hash. */
export function nextEvent(
  chain: ChainId,
  last: DossierEvent | undefined,
  event: NewEvent,
  isDraft = false,
): DossierEvent {
  const open = { chain, seq: (last?.seq ?? 0) + 1, ...event, prev: last?.hash ?? chainStart };
  return { ...open, hash: isDraft ? '' : hashText(canonicalJson(open)) };
}

/** First event whose number, link or hash is wrong, or null when the whole chain stands. */
export function firstBrokenEvent(events: readonly DossierEvent[]): DossierEvent | null {
  let prev = chainStart;
  let seq = 0;
  for (const event of events) {
    const { hash, ...open } = event;
    seq++;
    if (event.seq !== seq || event.prev !== prev || hashText(canonicalJson(open)) !== hash) return event;
    prev = hash;
  }
  return null;
}
