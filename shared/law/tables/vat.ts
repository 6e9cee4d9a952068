import type { IsoDate } from '../../dates/civil.ts';

export interface VatRow {
  readonly from: IsoDate;
  readonly percent: number;
}

/** General VAT rate of the Netherlands, art. 9 lid 1 Wet OB 1968. */
export const generalVat: readonly VatRow[] = [
  { from: '2001-01-01', percent: 19 },
  { from: '2012-10-01', percent: 21 },
];

/** Reduced VAT rate of the Netherlands, art. 9 lid 2 Wet OB 1968. */
export const reducedVat: readonly VatRow[] = [
  { from: '1986-10-01', percent: 6 },
  { from: '2019-01-01', percent: 9 },
];
