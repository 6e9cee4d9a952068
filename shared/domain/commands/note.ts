import { epochDay } from '../../dates/civil.ts';
import type { Books, Change } from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { hashText } from '../event.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

/** Minutes in which a note may still be rewritten (criterion I3). */
const noteFixedAfterMinutes = 10;

/**
 * Adds a note. One that corrects another rewrites it within ten minutes, and is a linked note of its own after that: what
 * was written stays readable, and every version is in the dossier.
 */
export function addNote(books: Books, command: Extract<Command, { type: 'add-note' }>, moment: Moment): Change[] {
  const { debtorId, corrects } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const text = command.text.trim();
  if (text === '') refuse('bad-input', 'a note needs a text', { field: 'text' });
  const earlier =
    corrects === null ? null : (ledger.note?.[corrects] ?? refuse('not-found', 'no such note', { noteId: corrects }));
  const set = new ChangeSet(books, moment.at);
  if (earlier && isStillOpen(earlier.at, moment.at)) {
    if (earlier.text === text) return [];
    set.put(debtorId, 'note', earlier.id, { ...earlier, text });
    set.event(debtorId, 'note', { noteId: earlier.id, text, corrects: earlier.id, rewritten: true });
    return set.changes;
  }
  const count = Object.keys(ledger.note ?? {}).length;
  const id = `n-${hashText(canonicalJson([debtorId, text, moment.at, count])).slice(0, 16)}`;
  set.put(debtorId, 'note', id, { id, at: moment.at, text, corrects });
  set.event(debtorId, 'note', { noteId: id, text, corrects, rewritten: false });
  return set.changes;
}

/** Whether a note written at `written` may still be rewritten at `now`; both local, `YYYY-MM-DD[THH:MM:SS]`. */
function isStillOpen(written: string, now: string): boolean {
  return minutesOf(now) - minutesOf(written) < noteFixedAfterMinutes;
}

function minutesOf(at: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = at.slice(11).split(':').map(Number);
  return epochDay(at.slice(0, 10)) * 1440 + hours * 60 + minutes + seconds / 60;
}
