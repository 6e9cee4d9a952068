import { isIsoDate } from '../../dates/civil.ts';
import { allocatedPerItem, openBalance } from '../balance.ts';
import type { Books, Change } from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { hashText } from '../event.ts';
import type { Hold } from '../hold.ts';
import { endedHold, holdFacts } from '../hold-rules.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * Sets an aanmaanblokkade from today through the end of `until` (null = until it is ended). Refused: an unknown debtor or
 * item, a last day before today, a part without an item or of more than is open.
 */
export function setHold(books: Books, command: Given<'set-hold'>, moment: Moment): Change[] {
  const { debtorId, itemId, reason, until, amount = null } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const item = itemId === null ? null : (ledger.item?.[itemId] ?? refuse('not-found', 'no such item', { itemId }));
  if (until !== null && (!isIsoDate(until) || until < moment.today)) {
    refuse('bad-input', 'a hold cannot end before today', { field: 'until', until });
  }
  if (amount !== null) {
    const open = item ? openBalance(item, allocatedPerItem(ledger)) : 0;
    const isPart = Number.isSafeInteger(amount) && amount > 0 && amount <= open;
    if (!isPart)
      refuse('bad-input', 'a part is more than nothing and no more than is open', { field: 'amount', amount });
  }
  const count = Object.keys(ledger.hold ?? {}).length;
  const id = `h-${hashText(canonicalJson([debtorId, itemId, amount, reason, until, moment.at, count])).slice(0, 16)}`;
  const note = command.note.trim();
  const set = new ChangeSet(books, moment.at);
  const hold: Hold = { id, itemId, amount, reason, from: moment.today, until, note };
  set.put(debtorId, 'hold', id, hold);
  set.event(debtorId, 'hold-set', { ...holdFacts(hold, item ?? undefined), from: moment.today, until, note });
  return set.changes;
}

/** Ends a hold: yesterday becomes its last day, so dunning goes on today. A hold that no longer stands is left alone. */
export function endHold(books: Books, command: Given<'end-hold'>, moment: Moment): Change[] {
  const { debtorId, holdId } = command;
  const hold = books.ledgers.get(debtorId)?.hold?.[holdId] ?? refuse('not-found', 'no such hold', { debtorId, holdId });
  const ended = endedHold(hold, moment.today);
  if (!ended) return [];
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'hold', holdId, ended);
  const item = hold.itemId === null ? undefined : books.ledgers.get(debtorId)?.item?.[hold.itemId];
  set.event(debtorId, 'hold-ended', { ...holdFacts(hold, item), note: command.note.trim() });
  return set.changes;
}
