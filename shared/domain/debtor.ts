import type { IsoDate } from '../dates/civil.ts';

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
  readonly tags: readonly string[];
  /** Date the debtor came into the administration. */
  readonly since: IsoDate;
}
