import { formatDate, type IsoDate } from '../../dates/civil.ts';
import type { Receipt } from '../../matching/match.ts';
import { type Cents, type Currency, formatMoney } from '../../money/cents.ts';
import type { DebtorId } from '../debtor.ts';
import type { Allocation, OpenItem, Payment } from '../item.ts';

/** A receipt, storno or refund of a bank statement that is, or may be, a debtor's: as it is matched, and what became of it. Its id is its fingerprint. */
export interface BankLine extends Receipt {
  /** Own account: IBAN, or the number as the file gives it. */
  readonly account: string;
  readonly bankReference: string | null;
  readonly importId: string;
  /** `review`: waits to be looked at; `matched`: it is the payments in `taken`; `set-aside`: no debtor's, or its money came in otherwise (`twice`); its texts go in time. */
  readonly state: 'review' | 'matched' | 'set-aside';
  readonly taken: readonly TakenPayment[];
  /** Accepted without being looked at, with the score it had; null when a user decided. */
  readonly score: number | null;
  /** What the file says of the batch it books in one amount, references as prints; absent = nothing. */
  readonly batch?: { readonly count: number | null; readonly references: readonly string[] } | undefined;
  /** Why its money may stand in the books twice; absent = nothing says so. */
  readonly twice?: Twice | undefined;
}

/** The whole of a batch whose payments came in one by one, or a payment of one that was matched as a whole; for certain or perhaps. */
export type Twice = 'whole' | 'perhaps-whole' | 'part' | 'perhaps-part';

/** A batch of which a statement brought the payments one by one. */
export interface KnownBatch {
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly count: number;
  /** As prints. */
  readonly references: readonly string[];
}

/** A payment a line was matched to. */
export interface TakenPayment {
  readonly debtorId: DebtorId;
  readonly paymentId: string;
  /** Items it opened again or closed, as they were; absent = none. */
  readonly itemsBefore?: readonly OpenItem[];
  /** The credit of a list that its rest turned out to be, as the list says it; absent = its rest is a receipt of its own. */
  readonly creditBefore?: OpenItem;
  /** Tasks to letter off in the bookkeeping what a list still has open; absent = none. */
  readonly taskIds?: readonly string[];
  /** What lists had shown as paid and the line turned out to be, to be put back; absent = none. */
  readonly replaced?: readonly ReplacedPart[];
}

/** A part of a payment read from a list, with the lines it was part of. */
export interface ReplacedPart {
  readonly payment: Payment;
  readonly allocation: Allocation;
  readonly amount: Cents;
}

/**
 * One imported statement, with what tells its lines apart from those of later files (criterion A7). Of one with thousands of
 * lines the rest of them stands in records `<id>~2`, `<id>~3` …, without balances.
 */
export interface StatementRecord {
  readonly id: string;
  readonly importId: string;
  readonly account: string;
  readonly currency: Currency | null;
  readonly number: string | null;
  readonly openingDate: IsoDate | null;
  readonly closingDate: IsoDate | null;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly reconciles: boolean | null;
  /** One per line it was the first to bring. */
  readonly fingerprints: readonly string[];
  /** Batches whose payments are among its lines; absent = none. */
  readonly batches?: readonly KnownBatch[];
}

/** Lines a text can name; of more the first few. */
const namedLines = 3;

/** Lines by day and amount, oldest first, for a text: the first few, and "…" where there are more. */
export function dayAndAmount(lines: readonly Pick<BankLine, 'date' | 'amount' | 'currency'>[]): string {
  const sorted = [...lines].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const said = sorted
    .slice(0, namedLines)
    .map((line) => `${formatDate(line.date)} ${formatMoney(line.amount, line.currency)}`);
  return [...said, ...(sorted.length > namedLines ? ['…'] : [])].join('; ');
}
