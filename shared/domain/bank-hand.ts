import type { MatchCandidate } from '../matching/match.ts';
import type { BankLine } from './bank-line.ts';
import type { Books } from './books.ts';
import type { DebtorId } from './debtor.ts';
import { dropHandPayment, handPaymentFor, handPaymentParts, isRestUsed } from './hand-payment.ts';
import type { LedgerOverlay } from './ledger-overlay.ts';

/** Payments entered by hand that wait for their bank line (criterion A11): it takes their place, so that they count once. */
export class HandPayments {
  private readonly debtorIds: readonly DebtorId[];

  constructor(books: Books) {
    this.debtorIds = [...books.ledgers]
      .filter(([, { payment = {} }]) => Object.values(payment).some(({ source }) => source === 'hand'))
      .map(([id]) => id);
  }

  /**
   * What a receipt is when it was seen by hand before: the same parts, after the payment by hand is taken away. Only where one
   * debtor has such a payment and something on the line speaks for that debtor.
   */
  take(overlay: LedgerOverlay, line: BankLine, candidates: readonly MatchCandidate[]): MatchCandidate | null {
    if (line.amount <= 0) return null;
    const seen = this.debtorIds.flatMap((debtorId) => {
      const ledger = overlay.ledger(debtorId) ?? {};
      const payment = handPaymentFor(ledger, line);
      return payment && !isRestUsed(ledger, payment) ? [{ debtorId, ledger, payment }] : [];
    });
    const [only] = seen;
    if (!only || seen.length > 1 || !candidates.some(({ debtorId }) => debtorId === only.debtorId)) return null;
    const { debtorId, ledger, payment } = only;
    const { parts, rest } = handPaymentParts(debtorId, ledger, payment);
    dropHandPayment(overlay, debtorId, ledger, payment);
    return { parts, debtorId, rest, score: 1, reasons: [] };
  }
}
