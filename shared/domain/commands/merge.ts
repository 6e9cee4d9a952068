import { sumOf } from '../../money/cents.ts';
import { allocatedPerItem, openBalance } from '../balance.ts';
import type { TakenPayment } from '../bank/line.ts';
import { type Books, type Change, type DebtorLedger, debtorIn, type LedgerTables } from '../books.ts';
import { changedFields } from '../changed-fields.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Debtor, DebtorId } from '../debtor.ts';
import type { Task } from '../hold.ts';
import type { ItemId } from '../item.ts';
import type { Letter, LetterItem } from '../letter.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';
import { type MovedTable, movedTables, type NewIds, newIdsOf } from './merge-ids.ts';

/** What merging would move, in numbers. */
export interface MergeCounts {
  readonly items: number;
  readonly payments: number;
  readonly letters: number;
  readonly holds: number;
  readonly notes: number;
  readonly promises: number;
}

/** Counts what a ledger holds that moves when it is merged into another. */
export function mergeCounts(ledger: DebtorLedger): MergeCounts {
  const count = (...tables: readonly MovedTable[]) => sumOf(tables, (table) => Object.keys(ledger[table] ?? {}).length);
  return {
    items: count('item'),
    payments: count('payment'),
    letters: count('letter'),
    holds: count('hold'),
    notes: count('note'),
    promises: count('promise', 'plan', 'dispute'),
  };
}

/**
 * Makes two debtors one (criterion A11): every line of `from` becomes one of `into`, under its own id or, where `into` has
 * that, the next; letters keep the items they claim, so levels stay. `from` goes from the lists; `into` answers to its code and
 * name from now on, and gets what it lacks of its particulars. Both chains say so. Refused: an unknown debtor, a debtor with
 * itself, letters of either that are being made.
 */
export function mergeDebtors(
  books: Books,
  { from, into }: Extract<Command, { type: 'merge-debtors' }>,
  moment: Moment,
): Change[] {
  if (from === into) refuse('bad-input', 'a debtor cannot be merged with itself', { reason: 'sameDebtor' });
  const source = sideOf(books, from);
  const target = sideOf(books, into);
  const ids = newIdsOf(source.ledger, target.ledger);
  const set = new ChangeSet(books, moment.at);
  for (const table of movedTables) moveTable(set, table, source, target, ids);
  movePayers(set, source, target);
  moveBankLines(set, books, from, into, ids);
  const merged = mergedDebtor(source.debtor, target.debtor);
  movePaidBy(set, books, from, merged);
  set.put(into, 'debtor', target.line, merged);
  set.put(from, 'debtor', source.line, null);
  const facts = { ...mergeCounts(source.ledger), open: openOf(source.ledger) };
  const { code, name } = source.debtor;
  set.event(from, 'debtor-merged', { ...facts, into, code: target.debtor.code, name: target.debtor.name });
  const fields = changedFields(target.debtor, merged)?.fields;
  set.event(into, 'debtor-merged', { ...facts, from, code, name, ...(fields ? { fields } : {}) });
  return set.changes;
}

interface Side {
  readonly id: DebtorId;
  readonly ledger: DebtorLedger;
  readonly debtor: Debtor;
  /** What the line of the debtor is called. */
  readonly line: string;
}

function sideOf(books: Books, id: DebtorId): Side {
  const ledger = books.ledgers.get(id) ?? refuse('not-found', 'no such debtor', { debtorId: id });
  const debtor = debtorIn(ledger) ?? refuse('not-found', 'no such debtor', { debtorId: id });
  const planned = Object.values(ledger.letter ?? {}).some(({ state }) => state === 'planned');
  if (planned) refuse('bad-input', 'letters are being made', { reason: 'lettersPlanned', name: debtor.name });
  return { id, ledger, debtor, line: Object.keys(ledger.debtor ?? {})[0] ?? 'debtor' };
}

function moveTable(set: ChangeSet, table: MovedTable, source: Side, target: Side, ids: NewIds): void {
  for (const [id, line] of Object.entries(source.ledger[table] ?? {})) {
    set.put(source.id, table, id, null);
    const newId = ids[table].get(id) ?? id;
    if (table === 'waiver' && 'what' in line && line.itemId === null) {
      moveWaiverOfAll(set, line as LedgerTables['waiver'], source, target, ids);
      continue;
    }
    if (table === 'task' && joinTask(set, line as Task, target, ids)) continue;
    set.put(target.id, table, newId, moved(table, line as LedgerTables[MovedTable], ids));
  }
}

/** A task done for both is one task done for the items of both, so that neither comes up again. */
function joinTask(set: ChangeSet, task: Task, target: Side, ids: NewIds): boolean {
  const known = target.ledger.task?.[task.id];
  if (!known || known.doneOn === null || task.doneOn === null) return false;
  const itemIds = [...known.itemIds, ...task.itemIds.map((id) => ids.item.get(id) ?? id)];
  set.put(target.id, 'task', task.id, { ...known, itemIds });
  return true;
}

/** What was let go of all of `from` stays let go of its items; the items of `into` keep their interest and costs. */
function moveWaiverOfAll(
  set: ChangeSet,
  waiver: LedgerTables['waiver'],
  source: Side,
  target: Side,
  ids: NewIds,
): void {
  for (const itemId of Object.keys(source.ledger.item ?? {})) {
    const own = ids.item.get(itemId) ?? itemId;
    const id = `${ids.waiver.get(waiver.id) ?? waiver.id}-${own}`;
    set.put(target.id, 'waiver', id, { ...waiver, id, itemId: own });
  }
}

/** A line with its own id and every id it names as they are from now on. */
function moved<T extends MovedTable>(table: T, line: LedgerTables[T], ids: NewIds): LedgerTables[T] {
  const named: Record<string, unknown> = { ...line };
  const rename = (field: string, by: MovedTable) => {
    const known = named[field];
    if (typeof known === 'string') named[field] = ids[by].get(known) ?? known;
  };
  rename('id', table);
  rename('itemId', 'item');
  rename('receiptId', 'item');
  rename('paymentId', 'payment');
  rename('holdId', 'hold');
  rename('letterId', 'letter');
  rename('corrects', 'note');
  if (Array.isArray(named.itemIds)) named.itemIds = named.itemIds.map((id: ItemId) => ids.item.get(id) ?? id);
  if (table === 'letter') named.plan = planWith((line as Letter).plan, ids);
  return named as unknown as LedgerTables[T];
}

/** The plan of a letter, which stays as it was made but for what its items are called in the books. */
function planWith(plan: Letter['plan'], ids: NewIds): Letter['plan'] {
  if (ids.item.size === 0) return plan;
  const own = (items: readonly LetterItem[]) =>
    items.map((item) => ({ ...item, itemId: ids.item.get(item.itemId) ?? item.itemId }));
  return { ...plan, items: own(plan.items), credits: own(plan.credits), alsoOpen: own(plan.alsoOpen) };
}

/** Accounts both were seen to pay from are known since the first time; the account on `from` itself is one of them. */
function movePayers(set: ChangeSet, source: Side, target: Side): void {
  const known = target.ledger.payer ?? {};
  const own = source.debtor.iban;
  const since = { iban: own ?? '', name: source.debtor.name, since: source.debtor.since };
  const payers = { ...(own === null ? {} : { [own]: since }), ...source.ledger.payer };
  for (const iban of Object.keys(source.ledger.payer ?? {})) set.put(source.id, 'payer', iban, null);
  for (const [iban, payer] of Object.entries(payers)) {
    if (iban === target.debtor.iban || iban === mergedDebtor(source.debtor, target.debtor).iban) continue;
    const before = known[iban];
    if (!before || payer.since < before.since)
      set.put(target.id, 'payer', iban, { ...payer, ...before, since: payer.since });
  }
}

function moveBankLines(set: ChangeSet, books: Books, from: DebtorId, into: DebtorId, ids: NewIds): void {
  for (const line of books.records.bankLine.values()) {
    if (!line.taken.some(({ debtorId }) => debtorId === from)) continue;
    const taken = line.taken.map((part) => (part.debtorId === from ? movedPart(part, into, ids) : part));
    set.record('bankLine', line.id, { ...line, taken });
  }
}

/** What a line was taken to be, and what takes that back, in the ledger it is in from now on. */
function movedPart(part: TakenPayment, into: DebtorId, ids: NewIds): TakenPayment {
  const { itemsBefore, replaced, taskIds } = part;
  return {
    ...part,
    debtorId: into,
    paymentId: ids.payment.get(part.paymentId) ?? part.paymentId,
    ...(taskIds ? { taskIds: taskIds.map((id) => ids.task.get(id) ?? id) } : {}),
    ...(itemsBefore ? { itemsBefore: itemsBefore.map((item) => moved('item', item, ids)) } : {}),
    ...(replaced
      ? {
          replaced: replaced.map(({ payment, allocation, amount }) => ({
            payment: moved('payment', payment, ids),
            allocation: moved('allocation', allocation, ids),
            amount,
          })),
        }
      : {}),
  };
}

/** Debtors `from` paid for are paid for by who pays from now on. */
function movePaidBy(set: ChangeSet, books: Books, from: DebtorId, merged: Debtor): void {
  const payer = merged.paidBy ?? merged.id;
  for (const [id, ledger] of books.ledgers) {
    const debtor = debtorIn(ledger);
    if (debtor?.paidBy !== from || id === merged.id || id === from) continue;
    set.put(id, 'debtor', Object.keys(ledger.debtor ?? {})[0] ?? 'debtor', { ...debtor, paidBy: payer });
  }
}

/** `into` with what it lacks taken over from `from`, and the code and name it answers to besides its own. */
export function mergedDebtor(from: Debtor, into: Debtor): Debtor {
  const takesCode = into.code === into.name && from.code !== from.name;
  const isUnknown = into.kind === 'unknown';
  const payer = into.paidBy ?? from.paidBy;
  const limit = into.creditLimit ?? from.creditLimit;
  const { paidBy: _, ...rest } = into;
  return {
    ...rest,
    code: takesCode ? from.code : into.code,
    kind: isUnknown ? from.kind : into.kind,
    naturalPerson: isUnknown ? from.naturalPerson : into.naturalPerson,
    legalForm: into.legalForm ?? from.legalForm,
    address: into.address ?? from.address,
    email: into.email ?? from.email,
    phone: into.phone ?? from.phone,
    contact: into.contact ?? from.contact,
    iban: into.iban ?? from.iban,
    kvk: into.kvk ?? from.kvk,
    vatId: into.vatId ?? from.vatId,
    ...(limit === undefined ? {} : { creditLimit: limit }),
    ...(payer === undefined || payer === from.id || payer === into.id ? {} : { paidBy: payer }),
    aliases: [...(into.aliases ?? []), { id: from.id, code: from.code, name: from.name }, ...(from.aliases ?? [])],
    tags: [...new Set([...into.tags, ...from.tags])],
    since: from.since < into.since ? from.since : into.since,
  };
}

/** Σ open in euros, as the event says what moved. */
function openOf(ledger: DebtorLedger): number {
  const allocated = allocatedPerItem(ledger);
  const euros = Object.values(ledger.item ?? {}).filter(({ currency }) => currency === 'EUR');
  return sumOf(euros, (item) => openBalance(item, allocated));
}
