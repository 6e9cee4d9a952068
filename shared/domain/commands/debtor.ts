import { type Books, type Change, debtorIn } from '../books.ts';
import { changedFields } from '../changed-fields.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { ItemId } from '../item.ts';
import { judgeTouched } from '../promise-outcome.ts';
import { refuse } from '../refuse.ts';

/** Creates or changes a debtor. Its code is unique within the administration. */
export function saveDebtor(books: Books, debtor: Debtor, moment: Moment): Change[] {
  if (debtor.name.trim() === '') refuse('bad-input', 'a debtor needs a name', { field: 'name', reason: 'name' });
  if (debtor.code.trim() === '') refuse('bad-input', 'a debtor needs a code', { field: 'code', reason: 'code' });
  for (const ledger of books.ledgers.values()) {
    const other = debtorIn(ledger);
    if (!other || other.id === debtor.id) continue;
    if (other.code === debtor.code || other.aliases?.some(({ code }) => code === debtor.code)) {
      refuse('bad-input', 'another debtor has this code', { field: 'code', reason: 'codeTaken', code: debtor.code });
    }
  }
  checkPayer(books, debtor);
  const ledger = books.ledgers.get(debtor.id);
  const known = debtorIn(ledger);
  const changed = changedFields(known ?? {}, debtor);
  if (!changed) return [];
  const set = new ChangeSet(books, moment.at);
  set.put(debtor.id, 'debtor', Object.keys(ledger?.debtor ?? {})[0] ?? 'debtor', debtor);
  if (known) set.event(debtor.id, 'debtor-changed', changed);
  else set.event(debtor.id, 'debtor-created', { code: debtor.code, name: debtor.name });
  return set.changes;
}

/** Who pays for a debtor is another one, for whom nobody else pays (criterion A11). */
function checkPayer(books: Books, { id, paidBy }: Debtor): void {
  if (paidBy === undefined) return;
  const payer = debtorIn(books.ledgers.get(paidBy)) ?? refuse('not-found', 'no such debtor', { debtorId: paidBy });
  const pays = [...books.ledgers.values()].some((ledger) => debtorIn(ledger)?.paidBy === id);
  if (paidBy === id || payer.paidBy !== undefined || pays) {
    refuse('bad-input', 'a payer has no payer', { field: 'paidBy', reason: 'paidBy' });
  }
}

/**
 * Answers "vermoedelijk betaald" (criterion A3): `closed` when the user confirms, `open` when the item is still owed.
 * Only presumed-paid items can be answered; the cycle stays, for the item was never settled.
 */
export function settlePresumedPaid(
  books: Books,
  debtorId: DebtorId,
  itemIds: readonly ItemId[],
  state: 'closed' | 'open',
  moment: Moment,
): Change[] {
  const items = books.ledgers.get(debtorId)?.item;
  const set = new ChangeSet(books, moment.at);
  for (const id of new Set(itemIds)) {
    const item = items?.[id] ?? refuse('not-found', 'no such item', { itemId: id });
    if (item.state === state) continue;
    if (item.state !== 'presumed-paid') refuse('bad-input', 'the item is not presumed paid', { number: item.number });
    set.put(debtorId, 'item', id, { ...item, state });
    set.event(debtorId, state === 'closed' ? 'item-closed' : 'item-reopened', {
      itemId: id,
      number: item.number,
      amount: item.listed?.open ?? item.total,
      currency: item.currency,
      by: 'hand',
    });
  }
  judgeTouched(books, set.changes, set, moment.today);
  return set.changes;
}
