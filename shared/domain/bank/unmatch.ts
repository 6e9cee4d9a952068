import type { IsoDate } from '../../dates/civil.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { Task } from '../hold.ts';
import { withFull } from '../import/item.ts';
import { named } from '../import/writer.ts';
import type { OpenItem, Payment } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';
import { refuse } from '../refuse.ts';
import { isRestUsed, ownReceipt } from './hand-payment.ts';
import type { BankLine, TakenPayment } from './line.ts';
import { withLowered } from './lowered.ts';
import { lastSaid, saidOf } from './not-worked-in.ts';
import { lowerListed } from './payment.ts';
import { presumedWithout, reopenUnpaid } from './return.ts';

/** Takes back what one debtor had of a matched line. @throws FailureError `bad-input` with reason `rests`. */
export function takeMatchBack(
  overlay: LedgerOverlay,
  line: BankLine,
  taken: TakenPayment,
  listedUntil: IsoDate | null,
): void {
  const { debtorId, paymentId, itemsBefore = [], replaced = [], taskIds = [], creditBefore } = taken;
  const ledger = overlay.ledger(debtorId) ?? {};
  const payment = ledger.payment?.[paymentId];
  if (!payment) return;
  if (isRestUsed(ledger, payment) || cameBack(ledger, payment)) rests(debtorId);
  const own = Object.values(ledger.allocation ?? {}).filter((allocation) => allocation.paymentId === paymentId);
  for (const { id } of own) overlay.put(debtorId, 'allocation', id, null);
  const receipt = ownReceipt(ledger, payment);
  if (receipt) overlay.put(debtorId, 'item', receipt.id, null);
  else if (creditBefore) creditAgain(overlay, debtorId, creditBefore);
  overlay.put(debtorId, 'payment', paymentId, null);
  for (const { payment: listed, allocation, amount } of replaced) {
    const now = overlay.ledger(debtorId);
    const stands = now?.payment?.[listed.id] ?? { ...listed, amount: 0 };
    lowerListed(overlay, debtorId, stands, now?.allocation?.[allocation.id] ?? { ...allocation, amount: 0 }, -amount);
  }
  for (const id of taskIds) {
    const task = ledger.task?.[id];
    if (task?.doneOn === null && !isRestated(ledger, task)) overlay.put(debtorId, 'task', id, null);
  }
  for (const before of itemsBefore) putBack(overlay, debtorId, before, line);
  forgetPayer(overlay, debtorId, payment);
  const { date, amount, currency, counterparty } = payment;
  const itemIds = [...new Set(own.map(({ itemId }) => itemId))];
  const opened = itemIds.filter((itemId) => reopenUnpaid(overlay, debtorId, itemId, listedUntil));
  const numbers = itemIds.map((itemId) => ledger.item?.[itemId]?.number || itemId);
  const facts = { paymentId, source: 'bank', date, amount, currency, counterparty };
  overlay.event(debtorId, 'payment-removed', { ...facts, ...named('items', numbers) });
  const again = opened.map((itemId) => ledger.item?.[itemId]?.number || itemId);
  if (again.length > 0) overlay.event(debtorId, 'item-reopened', { ...named('items', again), date });
  const presumed = presumedWithout(overlay.ledger(debtorId) ?? {}, itemIds, date, listedUntil);
  for (const item of presumed) overlay.put(debtorId, 'item', item.id, item);
  const unsure = presumed.map(({ id, number }) => number || id);
  if (unsure.length > 0) overlay.event(debtorId, 'item-presumed-paid', { ...named('items', unsure), date });
}

function rests(debtorId: DebtorId): never {
  return refuse('bad-input', 'something rests on what the line was matched to', { reason: 'rests', debtorId });
}

/** Whether a later list has another amount open of what a task is about: it is that list's as well. */
function isRestated({ item = {} }: DebtorLedger, { itemIds, listed }: Task): boolean {
  return itemIds.some((itemId) => {
    const stated = item[itemId]?.listed?.stated;
    return stated !== undefined && stated.open !== listed;
  });
}

/** Whether the bank took the money back since. */
function cameBack({ payment = {} }: DebtorLedger, { id, date, amount, currency }: Payment): boolean {
  if (amount <= 0) return false;
  return Object.values(payment).some(
    (own) => own.id !== id && own.amount === -amount && own.currency === currency && own.date >= date,
  );
}

/** Credit of a list that was not the payment's after all is what it was, unless a list has called it otherwise since. */
function creditAgain(overlay: LedgerOverlay, debtorId: DebtorId, { id, kind, total }: OpenItem): void {
  const now = overlay.ledger(debtorId)?.item?.[id];
  if (now?.kind === 'receipt') overlay.put(debtorId, 'item', id, { ...now, kind, total });
}

/** An item the match opened or closed becomes what it was, unless a list has said since how it stands. */
function putBack(overlay: LedgerOverlay, debtorId: DebtorId, before: OpenItem, { date }: BankLine): void {
  const { item = {}, letter = {} } = overlay.ledger(debtorId) ?? {};
  const now = item[before.id];
  if (!now) return;
  const isClaimed = Object.values(letter).some(
    ({ state, plan }) =>
      (state === 'planned' || state === 'issued') &&
      plan.items.some(({ itemId, cycle }) => itemId === now.id && cycle === now.cycle && cycle > before.cycle),
  );
  if (isClaimed || now.cycle > before.cycle + 1) rests(debtorId);
  // Only what was taken back explained why a list has it open once more: without that it is paid here again.
  const isExplained = now.listed?.gone?.again !== undefined && now.listed.bankUntil >= date;
  if (isExplained && (before.listed?.bankUntil ?? null) === now.listed!.gone!.bankUntil) {
    const { state, cycle } = before;
    const listed = saidThen(now, before);
    overlay.put(debtorId, 'item', now.id, { ...now, state, cycle, listed });
    return;
  }
  if (now.listed !== null && now.listed.bankUntil >= date) return;
  const became = now.cycle > before.cycle ? 'open' : 'closed';
  const isSettled = now.listed !== null && (now.listed.gone !== undefined || now.listed.open === 0);
  // A list has it open since: what it says stands without the match as well.
  const isListedSince = now.listed !== null && !isSettled && lastSaid([now]) > lastSaid([before]);
  const isRebased = before.state !== 'open' && isSettled && now.listed!.bankUntil < date;
  const lowered = before.listed && saidOf(before.listed).lowered;
  const listed = lowered && now.listed ? withLowered(now.listed, lowered) : now.listed;
  overlay.put(debtorId, 'item', now.id, {
    ...now,
    state: now.state === became && !isListedSince ? before.state : now.state,
    cycle: before.cycle,
    total: lowered ? before.total : now.total,
    listed: isRebased ? saidThen(now, before) : listed,
  });
}

/** What was said of an item as it was; a full list of before a list of only some items may have come in beside that since. */
function saidThen({ listed }: OpenItem, before: OpenItem): OpenItem['listed'] {
  return (listed ? withFull(before, saidOf(listed).full) : before).listed;
}

/** An account only this line had shown is forgotten. */
function forgetPayer(overlay: LedgerOverlay, debtorId: DebtorId, { iban, date }: Payment): void {
  const { payer = {}, payment = {} } = overlay.ledger(debtorId) ?? {};
  if (iban === null || payer[iban]?.since !== date) return;
  if (Object.values(payment).some((own) => own.iban === iban)) return;
  overlay.put(debtorId, 'payer', iban, null);
}
