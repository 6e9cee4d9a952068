import type { IsoDate } from '../../dates/civil.ts';
import type { Cents } from '../../money/cents.ts';

/** One band of the Dutch tariff: `perMille` of the part of the principal up to `upTo`, above the band before it. */
export interface CostsBand {
  readonly upTo: Cents | null;
  readonly perMille: number;
}

export interface CostsTariff {
  readonly from: IsoDate;
  readonly bands: readonly CostsBand[];
  readonly minimum: Cents;
  readonly maximum: Cents;
  readonly article: string;
}

/** Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2; not for debts in default before 1 July 2012 (art. 3). */
export const dutchTariffs: readonly CostsTariff[] = [
  {
    from: '2012-07-01',
    bands: [
      { upTo: 250_000, perMille: 150 },
      { upTo: 500_000, perMille: 100 },
      { upTo: 1_000_000, perMille: 50 },
      { upTo: 20_000_000, perMille: 10 },
      { upTo: null, perMille: 5 },
    ],
    minimum: 4_000,
    maximum: 677_500,
    article: 'art. 2 Besluit vergoeding voor buitengerechtelijke incassokosten',
  },
];

/** What a late business owes at least, without any reminder, from the day after the last day of payment. */
export const businessMinimums = [{ from: '2013-03-16', minimum: 4_000, article: 'art. 6:96 lid 4 BW' }] as const;

/** What the costs of small periodic terms of one consumer agreement may come to. */
export interface CumulationLimit {
  readonly from: IsoDate;
  /** Terms below this amount are small. */
  readonly termsBelow: Cents;
  readonly first: Cents;
  readonly further: Cents;
  readonly together: Cents;
  readonly lookBackMonths: number;
  readonly article: string;
  readonly source: string;
}

/** In force since 1 October 2024; known from publications of the trade, not read in the statute itself. */
export const cumulationLimits: readonly CumulationLimit[] = [
  {
    from: '2024-10-01',
    termsBelow: 26_667,
    first: 4_000,
    further: 2_000,
    together: 14_000,
    lookBackMonths: 6,
    article: 'Besluit vergoeding voor buitengerechtelijke incassokosten, cumulatieregeling',
    source: 'gln.nl, 19-3-2024; bvcm.com',
  },
];

/** One band of the Belgian maximum: `fixed` plus `perMille` of what is above the band before it. */
export interface CapBand {
  readonly upTo: Cents | null;
  readonly fixed: Cents;
  readonly perMille: number;
}

export interface BelgianCap {
  readonly from: IsoDate;
  readonly bands: readonly CapBand[];
  readonly maximum: Cents;
  readonly article: string;
}

/** What a clause may ask of a Belgian consumer at most; contracts of before follow since 1 December 2023. */
export const belgianCaps: readonly BelgianCap[] = [
  {
    from: '2023-09-01',
    bands: [
      { upTo: 15_000, fixed: 2_000, perMille: 0 },
      { upTo: 50_000, fixed: 3_000, perMille: 100 },
      { upTo: null, fixed: 6_500, perMille: 50 },
    ],
    maximum: 200_000,
    article: 'art. XIX.4 Wetboek van economisch recht',
  },
];

/** What a late Belgian business owes without any clause. */
export const belgianBusinessAmounts = [
  { from: '2013-03-16', flat: 4_000, article: 'art. 6 Wet van 2 augustus 2002 (BE)' },
] as const;
