import { canonicalJson } from '../domain/canonical.ts';
import { chainStart, type DossierEvent, firstBrokenEvent } from '../domain/event.ts';

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

/** Reads a chain file back and checks every line, link and hash; `sha256` as in {@link firstBrokenEvent}. */
export function checkChain(text: string, sha256?: (text: string) => string): CheckedChain {
  const lines = text.split('\n');
  const rest = lines.pop();
  const events: DossierEvent[] = [];
  for (const line of lines) {
    const event = eventOf(line);
    if (!event) break;
    events.push(event);
  }
  const broken = firstBrokenEvent(events, sha256);
  const whole = events.length === lines.length && rest === '';
  const brokenLine = broken ? events.indexOf(broken) + 1 : whole ? null : events.length + 1;
  return { events: events.length, head: chainHead(events), brokenLine };
}

/** Null for a line that is not exactly how an event is written. */
function eventOf(line: string): DossierEvent | null {
  try {
    const event: unknown = JSON.parse(line);
    const isEvent = event !== null && typeof event === 'object' && 'hash' in event && 'prev' in event;
    return isEvent && canonicalJson(event) === line ? (event as DossierEvent) : null;
  } catch {
    return null;
  }
}
