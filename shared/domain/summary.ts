import type { IsoDate } from '../dates/civil.ts';
import type { Cents, Currency } from '../money/cents.ts';
import type { DebtorId, DebtorKind } from './debtor.ts';
import type { LetterKind } from './policy.ts';

/** Open balance by age on one day: not due, 1–30, 31–60, 61–90, over 90 days late, unallocated credits, date unknown. */
export interface Ageing {
  readonly notDue: Cents;
  readonly days1to30: Cents;
  readonly days31to60: Cents;
  readonly days61to90: Cents;
  readonly over90: Cents;
  readonly credits: Cents;
  readonly unknown: Cents;
}

/** What lists and Vandaag show of a debtor; recomputed whole, stored packed. Amounts are of `currency`, the debtor's main one. */
export interface DebtorSummary {
  readonly id: DebtorId;
  readonly code: string;
  readonly name: string;
  readonly kind: DebtorKind;
  readonly city: string | null;
  readonly hasEmail: boolean;
  readonly currency: Currency;
  /** Other currencies with a balance, so that no list hides them. */
  readonly otherCurrencies: readonly Currency[];
  readonly open: Cents;
  readonly overdue: Cents;
  readonly held: Cents;
  readonly openItems: number;
  readonly presumedPaid: number;
  /** The most that may be open in euros, and by how much it is passed: 0 = within it. Absent = no limit was set. */
  readonly credit?: { readonly limit: Cents; readonly over: Cents };
  readonly oldestDue: IsoDate | null;
  readonly ageing: Ageing;
  readonly lastLetter: { readonly kind: LetterKind; readonly date: IsoDate; readonly deadline: IsoDate | null } | null;
  readonly policyId: string;
}
