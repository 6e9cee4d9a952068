import type { IsoDate } from '../dates/civil.ts';
import type { Jurisdiction } from '../law/charges.ts';
import type { Cents } from '../money/cents.ts';

/** Creation number of a debtor within its administration, from 1. Ledger records hold 32 debtors by this number. */
export type DebtorId = number;

export type DebtorKind = 'business' | 'consumer' | 'public' | 'unknown';

/** Languages letters exist in. */
export type LetterLanguage = 'nl' | 'en' | 'de' | 'fr';

export interface Address {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
}

/** An agreed rate; simple unless compounding was agreed. */
export interface AgreedInterest {
  /** Decimal string: `1.5`. */
  readonly percent: string;
  readonly per: 'month' | 'year';
  readonly compound: 'none' | 'month' | 'year';
  /** The clause it rests on, as it is cited in letters. */
  readonly clause: string;
}

export interface AgreedCosts {
  readonly percent: string;
  readonly minimum: Cents;
  readonly clause: string;
}

/** A debtor that was merged into another; its chain stays under its own number. */
export interface DebtorAlias {
  readonly id: DebtorId;
  readonly code: string;
  readonly name: string;
}

/** Who owes. The flags are independent of each other: an eenmanszaak is business and a natural person. */
export interface Debtor {
  readonly id: DebtorId;
  /** The number or code the bookkeeping knows the debtor by; unique within the administration. */
  readonly code: string;
  readonly name: string;
  /** Unknown is never treated as business: reminder only, no interest or costs. */
  readonly kind: DebtorKind;
  readonly naturalPerson: boolean;
  readonly legalForm: string | null;
  readonly address: Address | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly language: LetterLanguage;
  /** Payment term in days; null = the administration's default. */
  readonly termDays: number | null;
  /** Whether the term was agreed (fatal term, art. 6:83 BW); null = not stated. */
  readonly termAgreed: boolean | null;
  readonly directDebit: boolean;
  readonly iban: string | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
  /** Policy pinned to this debtor; null = by kind. */
  readonly policyId: string | null;
  /** Whose rules interest and costs follow; absent = by country of the address: NL and BE their own, elsewhere none until chosen (criterion B4). */
  readonly jurisdiction?: Jurisdiction;
  /** Interest agreed with this debtor, in place of the statutory rate (art. 6:119 lid 3, 6:119a BW). */
  readonly agreedInterest?: AgreedInterest;
  /** Collection costs agreed with a business debtor, in place of the tariff: percent of the principal and a minimum. */
  readonly agreedCosts?: AgreedCosts;
  /** How much may be open in euros; more than nothing. Absent = no limit was set (criterion C4). */
  readonly creditLimit?: Cents;
  /** Debtors merged into this one (criterion A11): lists that still name them mean this one. Absent = none. */
  readonly aliases?: readonly DebtorAlias[];
  /** Who pays for this debtor, a parent for its subsidiary (criterion A11); absent = itself. */
  readonly paidBy?: DebtorId;
  readonly tags: readonly string[];
  /** Date the debtor came into the administration. */
  readonly since: IsoDate;
}

/** A debtor of whom nothing is known yet, not even the kind. */
export const unknownDebtor: Omit<Debtor, 'id' | 'since'> = {
  code: '',
  name: '',
  kind: 'unknown',
  naturalPerson: false,
  legalForm: null,
  address: null,
  email: null,
  phone: null,
  contact: null,
  language: 'nl',
  termDays: null,
  termAgreed: null,
  directDebit: false,
  iban: null,
  kvk: null,
  vatId: null,
  policyId: null,
  tags: [],
};
