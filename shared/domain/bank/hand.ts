import type { MatchCandidate, MatchPart } from '../../matching/match.ts';
import type { Cents } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import type { DebtorId } from '../debtor.ts';
import { named } from '../import/writer.ts';
import type { Payment } from '../item.ts';
import type { LedgerOverlay } from '../ledger-overlay.ts';
import { dropHandPayment, handPaymentFor, handPaymentParts, isRestUsed } from './hand-payment.ts';
import type { BankLine } from './line.ts';

/** What a payment entered by hand was laid against. */
interface SeenByHand {
  readonly parts: readonly MatchPart[];
  readonly rest: Cents;
}

/**
 * The payment entered by hand that a receipt of this debtor is (criterion A11) gives way to it, so that it counts once: it is
 * gone from the ledger, and its parts are those of the line. Null when there is none, or its rest was used since.
 */
export function givesWay(overlay: LedgerOverlay, debtorId: DebtorId, line: BankLine): SeenByHand | null {
  const ledger = overlay.ledger(debtorId) ?? {};
  const payment = line.amount > 0 ? handPaymentFor(ledger, line) : null;
  if (!payment || isRestUsed(ledger, payment)) return null;
  const seen = handPaymentParts(debtorId, ledger, payment);
  dropHandPayment(overlay, debtorId, ledger, payment);
  const numbers = seen.parts.map(({ itemId }) => ledger.item?.[itemId]?.number || itemId);
  const { id: paymentId, amount, currency, date } = payment;
  const facts = { paymentId, amount, currency, date, cause: 'bank' };
  overlay.event(debtorId, 'payment-removed', { ...facts, ...named('items', numbers) });
  return seen;
}

/** Payments entered by hand that wait for their bank line. */
export class HandPayments {
  private readonly debtorIds: readonly DebtorId[];

  constructor(books: Books) {
    this.debtorIds = [...books.ledgers]
      .filter(([, { payment = {} }]) => Object.values(payment).some(({ source }) => source === 'hand'))
      .map(([id]) => id);
  }

  /**
   * What a receipt is when it was seen by hand before. Only where one debtor has such a payment and something on the line
   * speaks for that debtor: a proposal, or an item it names. Not where a list held what that payment left over: it holds all of
   * the receipt then.
   */
  take(
    overlay: LedgerOverlay,
    line: BankLine,
    candidates: readonly MatchCandidate[],
    named: () => readonly Pick<MatchPart, 'debtorId'>[],
  ): MatchCandidate | null {
    if (line.amount <= 0) return null;
    const seenOf = (id: DebtorId): Payment | null => handPaymentFor(overlay.ledger(id) ?? {}, line);
    const [only, ...others] = this.debtorIds.filter((id) => seenOf(id) !== null);
    if (only === undefined || others.length > 0) return null;
    const isIts = ({ debtorId }: Pick<MatchPart, 'debtorId'>): boolean => debtorId === only;
    if (!candidates.some(isIts) && !named().some(isIts)) return null;
    const payment = seenOf(only)!;
    const { rest } = handPaymentParts(only, overlay.ledger(only) ?? {}, payment);
    if (rest > 0 && payment.receiptId === undefined) return null;
    const seen = givesWay(overlay, only, line);
    return seen && { ...seen, debtorId: only, score: 1, reasons: [] };
  }
}
