import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';
import type { Explanation } from './explanation.ts';
import type { DayCount, RateKind } from './rate-table.ts';

/** Whose law the extras of a claim follow; `none` = principal only (criterion B4). */
export type Jurisdiction = 'NL' | 'BE' | 'none';

/** One line of an interest specification: `base × percent × days / denominator`, rounded half-up to cents. */
export interface InterestLine {
  readonly from: IsoDate;
  readonly toIncl: IsoDate;
  readonly days: number;
  /** Decimal string with two digits at least: `10.40`. */
  readonly percent: string;
  readonly base: Cents;
  /** Days of the year this line counts by: 365, or 366 under `actual`; for a percentage per month the length of its month. */
  readonly denominator: number;
  readonly interest: Cents;
}

/** Interest over one item of a letter or claim; Σ lines = total. */
export interface ItemInterest {
  readonly itemId: string;
  readonly number: string;
  /** First interest day. */
  readonly from: IsoDate;
  readonly lines: readonly InterestLine[];
  readonly total: Cents;
}

export interface InterestCharge {
  readonly kind: RateKind | 'contract';
  readonly dayCount: DayCount;
  /** Last day counted. */
  readonly until: IsoDate;
  readonly items: readonly ItemInterest[];
  readonly total: Cents;
  /** Interest per day after `until`, when nothing changes. */
  readonly perDay: Cents;
  /** Past the last day the rate table was checked for. */
  readonly stale: boolean;
  readonly steps: Explanation;
}

/** Collection costs over a base, with VAT only where the creditor may add it; costs + vat = total. */
export interface CostsCharge {
  readonly base: Cents;
  readonly costs: Cents;
  readonly vat: Cents;
  readonly total: Cents;
  /** General VAT rate when VAT was added, and then the letter declares its ground (art. 2 lid 3 Besluit BIK). */
  readonly vatPercent: number | null;
  readonly steps: Explanation;
}

/**
 * How the extras of a letter came about; fixed with the plan, so that an edited rate table never changes it. `interest`
 * and `costs` are charged or announced as the plan's amounts say.
 */
export interface LetterCharges {
  readonly jurisdiction: Jurisdiction;
  readonly interest: InterestCharge | null;
  readonly costs: CostsCharge | null;
  /** Clause the agreed interest rests on, as the letter cites it; absent = the statute. Required with interest of kind `contract`. */
  readonly interestClause?: string;
  /** Clause the agreed costs rest on; absent = the statutory tariff. */
  readonly costsClause?: string;
  /** Given up by the creditor for every item of the letter: not claimed and not announced either. */
  readonly waived?: readonly ('interest' | 'costs')[];
}
