import type { IsoDate } from '../dates/civil.ts';
import type { DebtorId } from '../domain/debtor.ts';
import type { ItemId } from '../domain/item.ts';
import type { Cents, Currency } from '../money/cents.ts';

/** A bank line as it is matched. Signed: positive = received; a storno or refund is negative. */
export interface Receipt {
  readonly id: string;
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** ISO code of a return or storno. */
  readonly returnReason: string | null;
}

/** A part of a receipt laid against an item; negative against a credit note, or where a storno raises what is open. */
export interface MatchPart {
  readonly debtorId: DebtorId;
  readonly itemId: ItemId;
  readonly amount: Cents;
  /** Kept back in time on top of `amount`: betalingskorting or kredietbeperking (criterion A8); 0 when none. */
  readonly discount: Cents;
}

/** Why a receipt is read as it is; the texts are `matching.reason.<code>` in the catalogue. */
export const matchReasons = [
  'named-number',
  'named-list',
  'named-range',
  'named-serial',
  'named-slip',
  'named-end-to-end',
  'named-payment-reference',
  'named-your-reference',
  'named-date',
  'named-period',
  'amount-exact',
  'amount-sum',
  'amount-discount',
  'amount-restriction',
  'amount-netted',
  'amount-all',
  'amount-due',
  'amount-oldest',
  'amount-row',
  'amount-some',
  'amount-near',
  'amount-part',
  'amount-over',
  'amount-advance',
  'amount-nothing-open',
  'account-own',
  'account-seen',
  'account-paid',
  'account-of-other',
  'account-unknown',
  'name-same',
  'name-alike',
  'name-in-text',
  'name-differs',
  'name-of-other',
  'other-in-text',
  'other-purpose',
  'code-in-text',
  'several-debtors',
  'nobody-named',
  'no-item-named',
  'part-meant',
  'part-of-several',
  'number-left-out',
  'over-much',
  'number-of-other',
  'number-unknown',
  'amount-of-other',
  'amount-beside',
  'half-left',
  'charges-kept',
  'amount-common',
  'amount-recurs',
  'credit-left-out',
  'payer-unknown',
  'period-differs',
  'period-unknown',
  'several-meant',
  'paid-already',
  'before-invoice',
  'refund',
  'returned-payment',
  'returned-debit',
  'payment-unknown',
  'no-return-reason',
  'text-same',
  'batch',
] as const;
export type MatchReasonCode = (typeof matchReasons)[number];

/**
 * Why a candidate scores as it does, in the order of weight; the text is `matching.reason.<code>` in the catalogue with
 * `params`. `weight` is what it added to or took from the natural log of the odds (see the README of this folder).
 */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly weight: number;
}

/** One way to read a receipt. Σ parts + rest = the amount of the receipt. */
export interface MatchCandidate {
  readonly parts: readonly MatchPart[];
  /** Who it is from, and whose credit the rest becomes. */
  readonly debtorId: DebtorId;
  /** What no item takes: an overpayment or an advance, kept as unallocated credit. */
  readonly rest: Cents;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export interface Match {
  readonly receiptId: string;
  /** Best first, five at most; empty when nothing speaks for any debtor. */
  readonly candidates: readonly MatchCandidate[];
  /** The best is certain enough to be taken without being looked at: its score is at least {@link acceptedFrom} and no other comes near. */
  readonly accepted: boolean;
}

/** Score from which a match is taken at once (criterion A8). */
export const acceptedFrom = 0.95;

/** Whole percents, never rounded up to more than it is; nothing that was worked out is a hundred percent sure. */
export function percentOf(score: number): number {
  return Math.min(99, Math.floor(score * 100 + 1e-6));
}
