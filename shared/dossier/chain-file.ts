import { canonicalJson } from '../domain/canonical.ts';
import { chainStart, type DossierEvent, hashText } from '../domain/event.ts';

/** A chain as a file: one event per line, in order. */
export function chainText(events: readonly DossierEvent[]): string {
  return events.map((event) => `${canonicalJson(event)}\n`).join('');
}

/** Last hash of a chain; of an empty one the start value. */
export function chainHead(events: readonly DossierEvent[]): string {
  return events.at(-1)?.hash ?? chainStart;
}

export interface CheckedChain {
  readonly events: number;
  readonly head: string;
  /** Number of the first line that is changed, missing or out of order; null when the chain stands. */
  readonly brokenLine: number | null;
}

/**
 * Reads a chain file back and checks every line, link and hash. `sha256` is {@link hashText}, or a faster one where there
 * is one. What {@link firstBrokenEvent} does for events this does on their text: an event is hashed as it is written,
 * without its own hash, so nothing needs writing out again (50,000 events in a second).
 */
export function checkChain(text: string, sha256: (text: string) => string = hashText): CheckedChain {
  const lines = text.split('\n');
  const unended = lines.pop() !== '';
  let head = chainStart;
  for (const [index, line] of lines.entries()) {
    const hash = hashIn(line, index + 1, head);
    if (hash === null || sha256(line.replace(`"hash":"${hash}",`, '')) !== hash) {
      return { events: index, head, brokenLine: index + 1 };
    }
    head = hash;
  }
  return { events: lines.length, head, brokenLine: unended ? lines.length + 1 : null };
}

/** The hash an event's line states, or null when it is no event, or not the one that follows `prev`. */
function hashIn(line: string, seq: number, prev: string): string | null {
  try {
    const event: unknown = JSON.parse(line);
    if (event === null || typeof event !== 'object' || !('hash' in event && 'prev' in event && 'seq' in event))
      return null;
    return event.seq === seq && event.prev === prev && typeof event.hash === 'string' ? event.hash : null;
  } catch {
    return null;
  }
}
