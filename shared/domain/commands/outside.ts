import { isIsoDate } from '../../dates/civil.ts';
import type { Books, Change } from '../books.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

/** Highest level that can be given by hand; no policy has more letters. */
const highestOutsideLevel = 20;

/**
 * Level reached before Voldaan, by hand (criterion A10): it feeds the ladder as a list's does; level 0 takes it away. It
 * never counts as a veertiendagenbrief, which only its PDF can prove. Refused: an unknown item, no such day or one still to
 * come, a level that is none.
 */
export function setOutsideLevel(
  books: Books,
  command: Extract<Command, { type: 'set-outside-level' }>,
  moment: Moment,
): Change[] {
  const { debtorId, level, on } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  if (!Number.isInteger(level) || level < 0 || level > highestOutsideLevel) {
    refuse('bad-input', 'no such level', { field: 'level', reason: 'level' });
  }
  if (!isIsoDate(on)) refuse('bad-input', 'no such day', { field: 'on', reason: 'date' });
  if (on > moment.today) refuse('bad-input', 'a day still to come', { field: 'on', reason: 'future' });
  const set = new ChangeSet(books, moment.at);
  for (const itemId of new Set(command.itemIds)) {
    const item = ledger.item?.[itemId] ?? refuse('not-found', 'no such item', { itemId });
    const outside = level === 0 ? null : { level, on };
    if (item.outside?.level === outside?.level && item.outside?.on === outside?.on) continue;
    set.put(debtorId, 'item', itemId, { ...item, outside });
    set.event(debtorId, 'outside-level', { itemId, number: item.number, level, on, by: 'hand' });
  }
  return set.changes;
}
