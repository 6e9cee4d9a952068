import { type Books, type Change, isLedgerTable, type LedgerTable, lineVersion, type RecordTables } from './books.ts';
import { changedFields } from './changed-fields.ts';
import { ChangeSet, type Moment } from './changes.ts';
import { ratesKey } from './command-charges.ts';
import type { Command } from './commands.ts';
import type { EventData, EventType } from './event.ts';
import type { Hold, Note, Task, Waiver } from './hold.ts';
import type { OpenItem } from './item.ts';
import type { Policy } from './policy.ts';

/** Whether a command can be taken back: everything that left no house (criterion I4). */
export function isReversible(command: Command): boolean {
  return command.type !== 'note-export' && command.type !== 'withdraw-letter';
}

/**
 * The lines as they are before `changes`, to lay back later; ask before the changes are applied. Events are facts and are
 * never taken back.
 */
export function inverseOf(books: Books, changes: readonly Change[]): Change[] {
  const before = new Map<string, Change>();
  for (const change of changes) {
    const id = `${change.table} ${change.key} ${change.lineId}`;
    if (change.table === 'event' || before.has(id)) continue;
    before.set(id, { ...change, line: lineIn(books, change) ?? null, v: lineVersion });
  }
  return [...before.values()].reverse();
}

/**
 * Lays lines back and says so in the dossier: the event is there, so what undid it has to be there too. Lines that
 * already are as they would become are left alone.
 */
export function undoLines(books: Books, lines: readonly Change[], moment: Moment): Change[] {
  const set = new ChangeSet(books, moment.at);
  for (const line of lines) {
    const now = lineIn(books, line) ?? null;
    if (line.table === 'event' || (now === null && line.line === null)) continue;
    set.changes.push(line);
    const chain = isLedgerTable(line.table) ? Number(line.key) : 'administration';
    const said = counterEvent(books, line, now);
    if (said) set.event(chain, said.type, { ...said.data, undone: true });
  }
  return set.changes;
}

function lineIn(books: Books, { table, key, lineId }: Change): unknown {
  if (table === 'event') return null;
  if (isLedgerTable(table)) return books.ledgers.get(Number(key))?.[table as LedgerTable]?.[lineId];
  return books.records[table as keyof RecordTables].get(lineId);
}

function counterEvent(books: Books, line: Change, now: unknown): { type: EventType; data: EventData } | null {
  switch (line.table) {
    case 'hold': {
      const hold = (now ?? line.line) as Hold;
      const item = hold.itemId === null ? null : books.ledgers.get(Number(line.key))?.item?.[hold.itemId];
      const { id: holdId, reason, itemId, amount } = hold;
      const data = { holdId, reason, itemId, number: item?.number ?? null, amount, currency: item?.currency ?? null };
      return { type: line.line === null ? 'hold-ended' : 'hold-set', data };
    }
    case 'waiver': {
      const { id: waiverId, what, itemId } = (now ?? line.line) as Waiver;
      const item = itemId === null ? null : books.ledgers.get(Number(line.key))?.item?.[itemId];
      const data = { waiverId, what, itemId, number: item?.number ?? null };
      return { type: line.line === null ? 'waiver-ended' : 'charges-waived', data };
    }
    case 'item': {
      const item = (line.line ?? now) as OpenItem;
      const data = { itemId: item.id, number: item.number };
      if (now && (now as OpenItem).dueDerived !== item.dueDerived) {
        return { type: 'due-date-confirmed', data: { ...data, dueDate: item.dueDate } };
      }
      return { type: item.state === 'presumed-paid' ? 'item-presumed-paid' : 'item-reopened', data };
    }
    case 'note': {
      const note = (now ?? line.line) as Note;
      return { type: 'note', data: { noteId: note.id, text: note.text } };
    }
    case 'task': {
      const task = (now ?? line.line) as Task;
      return { type: 'task', data: { taskId: task.id, kind: task.kind } };
    }
    case 'debtor': {
      const changed = now && line.line ? changedFields(now, line.line) : { code: null };
      return changed && { type: 'debtor-changed', data: changed };
    }
    case 'administration': {
      const changed = now && line.line ? changedFields(now, line.line) : { name: null };
      return changed && { type: 'administration-changed', data: changed };
    }
    case 'policy': {
      const { id: policyId, name, version } = (now ?? line.line) as Policy;
      return { type: 'policy-changed', data: { policyId, name, version } };
    }
    case 'setting':
      return line.lineId === ratesKey ? { type: 'rates-changed', data: {} } : null;
    default:
      return null;
  }
}
