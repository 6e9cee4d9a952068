import { isIsoDate } from '../../dates/civil.ts';
import type { Cents } from '../../money/cents.ts';
import { allocatedPerItem, listedUntil, openBalance } from '../balance.ts';
import { dropHandPayment, isRestUsed } from '../bank/hand-payment.ts';
import { isNamedOn } from '../bank/not-worked-in.ts';
import { receiptOf } from '../bank/receipt-item.ts';
import { presumedWithout } from '../bank/return.ts';
import type { Books, Change, DebtorLedger } from '../books.ts';
import { canonicalJson } from '../canonical.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import { hashText } from '../event.ts';
import { named } from '../import/writer.ts';
import type { ItemId, OpenItem } from '../item.ts';
import { judgeTouched } from '../promise-outcome.ts';
import { refuse } from '../refuse.ts';
import type { Command } from './commands.ts';

type Given<T extends Command['type']> = Extract<Command, { type: T }>;

/** Part of a payment for one item, signed as an allocation is. */
export interface PaymentPart {
  readonly itemId: ItemId;
  readonly amount: Cents;
}

/**
 * "Gezien op de bank" (criterion A11): a payment entered by hand, laid against the items given in that order, else against the
 * open invoices by due date; chosen credit notes are used with it as far as they are needed. What is left becomes an
 * unallocated receipt, unless a list holds the bank up to that day and so the receipt: a full one, or one that names an item it
 * pays. Promises and plans are judged at once. Refused: an unknown debtor or item, no amount above nothing, no such date or one
 * still to come, an item of another currency or without a balance.
 */
export function addPayment(books: Books, command: Given<'add-payment'>, moment: Moment): Change[] {
  const { debtorId, date, amount, currency } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  if (!Number.isSafeInteger(amount) || amount <= 0) wrong('amount', 'amount');
  if (!isIsoDate(date)) wrong('date', 'date');
  if (date > moment.today) wrong('date', 'future');
  if (!/^[A-Z]{3}$/.test(currency)) wrong('currency', 'currency');
  const { parts, rest } = paymentParts(ledger, command);
  const note = command.note.trim();
  const count = Object.keys(ledger.payment ?? {}).length;
  const paymentId = `hand-${hashText(canonicalJson([debtorId, date, amount, currency, moment.at, count])).slice(0, 16)}`;
  const set = new ChangeSet(books, moment.at);
  const until = listedUntil(books);
  const isNamed = parts.some(({ itemId }) => isNamedOn(ledger.item?.[itemId] ?? {}, date));
  const isListed = isNamed || (until !== null && date <= until);
  const receipt =
    rest > 0 && !isListed
      ? receiptOf(ledger, { date, currency, rest, description: note || null, importId: null })
      : null;
  set.put(debtorId, 'payment', paymentId, {
    id: paymentId,
    date,
    amount,
    currency,
    source: 'hand',
    counterparty: null,
    iban: null,
    remittance: note || null,
    importId: null,
    ...(receipt ? { receiptId: receipt.id } : {}),
  });
  for (const part of parts) {
    const id = `${paymentId}-${part.itemId}`;
    set.put(debtorId, 'allocation', id, { id, paymentId, itemId: part.itemId, date, amount: part.amount });
  }
  if (receipt) set.put(debtorId, 'item', receipt.id, receipt);
  set.event(debtorId, 'payment', {
    paymentId,
    source: 'hand',
    amount,
    currency,
    date,
    ...numbersOf(ledger, parts),
    ...(rest > 0 ? { rest } : {}),
    note,
  });
  judgeTouched(books, set.changes, set, moment.today);
  return set.changes;
}

/** Takes a payment back that was entered by hand. Refused once what was left of it has been used. */
export function removePayment(books: Books, command: Given<'remove-payment'>, moment: Moment): Change[] {
  const { debtorId, paymentId } = command;
  const ledger = books.ledgers.get(debtorId) ?? refuse('not-found', 'no such debtor', { debtorId });
  const payment = ledger.payment?.[paymentId] ?? refuse('not-found', 'no such payment', { paymentId });
  if (payment.source !== 'hand') refuse('bad-input', 'the payment was not entered by hand', { reason: 'notByHand' });
  if (isRestUsed(ledger, payment)) refuse('bad-input', 'what was left of it has been used', { reason: 'rests' });
  const parts = Object.values(ledger.allocation ?? {}).filter((own) => own.paymentId === paymentId);
  const set = new ChangeSet(books, moment.at);
  dropHandPayment(set, debtorId, ledger, payment);
  const { amount, currency, date } = payment;
  set.event(debtorId, 'payment-removed', { paymentId, amount, currency, date, ...numbersOf(ledger, parts) });
  const others = Object.entries(ledger.allocation ?? {}).filter(([, own]) => own.paymentId !== paymentId);
  const itemIds = parts.map(({ itemId }) => itemId);
  const without: DebtorLedger = { ...ledger, allocation: Object.fromEntries(others) };
  const presumed = presumedWithout(without, itemIds, date, listedUntil(books));
  for (const item of presumed) set.put(debtorId, 'item', item.id, item);
  const unsure = presumed.map(({ id, number }) => number || id);
  if (unsure.length > 0) set.event(debtorId, 'item-presumed-paid', { ...named('items', unsure), date });
  judgeTouched(books, set.changes, set, moment.today);
  return set.changes;
}

/**
 * How a payment would be laid: Σ parts + rest = its amount. Without chosen items it goes to open invoices, the longest due
 * first. Throws `bad-input` for an item of another currency or without a balance.
 */
export function paymentParts(
  ledger: DebtorLedger,
  payment: Pick<Given<'add-payment'>, 'amount' | 'currency' | 'itemIds'>,
): { readonly parts: readonly PaymentPart[]; readonly rest: Cents } {
  const allocated = allocatedPerItem(ledger);
  const chosen = [...new Set(payment.itemIds)].map((itemId) => {
    const item = ledger.item?.[itemId] ?? refuse('not-found', 'no such item', { itemId });
    if (item.currency !== payment.currency) wrong('currency', 'otherCurrency');
    const open = openBalance(item, allocated);
    if (open === 0) refuse('bad-input', 'nothing is open on the item', { reason: 'nothingOpen', number: item.number });
    return { itemId, open };
  });
  const items = chosen.length > 0 ? chosen : oldestOpen(ledger, payment.currency, allocated);
  const owed = items.reduce((sum, { open }) => sum + Math.max(0, open), 0);
  let credit = Math.max(0, owed - payment.amount);
  const parts: PaymentPart[] = [];
  let left = payment.amount;
  for (const { itemId, open } of items) {
    const used = open < 0 ? Math.min(-open, credit) : 0;
    if (used === 0) continue;
    credit -= used;
    left += used;
    parts.push({ itemId, amount: -used });
  }
  for (const { itemId, open } of items) {
    const amount = Math.min(left, open);
    if (amount <= 0) continue;
    left -= amount;
    parts.push({ itemId, amount });
  }
  return { parts, rest: left };
}

function oldestOpen(
  ledger: DebtorLedger,
  currency: string,
  allocated: ReadonlyMap<ItemId, Cents>,
): { readonly itemId: ItemId; readonly open: Cents }[] {
  const day = (item: OpenItem) => item.dueDate ?? item.date ?? '9999-12-31';
  return Object.values(ledger.item ?? {})
    .filter((item) => item.kind === 'invoice' && item.currency === currency)
    .sort((a, b) => (day(a) === day(b) ? (a.id < b.id ? -1 : 1) : day(a) < day(b) ? -1 : 1))
    .map((item) => ({ itemId: item.id, open: openBalance(item, allocated) }))
    .filter(({ open }) => open > 0);
}

function numbersOf(ledger: DebtorLedger, parts: readonly { readonly itemId: ItemId }[]) {
  return named(
    'items',
    parts.map(({ itemId }) => ledger.item?.[itemId]?.number || itemId),
  );
}

function wrong(field: string, reason: string): never {
  return refuse('bad-input', `the payment has no good ${field}`, { field, reason });
}
