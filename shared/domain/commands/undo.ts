import type { BankLine } from '../bank/line.ts';
import {
  type Books,
  type Change,
  debtorIn,
  isLedgerTable,
  type LedgerTable,
  lineVersion,
  type RecordTables,
} from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import { changedFields } from '../changed-fields.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { EventData, EventType } from '../event.ts';
import type { Hold, Note, PaymentPlan, PaymentPromise, Task, Waiver } from '../hold.ts';
import type { Allocation, OpenItem, Payment } from '../item.ts';
import type { Policy } from '../policy.ts';
import { ratesKey } from './charges.ts';
import type { Command } from './commands.ts';

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
  const parted = partedDebtors(books, lines);
  for (const line of lines) {
    const now = lineIn(books, line) ?? null;
    if (line.table === 'event' || (now === null && line.line === null)) continue;
    set.changes.push(line);
    const chain = isLedgerTable(line.table) ? Number(line.key) : 'administration';
    const said = chain !== 'administration' && parted.has(chain) ? null : counterEvent(books, line, now);
    if (said) set.event(chain, said.type, { ...said.data, undone: true });
  }
  for (const [chain, other] of parted) {
    set.event(chain, 'debtor-merged', { code: other.code, name: other.name, undone: true });
  }
  return set.changes;
}

/** Two debtors that were merged and are two again, each with the other: one event says so, not one per line. */
function partedDebtors(books: Books, lines: readonly Change[]): ReadonlyMap<DebtorId, Debtor> {
  const parted = new Map<DebtorId, Debtor>();
  const debtors = lines.filter(({ table, line }) => table === 'debtor' && line !== null);
  for (const { key, line } of debtors) {
    const own = Number(key);
    if (debtorIn(books.ledgers.get(own))) continue;
    const into = debtors.find((other) => {
      const now = debtorIn(books.ledgers.get(Number(other.key)));
      return now?.aliases?.some(({ id }) => id === own);
    });
    if (!into) continue;
    parted.set(own, into.line as Debtor);
    parted.set(Number(into.key), line as Debtor);
  }
  return parted;
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
      return counterEventOfItem(now as OpenItem | null, line.line as OpenItem | null);
    }
    case 'payment': {
      const { id: paymentId, amount, currency, date } = (now ?? line.line) as Payment;
      return { type: line.line === null ? 'payment' : 'payment-removed', data: { paymentId, amount, currency, date } };
    }
    case 'allocation': {
      const { itemId, amount, date, kind } = (now ?? line.line) as Allocation;
      const item = books.ledgers.get(Number(line.key))?.item?.[itemId];
      if (kind !== 'difference' || line.line !== null || !item) return null;
      return { type: 'difference-let-go', data: { items: [item.number], amount, currency: item.currency, date } };
    }
    case 'bankLine': {
      // What a line was matched to is told by its payments.
      const { date, amount, currency, state } = (now ?? line.line) as BankLine;
      const before = line.line as BankLine | null;
      const data = { date, amount, currency };
      if (before?.state === 'set-aside') return state === 'set-aside' ? null : { type: 'line-back', data };
      return state === 'set-aside' ? { type: 'line-set-aside', data } : null;
    }
    case 'promise': {
      const { id: promiseId, state, amount, date } = (now ?? line.line) as PaymentPromise;
      const type = state === 'open' || state === 'withdrawn' ? 'promise-reopened' : (`promise-${state}` as const);
      return { type, data: { promiseId, amount, date } };
    }
    case 'plan': {
      const { id: planId, state } = (now ?? line.line) as PaymentPlan;
      const type = state === 'kept' || state === 'broken' ? (`plan-${state}` as const) : 'plan-resumed';
      return { type, data: { planId } };
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
      if (now === null || line.line === null) {
        const { code, name } = (now ?? line.line) as Debtor;
        return { type: 'debtor-created', data: { code, name } };
      }
      const changed = changedFields(now as Debtor, line.line as Debtor);
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

/** What an item that becomes what it was undoes; receipts come and go with their payment. */
function counterEventOfItem(
  now: OpenItem | null,
  before: OpenItem | null,
): { type: EventType; data: EventData } | null {
  const item = (before ?? now)!;
  const data = { itemId: item.id, number: item.number };
  if (!now || !before) {
    if (item.kind === 'receipt') return null;
    return { type: now ? 'item-added' : 'item-removed', data };
  }
  if (canonicalJson(now.outside) !== canonicalJson(before.outside)) return { type: 'outside-level', data };
  const wasCorrected = (['total', 'currency', 'kind', 'date', 'creditFor'] as const).some(
    (field) => now[field] !== before[field],
  );
  if (wasCorrected) return { type: 'item-corrected', data };
  if (now.dueDerived !== before.dueDerived) {
    return { type: 'due-date-confirmed', data: { ...data, dueDate: before.dueDate } };
  }
  return { type: before.state === 'presumed-paid' ? 'item-presumed-paid' : 'item-reopened', data };
}
