import { addDays, type IsoDate } from '../../dates/civil.ts';
import type { BankTransaction } from '../../formats/bank/statement.ts';
import type { MatchCandidate, MatchPart } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import { allocatedPerItem, balanceLeft, heldUntil, openBalance } from '../balance.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, ItemId, ListedBalance, OpenItem, Payment } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';
import { printOf } from './fingerprint.ts';
import { type Gone, goneBalance, goneOf, laidOn, openOnList, restateGone } from './gone.ts';
import type { BankLine } from './line.ts';
import { withLoweredBack } from './lowered.ts';
import { heldBack, saidOf } from './not-worked-in.ts';

interface Laid {
  readonly date: IsoDate;
  readonly amount: Cents;
}

/**
 * Opens an item of which money is taken back: another cycle, so that its steps start anew (criteria A7, D4). One that was
 * confirmed settled counts as paid up to the last list; one a list has open all the same is what that list says. False when
 * nothing opens: a list with a later bank date (of a settled item `listedUntil`) says what is open, or what was paid too much
 * went back. Ask before the storno itself, whose amount is negative, is allocated.
 */
export function reopenReturned(
  overlay: LedgerOverlay,
  debtorId: DebtorId,
  item: OpenItem,
  { date, amount }: Laid,
  fullUntil: IsoDate | null,
): boolean {
  const listedUntil = heldUntil(item, fullUntil);
  if (item.listed && date <= item.listed.bankUntil) return false;
  const ledger = overlay.ledger(debtorId) ?? {};
  const whole = withLoweredBack(item, laidOn(ledger, item.id), { date, amount });
  const reopened: OpenItem = { ...whole, state: 'open', cycle: item.cycle + 1 };
  const stated = openOnList(ledger, item.id);
  if (listedUntil !== null && date <= listedUntil) {
    if (stated === null && item.state !== 'open') return false;
    // What else was paid here, and the list does not have either, stays paid.
    const isExplained = stated !== null && (item.state !== 'open' || balanceLeft(ledger, whole) - amount >= stated);
    if (isExplained) {
      const again = { ...goneOf(whole), again: stated };
      const { listed } = goneBalance(ledger, whole, again, listedUntil, { date, amount });
      overlay.put(debtorId, 'item', item.id, stillHeld(ledger, item, { ...reopened, listed }, { date, amount }));
      return true;
    }
  }
  const since = stated === null ? goneSince(item, listedUntil) : null;
  if (since) {
    const gone = goneBalance(ledger, item, since, listedUntil!, { date, amount });
    if (gone.left > 0) overlay.put(debtorId, 'item', item.id, { ...reopened, listed: gone.listed });
    return gone.left > 0;
  }
  const balance = openBalance(reopened, allocatedPerItem(ledger));
  // What a list has open of what is paid here may still be explained by money that went back before this.
  const stands = item.state === 'open' || (stated !== null && balance <= 0);
  if (stands && balance - amount <= 0) return false;
  const listed = stands ? whole.listed : settledUntil(ledger, whole, balance, date, listedUntil);
  overlay.put(debtorId, 'item', item.id, { ...reopened, listed });
  return true;
}

/** An item that opens again, held back still for lines the list does not have and that nobody has matched. */
function stillHeld(ledger: DebtorLedger, before: OpenItem, after: OpenItem, back: Laid): OpenItem {
  const matched = new Set(Object.values(ledger.payment ?? {}).map(({ lineId }) => lineId));
  const lines = (before.listed?.lacks ?? []).filter((id) => !matched.has(id));
  if (lines.length === 0) return after;
  return heldBack(
    after,
    [...laidOn(ledger, after.id), back],
    lines.map((id) => ({ id, date: printOf(id).date })),
  );
}

/**
 * Says anew what is open of an item a payment was taken away of; a settled one of which money had gone back opens, when that was what
 * paid it again. Whether it did.
 */
export function reopenUnpaid(
  overlay: LedgerOverlay,
  debtorId: DebtorId,
  itemId: ItemId,
  fullUntil: IsoDate | null,
): boolean {
  restateGone(overlay, debtorId, itemId);
  const ledger = overlay.ledger(debtorId) ?? {};
  const item = ledger.item?.[itemId];
  const listedUntil = item ? heldUntil(item, fullUntil) : null;
  const since = item ? goneSince(item, listedUntil) : null;
  if (!item || !since) return false;
  const { listed, left } = goneBalance(ledger, item, since, listedUntil!);
  if (left > 0) overlay.put(debtorId, 'item', itemId, { ...item, state: 'open', listed });
  return left > 0;
}

/**
 * Settled items as they are without a payment that was laid against them after every list: they were settled as a list lacked
 * them and that payment covered them, so that now they are presumed paid (criterion A3). `ledger`: without the payment.
 */
export function presumedWithout(
  ledger: DebtorLedger,
  itemIds: readonly ItemId[],
  paidOn: IsoDate,
  fullUntil: IsoDate | null,
): readonly OpenItem[] {
  return [...new Set(itemIds)].flatMap((itemId): readonly OpenItem[] => {
    const item = ledger.item?.[itemId];
    const listedUntil = item ? heldUntil(item, fullUntil) : null;
    if (item?.state !== 'closed' || item.total <= 0 || listedUntil === null || paidOn <= listedUntil) return [];
    return balanceLeft(ledger, item) > 0 ? [{ ...item, state: 'presumed-paid' }] : [];
  });
}

/** What was open of a settled item before the last full list lacked it; null where that list had it, or there is none. */
export function goneSince(item: OpenItem, listedUntil: IsoDate | null): Gone | null {
  if (item.state === 'open' || listedUntil === null) return null;
  return item.total <= 0 || (item.listed && item.listed.bankUntil >= listedUntil) ? null : goneOf(item);
}

/**
 * What a settled item counts as paid up to, seen from a storno: the last list, which no longer had it. Where payments since
 * that list settled it, they stand as they are; where nothing in the books shows how, it was by the day before.
 */
function settledUntil(
  { allocation = {} }: DebtorLedger,
  { id, listed }: OpenItem,
  balance: Cents,
  date: IsoDate,
  listedUntil: IsoDate | null,
): ListedBalance | null {
  const isSince = (own: Allocation): boolean => own.itemId === id && (listedUntil === null || own.date > listedUntil);
  const full = listed && saidOf(listed).full;
  const settledBy = (bankUntil: IsoDate): ListedBalance => ({ open: 0, bankUntil, ...(full && { full }) });
  if (listedUntil !== null && !Object.values(allocation).some(isSince)) return settledBy(listedUntil);
  return balance === 0 ? listed : settledBy(addDays(date, -1));
}

const returnWords =
  /\b(?:storno|stornering|gestorneerd|terugboeking|teruggeboekt|terugbetaling incasso|geweigerde incasso|incasso geweigerd|retour incasso|reversal|returned direct debit|reject(?:ed)?)\b/i;

/** Code of a return the bank gives no reason for. */
const noReasonGiven = 'MS03';

/**
 * Why a line took money back: as the file says, or without a reason where only its text, or the name beside it, says that it is a
 * storno; else null.
 */
export function returnReasonOf({ amount, returnReason, remittance, counterpartyName }: BankTransaction): string | null {
  if (returnReason !== null || amount >= 0) return returnReason;
  return returnWords.test(`${counterpartyName ?? ''} ${remittance ?? ''}`) ? noReasonGiven : null;
}

/** Whether a line takes a receipt back (storno). */
export function isReturn({ amount, returnReason }: Pick<BankLine, 'amount' | 'returnReason'>): boolean {
  return amount < 0 && returnReason !== null;
}

/**
 * A storno of a receipt of which a part had become unallocated credit: the rest of the storno takes that credit back. The
 * candidate itself where there is no such part; null when the credit is no longer there.
 */
export function withReceipt<T extends Pick<MatchCandidate, 'debtorId' | 'rest' | 'parts'>>(
  overlay: LedgerOverlay,
  candidate: T,
): T | null {
  const { debtorId, rest, parts } = candidate;
  if (rest >= 0) return candidate;
  const { payment = {}, item = {} } = overlay.ledger(debtorId) ?? {};
  const paid = -sumOf(parts, ({ amount }) => amount) - rest;
  const receiptOf = ({ receiptId }: Payment) => (receiptId === undefined ? undefined : item[receiptId]);
  const came = Object.values(payment).find((own) => own.amount === paid && receiptOf(own)?.total === rest);
  const receipt = came && receiptOf(came);
  if (!receipt) return null;
  const part: MatchPart = { debtorId, itemId: receipt.id, amount: rest, discount: 0 };
  return { ...candidate, parts: [...parts, part], rest: 0 };
}
