import { daysBetween } from '../../dates/civil.ts';
import type { MatchPart, Receipt } from '../../matching/match.ts';
import { type Cents, sumOf } from '../../money/cents.ts';
import type { DebtorLedger } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, OpenItem, Payment } from '../item.ts';
import type { OutcomeWriter } from '../promise-outcome.ts';
import { restsOn } from '../resting.ts';

/** Days a bank line may lie from the day a payment was seen, for both to be one. */
const daysApart = 5;

/**
 * The payment entered by hand that a bank line of this debtor is: the same amount and currency, five days apart at most, the
 * nearest first. Null when there is none. It gives way to the line, so that it counts once: lay the line against its
 * {@link handPaymentParts} after {@link dropHandPayment}.
 */
export function handPaymentFor(
  ledger: DebtorLedger,
  receipt: Pick<Receipt, 'date' | 'amount' | 'currency'>,
): Payment | null {
  let nearest: Payment | null = null;
  const apart = ({ date }: Payment) => Math.abs(daysBetween(date, receipt.date));
  for (const payment of Object.values(ledger.payment ?? {})) {
    if (payment.source !== 'hand' || payment.amount !== receipt.amount || payment.currency !== receipt.currency)
      continue;
    if (apart(payment) > daysApart || (nearest && apart(nearest) <= apart(payment))) continue;
    nearest = payment;
  }
  return nearest;
}

/** What a payment was laid against, as parts of a match, and what no item took. Σ parts + rest = its amount. */
export function handPaymentParts(
  debtorId: DebtorId,
  ledger: DebtorLedger,
  payment: Payment,
): { readonly parts: readonly MatchPart[]; readonly rest: Cents } {
  const parts = allocationsOf(ledger, payment).map(({ itemId, amount }) => ({ debtorId, itemId, amount, discount: 0 }));
  return { parts, rest: payment.amount - sumOf(parts, ({ amount }) => amount) };
}

/** The receipt that came with a payment and holds what no item took; one a list had named before stays when the payment goes. */
export function ownReceipt({ item = {} }: DebtorLedger, { receiptId, importId }: Payment): OpenItem | null {
  const receipt = receiptId === undefined ? undefined : item[receiptId];
  return receipt && receipt.importId === importId ? receipt : null;
}

/** Whether the receipt that holds its rest was used since: the payment can then not be taken away. */
export function isRestUsed(ledger: DebtorLedger, payment: Payment): boolean {
  const receipt = ownReceipt(ledger, payment);
  return receipt !== null && (receipt.listed !== null || receipt.state !== 'open' || restsOn(ledger, receipt.id));
}

/** Takes a payment entered by hand away with its allocations and the receipt of its rest; a receipt that was used stays. */
export function dropHandPayment(
  writer: Pick<OutcomeWriter, 'put'>,
  debtorId: DebtorId,
  ledger: DebtorLedger,
  payment: Payment,
): void {
  for (const { id } of allocationsOf(ledger, payment)) writer.put(debtorId, 'allocation', id, null);
  const receipt = ownReceipt(ledger, payment);
  if (receipt && !isRestUsed(ledger, payment)) writer.put(debtorId, 'item', receipt.id, null);
  writer.put(debtorId, 'payment', payment.id, null);
}

function allocationsOf(ledger: DebtorLedger, payment: Payment): readonly Allocation[] {
  return Object.values(ledger.allocation ?? {}).filter(({ paymentId }) => paymentId === payment.id);
}
