import { addDays, type IsoDate } from '../dates/civil.ts';
import { allocatedPerItem, openBalance } from '../domain/balance.ts';
import type { BankLine } from '../domain/bank/line.ts';
import { type Books, type DebtorLedger, debtorIn } from '../domain/books.ts';
import type { Debtor, DebtorId } from '../domain/debtor.ts';
import type { PaymentPromise } from '../domain/hold.ts';
import { isActive } from '../domain/hold-rules.ts';
import type { ItemId } from '../domain/item.ts';
import type { Letter } from '../domain/letter.ts';
import type { LetterKind } from '../domain/policy.ts';
import { type Cents, type Currency, sumOf } from '../money/cents.ts';
import { overLimitOf } from './over-limit.ts';
import type { DueTask, Proposal, Proposals, Skipped } from './proposal.ts';
import { countsForLevel } from './reached.ts';

/** Queues of Vandaag, in the order they are worked (criterion I1). */
const queueNames = [
  'failed-letters',
  'payments',
  'presumed-paid',
  'reconcile',
  'broken-promises',
  'calls',
  'no-contact',
  'letters',
  'over-limit',
  'holds-ending',
  'collection-ready',
] as const;
export type QueueName = (typeof queueNames)[number];

export interface QueueRow {
  /** Null of a payment that is nobody's yet. */
  readonly debtorId: DebtorId | null;
  readonly debtorCode: string;
  /** Of a payment who the bank says it is from; empty when it does not say. */
  readonly debtorName: string;
  readonly itemIds: readonly ItemId[];
  readonly total: Cents;
  readonly currency: Currency;
  /** Day the row is about: due date, end of the hold, day of the task; null when none. */
  readonly date: IsoDate | null;
  /** Letter kind of a letter row. */
  readonly kind: LetterKind | null;
  /** Task, hold, promise or bank line the row's action is about. */
  readonly lineId: string | null;
  /** The note of a hold, why a letter failed, what a payment says, the reason code of a storno; else empty. */
  readonly detail: string;
  /** The credit limit `total` is past; of that queue only. */
  readonly limit?: Cents;
}

export interface Queue {
  readonly queue: QueueName;
  readonly count: number;
  /** Σ of the rows in euros; other currencies are only in their rows. */
  readonly totalCents: Cents;
  readonly rows: readonly QueueRow[];
}

/** Days ahead in which a hold that ends is shown. */
const holdsEndingDays = 3;

/** What to do today, one queue per sort of work, largest amounts first; empty queues are left out (criterion I1). */
export function todayQueues(books: Books, proposals: Proposals): Queue[] {
  const rows = new Map<QueueName, QueueRow[]>(queueNames.map((name) => [name, []]));
  const add = (name: QueueName, row: QueueRow) => rows.get(name)!.push(row);
  for (const proposal of proposals.proposals) add('letters', letterRow(proposal));
  for (const task of proposals.tasks) add(task.kind === 'phone' ? 'calls' : 'collection-ready', taskRow(task));
  for (const skipped of proposals.skipped) {
    const unreached = unreachedRow(books, skipped);
    if (unreached) add('no-contact', unreached);
  }
  for (const line of books.records.bankLine.values()) if (line.state === 'review') add('payments', paymentRow(line));
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (debtor) addLedgerRows(debtor, ledger, proposals.today, add);
  }
  return queueNames
    .map((queue) => {
      const own = rows.get(queue)!.sort(byAmount);
      let totalCents = 0;
      for (const row of own) if (row.currency === 'EUR') totalCents += row.total;
      return { queue, count: own.length, totalCents, rows: own };
    })
    .filter((queue) => queue.count > 0);
}

/** Largest first, money that went back among what came in. */
function byAmount(a: QueueRow, b: QueueRow): number {
  return Math.abs(b.total) - Math.abs(a.total) || (a.debtorName < b.debtorName ? -1 : 1);
}

function paymentRow(line: BankLine): QueueRow {
  return {
    debtorId: null,
    debtorCode: '',
    debtorName: line.counterparty ?? '',
    itemIds: [],
    total: line.amount,
    currency: line.currency,
    date: line.date,
    kind: null,
    lineId: line.id,
    detail: (line.amount < 0 ? line.returnReason : null) ?? line.remittance ?? line.structuredReference ?? '',
  };
}

function letterRow(proposal: Proposal): QueueRow {
  return {
    debtorId: proposal.debtorId,
    debtorCode: proposal.debtorCode,
    debtorName: proposal.debtorName,
    itemIds: proposal.itemIds,
    total: proposal.total,
    currency: proposal.currency,
    date: proposal.oldestDue,
    kind: proposal.kind,
    lineId: null,
    detail: '',
  };
}

/** A debtor who would get a letter today if there were an address or e-mail address to send it to; else null. */
function unreachedRow(books: Books, { debtorId, debtorCode, debtorName, gates, items }: Skipped): QueueRow | null {
  if (gates.length !== 1 || gates[0]!.code !== 'no-contact') return null;
  const due = items.filter((item) => item.gates.length === 0);
  const currency = due[0]?.currency;
  if (currency === undefined) return null;
  const own = due.filter((item) => item.currency === currency);
  const known = books.ledgers.get(debtorId)?.item ?? {};
  const dates = own.flatMap(({ itemId }) => known[itemId]?.dueDate ?? []).sort();
  return {
    debtorId,
    debtorCode,
    debtorName,
    itemIds: own.map(({ itemId }) => itemId),
    total: sumOf(own, ({ open }) => open),
    currency,
    date: dates[0] ?? null,
    kind: null,
    lineId: null,
    detail: '',
  };
}

function taskRow(task: DueTask): QueueRow {
  return {
    debtorId: task.debtorId,
    debtorCode: task.debtorCode,
    debtorName: task.debtorName,
    itemIds: task.itemIds,
    total: task.total,
    currency: task.currency,
    date: task.returned?.date ?? null,
    kind: null,
    lineId: task.taskId,
    detail: task.returned?.reason ?? '',
  };
}

function addLedgerRows(
  debtor: Debtor,
  ledger: DebtorLedger,
  today: IsoDate,
  add: (name: QueueName, row: QueueRow) => void,
): void {
  const row = (itemIds: readonly ItemId[], given: Partial<QueueRow>): QueueRow => ({
    debtorId: debtor.id,
    debtorCode: debtor.code,
    debtorName: debtor.name,
    itemIds,
    total: openOf(ledger, itemIds),
    currency: currencyOf(ledger, itemIds),
    date: null,
    kind: null,
    lineId: null,
    detail: '',
    ...given,
  });
  for (const [currency, itemIds] of presumedPaid(ledger)) {
    add('presumed-paid', row(itemIds, { currency, total: presumedTotal(ledger, itemIds) }));
  }
  for (const task of Object.values(ledger.task ?? {})) {
    if (task.doneOn !== null || task.due > today) continue;
    const queue = task.kind === 'phone' ? 'calls' : task.kind;
    const due = row(task.itemIds, { date: task.due, lineId: task.id, detail: task.outcome ?? '' });
    // To letter off is what the list still has open and is paid here.
    add(queue, task.listed === undefined ? due : { ...due, total: task.listed - due.total });
  }
  const past = overLimitOf(debtor, ledger);
  if (past) {
    const { itemIds, over: total, limit, taskId: lineId } = past;
    add('over-limit', row(itemIds, { total, currency: 'EUR', limit, lineId }));
  }
  const horizon = addDays(today, holdsEndingDays);
  for (const hold of Object.values(ledger.hold ?? {})) {
    if (hold.until === null || hold.until > horizon || !isActive(hold, today)) continue;
    const itemIds = hold.itemId === null ? Object.keys(ledger.item ?? {}) : [hold.itemId];
    const ending = row(itemIds, { date: hold.until, lineId: hold.id, detail: hold.note });
    if (ending.total > 0) add('holds-ending', ending);
  }
  for (const promise of Object.values(ledger.promise ?? {})) {
    if (!isBroken(promise) || isAnswered(promise, ledger)) continue;
    const broken = row(promise.itemIds, { date: promise.date, lineId: promise.id, detail: promise.state });
    if (broken.total > 0) add('broken-promises', broken);
  }
  const letters = Object.values(ledger.letter ?? {});
  for (const letter of letters) {
    if (letter.state !== 'failed' || letters.some((other) => madeAfter(letter, other))) continue;
    const { plan } = letter;
    const failed = row(
      plan.items.map((item) => item.itemId),
      { date: plan.date, kind: plan.kind, lineId: letter.id, detail: letter.reason ?? '' },
    );
    if (failed.total > 0) add('failed-letters', failed);
  }
}

function isBroken({ state }: PaymentPromise): boolean {
  return state === 'broken' || state === 'partly';
}

/** Whether something followed on a promise that was not kept: a letter, another promise or a hold for one of its items. */
function isAnswered(promise: PaymentPromise, ledger: DebtorLedger): boolean {
  const since = promise.judgedOn ?? promise.date;
  const isOfIt = (id: ItemId | null) => id === null || promise.itemIds.includes(id);
  return (
    Object.values(ledger.letter ?? {}).some(
      (letter) =>
        countsForLevel(letter) && letter.plan.date >= since && letter.plan.items.some(({ itemId }) => isOfIt(itemId)),
    ) ||
    Object.values(ledger.promise ?? {}).some(
      ({ id, on, itemIds }) => id !== promise.id && on >= since && itemIds.some(isOfIt),
    ) ||
    Object.values(ledger.hold ?? {}).some(
      ({ id, from, itemId }) => id !== promise.holdId && from >= since && isOfIt(itemId),
    )
  );
}

/** Whether another letter has claimed an item of a failed one since: what failed is then behind us. */
function madeAfter(failed: Letter, other: Letter): boolean {
  if (!countsForLevel(other) || other.plan.date < failed.plan.date) return false;
  const claimed = new Set(other.plan.items.map((item) => item.itemId));
  return failed.plan.items.some((item) => claimed.has(item.itemId));
}

/** Presumed-paid items by currency. */
function presumedPaid(ledger: DebtorLedger): ReadonlyMap<Currency, ItemId[]> {
  const found = new Map<Currency, ItemId[]>();
  for (const id in ledger.item) {
    const item = ledger.item[id]!;
    if (item.state !== 'presumed-paid') continue;
    const known = found.get(item.currency);
    if (known) known.push(id);
    else found.set(item.currency, [id]);
  }
  return found;
}

function presumedTotal(ledger: DebtorLedger, itemIds: readonly ItemId[]): Cents {
  const allocated = allocatedPerItem(ledger);
  let total = 0;
  for (const id of itemIds) {
    const item = ledger.item?.[id];
    if (item) total += openBalance({ ...item, state: 'open' }, allocated);
  }
  return total;
}

/** Open balance of items in the currency of the first. */
function openOf(ledger: DebtorLedger, itemIds: readonly ItemId[]): Cents {
  const allocated = allocatedPerItem(ledger);
  const currency = currencyOf(ledger, itemIds);
  let total = 0;
  for (const id of itemIds) {
    const item = ledger.item?.[id];
    if (item?.currency === currency) total += openBalance(item, allocated);
  }
  return total;
}

function currencyOf(ledger: DebtorLedger, itemIds: readonly ItemId[]): Currency {
  return ledger.item?.[itemIds[0] ?? '']?.currency ?? 'EUR';
}
