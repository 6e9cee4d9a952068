import type { DayCount } from '../law/rate-table.ts';
import type { Cents } from '../money/cents.ts';
import type { Address, LetterLanguage } from './debtor.ts';

/** Letterhead picture: file id in the administration's folder, and its drawn width. */
export interface Logo {
  readonly fileId: string;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly widthMm: number;
}

/** The client whose receivables are kept: the creditor on every letter. */
export interface Administration {
  readonly id: string;
  readonly name: string;
  readonly legalForm: string | null;
  readonly address: Address | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
  readonly iban: string;
  readonly gAccount: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly deductsVat: boolean;
  readonly vatScheme: 'factuur' | 'kas' | 'vrijgesteld';
  readonly vatPeriod: 'month' | 'quarter' | 'year';
  /** Default payment term in days. */
  readonly termDays: number;
  /** Net balances up to this amount get no letter. */
  readonly toleranceCents: Cents;
  /** Days a payment may be on its way before the first step counts (criterion A9). */
  readonly correctionDays: number;
  /** Working days after which imported data is stale (criterion A9). */
  readonly staleAfterDays: number;
  /** Least number of days between two letters to one debtor (criterion D2). */
  readonly minimumIntervalDays: number;
  readonly language: LetterLanguage;
  /** Who signs and sends: the client itself or the office for it (Wki, criterion K3). */
  readonly sender: 'client' | 'office';
  /** How interest days are counted; absent = Actual/365. */
  readonly dayCount?: DayCount;
  /** Days an ordinary letter is presumed to take, Sundays, Mondays and holidays not counted; absent = 2, and 3 from 1 July 2027. */
  readonly postalDays?: 2 | 3;
  readonly signatory: string | null;
  readonly wki: { readonly ground: string; readonly number: string } | null;
  /** Envelope window: address block at 35 mm (left) or 105 mm (right), with offsets in millimetres. */
  readonly window: { readonly side: 'left' | 'right'; readonly offsetXMm: number; readonly offsetYMm: number };
  readonly logo: Logo | null;
  readonly accentColor: string | null;
}

/** Defaults for everything an administration need not state; `name` and `iban` are required. */
export function newAdministration(
  given: Partial<Administration> & Pick<Administration, 'id' | 'name' | 'iban'>,
): Administration {
  return {
    legalForm: null,
    address: null,
    kvk: null,
    vatId: null,
    gAccount: null,
    email: null,
    phone: null,
    website: null,
    deductsVat: true,
    vatScheme: 'factuur',
    vatPeriod: 'quarter',
    termDays: 30,
    toleranceCents: 500,
    correctionDays: 3,
    staleAfterDays: 3,
    minimumIntervalDays: 7,
    language: 'nl',
    sender: 'client',
    signatory: null,
    wki: null,
    window: { side: 'left', offsetXMm: 0, offsetYMm: 0 },
    logo: null,
    accentColor: null,
    ...given,
  };
}
