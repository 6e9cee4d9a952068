import type { RateTables } from '../../law/rate-table.ts';
import { builtInRates, checkRateTables } from '../../law/rates.ts';
import type { Books, Change } from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { hashText } from '../event.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

/** Setting that holds an administration's own rate tables. */
export const ratesKey = 'rates';

/** The rate tables of an administration: its own when it saved any, else those Voldaan comes with. */
export function ratesOf(books: Books): RateTables {
  const own = books.records.setting.get(ratesKey) as RateTables | null | undefined;
  return own ?? builtInRates;
}

/**
 * Puts other rate tables in force from now on (criterion K4); issued letters keep what they were made with. `null` goes
 * back to the shipped ones. Throws a `LawProblem` `bad-rate-table` for tables that cannot be calculated with.
 */
export function saveRates(books: Books, { rates }: Given<'save-rates'>, moment: Moment): Change[] {
  if (rates) checkRateTables(rates);
  if (canonicalJson(ratesOf(books)) === canonicalJson(rates ?? builtInRates)) return [];
  const set = new ChangeSet(books, moment.at);
  set.record('setting', ratesKey, rates);
  const inForce = rates ?? builtInRates;
  set.event('administration', 'rates-changed', {
    rows: inForce.rows.length,
    checkedUntil: Object.values(inForce.checkedUntil).sort().at(0) ?? null,
    shipped: rates === null,
    sha256: hashText(canonicalJson(inForce)),
  });
  return set.changes;
}

/** Kwijtschelden: interest or costs of an item, or of all of the debtor, are not asked for. Needs a reason (criterion B4). */
export function waive(books: Books, command: Given<'waive'>, moment: Moment): Change[] {
  const { debtorId, itemId, what } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const item = itemId === null ? null : (ledger.item?.[itemId] ?? refuse('not-found', 'no such item', { itemId }));
  const reason = command.reason.trim();
  if (reason === '') refuse('bad-input', 'waiving needs a reason', { field: 'reason' });
  const same = Object.values(ledger.waiver ?? {}).some((own) => own.itemId === itemId && own.what === what);
  if (same) return [];
  const id = `w-${hashText(canonicalJson([debtorId, itemId, what, moment.at])).slice(0, 16)}`;
  const set = new ChangeSet(books, moment.at);
  set.put(debtorId, 'waiver', id, { id, itemId, what, reason, on: moment.today });
  set.event(debtorId, 'charges-waived', { waiverId: id, what, itemId, number: item?.number ?? null, reason });
  return set.changes;
}

/** Takes a waiver back, with a reason; letters already made stay as they are. */
export function endWaiver(books: Books, command: Given<'end-waiver'>, moment: Moment): Change[] {
  const waiver = books.ledgers.get(command.debtorId)?.waiver?.[command.waiverId];
  if (!waiver) return refuse('not-found', 'no such waiver', { waiverId: command.waiverId });
  const reason = command.reason.trim();
  if (reason === '') refuse('bad-input', 'ending a waiver needs a reason', { field: 'reason' });
  const item = waiver.itemId === null ? null : books.ledgers.get(command.debtorId)?.item?.[waiver.itemId];
  const set = new ChangeSet(books, moment.at);
  set.put(command.debtorId, 'waiver', waiver.id, null);
  set.event(command.debtorId, 'waiver-ended', {
    waiverId: waiver.id,
    what: waiver.what,
    itemId: waiver.itemId,
    number: item?.number ?? null,
    reason,
  });
  return set.changes;
}

/** A computed due date is the agreed one after all: from now on it may start interest (criterion A4). */
export function confirmDueDate(books: Books, command: Given<'confirm-due-date'>, moment: Moment): Change[] {
  const items = books.ledgers.get(command.debtorId)?.item ?? {};
  const set = new ChangeSet(books, moment.at);
  for (const itemId of command.itemIds) {
    const item = items[itemId] ?? refuse('not-found', 'no such item', { itemId });
    if (!item.dueDerived || item.dueDate === null) continue;
    set.put(command.debtorId, 'item', itemId, { ...item, dueDerived: false });
    set.event(command.debtorId, 'due-date-confirmed', { itemId, number: item.number, dueDate: item.dueDate });
  }
  return set.changes;
}
